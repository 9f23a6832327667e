import Domain
import Intelligence
import JSON

/// How well skills are found in texts.
struct SkillFigures {
    let data: DataFolder
    let extractor = SkillExtractor()

    func all() throws -> [Figure] {
        var figures: [Figure] = []
        let train = try spans("skills-skillspan/train.jsonl")
        let development = try spans("skills-skillspan/dev.jsonl")
        figures.append(
            Figure(
                "SkillSpan knowledge, span F1", train: train.knowledge.f1, development: development.knowledge.f1,
                floor: 0.29, aim: 0.55, n: development.knowledge.wanted))
        figures.append(
            Figure(
                "SkillSpan skill, span F1", train: train.skill.f1, development: development.skill.f1, floor: 0.02,
                aim: 0.45, n: development.skill.wanted))
        let green = try green()
        figures.append(Figure("Green, Skill, span F1", development: green.f1, isChosenOn: false, n: green.wanted))
        let french = try french()
        figures.append(Figure("French ads, recall of mentions", development: french.recall, n: french.wanted))
        figures.append(Figure("French ads, precision of mentions", development: french.precision, n: french.said))
        let learnt = try recall("skills-skillskape/train-sample.jsonl")
        let fresh = try recall("skills-skillskape/dev.jsonl")
        figures.append(
            Figure(
                "sentence → ESCO, recall@5 (SkillSkape)", train: learnt.value, development: fresh.value, floor: 0.24,
                aim: 0.45, n: fresh.n))
        return figures
    }

    /// Places of words that a space divides, from places in Unicode scalars: every word that is touched.
    static func words(_ skills: [ExtractedSkill], in text: String) -> [Range<Int>] {
        var ends: [Int] = []
        var position = 0
        for word in text.split(separator: " ", omittingEmptySubsequences: false) {
            position += word.unicodeScalars.count
            ends.append(position)
            position += 1
        }
        return skills.compactMap { skill in
            guard let first = ends.firstIndex(where: { $0 > skill.start }),
                let last = ends.firstIndex(where: { $0 >= skill.end })
            else { return nil }
            return first..<last + 1
        }
    }

    private func spans(_ path: String) throws -> (knowledge: SpanCount, skill: SpanCount) {
        var counts = (knowledge: SpanCount(), skill: SpanCount())
        for (number, record) in try data.lines(path).enumerated() {
            let text = record.text("text")
            let found = extractor.skills(in: text, language: .english)
            func said(_ kinds: Set<TaxonomySkill.Kind>) -> [[Int]] {
                Self.words(found.filter { kinds.contains($0.kind) }, in: text).map {
                    [number, $0.lowerBound, $0.upperBound]
                }
            }
            func truth(_ key: String) -> [[Int]] { record.ranges(key).map { [number, $0.lowerBound, $0.upperBound] } }
            counts.knowledge.add(said: said([.knowledge, .language]), truth: truth("knowledge"))
            counts.skill.add(said: said([.skill, .transversal]), truth: truth("skill"))
        }
        return counts
    }

    private func green() throws -> SpanCount {
        var count = SpanCount()
        for record in try data.lines("skills-green/sentences.jsonl") {
            let text = record.text("text")
            let truth = record.list("entities").compactMap { entity -> [Int64]? in
                guard entity[2] == "Skill", let start = entity[0]?.integerValue, let end = entity[1]?.integerValue
                else {
                    return nil
                }
                return [start, end]
            }
            let said = Self.words(extractor.skills(in: text, language: .english), in: text)
            count.add(said: said.map { [Int64($0.lowerBound), Int64($0.upperBound)] }, truth: truth)
        }
        return count
    }

    /// By the words, since a mention that comes again later is not marked.
    private func french() throws -> SpanCount {
        var count = SpanCount()
        for record in try data.lines("skills-fr-ads/labels.jsonl") {
            let said = extractor.skills(in: record.text("text"), language: .french).map { Folding.key($0.text) }
            count.add(said: said, truth: record.list("skills").map { Folding.key($0.text("text")) })
        }
        return count
    }

    private func recall(_ path: String) throws -> (value: Double, n: Int) {
        var sum = 0.0
        var n = 0
        for record in try data.lines(path) {
            let truth = Set(record.texts("esco_skills").filter { $0 != "UNK" }.map { Folding.key($0) })
            guard !truth.isEmpty else { continue }
            let said = Taxonomy.builtIn.escoSkills(in: record.text("sentence"), limit: 5)
            sum += Double(truth.intersection(said.map { Folding.key($0.skill.name) }).count) / Double(truth.count)
            n += 1
        }
        return (n == 0 ? 0 : sum / Double(n), n)
    }
}
