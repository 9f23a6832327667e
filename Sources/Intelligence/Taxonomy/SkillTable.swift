/// A skill of the taxonomy.
public struct TaxonomySkill: Sendable, Hashable {
    public enum Kind: String, Sendable, Codable, CaseIterable { case knowledge, skill, language, transversal }

    public enum Source: UInt8, Sendable {
        case esco = 1
        case onet, rome
    }

    public let name: String
    public let kind: Kind
    public let source: Source
    /// `http://data.europa.eu/esco/skill/…`, for those of ESCO.
    public let escoURI: String?
}

/// The skills by their number: 16 bytes of the ESCO identifier, place and length of the name, kind, source.
struct SkillTable: @unchecked Sendable {
    private let rows: UnsafeRawBufferPointer
    private let strings: UnsafeRawBufferPointer
    private static let stride = 24

    init(_ file: TaxonomyFile) {
        rows = file.section("skill")
        strings = file.section("strings")
    }

    var count: Int { rows.count / Self.stride }

    subscript(_ number: Int) -> TaxonomySkill {
        let start = number * Self.stride
        let place = Int(rows.loadUnaligned(fromByteOffset: start + 16, as: UInt32.self))
        let length = Int(rows.loadUnaligned(fromByteOffset: start + 20, as: UInt16.self))
        let identifier = rows[start..<start + 16]
        let kind: TaxonomySkill.Kind
        switch rows[start + 22] {
        case UInt8(ascii: "K"): kind = .knowledge
        case UInt8(ascii: "L"): kind = .language
        case UInt8(ascii: "T"): kind = .transversal
        default: kind = .skill
        }
        let source = TaxonomySkill.Source(rawValue: rows[start + 23]) ?? .esco
        return TaxonomySkill(
            name: String(decoding: strings[place..<place + length], as: UTF8.self), kind: kind, source: source,
            escoURI: source == .esco ? "http://data.europa.eu/esco/skill/" + Self.uuid(identifier) : nil)
    }

    private static func uuid(_ bytes: Slice<UnsafeRawBufferPointer>) -> String {
        var text = ""
        for (index, byte) in bytes.enumerated() {
            if [4, 6, 8, 10].contains(index) { text += "-" }
            let digits = String(byte, radix: 16)
            text += digits.count == 1 ? "0" + digits : digits
        }
        return text
    }
}
