import Domain

/// An occupation of ESCO or a group of ISCO that a title was found to mean.
public struct Occupation: Sendable, Hashable {
    /// Its address below `http://data.europa.eu/esco/`, such as `occupation/…` or `isco/C2512`.
    public let code: String
    public let name: Phrase
    public var uri: String { "http://data.europa.eu/esco/" + code }
}

/// Occupations by number, and the forms of their titles in both languages.
struct OccupationTable: @unchecked Sendable {
    private let rows: UnsafeRawBufferPointer
    private let strings: UnsafeRawBufferPointer
    private let french: (index: TermIndex, occupations: UnsafeBufferPointer<UInt16>)
    private let english: (index: TermIndex, occupations: UnsafeBufferPointer<UInt16>)
    private static let stride = 18

    init(_ file: TaxonomyFile) {
        rows = file.section("occ")
        strings = file.section("strings")
        func forms(_ name: String) -> (index: TermIndex, occupations: UnsafeBufferPointer<UInt16>) {
            let occupations = file.array(name + ".doc", of: UInt16.self)
            return (TermIndex(file, name, documents: occupations.count), occupations)
        }
        french = forms("tfr")
        english = forms("ten")
    }

    subscript(_ number: Int) -> Occupation {
        func text(_ field: Int) -> String {
            let start = number * Self.stride + field * 6
            let place = Int(rows.loadUnaligned(fromByteOffset: start, as: UInt32.self))
            let length = Int(rows.loadUnaligned(fromByteOffset: start + 4, as: UInt16.self))
            return String(decoding: strings[place..<place + length], as: UTF8.self)
        }
        return Occupation(code: text(0), name: Phrase(en: text(2), fr: text(1)))
    }

    /// The occupations that a title most likely names, best first.
    func find(_ title: String, language: Language, limit: Int) -> [(occupation: Occupation, score: Double)] {
        let forms = language == .french ? french : english
        var best: [(number: Int, score: Double)] = []
        for hit in forms.index.search(TextWords.titleTerms(title), limit: limit * 12) {
            let number = Int(forms.occupations[hit.document])
            guard !best.contains(where: { $0.number == number }) else { continue }
            best.append((number, hit.score))
            if best.count == limit { break }
        }
        return best.map { (self[$0.number], $0.score) }
    }

    func rarity(_ term: UInt32) -> Double { min(french.index.rarity(term), english.index.rarity(term)) }
}
