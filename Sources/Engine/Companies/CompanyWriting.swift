import Domain
import Storage

/// Writes changed companies, with what follows from a change elsewhere.
enum CompanyWriting {
    static func update(_ company: CompanyView, from before: CompanyView, in call: Call) throws {
        try call.transaction.execute(
            """
            UPDATE company SET updated_at = \(call.now), version = version + 1, row_seq = \(try call.rowSequence()),
            name = \(company.name), name_folded = \(Folding.key(company.name)),
            registration_no = \(company.registrationNo), industry = \(company.industry),
            size_band = \(company.sizeBand), website = \(company.website), description = \(company.description),
            location = \(StoredJSON.record(company.location)), status = \(company.status ?? .prospect),
            owner_consultant_id = \(company.ownerConsultantID), default_fee_percent = \(company.defaultFeePercent),
            parent_id = \(company.parentID) WHERE id = \(company.id)
            """)
        if company.ownerConsultantID != before.ownerConsultantID {
            try AssignmentWriting.setOwner(
                company.ownerConsultantID, of: .company(company.id), since: before.ownerConsultantID, in: call)
        }
        // The name is among the words of its jobs and of their applications.
        guard company.name != before.name else { return }
        let jobs = try JobSearchDocument.all(
            where: "j.company_id = \(company.id) AND j.deleted_at IS NULL", in: call.transaction)
        try EngineSearch.write(jobs, to: EngineSchema.jobSearch, in: call.transaction)
        try ApplicationSearchDocument.refresh(company: company.id, in: call.transaction)
    }
}
