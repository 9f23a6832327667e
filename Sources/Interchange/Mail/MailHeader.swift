/// Lines of a mail's head. A long one is folded; its further lines begin with a space and are divided by a line feed.
enum MailHeader {
    /// No line is longer (RFC 5322, 2.1.1, and RFC 2047, 2).
    private static let width = 76

    /// A header of words. Plain ASCII stays as it is; anything else becomes encoded words.
    static func line(_ name: String, text: String) -> String {
        fold(name + ":", words: words(text, taken: name.utf8.count + 2))
    }

    /// A header of addresses.
    static func line(_ name: String, addresses: [MailMessage.Address]) -> String {
        var parts: [String] = []
        for (index, address) in addresses.enumerated() {
            if let display = address.name, !oneLine(display).isEmpty {
                parts += displayName(display, taken: name.utf8.count + 2)
            }
            parts.append("<" + atom(address.address) + ">" + (index < addresses.count - 1 ? "," : ""))
        }
        return fold(name + ":", words: parts)
    }

    /// A header of addresses on the web and of mailboxes, in angle brackets (RFC 2369).
    static func line(_ name: String, links: [String]) -> String {
        let plain = links.map { link in
            String(
                String.UnicodeScalarView(
                    link.unicodeScalars.filter {
                        (0x21...0x7E).contains($0.value) && !"<>,\"".unicodeScalars.contains($0)
                    }))
        }
        return fold(
            name + ":", words: plain.enumerated().map { "<\($1)>" + ($0 < plain.count - 1 ? "," : "") })
    }

    /// An address or a domain without anything that would end it.
    static func atom(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.filter {
                    $0.value > 0x20 && $0.value != 0x7F && !"<>\",;:\\()[]".unicodeScalars.contains($0)
                }))
    }

    /// The words of a text, encoded where one of them has to be. An encoded text is encoded as a whole, since spaces
    /// between encoded words do not count.
    private static func words(_ text: String, taken: Int) -> [String] {
        let line = oneLine(text)
        let plain = line.split(separator: " ").map(String.init)
        let isPlain =
            line.unicodeScalars.allSatisfy { (0x20...0x7E).contains($0.value) }
            && !line.contains("=?") && plain.allSatisfy { $0.utf8.count < width - 2 }
        return isPlain ? plain : encoded(line, taken: taken)
    }

    /// A name beside an address: a quoted string where it is ASCII, else encoded words.
    private static func displayName(_ name: String, taken: Int) -> [String] {
        let line = oneLine(name)
        let isPlain =
            line.unicodeScalars.allSatisfy { (0x20...0x7E).contains($0.value) }
            && !line.contains("=?") && line.utf8.count < width - 10
        guard isPlain else { return encoded(line, taken: taken) }
        var quoted = "\""
        for character in line {
            if character == "\"" || character == "\\" { quoted.append("\\") }
            quoted.append(character)
        }
        return [quoted + "\""]
    }

    /// Encoded words of at most 75 characters, none of which divides a character. Of the first line the header's name has
    /// `taken` so many already.
    private static func encoded(_ text: String, taken: Int) -> [String] {
        let opening = "=?utf-8?B?"
        let closing = "?="
        let frame = opening.utf8.count + closing.utf8.count
        var words: [String] = []
        var bytes: [UInt8] = []
        for scalar in text.unicodeScalars {
            let next = Array(String(scalar).utf8)
            // Base64 makes four letters of three bytes.
            let room = (75 - frame - (words.isEmpty ? taken : 0)) / 4 * 3
            if bytes.count + next.count > room {
                words.append(opening + Base64.text(bytes) + closing)
                bytes = []
            }
            bytes += next
        }
        if !bytes.isEmpty { words.append(opening + Base64.text(bytes) + closing) }
        return words
    }

    /// The text without line ends and other control characters.
    private static func oneLine(_ text: String) -> String {
        let scalars = text.unicodeScalars.map { scalar -> Unicode.Scalar in
            scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || scalar.value == 0x2028
                || scalar.value == 0x2029 ? " " : scalar
        }
        return String(String.UnicodeScalarView(scalars)).split(separator: " ").joined(separator: " ")
    }

    private static func fold(_ start: String, words: [String]) -> String {
        var text = start
        var length = start.utf8.count
        for (index, word) in words.enumerated() {
            let size = word.utf8.count + 1
            if length + size > width, index > 0 {
                text += "\n"
                length = 0
            }
            text += " " + word
            length += size
        }
        return text
    }
}
