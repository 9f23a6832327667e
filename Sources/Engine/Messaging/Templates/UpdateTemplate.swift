import Domain
import JSON
import Storage

/// Changes a template. What is absent stays as it is. 409 where what uses it could use it no more.
public struct UpdateTemplate: RouteOperation {
    public static let contract = Contract(
        "messaging.templates.update", .put, "/messaging/templates/{template_id}", access: .roles(admin: .yes),
        effect: .write, Phrase(en: "Update template", fr: "Modifier un modèle de message"))

    public var templateID: Template.ID
    public var name: Text<120>?
    public var kind: Template.Kind?
    public var subject: Text<200>?
    public var body: Text<20_000>?
    /// Variables beside the known ones, which who sends it fills in; those that it has unless said otherwise.
    public var variables: [String]?
    public var locale: LocaleName?
    public var expectedVersion: Int?

    public init(
        templateID: Template.ID, name: Text<120>? = nil, kind: Template.Kind? = nil, subject: Text<200>? = nil,
        body: Text<20_000>? = nil, variables: [String]? = nil, locale: LocaleName? = nil, expectedVersion: Int? = nil
    ) {
        self.templateID = templateID
        self.name = name
        self.kind = kind
        self.subject = subject
        self.body = body
        self.variables = variables
        self.locale = locale
        self.expectedVersion = expectedVersion
    }

    public func perform(in call: Call) throws -> TemplateView {
        if let subject { _ = try TemplateText(subject.value, field: "subject") }
        if let body { _ = try TemplateText(body.value, field: "body") }
        let before = try TemplateReading.find(templateID, in: call)
        var after = before
        after.name = name?.value ?? before.name
        after.kind = kind ?? before.kind
        after.subject = subject?.value ?? before.subject
        after.body = body?.value ?? before.body
        after.locale = locale?.value ?? before.locale
        after.variables = try TemplateRules.variables(
            subject: after.subject, body: after.body, declared: variables ?? kept(of: before, in: after))
        try StaleVersion.check(expectedVersion, current: before.version, "template", templateID)
        guard after != before else { return before }
        do {
            try TemplateUse.checkStillFits(after, in: call.transaction)
        } catch let problem as Problem {
            throw problem.about("template", templateID)
        }
        try TemplateRules.checkName(after.name, locale: after.locale, except: templateID, in: call.transaction)
        try call.transaction.execute(
            """
            UPDATE template SET name = \(after.name), name_folded = \(Folding.key(after.name)), kind = \(after.kind),
            subject = \(after.subject), body = \(after.body), variables = \(try StoredJSON.text(of: after.variables)),
            locale = \(after.locale), updated_at = \(call.now), version = version + 1,
            row_seq = \(try call.rowSequence()) WHERE id = \(templateID)
            """)
        let made = try TemplateReading.find(templateID, in: call)
        if let changes = try ChangedFields.between(before, made) {
            call.note("template", templateID, before: changes.before, after: changes.after)
        }
        return made
    }

    /// The declared variables that the new text still has.
    private func kept(of before: TemplateView, in after: TemplateView) throws -> [String] {
        let used =
            try TemplateText(after.subject, field: "subject").variables
            + TemplateText(after.body, field: "body").variables
        return before.variables.filter { !TemplateVariable.names.contains($0) && used.contains($0) }
    }
}
