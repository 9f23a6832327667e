import Domain
import Intelligence
import JSON

/// How often the first occupation found for a French title is the one that people linked it to.
///
/// MELO, where the titles come from, ranks forms of occupations and calls one right that the linked occupation has. So
/// the figures that have a floor are of forms: of the forms of the occupation found, the one most alike the title must
/// be a form of the linked occupation too (`gérant de portefeuille` is one of two occupations). The stricter figure
/// beside it asks for the occupation itself.
struct TitleFigures {
    let data: DataFolder

    func all() throws -> [Figure] {
        let forms = try OccupationForms(csv: data.text("taxonomy-esco-fr-occupations/occupation_labels_fr.csv"))
        let rome = try data.lines("titles-melo-fr/rome_fr.jsonl").map { outcome($0, forms) }
        let belgium = try data.lines("titles-melo-fr/belgium_fr.jsonl").map { outcome($0, forms) }
        let learnt = rome.filter(\.isTraining)
        let unseen = rome.filter { !$0.isTraining }
        func share(_ outcomes: [Outcome], _ isHit: (Outcome) -> Bool) -> Double {
            outcomes.isEmpty ? 0 : Double(outcomes.filter(isHit).count) / Double(outcomes.count)
        }
        func figures(_ part: String, _ train: [Outcome]?, _ development: [Outcome], _ floor: Double, _ aim: Double)
            -> [Figure]
        {
            [
                Figure(
                    "French title → ESCO, form@1 (\(part))", train: train.map { share($0, \.isForm) },
                    development: share(development, \.isForm), floor: floor, aim: aim, n: development.count),
                Figure(
                    "French title → ESCO, occupation@1 (\(part))", train: train.map { share($0, \.isOccupation) },
                    development: share(development, \.isOccupation), n: development.count),
            ]
        }
        return figures("ROME", learnt, unseen, 0.77, 0.88) + figures("Belgium", nil, belgium, 0.48, 0.65)
    }

    private struct Outcome {
        let isTraining: Bool
        var isOccupation = false
        var isForm = false
    }

    private func outcome(_ record: JSONValue, _ forms: OccupationForms) -> Outcome {
        let title = record.text("query")
        var outcome = Outcome(isTraining: StableSplit.isTraining(title))
        guard let found = Taxonomy.builtIn.occupations(named: title, in: .french, limit: 1).first else {
            return outcome
        }
        let linked = record.texts("esco")
        outcome.isOccupation = linked.contains(found.occupation.code)
        let nearest = forms.nearest(to: title, of: found.occupation.code)
        outcome.isForm = nearest.map { form in linked.contains { forms.has($0, form) } } ?? false
        return outcome
    }
}

/// The French forms of each occupation of ESCO.
struct OccupationForms {
    private var forms: [String: [String]] = [:]

    /// `csv` has two columns under a heading: the occupation, and one of its forms, in quotes where it has commas.
    init(csv: String) {
        for row in csv.split(whereSeparator: \.isNewline).dropFirst() {
            let parts = row.split(separator: ",", maxSplits: 1)
            guard parts.count == 2 else { continue }
            var form = String(parts[1])
            if form.hasPrefix("\""), form.hasSuffix("\""), form.count > 1 {
                form = String(form.dropFirst().dropLast()).replacing("\"\"", with: "\"")
            }
            forms[String(parts[0]), default: []].append(form.lowercased())
        }
    }

    func has(_ occupation: String, _ form: String) -> Bool { forms[occupation]?.contains(form) ?? false }

    /// The occupation's form most alike the title; the first of equals.
    func nearest(to title: String, of occupation: String) -> String? {
        let similarity = TitleSimilarity(title)
        var best: (form: String, score: Double)?
        for form in forms[occupation] ?? [] {
            let score = similarity.to(form)
            if score > (best?.score ?? -1) { best = (form, score) }
        }
        return best?.form
    }
}
