/// What personal data looks like where no record says what it is. Repetitions are bounded (local parts by 64, labels of
/// hosts by 63, RFC 5321 and 1035), so that a text without spaces takes no longer than another.
enum PersonalPatterns {
    /// The parts of `text` that tell how to reach a person, or when one was born, in the order of the text and none
    /// overlapping another.
    static func all(in text: String) -> [(range: Range<String.Index>, kind: Redaction.Kind)] {
        var found = FoundPlaces<String.Index>()
        for (ranges, kind) in [
            (emails(text), .email), (links(text), .link), (PhoneRuns.all(in: text), .phone), (births(text), .date),
            (dates(text), .date), (streets(text), .address),
        ] as [([Range<String.Index>], Redaction.Kind)] {
            for range in ranges { found.join(range, kind) }
        }
        return found.all
    }

    /// E-mail addresses, links, names of hosts and telephone numbers, as they are written.
    static func addresses(in text: String) -> [String] {
        (emails(text) + links(text) + text.ranges(of: host) + PhoneRuns.all(in: text)).map { String(text[$0]) }
    }

    // Made once: a pattern that is written where it is used is compiled anew for every text.
    nonisolated(unsafe) private static let host =
        #/(?:[\p{L}\p{N}\-]{1,63}\.){1,8}[a-z]{2,24}(?![\p{L}\p{N}])/#
    nonisolated(unsafe) private static let email =
        #/[^\s@<>"(),;:\[\]]{1,64}\s?(?:@|[(\[]at[)\]])\s?(?:[\p{L}\p{N}\-]{1,63}\.){1,8}[\p{L}\p{N}\-]{2,63}/#

    private static func emails(_ text: String) -> [Range<String.Index>] { text.ranges(of: email) }

    nonisolated(unsafe) private static let schemedLink =
        #/[A-Za-z][A-Za-z0-9+.\-]{1,12}:\/\/[^\s<>"\[\]]+|(?i:www\.)[^\s<>"\[\]]+/#
    nonisolated(unsafe) private static let hostWithPath = #/(?i:(?:[a-z0-9\-]{1,63}\.){1,8}[a-z]{2,12}\/[^\s<>"\[\]]+)/#

    /// With a scheme, beginning with `www.`, or a host with a path.
    private static func links(_ text: String) -> [Range<String.Index>] {
        text.ranges(of: schemedLink) + text.ranges(of: hostWithPath)
    }

    nonisolated(unsafe) private static let dayFirst =
        #/\b\d{1,2}\s?[.\/\-\u{2010}-\u{2015}]\s?\d{1,2}\s?[.\/\-\u{2010}-\u{2015}]\s?(?:19|20)?\d\d\b/#
    nonisolated(unsafe) private static let yearFirst =
        #/\b(?:19|20)\d\d[.\/\-\u{2010}-\u{2015}]\d{1,2}[.\/\-\u{2010}-\u{2015}]\d{1,2}\b/#

    /// Days; a month and a year alone are of a career.
    private static func dates(_ text: String) -> [Range<String.Index>] {
        text.ranges(of: dayFirst) + text.ranges(of: yearFirst) + WrittenDays.all(in: text)
    }

    nonisolated(unsafe) private static let birthWords = [
        #/(?i:\b(?:née?|nee)(?:\(e\)|[.·]e)?(?!\p{L})[^\n\d]{0,40}+[^\n]{0,20}?(?:19|20)\d\d)/#,
        #/(?i:\bborn\b[^\n\d]{0,40}+[^\n]{0,20}?(?:19|20)\d\d)/#,
        #/(?i:\b(?:naissance|birth\s?da(?:te|y)|birth)\b[^\n\d]{0,40}+[^\n]{0,20}?(?:19|20)\d\d)/#,
        #/(?i:\bd\.?o\.?b\b[^\n\d]{0,40}+[^\n]{0,20}?(?:19|20)\d\d)/#,
    ]

    /// The words that announce a birth, up to the year.
    private static func births(_ text: String) -> [Range<String.Index>] {
        birthWords.flatMap { text.ranges(of: $0) }
    }

    nonisolated(unsafe) private static let streetNumber = #/\b\d{1,4}(?:\s?(?:bis|ter))?,?\s+/#.ignoresCase()
    nonisolated(unsafe) private static let street =
        #/(?i:(?:rue|avenue|av\.|boulevard|bd|impasse|allée|place|chemin|route|quai|cours|square)\s[^\n,;|]{2,60})/#
    // A number of four digits behind a name is a year; `place`, `route` and `cours` say too much else.
    nonisolated(unsafe) private static let streetAndNumber =
        #/
        (?i:\b(?:rue|avenue|av\.|boulevard|bd|impasse|allée|chemin|quai)\s
        [^\n,;|\d]{2,40},?\s?\d{1,3}(?:\s?(?:bis|ter))?\b)
        /#
    nonisolated(unsafe) private static let englishStreet =
        #/\b\d{1,5}\s+(?:[A-Z][\p{L}'’]{1,20}\s){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr)\b/#

    /// A number and a kind of street, in French and in English; in French also the other way around.
    private static func streets(_ text: String) -> [Range<String.Index>] {
        let french = text.ranges(of: streetNumber).compactMap { number -> Range<String.Index>? in
            text[number.upperBound...].prefixMatch(of: street).map { number.lowerBound..<$0.range.upperBound }
        }
        return french + text.ranges(of: streetAndNumber) + text.ranges(of: englishStreet)
    }
}
