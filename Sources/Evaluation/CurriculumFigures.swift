import Domain
import Interchange
import JSON

/// How exactly fields are read out of CVs, over every format that a CV is there in.
struct CurriculumFigures {
    let data: DataFolder

    private struct Tally {
        var hits = 0
        var n = 0

        mutating func add(_ isHit: Bool) {
            n += 1
            if isHit { hits += 1 }
        }

        var share: Double { n == 0 ? 0 : Double(hits) / Double(n) }
    }

    func all() throws -> [Figure] { try figures("French", "cv-fr-authored") + figures("English", "cv-en-synthetic") }

    private func figures(_ language: String, _ folder: String) throws -> [Figure] {
        var tallies: [String: Tally] = [:]
        var work = SpanCount()
        var education = SpanCount()
        for label in try data.list(folder + "/labels.json") {
            for suffix in ["txt", "docx", "pdf"] {
                let name = label.text("id") + "." + suffix
                guard let contents = data.data(folder + "/" + name) else { continue }
                let document = try? DocumentReader().read(contents, filename: name)
                let resume = ResumeParser.parse(text: document?.text ?? "")
                let basics = resume.basics
                tallies["name", default: Tally()].add(same(basics.name, label.text("name")))
                tallies["e-mail", default: Tally()].add(same(basics.email, label.text("email")))
                tallies["phone", default: Tally()].add(isPhone(basics, label))
                let city =
                    label["city"]?.stringValue ?? label.text("location").split(separator: ",").first.map(String.init)
                tallies["city", default: Tally()].add(same(basics.location.city, city ?? ""))
                work.add(
                    said: resume.work.map { name + Folding.key($0.position) + "|" + Folding.key($0.name) },
                    truth: label.list("experiences").map {
                        name + Folding.key($0.text("title")) + "|" + Folding.key($0.text("company"))
                    })
                education.add(
                    said: resume.education.map { name + Folding.key($0.institution) },
                    truth: label.list("education").map { name + Folding.key($0.text("school")) })
            }
        }
        var figures = ["name", "e-mail", "phone", "city"].map { field in
            let tally = tallies[field] ?? Tally()
            return Figure("CV \(field) exact, \(language)", development: tally.share, aim: 0.95, n: tally.n)
        }
        figures.append(
            Figure("CV experience F1 (title, employer), \(language)", development: work.f1, aim: 0.85, n: work.wanted))
        if education.wanted > 0 {
            figures.append(
                Figure(
                    "CV education F1 (school), \(language)", development: education.f1, aim: 0.85, n: education.wanted))
        }
        return figures
    }

    private func same(_ one: String, _ other: String) -> Bool { Folding.key(one) == Folding.key(other) }

    private func isPhone(_ basics: Resume.Basics, _ label: JSONValue) -> Bool {
        if let wanted = label["phone_e164"]?.stringValue { return basics.phoneE164 == wanted }
        return basics.phone.filter(\.isNumber) == label.text("phone").filter(\.isNumber)
    }
}
