import Domain
import Engine
import JSON

/// The fields of a candidate in a form, and their values as the engine takes them.
struct CandidateFields: Sendable {
    let language: Language
    let role: Role

    private func say(_ english: String, _ french: String) -> String { Phrase(en: english, fr: french)[language] }

    static func values(_ view: CandidateView?) -> [String: String] {
        guard let view else { return ["can_email": "true", "willing_to_relocate": "false"] }
        var values: [String: String] = [:]
        values["first_name"] = view.firstName
        values["last_name"] = view.lastName
        values["headline"] = view.headline
        values["current_title"] = view.currentTitle
        values["current_company"] = view.currentCompany
        values["emails"] = view.emails?.map(\.value.value).joined(separator: ", ")
        values["phones"] = view.phones?.map(\.value.value).joined(separator: ", ")
        values["location.city"] = view.location?.city?.value
        values["location.postal_code"] = view.location?.postalCode?.value
        values["location.region"] = view.location?.region?.value
        values["location.country_code"] = view.location?.countryCode?.value
        values["work_authorization"] = view.workAuthorization
        values["available_from"] = view.availableFrom?.rawValue
        values["notice_days"] = view.noticeDays.map(String.init)
        values["desired_salary.min"] = view.desiredSalary?.min.map { String($0.value) }
        values["desired_salary.max"] = view.desiredSalary?.max.map { String($0.value) }
        values["desired_salary.currency"] = view.desiredSalary?.currency.value
        values["desired_salary.period"] = view.desiredSalary?.period.rawValue
        values["remote_preference"] = view.remotePreference?.rawValue
        values["willing_to_relocate"] = String(view.willingToRelocate ?? false)
        values["status"] = (view.status ?? .active).rawValue
        values["can_email"] = String(view.canEmail ?? true)
        values["tags"] = view.tags?.joined(separator: ", ")
        values["summary"] = view.summary
        return values
    }

    func fields(_ view: CandidateView?) -> [FormField] {
        let values = Self.values(view)
        let currency = values["desired_salary.currency"] ?? "EUR"
        func text(_ name: String, _ label: String, _ limit: Int, isRequired: Bool = false, help: String? = nil)
            -> FormField
        {
            FormField(name, label, .text(limit: limit), value: values[name] ?? "", isRequired: isRequired, help: help)
        }
        func money(_ name: String, _ label: String) -> FormField {
            let units = values[name].flatMap { Int64($0) }
            return FormField(
                name, label, .money(currencyField: "desired_salary.currency"),
                value: units.map { MoneyEntry.text(minorUnits: $0, currency: currency) } ?? "")
        }
        let several = say("Several: with commas", "Plusieurs : avec des virgules")
        var fields = [
            text("first_name", say("First name", "Prénom"), 120, isRequired: true),
            text("last_name", say("Last name", "Nom"), 120, isRequired: true),
            text("headline", say("Headline", "Titre"), 200),
            text("current_title", say("Position", "Poste actuel"), 200),
            text("current_company", say("Company", "Entreprise"), 200),
            text("emails", say("E-mail", "E-mail"), 1_000, help: several),
            text("phones", say("Telephone", "Téléphone"), 400, help: several),
            text("location.city", say("Town", "Ville"), 120),
            text("location.postal_code", say("Postal code", "Code postal"), 20),
            text("location.region", say("Region", "Région"), 120),
            text("location.country_code", say("Country", "Pays"), 2, help: "FR, BE, CH…"),
            text("work_authorization", say("Work permit", "Autorisation de travail"), 200),
            text("available_from", say("Available from", "Disponible dès"), 10, help: "2027, 2027-01, 2027-01-15"),
            FormField(
                "notice_days", say("Notice (days)", "Préavis (jours)"), .number, value: values["notice_days"] ?? ""),
            money("desired_salary.min", say("Salary from", "Salaire min.")),
            money("desired_salary.max", say("Salary to", "Salaire max.")),
            FormField("desired_salary.currency", say("Currency", "Devise"), .text(limit: 3), value: currency),
            FormField(
                "desired_salary.period", say("For each", "Par"),
                .choice(SalaryUnit.allCases.map { ($0.rawValue, $0.title[language]) }),
                value: values["desired_salary.period"] ?? SalaryUnit.year.rawValue),
            FormField(
                "remote_preference", say("Workplace", "Lieu de travail"),
                .choice([("", "–")] + Job.Workplace.allCases.map { ($0.rawValue, $0.title[language]) }),
                value: values["remote_preference"] ?? ""),
            FormField(
                "willing_to_relocate", say("Would move", "Mobile"), .toggle,
                value: values["willing_to_relocate"] ?? "false"),
            FormField(
                "status", say("Status", "Situation"), .choice(statuses.map { ($0.rawValue, $0.title[language]) }),
                value: values["status"] ?? Candidate.Status.active.rawValue),
            FormField(
                "can_email", say("May be e-mailed", "E-mails acceptés"), .toggle, value: values["can_email"] ?? "true"),
        ]
        if role != .candidate { fields.append(text("tags", say("Tags", "Étiquettes"), 600, help: several)) }
        fields.append(
            FormField(
                "summary", say("Summary", "Présentation"), .longText(limit: 10_000), value: values["summary"] ?? ""))
        return fields
    }

    /// A person goes no further than active and passive by itself.
    private var statuses: [Candidate.Status] {
        role == .candidate ? [.active, .passive] : Candidate.Status.allCases
    }

    /// What changed between two sets of values. What an address or a number is for is kept from the record.
    static func changes(of view: CandidateView?, to values: [String: String]) -> RecordChanges {
        let emails = view?.emails ?? []
        let phones = view?.phones ?? []
        var before = Self.values(view)
        if view == nil { before = [:] }
        // Without a salary its currency says nothing.
        if view?.desiredSalary == nil {
            before["desired_salary.currency"] = values["desired_salary.currency"]
            before["desired_salary.period"] = values["desired_salary.period"]
        }
        return RecordChanges(
            before: before, after: values, wholes: ["location", "desired_salary"],
            lists: [
                "emails": { item in
                    let known = emails.first { $0.value.value == item }
                    return known.flatMap { try? JSONValue(encoding: $0) } ?? ["value": .string(item)]
                },
                "phones": { item in
                    let known = phones.first { $0.value.value == item }
                    return known.flatMap { try? JSONValue(encoding: $0) } ?? ["value": .string(item)]
                },
                "tags": { .string($0) },
            ])
    }
}
