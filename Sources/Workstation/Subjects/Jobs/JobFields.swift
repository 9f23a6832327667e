import Domain
import Engine
import JSON

/// The fields of a job in a form, and their values as the engine takes them.
struct JobFields: Sendable {
    let language: Language
    let role: Role

    private func say(_ english: String, _ french: String) -> String { Phrase(en: english, fr: french)[language] }

    private var isAdmin: Bool { role == .admin || role == .superadmin }

    static func values(_ view: JobView) -> [String: String] {
        var values: [String: String] = [:]
        values["title"] = view.title
        values["requisition_id"] = view.requisitionID
        values["employment_type"] = view.employmentType.rawValue
        values["workplace"] = view.workplace.rawValue
        values["location.city"] = view.location.city?.value
        values["location.postal_code"] = view.location.postalCode?.value
        values["location.region"] = view.location.region?.value
        values["location.country_code"] = view.location.countryCode?.value
        values["base_salary.min"] = view.baseSalary?.min.map { String($0.value) }
        values["base_salary.max"] = view.baseSalary?.max.map { String($0.value) }
        values["base_salary.currency"] = view.baseSalary?.currency.value
        values["base_salary.unit"] = view.baseSalary?.unit.rawValue
        values["salary_public"] = String(view.salaryPublic ?? false)
        values["openings"] = view.openings.map(String.init)
        values["experience_months"] = view.experienceMonths.map(String.init)
        values["education_level"] = view.educationLevel
        values["valid_through"] = view.validThrough?.description
        values["confidential"] = String(view.confidential ?? false)
        values["fee.type"] = view.fee?.type.rawValue
        values["fee.value"] = view.fee?.value.map { $0 == $0.rounded() ? String(Int64($0)) : String($0) }
        values["description"] = view.description
        values["public_description"] = view.publicDescription
        return values
    }

    /// The fields of a job, or of a new one.
    func fields(_ view: JobView?) -> [FormField] {
        let values = view.map(Self.values) ?? [:]
        let currency = values["base_salary.currency"] ?? "EUR"
        func text(_ name: String, _ label: String, _ limit: Int, isRequired: Bool = false, help: String? = nil)
            -> FormField
        {
            FormField(name, label, .text(limit: limit), value: values[name] ?? "", isRequired: isRequired, help: help)
        }
        func number(_ name: String, _ label: String, help: String? = nil) -> FormField {
            FormField(name, label, .number, value: values[name] ?? "", help: help)
        }
        func toggle(_ name: String, _ label: String) -> FormField {
            FormField(name, label, .toggle, value: values[name] ?? "false")
        }
        func money(_ name: String, _ label: String) -> FormField {
            let units = values[name].flatMap { Int64($0) }
            return FormField(
                name, label, .money(currencyField: "base_salary.currency"),
                value: units.map { MoneyEntry.text(minorUnits: $0, currency: currency) } ?? "")
        }
        func choice(_ name: String, _ label: String, _ options: [(value: String, label: String)], _ first: String)
            -> FormField
        {
            FormField(name, label, .choice(options), value: values[name] ?? first)
        }
        var fields: [FormField] = []
        if view == nil, isAdmin {
            fields.append(FormField("company_id", say("Company", "Entreprise"), .lookup(.companies), isRequired: true))
        }
        fields += [
            text("title", say("Title", "Intitulé"), 200, isRequired: true),
            text("requisition_id", say("Reference", "Référence"), 60),
            choice(
                "employment_type", say("Employment", "Contrat"),
                Job.EmploymentType.allCases.map { ($0.rawValue, $0.title[language]) },
                Job.EmploymentType.fullTime.rawValue),
            choice(
                "workplace", say("Workplace", "Lieu de travail"),
                Job.Workplace.allCases.map { ($0.rawValue, $0.title[language]) }, Job.Workplace.onSite.rawValue),
            text("location.city", say("Town", "Ville"), 120),
            text("location.postal_code", say("Postal code", "Code postal"), 20),
            text("location.region", say("Region", "Région"), 120),
            text("location.country_code", say("Country", "Pays"), 2, help: "FR, BE, CH…"),
            money("base_salary.min", say("Salary from", "Salaire min.")),
            money("base_salary.max", say("Salary to", "Salaire max.")),
            FormField("base_salary.currency", say("Currency", "Devise"), .text(limit: 3), value: currency),
            choice(
                "base_salary.unit", say("For each", "Par"),
                SalaryUnit.allCases.map { ($0.rawValue, $0.title[language]) },
                SalaryUnit.year.rawValue),
            toggle("salary_public", say("Salary is public", "Salaire public")),
            number("openings", say("Openings", "Postes à pourvoir")),
            number(
                "experience_months", say("Experience", "Expérience"), help: say("In months", "En mois")),
            text("education_level", say("Education", "Formation"), 80),
            FormField(
                "valid_through", say("Apply until", "Candidater avant"), .date, value: values["valid_through"] ?? ""),
            toggle("confidential", say("Confidential", "Confidentiel")),
        ]
        if isAdmin {
            fields += [
                choice(
                    "fee.type", say("Fee", "Honoraires"),
                    [("", "–")] + JobView.Fee.Kind.allCases.map { ($0.rawValue, $0.title[language]) }, ""),
                number(
                    "fee.value", say("Amount of the fee", "Montant"),
                    help: say("Percent, or minor units (cents)", "Pourcentage, ou centimes")),
            ]
        }
        return fields + [
            FormField(
                "description", say("Description", "Description"), .longText(limit: 50_000),
                value: values["description"] ?? ""),
            FormField(
                "public_description", say("As candidates read it", "Version publique"), .longText(limit: 50_000),
                value: values["public_description"] ?? ""),
        ]
    }

    /// What changed between a job and the values of its form.
    static func changes(of view: JobView?, to values: [String: String]) -> RecordChanges {
        var before = view.map(Self.values) ?? [:]
        if view?.baseSalary == nil {
            before["base_salary.currency"] = values["base_salary.currency"]
            before["base_salary.unit"] = values["base_salary.unit"]
        }
        return RecordChanges(before: before, after: values, wholes: ["location", "base_salary", "fee"])
    }
}

extension JobView.Fee.Kind {
    public var title: Phrase {
        switch self {
        case .percent: Phrase(en: "Percent", fr: "Pourcentage")
        case .fixed: Phrase(en: "Fixed", fr: "Forfait")
        }
    }
}
