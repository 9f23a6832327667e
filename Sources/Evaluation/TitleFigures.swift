import Intelligence
import JSON

/// How often the first occupation found for a French title is the one that people linked it to.
struct TitleFigures {
    let data: DataFolder

    func all() throws -> [Figure] {
        try [
            ("French title → ESCO, accuracy@1 (ROME)", "titles-melo-fr/rome_fr.jsonl", 0.77, 0.88),
            ("French title → ESCO, accuracy@1 (Belgium)", "titles-melo-fr/belgium_fr.jsonl", 0.48, 0.65),
        ].map { name, path, floor, aim in
            let records = try data.lines(path)
            let hits = records.filter { record in
                let found = Taxonomy.builtIn.occupations(named: record.text("query"), in: .french, limit: 1).first
                return found.map { record.texts("esco").contains($0.occupation.code) } ?? false
            }
            return Figure(
                name, development: records.isEmpty ? 0 : Double(hits.count) / Double(records.count), floor: floor,
                aim: aim, n: records.count)
        }
    }
}
