import Domain
import JSON

/// What a CV says, as people wrote it down beside the CV.
struct CurriculumLabel {
    var name = ""
    var email = ""
    /// As written; none where the CV has none.
    var phone = ""
    var phoneE164: String?
    var city = ""
    /// Title and employer of each position.
    var work: [(title: String, employer: String)] = []
    var schools: [String] = []

    init(_ label: JSONValue) {
        name = label.text("name")
        email = label.text("email")
        phone = label.text("phone")
        phoneE164 = label["phone_e164"]?.stringValue
        city = label["city"]?.stringValue ?? Self.town(label.text("location"))
        work = label.list("experiences").map { ($0.text("title"), $0.text("company")) }
        schools = label.list("education").map { $0.text("school") }
    }

    /// From the YAML that RenderCV makes its layouts of: one `key: value` a line is all that is read of it.
    init(rendered yaml: String) {
        var employer = ""
        for line in yaml.split(separator: "\n") {
            let parts = line.split(separator: ":", maxSplits: 1).map { part in
                part.drop { $0 == " " || $0 == "-" }
            }
            guard parts.count == 2, !parts[1].isEmpty else { continue }
            let value = String(parts[1])
            switch parts[0] {
            case "name" where name.isEmpty: name = value
            case "email": email = value
            case "location" where city.isEmpty: city = Self.town(value)
            case "company": employer = value
            case "position": work.append((value, employer))
            case "institution": schools.append(value)
            default: break
            }
        }
    }

    private static func town(_ place: String) -> String { place.split(separator: ",").first.map(String.init) ?? "" }
}
