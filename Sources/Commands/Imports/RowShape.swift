import Domain
import Engine
import Interchange
import JSON

/// Turns a mapped record into a row of the operation: other names, and values that have no place there left out.
struct RowShape {
    private let subject: ImportSubject
    /// The workspace's sources of candidates, by their folded names.
    private var sources: [String: String] = [:]
    /// The reasons for which an application ends, by their folded names.
    private var reasons: [String: String] = [:]

    /// Longest names of skills and of tags that the operations take.
    private static let skillLength = 120
    private static let tagLength = 60

    init(_ subject: ImportSubject, session: WorkspaceSession, credential: Credential) throws {
        self.subject = subject
        guard subject == .candidates || subject == .applications else { return }
        sources = Self.names("sources.list", session, credential)
        if subject == .applications { reasons = Self.names("reasons.list", session, credential) }
    }

    private static func names(
        _ operation: String, _ session: WorkspaceSession, _ credential: Credential
    ) -> [String: String] {
        let answer = session.engine.dispatch(operation, input: ["page_size": 200], as: credential)
        var names: [String: String] = [:]
        for entry in answer.body["data"]?.arrayValue ?? [] {
            guard let name = entry["name"]?.stringValue, let id = entry["id"]?.stringValue else { continue }
            names[Folding.key(name)] = id
        }
        return names
    }

    /// The row, and what had to be left out of it.
    func row(_ input: JSONValue, from record: TableRecord) -> (row: JSONValue, notes: [Phrase]) {
        var row = input
        if subject == .candidates {
            for list in [RecordList.experience, .education] {
                let objects = list.objects(of: record[list.name])
                row[list.name] = objects == [] ? nil : objects
            }
            if let names = Self.names(of: record["skills"]) { row["skills"] = names }
        }
        var notes: [Phrase] = []
        for name in subject.unkept { row[name] = nil }
        switch subject {
        case .candidates, .cvs: shapeCandidate(&row, &notes)
        case .jobs: shapeJob(&row, &notes)
        case .contacts: Self.rename("company", to: "company_name", in: &row)
        case .applications: shapeApplication(&row, &notes)
        case .skills: Self.shorten("aliases", to: Self.skillLength, in: &row)
        case .companies, .users: break
        }
        return (row, notes)
    }

    /// The names of skills that come with their levels, as `rplus export` writes them to JSON.
    private static func names(of value: JSONValue?) -> JSONValue? {
        let names = (value?.arrayValue ?? []).compactMap { $0["name"] }
        return names.isEmpty ? nil : .array(names)
    }

    private func shapeCandidate(_ row: inout JSONValue, _ notes: inout [Phrase]) {
        nameSource(&row, &notes)
        Self.shorten("skills", to: Self.skillLength, in: &row)
        Self.shorten("tags", to: Self.tagLength, in: &row)
        Self.requirePair("desired_salary", "period", in: &row, &notes)
    }

    private func nameSource(_ row: inout JSONValue, _ notes: inout [Phrase]) {
        guard let name = row["source"]?.stringValue else { return }
        row["source"] = nil
        if let id = sources[Folding.key(name)] {
            row["source_id"] = .string(id)
        } else {
            notes.append(
                Phrase(en: "source left out: '\(name)' is none", fr: "source écartée : « \(name) » n’existe pas"))
        }
    }

    private func shapeApplication(_ row: inout JSONValue, _ notes: inout [Phrase]) {
        nameSource(&row, &notes)
        // Identifiers are those of another workspace where there is something better.
        if row["candidate_email"] != nil { row["candidate_id"] = nil }
        if row["requisition_id"] != nil {
            row["job_id"] = nil
            row["job_title"] = nil
        } else if row["job_id"] != nil {
            row["job_title"] = nil
        }
        if let text = row["applied_at"]?.stringValue, let date = ApplicationWords.day(text) {
            row["applied_at"] = .string(date.startOfDay.description)
        }
        if let words = row["status"]?.stringValue {
            let (status, note) = ApplicationWords.status(words)
            row["status"] = .string(status)
            if let note { notes.append(note) }
        }
        guard let reason = row["reason"]?.stringValue else { return }
        row["reason"] = nil
        guard row["status"] == "rejected" else { return }
        if let id = reasons[Folding.key(reason)] {
            row["reason_id"] = .string(id)
        } else {
            notes.append(
                Phrase(en: "reason left out: '\(reason)' is none", fr: "motif écarté : « \(reason) » n’existe pas"))
        }
    }

    private static func rename(_ name: String, to other: String, in row: inout JSONValue) {
        guard let value = row[name] else { return }
        row[name] = nil
        row[other] = value
    }

    private func shapeJob(_ row: inout JSONValue, _ notes: inout [Phrase]) {
        Self.rename("company", to: "company_name", in: &row)
        for name in ["date_posted", "valid_through"] {
            guard let text = row[name]?.stringValue, CalendarDate(text) == nil else { continue }
            row[name] = nil
            notes.append(
                Phrase(
                    en: "\(name) left out: \(text) is no whole date",
                    fr: "\(name) écarté : \(text) n’est pas une date entière"))
        }
        // Only a draft or an open job can be brought in: what the others went through is not in the file.
        if let status = row["status"]?.stringValue, status != "open", status != "draft" {
            row["status"] = "draft"
            notes.append(Phrase(en: "\(status): comes in as a draft", fr: "\(status) : entre comme brouillon"))
        }
        Self.shorten("skills", to: Self.skillLength, in: &row)
        if let skills = row["skills"]?.arrayValue, skills.count > 50 {
            row["skills"] = .array(Array(skills.prefix(50)))
        }
        Self.requirePair("base_salary", "unit", in: &row, &notes)
    }

    /// Names that are too long to be one are left out.
    private static func shorten(_ name: String, to length: Int, in row: inout JSONValue) {
        guard let items = row[name]?.arrayValue else { return }
        row[name] = .array(items.filter { ($0.stringValue?.count ?? 0) <= length })
    }

    /// Pay without a currency or a unit means nothing.
    private static func requirePair(
        _ name: String, _ unit: String, in row: inout JSONValue, _ notes: inout [Phrase]
    ) {
        guard let pay = row[name], pay["currency"] == nil || pay[unit] == nil else { return }
        row[name] = nil
        guard pay["min"] != nil || pay["max"] != nil else { return }
        notes.append(
            Phrase(
                en: "\(name) left out: no currency or no period", fr: "\(name) écarté : sans devise ou sans période"))
    }
}
