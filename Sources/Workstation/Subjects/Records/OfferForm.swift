import Domain
import Engine
import JSON

extension Workstation {
    /// Asks for an offer to the candidate of the selected application.
    mutating func makeOffer() -> [Work] {
        guard let subject = subjects.first else { return tellNothingSelected() }
        if let reason = unavailability(of: .offerMake) { return tell(error: about(subject.name, reason)) }
        guard subjects.count == 1 else {
            return tell(
                error: say(
                    Phrase(
                        en: "An offer is made to one person: select one application.",
                        fr: "Une offre s’adresse à une personne : sélectionnez une candidature.")))
        }
        // What the job pays is what an offer begins with.
        return [
            .read(Work.Slot("offer"), GetJob(jobID: subject.jobID)) { workstation, job in
                workstation.push(.form(workstation.offerForm(subject, job)))
                return []
            }
        ]
    }

    private func offerForm(_ subject: Subject, _ job: JobView) -> Form {
        let currency = job.baseSalary?.currency.value ?? "EUR"
        let salary = (job.baseSalary?.min ?? job.baseSalary?.max)
            .map { MoneyEntry.text(minorUnits: $0.value, currency: currency) }
        let unit = job.baseSalary?.unit ?? .year
        let language = language
        return Form(
            id: "offer",
            title: say(
                Phrase(
                    en: "Offer to \(subject.name) · \(subject.jobTitle)",
                    fr: "Offre à \(subject.name) · \(subject.jobTitle)")),
            fields: [
                FormField(
                    "salary", say(Phrase(en: "Salary", fr: "Salaire")), .money(currencyField: "currency"),
                    value: salary ?? "", isRequired: true),
                FormField(
                    "currency", say(Phrase(en: "Currency", fr: "Devise")), .text(limit: 3), value: currency,
                    isRequired: true),
                FormField(
                    "salary_unit", say(Phrase(en: "For each", fr: "Par")), .choice(salaryUnits), value: unit.rawValue),
                FormField(
                    "start_date", say(Phrase(en: "First day", fr: "Premier jour")), .date, isRequired: true),
                FormField(
                    "expires_at", say(Phrase(en: "Answer until", fr: "Réponse avant")), .dateAndTime,
                    value: "\(entryRules.today.adding(days: 7)) 18:00", isRequired: true),
                FormField("message", say(Phrase(en: "Message", fr: "Message")), .longText(limit: 5_000)),
                FormField("send", say(Phrase(en: "Send at once", fr: "Envoyer tout de suite")), .toggle, value: "true"),
            ],
            consequence: say(
                Phrase(
                    en: "The application moves to Offer; an earlier offer is superseded. An offer is not undone but "
                        + "rescinded.",
                    fr: "La candidature passe à l’étape Offre ; une offre précédente est remplacée. Une offre ne "
                        + "s’annule pas, elle se retire.")),
            submitLabel: say(Phrase(en: "Make the offer", fr: "Faire l’offre"))
        ) { values in
            var input = FormInput()
            for name in ["salary", "currency", "salary_unit", "start_date", "expires_at", "message", "send"] {
                input.set(name, values[name])
            }
            input.set("application_id", .string(subject.id.description))
            input.set("expected_from", .string(subject.status.rawValue))
            return .submitting(MakeOffer.self, input, of: "offer", in: language) { workstation, offer in
                let amount = workstation.salary(of: offer)
                workstation.tell(
                    Phrase(
                        en: "Offer to \(offer.candidateName): \(amount), \(offer.status.title.english)",
                        fr: "Offre à \(offer.candidateName) : \(amount), \(offer.status.title.french)"), level: .done)
                workstation.board.reload()
                return workstation.refreshSubjects()
            }
        }
    }

    var salaryUnits: [(value: String, label: String)] { SalaryUnit.allCases.map { ($0.rawValue, say($0.title)) } }

    func salary(of offer: OfferView) -> String {
        MoneyWords.amount(offer.salary, currency: offer.currency, language) + " " + say(offer.salaryUnit.each)
    }

    /// Lists what can be done with the offers of the selected application.
    mutating func respondToOffer() -> [Work] {
        guard let subject = oneSubject() else { return [] }
        return [
            .read(Work.Slot("offers"), ListOffers(applicationID: subject.id)) { workstation, offers in
                guard let offer = offers.data.first else {
                    workstation.tell(
                        Phrase(en: "\(subject.name): there is no offer.", fr: "\(subject.name) : il n’y a pas d’offre.")
                    )
                    return []
                }
                workstation.push(.choice(workstation.responses(to: offer)))
                return []
            }
        ]
    }

    private func responses(to offer: OfferView) -> Choice {
        let isCandidate = person.role == .candidate
        let actions: [RespondToOffer.Action] = isCandidate ? [.accept, .decline] : [.send, .rescind]
        let items = actions.map { action in
            Choice.Item(
                say(action.title), letter: action.letter,
                disabledReason: offer.allows(action)
                    ? nil
                    : say(Phrase(en: "is \(offer.status.title.english)", fr: "état : \(offer.status.title.french)"))
            ) { $0.confirm(action, offer) }
        }
        let title = "\(offer.candidateName) · \(salary(of: offer)) · \(say(offer.status.title))"
        return Choice(title: title, items: items)
    }

    private mutating func confirm(_ action: RespondToOffer.Action, _ offer: OfferView) -> [Work] {
        guard action != .decline else { return askWhyDeclined(offer) }
        push(
            .confirmation(
                Confirmation(
                    title: about(say(action.title), salary(of: offer)), consequence: say(action.consequence),
                    confirmLabel: say(action.title)
                ) { _ in
                    let answer = RespondToOffer(offerID: offer.id, action: action, expectedVersion: offer.version)
                    return [.write(answer) { $0.settle(answered: $1) }]
                }))
        return []
    }

    private mutating func askWhyDeclined(_ offer: OfferView) -> [Work] {
        [
            .read(Work.Slot("reasons"), ListReasons(kind: .theyRejected)) { workstation, reasons in
                let language = workstation.language
                workstation.push(
                    .form(
                        Form(
                            id: "decline", title: workstation.say(RespondToOffer.Action.decline.title),
                            fields: [
                                FormField(
                                    "decline_reason_id", workstation.say(Phrase(en: "Reason", fr: "Motif")),
                                    .choice([("", "–")] + reasons.data.map { ($0.id.description, $0.name) }))
                            ],
                            consequence: workstation.say(RespondToOffer.Action.decline.consequence),
                            submitLabel: workstation.say(RespondToOffer.Action.decline.title), isDestructive: true
                        ) { values in
                            var input = FormInput()
                            input.set("offer_id", .string(offer.id.description))
                            input.set("action", "decline")
                            input.set("decline_reason_id", values["decline_reason_id"])
                            input.set("expected_version", .integer(Int64(offer.version)))
                            return .submitting(RespondToOffer.self, input, of: "decline", in: language) {
                                $0.settle(answered: $1)
                            }
                        }))
                return []
            }
        ]
    }

    private mutating func settle(answered offer: OfferView) -> [Work] {
        tell(about(offer.candidateName, say(offer.status.title)), level: .done)
        board.reload()
        return refreshSubjects()
    }
}
