/// A mail, or one part of it, as it came from somebody: its headers, and its content still encoded. Reading is bounded in
/// depth and number, and never fails: what cannot be understood is text.
struct MailPart {
    /// Names in lower case, values unfolded; at most 500.
    let headers: [(name: String, value: String)]
    /// The bytes after the empty line.
    let content: ArraySlice<UInt8>

    private static let headerLimit = 500
    private static let partLimit = 50

    init(_ bytes: ArraySlice<UInt8>) {
        var headers: [(name: String, value: String)] = []
        var rest = bytes
        while !rest.isEmpty {
            let line = Self.nextLine(&rest)
            if line.isEmpty { break }
            let text = String(decoding: line, as: UTF8.self)
            if let first = line.first, first == 32 || first == 9 {
                guard let last = headers.indices.last else { continue }
                headers[last].value += " " + text.drop { $0 == " " || $0 == "\t" }
            } else if let colon = text.firstIndex(of: ":"), headers.count < Self.headerLimit {
                headers.append(
                    (
                        name: text[..<colon].lowercased(),
                        value: String(text[text.index(after: colon)...].drop { $0 == " " || $0 == "\t" })
                    ))
            }
        }
        self.headers = headers
        content = rest
    }

    /// The first header of this name, given in lower case.
    subscript(_ name: String) -> String? { headers.first { $0.name == name }?.value }

    /// Such as `multipart/report`, in lower case; `text/plain` where it does not say.
    var type: String {
        let value = self["content-type"] ?? "text/plain"
        return value.prefix { $0 != ";" }.filter { !$0.isWhitespace }.lowercased()
    }

    /// The content as it was before it was encoded for the way.
    var decoded: [UInt8] {
        switch (self["content-transfer-encoding"] ?? "").lowercased().filter({ !$0.isWhitespace }) {
        case "base64": Base64.bytes(content) ?? Array(content)
        case "quoted-printable": QuotedPrintable.bytes(content)
        default: Array(content)
        }
    }

    /// The parts of a multipart (RFC 2046, 5.1); none of anything else.
    var parts: [MailPart] {
        guard type.hasPrefix("multipart/"), let boundary = parameter("boundary"), !boundary.isEmpty else { return [] }
        let mark = Array("--\(boundary)".utf8)
        var parts: [MailPart] = []
        var start: Int?
        var rest = content
        while !rest.isEmpty, parts.count < Self.partLimit {
            let begin = rest.startIndex
            let line = Self.nextLine(&rest)
            guard line.starts(with: mark) else { continue }
            let tail = line.dropFirst(mark.count)
            let isLast = tail.starts(with: [45, 45])
            guard isLast || tail.allSatisfy({ $0 == 32 || $0 == 9 }) else { continue }
            if let start { parts.append(MailPart(content[start..<begin])) }
            start = rest.startIndex
            if isLast { return parts }
        }
        // One that was cut short.
        if let start, parts.count < Self.partLimit { parts.append(MailPart(content[start...])) }
        return parts
    }

    /// A parameter of the content's type, without quotation marks.
    func parameter(_ name: String) -> String? {
        var rest = Substring(self["content-type"] ?? "")
        while let semicolon = rest.firstIndex(of: ";") {
            rest = rest[rest.index(after: semicolon)...].drop { $0 == " " || $0 == "\t" }
            guard let equals = rest.firstIndex(of: "=") else { return nil }
            let key = rest[..<equals].lowercased().filter { !$0.isWhitespace }
            rest = rest[rest.index(after: equals)...].drop { $0 == " " }
            let value: Substring
            if rest.hasPrefix("\"") {
                rest = rest.dropFirst()
                value = rest.prefix { $0 != "\"" }
                rest = rest.dropFirst(value.count + 1)
            } else {
                value = rest.prefix { $0 != ";" && $0 != " " && $0 != "\t" }
                rest = rest.dropFirst(value.count)
            }
            if key == name { return String(value) }
        }
        return nil
    }

    /// The next line without its end.
    private static func nextLine(_ rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let end = rest.firstIndex(of: 10) ?? rest.endIndex
        var line = rest[rest.startIndex..<end]
        rest = end < rest.endIndex ? rest[(end + 1)...] : rest[rest.endIndex...]
        if line.last == 13 { line = line.dropLast() }
        return line
    }
}
