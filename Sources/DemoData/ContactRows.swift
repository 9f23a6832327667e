import Domain
import JSON
import Storage

extension DemoGenerator {
    /// One to three people at a company whom the agency talks to; the first is the primary one.
    func addContacts(of company: CompanySketch, to rows: inout DemoRows) {
        var random = RandomStream(seed: plan.seed, kind: .contact, index: company.index)
        let isFrench = company.city.countryCode == "FR"
        let titles =
            isFrench
            ? ["DRH", "Responsable recrutement", "Directeur général", "Chef de service"]
            : ["HR director", "Talent manager", "Managing director", "Head of department"]
        for number in 0..<random.between(1, 3) {
            let first = random.pick(isFrench ? Names.frenchFirst : Names.englishFirst)
            let last = random.pick(isFrench ? Names.frenchLast : Names.englishLast)
            let at = company.createdAt.advanced(byDays: number)
            let id: Contact.ID = random.identifier(at: at)
            let words = SearchWords.split(first + " " + last).map { $0.filter(\.isASCII) }.filter { !$0.isEmpty }
            let address = "\(words.joined(separator: ".")).\(company.index + 1)@client.example"
            let emails: JSONValue = [["value": .string(address), "type": "work"]]
            let hasLeft = number > 0 && random.chance(0.1)
            rows.add(
                """
                INSERT INTO contact (id, created_at, updated_at, version, row_seq, company_id, first_name, last_name,
                name_folded, title, emails, phones, is_primary, is_billing, can_email, left_company) VALUES (\(id),
                \(at), \(at), 1, \(rows.clock), \(company.id), \(first), \(last), \(Folding.key(last + " " + first)),
                \(titles[number == 0 ? random.below(2) : random.below(4)]), \(emails.serialized()), '[]',
                \(number == 0), \(number == 1), \(random.chance(0.9)), \(hasLeft))
                """)
        }
    }

    /// How two in three companies hire.
    func addHiringPreferences(of company: CompanySketch, _ context: DemoContext, to rows: inout DemoRows) {
        var random = RandomStream(seed: plan.seed, kind: .hiringPreferences, index: company.index)
        let id: HiringPreferences.ID = random.identifier(at: company.createdAt)
        guard company.index < 2 || random.chance(0.66) else { return }
        let workplaces = [["on_site"], ["on_site", "hybrid"], ["hybrid", "remote"]][random.below(3)]
        let place: JSONValue = [
            ["city": .string(company.city.name), "country_code": .string(company.city.countryCode)]
        ]
        let trade = Occupations.all.firstIndex { $0.industry == company.industry } ?? 0
        let pay = Int64(Occupations.all[trade].pay[1]) * 100_000
        let bands: JSONValue = [
            [
                "label": .string(Occupations.all[trade].titles[1].english), "min": .integer(pay),
                "max": .integer(pay + pay / 5), "currency": "EUR", "unit": "YEAR",
            ]
        ]
        rows.add(
            """
            INSERT INTO hiring_preferences (id, created_at, updated_at, version, row_seq, company_id, employment_types,
            workplaces, locations, min_experience_years, salary_bands, interview_rounds, blind_review, sla_days)
            VALUES (\(id), \(company.createdAt), \(company.createdAt), 1, \(rows.clock), \(company.id),
            '["FULL_TIME"]', \(JSONText.list(workplaces)), \(place.serialized()), \(Double(random.below(6))),
            \(bands.serialized()), \(random.between(1, 4)), \(random.chance(0.15)), \(random.between(3, 14)))
            """)
        for (position, skill) in context.skills[trade].prefix(2).enumerated() {
            rows.add(
                """
                INSERT INTO hiring_skill (company_id, skill_id, position) VALUES (\(company.id), \(skill), \(position))
                """)
        }
    }
}
