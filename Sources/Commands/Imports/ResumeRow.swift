import Domain
import Interchange
import JSON

/// The row of a candidate import that a CV's JSON Resume fields make.
struct ResumeRow {
    private(set) var row: JSONValue
    /// Whether there is an address or an international number to recognise the person by.
    let hasContacts: Bool

    /// How the basics of a CV are read: as the columns of a table would be, names divided, numbers in E.164.
    private static let mapper = RecordMapper(.candidates, mapping: mapping)

    private static let mapping: ColumnMapping = {
        var mapping = ColumnMapping()
        let rules = [
            ("location.city", "basics.location.city"), ("location.region", "basics.location.region"),
            ("location.postal_code", "basics.location.postalCode"),
            ("location.country_code", "basics.location.countryCode"), ("full_name", "basics.name"),
            ("emails", "basics.email"), ("phones", "basics.phone"), ("headline", "basics.label"),
            ("summary", "basics.summary"),
        ]
        for (field, column) in rules { mapping.rules.append((field, ColumnMapping.Rule(columns: [column]))) }
        return mapping
    }()

    /// Of each list so many entries are taken; what is beyond stays in the CV.
    private static let listLimit = 50

    init(_ resume: JSONValue) {
        let record = TableRecord(line: 1, fields: [TableRecord.Field(name: "basics", value: resume["basics"] ?? .null)])
        row = Self.mapper.map(record).input
        hasContacts =
            row["emails"] != nil || row["phones"]?.arrayValue?.contains { $0["e164"] != nil } == true
        put("profiles", Self.items(resume["basics"], "profiles", keeping: ["network", "username", "url"]))
        put("languages", Self.items(resume, "languages", keeping: ["language", "fluency"]))
        put("skills", Self.skills(resume).map { .string($0) })
        let work = Self.items(resume, "work", keeping: Self.workFields).compactMap(Self.work)
        put("experience", work)
        put("education", Self.items(resume, "education", keeping: Self.studyFields).compactMap(Self.study))
        if let current = work.first(where: { $0["end_date"] == nil }) {
            if let position = current["position"], position != "—" { row["current_title"] = position }
            if let company = current["name"], company != "—" { row["current_company"] = company }
        }
    }

    /// A name, and something that makes it a person's CV rather than any text with a name in it.
    var isUsable: Bool {
        guard row["first_name"] != nil, row["last_name"] != nil else { return false }
        return row["emails"] != nil || row["phones"] != nil || row["experience"] != nil || row["education"] != nil
    }

    private mutating func put(_ name: String, _ items: [JSONValue]) {
        if !items.isEmpty { row[name] = .array(items) }
    }

    private static let workFields = ["name", "position", "location", "startDate", "endDate", "summary", "highlights"]
    private static let studyFields = ["institution", "area", "studyType", "startDate", "endDate", "score"]

    /// The entries of a list with the named members, under the names of the contract.
    private static func items(_ value: JSONValue?, _ list: String, keeping names: [String]) -> [JSONValue] {
        (value?[list]?.arrayValue ?? []).prefix(listLimit).map { entry in
            var object = JSONObject()
            for name in names {
                guard let member = entry[name], !member.isNull, member != "" else { continue }
                object[snakeCase(name)] = member
            }
            return .object(object)
        }
    }

    /// A position needs a beginning; what else is missing is shown as a dash.
    private static func work(_ entry: JSONValue) -> JSONValue? {
        var entry = entry
        guard entry["start_date"] != nil, entry["name"] != nil || entry["position"] != nil else { return nil }
        for name in ["name", "position"] where entry[name] == nil { entry[name] = "—" }
        for (name, longest) in [("name", 200), ("position", 200), ("location", 200), ("summary", 10_000)] {
            cut(name, to: longest, in: &entry)
        }
        if let highlights = entry["highlights"]?.arrayValue {
            entry["highlights"] = .array(highlights.prefix(100).filter { ($0.stringValue?.count ?? 0) <= 1_000 })
        }
        return ordered(entry)
    }

    private static func study(_ entry: JSONValue) -> JSONValue? {
        var entry = entry
        guard entry["institution"] != nil || entry["study_type"] != nil || entry["area"] != nil else { return nil }
        if entry["institution"] == nil { entry["institution"] = "—" }
        for (name, longest) in [("institution", 200), ("area", 200), ("study_type", 120), ("score", 60)] {
            cut(name, to: longest, in: &entry)
        }
        return ordered(entry)
    }

    private static func cut(_ name: String, to longest: Int, in entry: inout JSONValue) {
        guard let text = entry[name]?.stringValue, text.count > longest else { return }
        entry[name] = .string(String(text.prefix(longest)))
    }

    /// Without an end that lies before the beginning: one of the two was misread.
    private static func ordered(_ entry: JSONValue) -> JSONValue {
        guard let start = entry["start_date"]?.stringValue, let end = entry["end_date"]?.stringValue else {
            return entry
        }
        let length = min(start.utf8.count, end.utf8.count)
        guard start.prefix(length) > end.prefix(length) else { return entry }
        var entry = entry
        entry["end_date"] = nil
        return entry
    }

    /// Every skill by itself: the members of groups, and the names that stand alone.
    private static func skills(_ resume: JSONValue) -> [String] {
        var seen: Set<String> = []
        let all = (resume["skills"]?.arrayValue ?? []).flatMap { skill -> [String] in
            let keywords = skill["keywords"]?.arrayValue?.compactMap(\.stringValue) ?? []
            return keywords.isEmpty ? [skill["name"]?.stringValue].compactMap { $0 } : keywords
        }
        return Array(
            all.filter { !$0.isEmpty && $0.count <= 120 && seen.insert(Folding.key($0)).inserted }.prefix(100))
    }
}
