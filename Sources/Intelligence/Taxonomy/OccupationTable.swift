import Domain

/// An occupation of ESCO or a group of ISCO that a title was found to mean.
public struct Occupation: Sendable, Hashable {
    /// Its address below `http://data.europa.eu/esco/`, such as `occupation/…` or `isco/C2512`.
    public let code: String
    public let name: Phrase
    public var uri: String { "http://data.europa.eu/esco/" + code }
}

/// Occupations by number, the forms of their titles in both languages, and the names of ROME that mean them.
struct OccupationTable: @unchecked Sendable {
    /// Titles, each of which belongs to an occupation.
    struct Forms: @unchecked Sendable {
        let index: TermIndex
        /// The occupation of each title.
        let occupations: UnsafeBufferPointer<UInt16>

        init(_ file: TaxonomyFile, _ name: String) {
            occupations = file.array(name + ".doc", of: UInt16.self)
            index = TermIndex(file, name, documents: occupations.count)
        }
    }

    private let rows: UnsafeRawBufferPointer
    private let strings: UnsafeRawBufferPointer
    /// Four bytes for each occupation: its group of ISCO (two), its level, whether it has French forms.
    private let known: UnsafeRawBufferPointer
    let french: Forms
    let english: Forms
    /// Names of ROME by their words' stems.
    let names: Forms
    /// See `TitleRanking`.
    let weights: UnsafeBufferPointer<Float>
    private static let stride = 18

    init(_ file: TaxonomyFile) {
        rows = file.section("occ")
        known = file.section("occ.k")
        strings = file.section("strings")
        french = Forms(file, "tfr")
        english = Forms(file, "ten")
        names = Forms(file, "tro")
        weights = file.array("ttl.w", of: Float.self)
    }

    var count: Int { rows.count / Self.stride }

    subscript(_ number: Int) -> Occupation {
        func text(_ field: Int) -> String {
            let start = number * Self.stride + field * 6
            let place = Int(rows.loadUnaligned(fromByteOffset: start, as: UInt32.self))
            let length = Int(rows.loadUnaligned(fromByteOffset: start + 4, as: UInt16.self))
            return String(decoding: strings[place..<place + length], as: UTF8.self)
        }
        return Occupation(code: text(0), name: Phrase(en: text(2), fr: text(1)))
    }

    /// The number of its group of four digits in ISCO; 0 where it is not known.
    func group(_ number: Int) -> Int { Int(known.loadUnaligned(fromByteOffset: number * 4, as: UInt16.self)) }

    /// The level of work that the first word of its French name tells (see `TitleLevel`).
    func level(_ number: Int) -> TitleLevel? { TitleLevel(rawValue: known[number * 4 + 2]) }

    /// Whether it is an occupation, and no group, that French titles may mean.
    func isFrenchOccupation(_ number: Int) -> Bool { known[number * 4 + 3] != 0 }

    /// The occupations that a title most likely names, best first.
    func find(_ title: String, language: Language, limit: Int) -> [(occupation: Occupation, score: Double)] {
        if language == .french {
            return TitleRanking(title, self).best(limit).map { (self[$0.occupation], $0.probability) }
        }
        var best: [(number: Int, score: Double)] = []
        for hit in english.index.search(TextWords.titleTerms(title), limit: limit * 12) {
            let number = Int(english.occupations[hit.document])
            guard !best.contains(where: { $0.number == number }) else { continue }
            best.append((number, hit.score))
            if best.count == limit { break }
        }
        return best.map { (self[$0.number], $0.score) }
    }

    func rarity(_ term: UInt32) -> Double { min(french.index.rarity(term), english.index.rarity(term)) }
}
