import Domain
import JSON

/// Makes the record of one row of a list. What the caller does not see is not in the row, and so not in the record.
struct ExportRecord {
    let subject: ExportSubject
    let columns: [String]
    let format: ExportFormat
    let source: ExportSource

    func make(_ row: JSONValue) -> JSONObject {
        var record = JSONObject()
        for column in columns {
            let steps = column.split(separator: ".").map(String.init)
            record[column] = steps.count == 2 ? row[steps[0]]?[steps[1]] : row[column]
        }
        switch subject {
        case .candidates: candidate(row, &record)
        case .jobs: job(row, &record)
        case .applications: application(row, &record)
        case .companies, .contacts: record["external_id"] = row["id"]
        case .skills: record["category"] = source.categoryPath(row["category_id"])
        case .users: record["company"] = source.one("companies.get", "company_id", row["company_id"])?["name"]
        }
        if subject == .contacts { Self.addresses(row, &record) }
        return record
    }

    private static func addresses(_ row: JSONValue, _ record: inout JSONObject) {
        record["emails"] = texts(row["emails"], ["value"])
        record["phones"] = texts(row["phones"], ["e164", "value"])
    }

    /// Of each entry the first of the members that it has.
    private static func texts(_ list: JSONValue?, _ members: [String]) -> JSONValue? {
        guard let list = list?.arrayValue else { return nil }
        return .array(list.compactMap { entry in members.lazy.compactMap { entry[$0] }.first })
    }

    private static func pay(_ name: String, _ row: JSONValue, _ record: inout JSONObject) {
        for end in ["min", "max"] { record["\(name).\(end)"] = NumberText.major(row[name]?[end]) }
    }

    private func candidate(_ row: JSONValue, _ record: inout JSONObject) {
        Self.addresses(row, &record)
        Self.pay("desired_salary", row, &record)
        if format.isNested {
            for list in [RecordList.skills, .experience, .education] {
                record[list.name] = list.objects(of: row[list.name])
            }
        } else {
            record["skills"] = Self.texts(row["skills"], ["name"])
        }
        record["languages"] = (row["languages"]?.arrayValue).map { languages in
            .array(
                languages.map { entry in
                    let name = entry["language"]?.stringValue ?? ""
                    return .string(entry["fluency"]?.stringValue.map { "\(name) (\($0))" } ?? name)
                })
        }
        record["source"] = source.name("sources.list", row["source_id"])
        for profile in row["profiles"]?.arrayValue ?? [] {
            let network = Folding.key(profile["network"]?.stringValue ?? "")
            if ["linkedin", "github", "website"].contains(network), record[network] == nil {
                record[network] = profile["url"] ?? profile["username"]
            }
        }
        record["external_id"] = row["id"]
    }

    private func job(_ row: JSONValue, _ record: inout JSONObject) {
        Self.pay("base_salary", row, &record)
        record["company"] = row["company_name"]
        // A bare number would be read as years.
        record["experience_months"] = (row["experience_months"]?.integerValue).map { .string("\($0) months") }
        if let id = row["id"] {
            record["skills"] = Self.texts(.array(source.all("jobs.skillRequirements.list", ["job_id": id])), ["name"])
        }
    }

    private func application(_ row: JSONValue, _ record: inout JSONObject) {
        let candidate = source.one("candidates.get", "candidate_id", row["candidate_id"])
        record["candidate_email"] = candidate?["emails"]?[0]?["value"]
        record["requisition_id"] = source.one("jobs.get", "job_id", row["job_id"])?["requisition_id"]
        record["source"] = source.name("sources.list", row["source_id"])
        record["reason"] = source.name("reasons.list", row["rejection_reason_id"])
        record["external_id"] = row["id"]
    }
}
