import Domain
import JSON

/// What may be left out of a row that was refused, so that the rest of it comes in.
struct RowRepair {
    /// Without these a row is of no use, or means something else than its author wrote.
    private let needed: Set<String>

    init(_ subject: ImportSubject) {
        needed =
            switch subject {
            case .candidates, .cvs: ["first_name", "last_name", "status", "can_email"]
            case .jobs: ["title", "company_name", "requisition_id"]
            case .companies: ["name", "registration_no", "status"]
            case .contacts:
                [
                    "first_name", "last_name", "company_name", "company_id", "company_registration_no", "can_email",
                    "left_company",
                ]
            case .applications:
                [
                    "candidate_id", "candidate_email", "job_id", "requisition_id", "job_title", "status", "reason_id",
                    "applied_at",
                ]
            case .skills: ["name"]
            case .users: ["email", "first_name", "last_name", "role", "company"]
            }
    }

    /// Whether a field that could not be read is a reason to leave the whole row out.
    func isNeeded(_ field: String) -> Bool { needed.contains(Self.steps(field).first?.name ?? field) }

    /// The row without what the errors are about, and what to tell; nil where that is not possible.
    func mended(_ row: JSONValue, errors: [JSONValue]) -> (row: JSONValue, notes: [Phrase])? {
        var row = row
        var notes: [Phrase] = []
        var gone: Set<String> = []
        // From the back, so that places in lists stay what they were.
        let sorted = errors.sorted { Self.order($0) > Self.order($1) }
        for error in sorted {
            let field = error["field"]?.stringValue ?? ""
            let message = error["message"]?.stringValue ?? ""
            if field.isEmpty, error["code"] == "conflict", row["status"] == "open" {
                row["status"] = "draft"
                notes.append(
                    Phrase(en: "comes in as a draft: \(message)", fr: "entre comme brouillon : \(message)"))
                continue
            }
            let steps = Self.steps(field)
            guard let root = steps.first, !isNeeded(field) else { return nil }
            // Several errors may be about one and the same thing.
            guard gone.insert("\(root.name) \(root.index ?? -1)").inserted else { continue }
            guard row[root.name] != nil else { return nil }
            Self.remove(steps, error["code"] == "required", from: &row)
            notes.append(Phrase(en: "\(field) left out: \(message)", fr: "\(field) écarté : \(message)"))
        }
        return notes.isEmpty ? nil : (row, notes.reversed())
    }

    private struct Step {
        var name: String
        /// The place in a list: `emails[0]`.
        var index: Int?
    }

    private static func order(_ error: JSONValue) -> Int {
        steps(error["field"]?.stringValue ?? "").compactMap(\.index).first ?? 0
    }

    private static func steps(_ path: String) -> [Step] {
        path.split(separator: ".").map { part in
            guard let open = part.firstIndex(of: "["), part.last == "]" else { return Step(name: String(part)) }
            let index = Int(part[part.index(after: open)...].dropLast())
            return Step(name: String(part[..<open]), index: index)
        }
    }

    /// Removes a list's element, a member of an object, or where a needed member is missing the whole object.
    private static func remove(_ steps: [Step], _ isMissing: Bool, from row: inout JSONValue) {
        guard let root = steps.first else { return }
        if let index = root.index {
            var items = row[root.name]?.arrayValue ?? []
            if items.indices.contains(index) { items.remove(at: index) }
            row[root.name] = items.isEmpty ? nil : .array(items)
            return
        }
        if steps.count > 1, !isMissing, var inner = row[root.name] {
            inner[steps[1].name] = nil
            row[root.name] = inner.objectValue?.isEmpty == true ? nil : inner
        } else {
            row[root.name] = nil
        }
    }
}
