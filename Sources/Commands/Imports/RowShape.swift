import Domain
import Engine
import JSON

/// Turns a mapped record into a row of the operation: other names, and values that have no place there left out.
struct RowShape {
    private let subject: ImportSubject
    /// The workspace's sources of candidates, by their folded names.
    private var sources: [String: String] = [:]

    /// Longest names of skills and of tags that the operations take.
    private static let skillLength = 120
    private static let tagLength = 60

    init(_ subject: ImportSubject, session: WorkspaceSession, credential: Credential) throws {
        self.subject = subject
        guard subject == .candidates else { return }
        let answer = session.engine.dispatch("sources.list", input: ["page_size": 200], as: credential)
        let list = answer.body["data"]?.arrayValue ?? answer.body.arrayValue ?? []
        for source in list {
            guard let name = source["name"]?.stringValue, let id = source["id"]?.stringValue else { continue }
            sources[Folding.key(name)] = id
        }
    }

    /// The row, and what had to be left out of it.
    func row(_ input: JSONValue) -> (row: JSONValue, notes: [Phrase]) {
        var row = input
        var notes: [Phrase] = []
        for name in subject.unkept { row[name] = nil }
        switch subject {
        case .candidates, .cvs: shapeCandidate(&row, &notes)
        case .jobs: shapeJob(&row, &notes)
        case .companies: break
        }
        return (row, notes)
    }

    private func shapeCandidate(_ row: inout JSONValue, _ notes: inout [Phrase]) {
        if let name = row["source"]?.stringValue {
            row["source"] = nil
            if let id = sources[Folding.key(name)] {
                row["source_id"] = .string(id)
            } else {
                notes.append(
                    Phrase(en: "source left out: '\(name)' is none", fr: "source écartée : « \(name) » n’existe pas"))
            }
        }
        Self.shorten("skills", to: Self.skillLength, in: &row)
        Self.shorten("tags", to: Self.tagLength, in: &row)
        Self.requirePair("desired_salary", "period", in: &row, &notes)
    }

    private func shapeJob(_ row: inout JSONValue, _ notes: inout [Phrase]) {
        if let company = row["company"] {
            row["company"] = nil
            row["company_name"] = company
        }
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
