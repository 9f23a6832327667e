import Foundation

/// Telephone numbers as people write them, turned into E.164.
public enum PhoneNumber {
    // Made once: a pattern that is written where it is used is compiled anew for every text.
    nonisolated(unsafe) private static let extensionTail = #/(?i)\s*(?:ext|x|poste)\.?\s*\d+$/#
    nonisolated(unsafe) private static let candidates =
        #/(?:\+|\(\+|\b00|\(?\b\d|\()[\d\s.()\-\/\u{A0}\u{202F}]{6,22}\d(?!\d)/#
    nonisolated(unsafe) private static let spanOfYears = #/\b(19|20)\d\d\s*[\-\/ ]\s*(19|20)\d\d\b/#
    nonisolated(unsafe) private static let date = #/\d{1,2}[\/.]\d{1,2}[\/.]\d{4}.*/#

    /// The number in E.164, or nil where the text is no number or its country cannot be told.
    ///
    /// `country` (ISO 3166) is used for numbers written without their country's prefix.
    public static func e164(_ text: String, country: String = "") -> String? {
        var text = text.trimmed
        if text.utf8.contains(0x28) { text = text.replacing("(0)", with: "") }
        if text.contains(where: \.isLetter) {
            if let tail = text.firstRange(of: extensionTail) { text.removeSubrange(tail) }
            guard !text.contains(where: \.isLetter) else { return nil }
        }
        var digits = String(decoding: text.utf8.filter { (0x30...0x39).contains($0) }, as: UTF8.self)
        if text.hasPrefix("+") || text.hasPrefix("00") || text.hasPrefix("(+") {
            if text.hasPrefix("00") { digits.removeFirst(2) }
            if digits.hasPrefix("330") { digits.remove(at: digits.index(digits.startIndex, offsetBy: 2)) }
            return (8...15).contains(digits.count) && digits.first != "0" ? "+" + digits : nil
        }
        guard let rule = rules[country.uppercased()] ?? guess(text, digits) else { return nil }
        return rule.international(digits)
    }

    /// The first telephone number in a text.
    static func find(in line: String) -> String? {
        for match in line.matches(of: candidates) {
            let found = String(match.0).trimmed
            let digits = found.filter(\.isNumber)
            guard (9...15).contains(digits.count) || found.hasPrefix("+") && digits.count >= 8 else { continue }
            // Spans of years and dates look alike.
            if found.firstMatch(of: spanOfYears) != nil { continue }
            if found.wholeMatch(of: date) != nil { continue }
            if found.contains("\n") { continue }
            return found
        }
        return nil
    }

    private struct Rule {
        var prefix: String
        var trunk: String
        var lengths: ClosedRange<Int>

        func international(_ digits: String) -> String? {
            var national = Substring(digits)
            if !trunk.isEmpty {
                guard national.hasPrefix(trunk) else { return nil }
                national = national.dropFirst(trunk.count)
            } else if national.count == lengths.upperBound + prefix.count, national.hasPrefix(prefix) {
                national = national.dropFirst(prefix.count)
            }
            guard lengths.contains(national.count) else { return nil }
            return "+" + prefix + national
        }
    }

    private static let rules: [String: Rule] = [
        "FR": Rule(prefix: "33", trunk: "0", lengths: 9...9), "GB": Rule(prefix: "44", trunk: "0", lengths: 9...10),
        "US": Rule(prefix: "1", trunk: "", lengths: 10...10), "CA": Rule(prefix: "1", trunk: "", lengths: 10...10),
        "BE": Rule(prefix: "32", trunk: "0", lengths: 8...9), "CH": Rule(prefix: "41", trunk: "0", lengths: 9...9),
        "DE": Rule(prefix: "49", trunk: "0", lengths: 6...12), "LU": Rule(prefix: "352", trunk: "", lengths: 6...9),
        "ES": Rule(prefix: "34", trunk: "", lengths: 9...9), "IT": Rule(prefix: "39", trunk: "", lengths: 8...11),
        "NL": Rule(prefix: "31", trunk: "0", lengths: 9...9), "PT": Rule(prefix: "351", trunk: "", lengths: 9...9),
        "IE": Rule(prefix: "353", trunk: "0", lengths: 7...9), "MA": Rule(prefix: "212", trunk: "0", lengths: 9...9),
        "AT": Rule(prefix: "43", trunk: "0", lengths: 7...12), "IN": Rule(prefix: "91", trunk: "", lengths: 10...10),
    ]

    private static func guess(_ text: String, _ digits: String) -> Rule? {
        if digits.count == 10, digits.hasPrefix("0"), digits.dropFirst().first != "0" { return rules["FR"] }
        if digits.count == 11, digits.hasPrefix("07") || digits.hasPrefix("02") { return rules["GB"] }
        let isNorthAmerican = digits.count == 10 && ("2"..."9").contains(digits.first ?? "0")
        if isNorthAmerican || digits.count == 11 && digits.hasPrefix("1") { return rules["US"] }
        return nil
    }
}
