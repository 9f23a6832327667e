import Domain
import JSON
import Storage

extension DemoGenerator {
    func addCompany(_ company: CompanySketch, _ context: DemoContext, to rows: inout DemoRows) {
        let location: JSONValue = [
            "city": .string(company.city.name), "region": .string(company.city.region),
            "country_code": .string(company.city.countryCode),
        ]
        let owner = context.consultants[company.consultant]
        rows.add(
            """
            INSERT INTO company (id, created_at, updated_at, version, row_seq, row_no, name, name_folded, industry,
            size_band, location, status, owner_consultant_id, default_fee_percent) VALUES (\(company.id),
            \(company.createdAt), \(company.createdAt), 1, \(rows.clock), \(company.index + 1),
            \(company.name), \(Folding.key(company.name)), \(company.industry),
            \(["1-9", "10-49", "50-249", "250-999"][company.index % 4]), \(location.serialized()), 'active',
            \(owner), \(Double(15 + company.index % 8)))
            """)
        addAssignment(
            consultant: owner, subject: ("company", company.id.cast()), at: company.createdAt, index: company.index,
            to: &rows)
        addContacts(of: company, to: &rows)
        addHiringPreferences(of: company, context, to: &rows)
    }

    func addAssignment(
        consultant: Consultant.ID, subject: (type: String, id: AnyEntity.ID), at: Instant, index: Int,
        to rows: inout DemoRows
    ) {
        var random = RandomStream(
            seed: plan.seed ^ UInt64(subject.type.utf8.count), kind: .identifier, index: index + 10)
        let id: Assignment.ID = random.identifier(at: at)
        rows.add(
            """
            INSERT INTO assignment (id, created_at, updated_at, version, row_seq, consultant_id, subject_type,
            subject_id, role, starts_at) VALUES (\(id), \(at), \(at), 1, \(rows.clock), \(consultant),
            \(subject.type), \(subject.id), 'owner', \(at))
            """)
    }
}
