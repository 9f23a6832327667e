import Domain
import Engine

extension Workstation {
    /// Reads the reasons and asks for one; then the subjects move to Rejected.
    mutating func askForReason(_ subjects: [Subject]) -> [Work] {
        [
            .read(Work.Slot("reasons"), ListReasons()) { workstation, reasons in
                workstation.push(.form(workstation.rejectionForm(subjects, reasons.data)))
                return []
            }
        ]
    }

    /// A reason, and whether the candidate is told by its template.
    private func label(of reason: ReasonView) -> String {
        guard reason.templateID != nil else { return reason.name }
        return reason.name + say(Phrase(en: " · told by mail", fr: " · prévenu par courrier"))
    }

    private func rejectionForm(_ subjects: [Subject], _ reasons: [ReasonView]) -> Form {
        let count = subjects.count
        let names = listed(subjects.map(\.name))
        let title =
            count == 1
            ? Phrase(en: "Reject \(names)", fr: "Refuser \(names)")
            : Phrase(en: "Reject \(count) applications", fr: "Refuser \(count) candidatures")
        let consequence = Phrase(
            en: "\(names): Rejected. Can be taken back for 10 minutes.",
            fr: "\(names) : refus. Annulable pendant 10 minutes.")
        return Form(
            id: "reject", title: say(title),
            fields: [
                FormField(
                    "reason_id", say(Phrase(en: "Reason", fr: "Motif")),
                    // None beforehand: a reason that nobody chose would be written.
                    .choice(reasons.map { ($0.id.description, label(of: $0)) }), isRequired: true),
                FormField(
                    "internal_comment", say(Phrase(en: "Internal comment", fr: "Commentaire interne")),
                    .longText(limit: 2_000)),
                FormField(
                    "public_comment", say(Phrase(en: "Comment for the candidate", fr: "Commentaire pour le candidat")),
                    .longText(limit: 2_000)),
            ],
            consequence: say(consequence), submitLabel: say(Phrase(en: "Reject", fr: "Refuser")), isDestructive: true
        ) { values in
            let transition = Transition(
                to: .rejected, reasonID: values["reason_id"].flatMap { Reason.ID($0) },
                publicComment: values["public_comment"].flatMap(\.nonBlank),
                internalComment: values["internal_comment"].flatMap(\.nonBlank))
            return .success(.closing("reject") { $0.move(subjects, transition) })
        }
    }

    /// A way back needs a comment for colleagues; each of several moves gets the same.
    mutating func askForComment(
        _ subjects: [Subject], to stage: Application.Status, onward: [Application.Status] = []
    ) -> [Work] {
        let last = onward.last ?? stage
        let names = listed(subjects.map(\.name))
        let missing = say(Phrase(en: "is needed to go back", fr: "est nécessaire pour revenir en arrière"))
        push(
            .form(
                Form(
                    id: "back", title: "\(names) → \(say(last.title))",
                    fields: [
                        FormField(
                            "internal_comment", say(Phrase(en: "Internal comment", fr: "Commentaire interne")),
                            .longText(limit: 2_000), isRequired: true)
                    ],
                    consequence: say(
                        Phrase(
                            en: "The move back is kept in the history. A pending offer is rescinded.",
                            fr: "Le retour figure dans l’historique. Une offre en cours est retirée.")),
                    submitLabel: say(Phrase(en: "Move back", fr: "Reculer"))
                ) { values in
                    guard let comment = values["internal_comment"].flatMap(\.nonBlank) else {
                        return .failure(FormFault(["internal_comment": missing]))
                    }
                    let transition = Transition(to: stage, internalComment: comment, onward: onward)
                    return .success(.closing("back") { $0.move(subjects, transition) })
                }))
        return []
    }

    /// Names in a sentence, the first few of many.
    func listed(_ names: [String]) -> String {
        let shown = names.prefix(3).joined(separator: ", ")
        guard names.count > 3 else { return shown }
        return shown + say(Phrase(en: " and \(names.count - 3) more", fr: " et \(names.count - 3) autres"))
    }
}

extension Work {
    /// Closes a form and goes on with an effect, where the form itself asks nothing of the engine.
    static func closing(_ form: String, then effect: @escaping Effect) -> Work {
        .write { _ in
            { workstation in
                workstation.finishForm(form)
                return effect(&workstation)
            }
        }
    }
}

extension String {
    /// The text without blanks around it; nil when nothing is left.
    var nonBlank: String? {
        let text = String(Text<100_000>(cutting: self).value)
        return text.isEmpty ? nil : text
    }
}
