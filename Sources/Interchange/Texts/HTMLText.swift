import Foundation

/// Turns the HTML of an advertisement into plain text: paragraphs, lists with bullets, no scripts.
public enum HTMLText {
    /// Characters that are kept at most.
    public static let longest = 100_000

    /// The text of a piece of HTML; what is no HTML comes back as it is, but for entities.
    public static func plain(_ source: String) -> String {
        var text = String(source.prefix(longest * 4))
        // Some systems send their HTML escaped once more: "&lt;p&gt;".
        if !hasTags(text), text.contains("&lt;") {
            let expanded = CharacterReferences.expand(text)
            if hasTags(expanded) { text = expanded }
        }
        let body = hasTags(text) ? stripped(text) : text
        return String(spaced(CharacterReferences.expand(body)).prefix(longest))
    }

    private static func hasTags(_ text: String) -> Bool {
        text.firstMatch(
            of: #/(?i)<\/?(?:p|br|div|ul|ol|li|b|i|strong|em|span|h[1-6]|a|table|tr|td|section|u|font)\b[^<>]*>/#)
            != nil
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
