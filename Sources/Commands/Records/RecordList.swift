import JSON

/// A list of objects that a candidate has in JSON: `rplus export` writes it and `rplus import` reads it back.
struct RecordList {
    let name: String
    /// The members that each object may have.
    let members: [String]

    static let experience = RecordList(
        name: "experience",
        members: ["name", "position", "location", "start_date", "end_date", "summary", "highlights"])
    static let education = RecordList(
        name: "education",
        members: ["institution", "area", "study_type", "start_date", "end_date", "score", "courses", "url"])
    /// An import takes the names alone: levels are given by those who assess.
    static let skills = RecordList(name: "skills", members: ["name", "level", "years", "last_used"])

    /// What is taken from a file, and the members that are.
    private static let read = [experience, education, RecordList(name: "skills", members: ["name"])]

    /// Whether an import of candidates reads what is at a path such as `experience.0.name`.
    static func isRead(_ path: String) -> Bool {
        let steps = path.split(separator: ".").map(String.init)
        guard steps.count >= 3, Int(steps[1]) != nil else { return false }
        return read.contains { $0.name == steps[0] && $0.members.contains(steps[2]) }
    }

    /// Of each object of the list the members that have a value; `nil` where there is no list.
    func objects(of list: JSONValue?) -> JSONValue? {
        guard let list = list?.arrayValue else { return nil }
        return .array(
            list.filter { $0.objectValue != nil }.map { entry in
                var object = JSONObject()
                for member in members {
                    if let value = entry[member], !value.isNull, value != [], value != "" { object[member] = value }
                }
                return .object(object)
            })
    }
}
