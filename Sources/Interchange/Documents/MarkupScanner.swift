/// Walks through XML a tag at a time. No entity but the five built in and numbers is expanded, so none can explode.
struct MarkupScanner {
    enum Token: Equatable {
        case open(name: String, isEmpty: Bool)
        case close(name: String)
        case text(String)
        /// The markup ends inside a tag.
        case broken
    }

    private let bytes: [UInt8]
    private var index = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The next tag or run of text, or nil at the end. Attributes, comments and instructions are passed over.
    mutating func next() -> Token? {
        while index < bytes.count {
            if bytes[index] != 0x3C {
                let end = bytes[index...].firstIndex(of: 0x3C) ?? bytes.count
                defer { index = end }
                return .text(Self.unescape(bytes[index..<end]))
            }
            if bytes[index...].starts(with: Array("<!--".utf8)) {
                guard let end = find("-->", from: index + 4) else { return broken() }
                index = end + 3
                continue
            }
            if bytes[index...].starts(with: Array("<![CDATA[".utf8)) {
                guard let end = find("]]>", from: index + 9) else { return broken() }
                defer { index = end + 3 }
                return .text(String(decoding: bytes[(index + 9)..<end], as: UTF8.self))
            }
            guard let end = tagEnd() else { return broken() }
            let inside = bytes[(index + 1)..<end]
            index = end + 1
            guard let first = inside.first, first != 0x3F, first != 0x21 else { continue }
            let isClosing = first == 0x2F
            let nameBytes = inside.dropFirst(isClosing ? 1 : 0).prefix { $0 > 0x20 && $0 != 0x2F }
            let name = String(decoding: nameBytes, as: UTF8.self)
            return isClosing ? .close(name: name) : .open(name: name, isEmpty: inside.last == 0x2F)
        }
        return nil
    }

    private mutating func broken() -> Token {
        index = bytes.count
        return .broken
    }

    /// The `>` that ends the tag, outside quoted attributes.
    private func tagEnd() -> Int? {
        var quote: UInt8 = 0
        for position in (index + 1)..<max(bytes.count, index + 1) {
            let byte = bytes[position]
            if quote != 0 {
                if byte == quote { quote = 0 }
            } else if byte == 0x22 || byte == 0x27 {
                quote = byte
            } else if byte == 0x3E {
                return position
            }
        }
        return nil
    }

    private func find(_ needle: String, from start: Int) -> Int? {
        let needle = Array(needle.utf8)
        guard bytes.count >= start + needle.count else { return nil }
        return (start...(bytes.count - needle.count)).first { bytes[$0..<($0 + needle.count)].elementsEqual(needle) }
    }

    private static func unescape(_ bytes: ArraySlice<UInt8>) -> String {
        let text = String(decoding: bytes, as: UTF8.self)
        return text.utf8.contains(0x26) ? CharacterReferences.expand(text) : text
    }
}
