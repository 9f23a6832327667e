import Domain
import JSON
import Storage

/// What a template may be named for, and by what it is named.
enum TemplateUse {
    /// A reason for rejecting: who rejects is the sender, and nobody is asked for values.
    case rejection
    /// A company's answer to whoever applies: nobody sends it.
    case automaticReply

    var kind: Template.Kind {
        switch self {
        case .rejection: .rejection
        case .automaticReply: .autoReply
        }
    }

    private var variables: Set<String> {
        switch self {
        case .rejection: TemplateVariable.names
        case .automaticReply: TemplateVariable.names.subtracting(TemplateVariable.ofSender.map(\.rawValue))
        }
    }

    /// Why it cannot be used so: the code of an entry and the words after the field's name. `nil` where it can.
    func objection(to template: TemplateView?) -> (code: String, phrase: Phrase)? {
        guard let template, template.kind == kind else {
            return (
                "invalid",
                self == .rejection
                    ? Phrase(
                        en: "is not one of the templates for rejections",
                        fr: "ne figure pas parmi les modèles de refus")
                    : Phrase(
                        en: "is not one of the templates for automatic replies",
                        fr: "ne figure pas parmi les modèles de réponse automatique")
            )
        }
        let others = template.variables.filter { !variables.contains($0) }.joined(separator: ", ")
        guard !others.isEmpty else { return nil }
        return (
            "unknown_variable",
            self == .rejection
                ? Phrase(
                    en: "asks for what nobody fills in at a rejection: \(others)",
                    fr: "demande ce que personne ne remplit lors d’un refus : \(others)")
                : Phrase(
                    en: "asks for what nobody fills in in an automatic reply: \(others)",
                    fr: "demande ce que personne ne remplit dans une réponse automatique : \(others)")
        )
    }

    /// Refuses with 422 in this field what cannot be used so.
    func check(_ id: Template.ID, field: String, in transaction: any Transaction) throws {
        guard let objection = objection(to: try TemplateReading.one(id, in: transaction)) else { return }
        throw Problem.invalid(field: field, code: objection.code, objection.phrase)
    }

    /// Adds the live rows that name the template for this.
    func add(_ template: Template.ID, to dependants: inout Dependants, in transaction: any Transaction) throws {
        switch self {
        case .rejection:
            try dependants.add(
                "reason", "SELECT id FROM reason WHERE template_id = \(template) AND deleted_at IS NULL ORDER BY id",
                in: transaction)
        case .automaticReply:
            try dependants.add(
                "company",
                """
                SELECT c.id FROM hiring_preferences h JOIN company c ON c.id = h.company_id
                WHERE h.auto_reply_template_id = \(template) AND c.deleted_at IS NULL ORDER BY c.id
                """, in: transaction)
        }
    }

    /// Refuses with 409 to delete a template that is named, naming by what.
    static func checkUnused(_ template: Template.ID, in transaction: any Transaction) throws {
        var dependants = Dependants()
        try TemplateUse.rejection.add(template, to: &dependants, in: transaction)
        try TemplateUse.automaticReply.add(template, to: &dependants, in: transaction)
        try dependants.refuse { count in
            Phrase(
                en: "Reasons for rejecting or automatic replies of companies use it (\(count)). Give them another "
                    + "template first.",
                fr: "Des motifs de refus ou des réponses automatiques d’entreprises l’utilisent (\(count)). "
                    + "Donnez-leur d’abord un autre modèle.")
        }
    }

    /// Refuses with 409 a change after which the template does not fit any more what names it.
    static func checkStillFits(_ template: TemplateView, in transaction: any Transaction) throws {
        for use in [TemplateUse.rejection, .automaticReply] {
            guard let objection = use.objection(to: template) else { continue }
            var dependants = Dependants()
            try use.add(template.id, to: &dependants, in: transaction)
            try dependants.refuse { count in
                Phrase(
                    en: "It is used (\(count)), and so changed it \(objection.phrase.english).",
                    fr: "Il est utilisé (\(count)), et ainsi modifié il \(objection.phrase.french).")
            }
        }
    }
}
