/// Collects the text between the brackets of a paste.
struct PasteBuffer: Sendable {
    private static let end: [UInt8] = Array("\u{1B}[201~".utf8)
    private let limit: Int
    private var bytes: [UInt8] = []
    /// How many bytes of the closing bracket were seen.
    private var matched = 0
    private(set) var isComplete = false

    init(limit: Int) { self.limit = limit }

    /// Takes bytes up to the end of the paste and returns how many it took.
    mutating func append(_ slice: ArraySlice<UInt8>) -> Int {
        var used = 0
        for byte in slice {
            used += 1
            if byte == Self.end[matched] {
                matched += 1
                if matched == Self.end.count {
                    isComplete = true
                    return used
                }
                continue
            }
            if matched > 0 {
                keep(Self.end[..<matched])
                matched = byte == Self.end[0] ? 1 : 0
                if matched == 1 { continue }
            }
            keep(CollectionOfOne(byte))
        }
        return used
    }

    /// The text with line breaks as `\n` and without other control characters.
    var text: String {
        let decoded = String(decoding: bytes, as: UTF8.self)
        var result = String.UnicodeScalarView()
        var lastWasReturn = false
        for scalar in decoded.unicodeScalars {
            let afterReturn = lastWasReturn
            lastWasReturn = scalar == "\r"
            switch scalar {
            case "\r": result.append("\n")
            case "\n": if !afterReturn { result.append("\n") }
            case "\t": result.append(scalar)
            default: if scalar.properties.generalCategory != .control { result.append(scalar) }
            }
        }
        return String(result)
    }

    private mutating func keep(_ more: some Collection<UInt8>) {
        bytes.append(contentsOf: more.prefix(max(0, limit - bytes.count)))
    }
}
