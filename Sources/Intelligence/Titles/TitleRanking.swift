import Foundation

/// Which occupations a French title means, by several kinds of evidence: how alike it is to forms of an occupation, to
/// its preferred form, to names of ROME and to English forms, whether other likely occupations are of the same group,
/// and whether both tell the same level of work. What each counts was learnt by `scripts/intelligence/titles.py`, from
/// names of ROME that people linked and from forms of ESCO that were taken out and asked for.
struct TitleRanking {
    /// An occupation with the cosines by which it is a candidate.
    private struct Candidate {
        let occupation: Int
        let form: Double
        let preferred: Double
        let name: Double
        let english: Double

        /// By this the candidates are chosen, and those are told whose group counts.
        var base: Double { form + 0.5 * name + 0.2 * english }
    }

    private static let candidates = 40
    private static let neighbours = 15

    /// Best first, with shares that add up to 1.
    private var ranked: [(occupation: Int, probability: Double)] = []

    init(_ title: String, _ table: OccupationTable) {
        let terms = TextWords.titleTerms(title)
        let words = TextWords.titleWords(title).map { StableHash(TextWords.stem($0)).short }
        let forms = table.french.index.scores(terms)
        let (french, preferred) = Self.pooled(forms, table.french, table.count)
        let (english, _) = Self.pooled(table.english.index.scores(terms), table.english, table.count)
        let (names, _) = Self.pooled(table.names.index.scores(words), table.names, table.count)
        let all = (0..<table.count).compactMap { number -> Candidate? in
            guard table.isFrenchOccupation(number), french[number] + english[number] + names[number] > 0 else {
                return nil
            }
            return Candidate(
                occupation: number, form: french[number], preferred: preferred[number], name: names[number],
                english: english[number])
        }
        let chosen = all.sorted { ($1.base, $0.occupation) < ($0.base, $1.occupation) }.prefix(Self.candidates)
        rank(Array(chosen), level: TitleLevel(of: title), table)
    }

    func best(_ limit: Int) -> ArraySlice<(occupation: Int, probability: Double)> { ranked.prefix(limit) }

    private mutating func rank(_ chosen: [Candidate], level asked: TitleLevel?, _ table: OccupationTable) {
        var shares: [Int: Double] = [:]
        var total = 0.0
        for candidate in chosen.prefix(Self.neighbours) {
            let weight = candidate.base * candidate.base
            shares[table.group(candidate.occupation), default: 0] += weight
            total += weight
        }
        let scores = chosen.map { candidate in
            let own = table.level(candidate.occupation)
            let evidence = [
                candidate.form, candidate.preferred, max(candidate.form, candidate.name), candidate.english,
                total > 0 ? (shares[table.group(candidate.occupation)] ?? 0) / total : 0,
                (own == .manager) != (asked == .manager) ? 1 : 0,
                asked != nil && own != nil && asked != own ? 1 : 0,
                asked != nil && asked == own ? 1 : 0,
            ]
            return zip(table.weights, evidence).reduce(0) { $0 + Double($1.0) * $1.1 }
        }
        guard let top = scores.max() else { return }
        let odds = scores.map { exp($0 - top) }
        let sum = odds.reduce(0, +)
        let order = chosen.indices.sorted { (scores[$1], $0) < (scores[$0], $1) }
        ranked = order.map { (chosen[$0].occupation, odds[$0] / sum) }
    }

    /// For each occupation the best cosine of its titles, and that of the first of them, which is the preferred one.
    private static func pooled(
        _ scores: [Double], _ forms: OccupationTable.Forms, _ count: Int
    ) -> (best: [Double], first: [Double]) {
        var best = [Double](repeating: 0, count: count)
        var first = [Double](repeating: -1, count: count)
        for (document, score) in scores.enumerated() {
            let number = Int(forms.occupations[document])
            if first[number] < 0 { first[number] = score }
            if score > best[number] { best[number] = score }
        }
        return (best, first.map { max(0, $0) })
    }
}
