import Foundation

/// Expands `&amp;`, `&#233;`, `&#xE9;` and the named characters that job advertisements use.
enum CharacterReferences {
    static func expand(_ text: String) -> String {
        guard text.utf8.contains(0x26) else { return text }
        var result = ""
        var rest = text[...]
        while let ampersand = rest.firstIndex(of: "&") {
            result += rest[..<ampersand]
            let after = rest.index(after: ampersand)
            if let semicolon = rest[after...].prefix(12).firstIndex(of: ";"),
                let character = character(named: rest[after..<semicolon])
            {
                result += character
                rest = rest[rest.index(after: semicolon)...]
            } else {
                result += "&"
                rest = rest[after...]
            }
        }
        return result + rest
    }

    private static func character(named name: Substring) -> String? {
        if name.hasPrefix("#") {
            let digits = name.dropFirst()
            let isHexadecimal = digits.first == "x" || digits.first == "X"
            let value = isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
            guard let value, value >= 0x20 || value == 9 || value == 10, let scalar = Unicode.Scalar(value) else {
                return nil
            }
            return String(Character(scalar))
        }
        return named[String(name)] ?? accented(name)
    }

    /// `eacute`, `Ccedil` and their like: a letter and the name of its accent.
    private static func accented(_ name: Substring) -> String? {
        guard let letter = name.first, letter.isLetter, let mark = accents[String(name.dropFirst())] else { return nil }
        return (String(letter) + mark).precomposedStringWithCanonicalMapping
    }

    private static let accents = [
        "acute": "\u{301}", "grave": "\u{300}", "circ": "\u{302}", "uml": "\u{308}", "tilde": "\u{303}",
        "cedil": "\u{327}", "ring": "\u{30A}", "caron": "\u{30C}",
    ]

    private static let named = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "euro": "€", "pound": "£",
        "laquo": "«", "raquo": "»", "ndash": "–", "mdash": "—", "hellip": "…", "bull": "•", "middot": "·",
        "rsquo": "’", "lsquo": "‘", "rdquo": "”", "ldquo": "“", "oelig": "œ", "OElig": "Œ", "aelig": "æ",
        "AElig": "Æ", "szlig": "ß", "copy": "©", "reg": "®", "trade": "™", "deg": "°", "times": "×", "ensp": " ",
        "emsp": " ", "thinsp": " ", "shy": "", "zwnj": "", "zwj": "", "iexcl": "¡", "iquest": "¿", "sect": "§",
        "oslash": "ø", "Oslash": "Ø", "sup2": "²", "frac12": "½", "rarr": "→", "check": "✓",
    ]
}
