/// What personal data looks like where no record says what it is. Repetitions are bounded (local parts by 64, labels of
/// hosts by 63, RFC 5321 and 1035), so that a text without spaces takes no longer than another.
enum PersonalPatterns {
    /// The parts of `text` that tell how to reach a person, or when one was born, in the order of the text and none
    /// overlapping another.
    static func all(in text: String) -> [(range: Range<String.Index>, kind: Redaction.Kind)] {
        var found: [(range: Range<String.Index>, kind: Redaction.Kind)] = []
        func add(_ ranges: [Range<String.Index>], _ kind: Redaction.Kind) {
            for range in ranges where !found.contains(where: { $0.range.overlaps(range) }) {
                found.append((range, kind))
            }
        }
        add(emails(text), .email)
        add(links(text), .link)
        add(births(text), .date)
        add(dates(text), .date)
        add(phones(text), .phone)
        add(streets(text), .address)
        return found.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    /// E-mail addresses, links, names of hosts and telephone numbers, as they are written.
    static func addresses(in text: String) -> [String] {
        let hosts = text.ranges(of: #/(?:[\p{L}\p{N}\-]{1,63}\.){1,8}[a-z]{2,24}(?![\p{L}\p{N}])/#)
        return (emails(text) + links(text) + hosts + phones(text)).map { String(text[$0]) }
    }

    private static func emails(_ text: String) -> [Range<String.Index>] {
        text.ranges(
            of: #/[^\s@<>"(),;:\[\]]{1,64}\s?(?:@|[(\[]at[)\]])\s?(?:[\p{L}\p{N}\-]{1,63}\.){1,8}[\p{L}\p{N}\-]{2,63}/#)
    }

    /// With a scheme, beginning with `www.`, or a host with a path.
    private static func links(_ text: String) -> [Range<String.Index>] {
        text.ranges(of: #/[A-Za-z][A-Za-z0-9+.\-]{1,12}:\/\/[^\s<>"\[\]]+|(?i:www\.)[^\s<>"\[\]]+/#)
            + text.ranges(of: #/(?i:(?:[a-z0-9\-]{1,63}\.){1,8}[a-z]{2,12}\/[^\s<>"\[\]]+)/#)
    }

    /// Nine digits or more, or a plus and seven; written in groups or not. A span of years has eight.
    private static func phones(_ text: String) -> [Range<String.Index>] {
        text.ranges(of: #/(?:\+|\(\+|\()?\d[\d \t.()\-\/\u{A0}\u{202F}]{5,24}\d/#).filter { range in
            let digits = text[range].count { $0.isASCII && $0.isNumber }
            return digits >= (text[range].contains("+") ? 7 : 9)
        }
    }

    /// Days; a month and a year alone are of a career.
    private static func dates(_ text: String) -> [Range<String.Index>] {
        text.ranges(of: #/\b\d{1,2}[.\/\-]\d{1,2}[.\/\-](?:19|20)?\d\d\b/#)
            + text.ranges(of: #/\b(?:19|20)\d\d[.\/\-]\d{1,2}[.\/\-]\d{1,2}\b/#)
    }

    /// The words that announce a birth, up to the year.
    private static func births(_ text: String) -> [Range<String.Index>] {
        text.ranges(of: #/(?i:\bnée?(?:\(e\))?\s+(?:le|en)\b[^\n\d]{0,24}[^\n]{0,20}?(?:19|20)\d\d)/#)
            + text.ranges(of: #/(?i:\bborn(?:\s+(?:on|in))?\b[^\n\d]{0,24}[^\n]{0,20}?(?:19|20)\d\d)/#)
            + text.ranges(
                of: #/(?i:\b(?:date\s+(?:of\s+birth|de\s+naissance)|birth\s?da(?:te|y))\b[^\n]{0,44}?(?:19|20)\d\d)/#)
            + text.ranges(of: #/(?i:\bd\.?o\.?b\b[^\n]{0,44}?(?:19|20)\d\d)/#)
    }

    /// A number and a kind of street, in French and in English.
    private static func streets(_ text: String) -> [Range<String.Index>] {
        let number = #/\b\d{1,4}(?:\s?(?:bis|ter))?,?\s+/#.ignoresCase()
        let first = #/(?i:(?:rue|avenue|av\.|boulevard|bd|impasse|allée|place)\s[^\n,;|]{2,60})/#
        let second = #/(?i:(?:chemin|route|quai|cours|square)\s[^\n,;|]{2,60})/#
        let english = #/\b\d{1,5}\s+(?:[A-Z][\p{L}'’]{1,20}\s){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr)\b/#
        let french = text.ranges(of: number).compactMap { number -> Range<String.Index>? in
            let rest = text[number.upperBound...]
            let name = rest.prefixMatch(of: first)?.range ?? rest.prefixMatch(of: second)?.range
            return name.map { number.lowerBound..<$0.upperBound }
        }
        return french + text.ranges(of: english)
    }
}
