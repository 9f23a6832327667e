import Domain
import Interchange
import JSON

/// How exactly fields are read out of CVs, over every format that a CV is there in.
struct CurriculumFigures {
    let data: DataFolder

    private struct Case {
        let label: CurriculumLabel
        let files: [String]
    }

    func all() throws -> [Figure] {
        let layouts = ["Classic", "Engineeringresumes", "Harvard", "Moderncv", "Sb2nov"]
        let rendered = Case(
            label: CurriculumLabel(rendered: try data.text("cv-rendercv/John_Doe_source.yaml")),
            files: layouts.map { "cv-rendercv/John_Doe_\($0).pdf" })
        return figures("French", try labelled("cv-fr-authored")) + figures("English", try labelled("cv-en-synthetic"))
            + figures("RenderCV", [rendered])
    }

    private func labelled(_ folder: String) throws -> [Case] {
        try data.list(folder + "/labels.json").map { label in
            let path = folder + "/" + label.text("id")
            return Case(label: CurriculumLabel(label), files: ["txt", "docx", "pdf"].map { "\(path).\($0)" })
        }
    }

    private func figures(_ set: String, _ cases: [Case]) -> [Figure] {
        var fields: [String: Share] = [:]
        var work = SpanCount()
        var schools = SpanCount()
        for example in cases {
            let label = example.label
            for file in example.files {
                guard let contents = data.data(file) else { continue }
                let document = try? DocumentReader().read(contents, filename: file)
                let resume = ResumeParser.parse(text: document?.text ?? "")
                let basics = resume.basics
                fields["name", default: Share()].add(same(basics.name, label.name))
                fields["e-mail", default: Share()].add(same(basics.email, label.email))
                if !label.phone.isEmpty { fields["phone", default: Share()].add(isPhone(basics, label)) }
                fields["city", default: Share()].add(same(basics.location.city, label.city))
                work.add(
                    said: resume.work.map { [file, Folding.key($0.position), Folding.key($0.name)] },
                    truth: label.work.map { [file, Folding.key($0.title), Folding.key($0.employer)] })
                schools.add(
                    said: resume.education.map { [file, Folding.key($0.institution)] },
                    truth: label.schools.map { [file, Folding.key($0)] })
            }
        }
        var figures = ["name", "e-mail", "phone", "city"].compactMap { field in
            fields[field].map { Figure("CV \(field) exact, \(set)", development: $0.value, aim: 0.95, n: $0.n) }
        }
        figures.append(
            Figure("CV experience F1 (title, employer), \(set)", development: work.f1, aim: 0.85, n: work.wanted))
        if schools.wanted > 0 {
            figures.append(
                Figure("CV education F1 (school), \(set)", development: schools.f1, aim: 0.85, n: schools.wanted))
        }
        return figures
    }

    private func same(_ one: String, _ other: String) -> Bool { Folding.key(one) == Folding.key(other) }

    private func isPhone(_ basics: Resume.Basics, _ label: CurriculumLabel) -> Bool {
        if let wanted = label.phoneE164 { return basics.phoneE164 == wanted }
        return basics.phone.filter(\.isNumber) == label.phone.filter(\.isNumber)
    }
}

/// How often something was right.
private struct Share {
    private var hits = 0
    private(set) var n = 0

    mutating func add(_ isHit: Bool) {
        n += 1
        if isHit { hits += 1 }
    }

    var value: Double { n == 0 ? 0 : Double(hits) / Double(n) }
}
