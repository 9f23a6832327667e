/// The lines of an iCalendar text: folded at 75 octets, ended by CRLF.
struct ContentLines {
    private(set) var text = ""

    /// Adds a line; `name` carries the parameters. Both must have been made safe before.
    mutating func add(_ name: String, _ value: String) {
        var octets = 0
        for scalar in "\(name):\(value)".unicodeScalars {
            let width = UTF8.width(scalar)
            if octets + width > 75 {
                text += "\r\n "
                octets = 1
            }
            text.unicodeScalars.append(scalar)
            octets += width
        }
        text += "\r\n"
    }

    /// A value of type TEXT.
    static func escaped(_ value: String) -> String {
        var result = ""
        var afterReturn = false
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\\": result += "\\\\"
            case ";": result += "\\;"
            case ",": result += "\\,"
            case "\n" where afterReturn: break
            case "\n", "\r", "\u{2028}", "\u{2029}", "\u{85}": result += "\\n"
            case "\t": result += " "
            default:
                if !isControl(scalar) { result.unicodeScalars.append(scalar) }
            }
            afterReturn = scalar == "\r"
        }
        return result
    }

    /// A value of another type, such as an address on the web: without line ends, control characters and spaces.
    static func plain(_ value: String) -> String { kept(value) { $0 != " " } }

    /// A parameter's value, to be put in quotation marks.
    static func quoted(_ value: String) -> String {
        // RFC 6868 has an escape for the quotation mark; few readers know it, so it becomes an apostrophe.
        String(kept(value) { _ in true }.map { $0 == "\"" ? "'" : $0 })
    }

    /// An address of e-mail.
    static func address(_ value: String) -> String {
        kept(value) { !" \";,:<>()[]\\".unicodeScalars.contains($0) }
    }

    private static func kept(_ value: String, _ isKept: (Unicode.Scalar) -> Bool) -> String {
        var result = String.UnicodeScalarView()
        for scalar in value.unicodeScalars where !isControl(scalar) && isKept(scalar) { result.append(scalar) }
        return String(result)
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || scalar.value == 0x2028 || scalar.value == 0x2029
    }
}
