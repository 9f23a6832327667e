import Foundation

/// Turns the HTML of an advertisement into plain text: paragraphs, lists with bullets, no scripts.
public enum HTMLText {
    /// Characters that are kept at most.
    public static let longest = 100_000

    /// The text of a piece of HTML; what is no HTML comes back as it is, but for entities.
    public static func plain(_ source: String) -> String {
        if isPlainLine(source) { return source }
        var text = String(source.prefix(longest * 4))
        // Some systems send their HTML escaped once more: "&lt;p&gt;".
        if !hasTags(text), text.contains("&lt;") {
            let expanded = CharacterReferences.expand(text)
            if hasTags(expanded) { text = expanded }
        }
        let body = hasTags(text) ? stripped(text) : text
        return String(spaced(CharacterReferences.expand(body)).prefix(longest))
    }

    /// Whether the text is one line of ASCII in which nothing could change: what most cells of a table are.
    private static func isPlainLine(_ text: String) -> Bool {
        let bytes = text.utf8
        guard bytes.count > 1, bytes.count <= longest, bytes.first != 0x20, bytes.last != 0x20 else { return false }
        var before: UInt8 = 0
        for byte in bytes {
            guard (0x20...0x7E).contains(byte), byte != 0x3C, byte != 0x26 else { return false }
            if byte == 0x20, before == 0x20 { return false }
            before = byte
        }
        return true
    }

    /// The elements by which a text is taken for HTML.
    private static let telling: Set<String> = [
        "p", "br", "div", "ul", "ol", "li", "b", "i", "strong", "em", "span", "h1", "h2", "h3", "h4", "h5", "h6", "a",
        "table", "tr", "td", "section", "u", "font",
    ]

    /// Whether there is a whole tag of one of the telling elements.
    private static func hasTags(_ text: String) -> Bool {
        guard text.utf8.contains(0x3C) else { return false }
        let bytes = Array(text.utf8)
        var index = 0
        while let start = bytes[index...].firstIndex(of: 0x3C) {
            index = start + 1
            var name = bytes[index...]
            if name.first == 0x2F { name = name.dropFirst() }
            let letters = name.prefix { isWordByte($0) }
            guard letters.count <= 7, telling.contains(String(decoding: letters, as: UTF8.self).lowercased()),
                let end = bytes[letters.endIndex...].first(where: { $0 == 0x3C || $0 == 0x3E })
            else { continue }
            if end == 0x3E { return true }
        }
        return false
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        byte >= 0x80 || byte == 0x5F || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF)
    }

    private static let blocks: Set<String> = [
        "p", "div", "ul", "ol", "table", "section", "article", "header", "footer", "h1", "h2", "h3", "h4", "h5", "h6",
        "blockquote", "dl", "pre",
    ]

    private static func stripped(_ text: String) -> String {
        var output = ""
        var silent: String?
        let bytes = Array(text.utf8)
        var index = 0
        var run = 0
        func flush(_ end: Int) {
            guard silent == nil, end > run else { return }
            // Line ends in HTML are spaces.
            let piece = String(decoding: bytes[run..<end], as: UTF8.self)
            output += String(piece.map { $0.isNewline || $0 == "\t" ? " " : $0 })
        }
        while index < bytes.count {
            guard bytes[index] == 0x3C, index + 1 < bytes.count, isTagStart(bytes[index + 1]),
                let end = bytes[index...].prefix(4_096).firstIndex(of: 0x3E)
            else {
                index += 1
                continue
            }
            flush(index)
            let isClosing = bytes[index + 1] == 0x2F
            let letters = bytes[(index + (isClosing ? 2 : 1))..<end].prefix { $0 > 0x20 && $0 != 0x2F }
            let name = String(decoding: letters, as: UTF8.self).lowercased()
            if let quiet = silent {
                if isClosing && name == quiet { silent = nil }
            } else if name == "script" || name == "style" {
                silent = isClosing ? nil : name
            } else if name == "br" || name == "tr" || name == "dt" || name == "dd" {
                output += "\n"
            } else if name == "li" {
                output += isClosing ? "" : "\n- "
            } else if name == "td" || name == "th" {
                output += isClosing ? "\t" : ""
            } else if blocks.contains(name) {
                output += "\n\n"
            }
            index = end + 1
            run = index
        }
        flush(bytes.count)
        return output
    }

    private static func isTagStart(_ byte: UInt8) -> Bool {
        byte == 0x2F || byte == 0x21 || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }

    /// One space between words, one blank line between paragraphs, none at the ends.
    private static func spaced(_ text: String) -> String {
        var lines: [String] = []
        for line in TextDecoding.tidy(text).split(separator: "\n", omittingEmptySubsequences: false) {
            let words = line.split { $0 == " " || $0 == "\u{A0}" }.joined(separator: " ").trimmed
            if words.isEmpty && (lines.last?.isEmpty ?? true) || words == "-" { continue }
            // No blank line between the items of a list.
            if words.hasPrefix("- "), lines.last == "", lines.dropLast().last?.hasPrefix("- ") == true {
                lines.removeLast()
            }
            lines.append(words)
        }
        while lines.last?.isEmpty == true { lines.removeLast() }
        return lines.joined(separator: "\n")
    }
}
