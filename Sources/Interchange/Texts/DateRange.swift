import Foundation

/// A span of time as a CV states it: `Jan 2020 – Present`, `depuis 2019`, `09/2018 à 06/2020`, `2014`.
struct DateRange: Equatable {
    var start: DateText.Partial?
    /// Nil while it lasts, or where only one date is given.
    var end: DateText.Partial?
    var isCurrent = false

    /// Whether both ends are stated.
    var isSpan: Bool { isCurrent || (start != nil && end != nil) }

    /// The first span in a line, else the first single date, with what is left of the line before and after it.
    static func find(in line: String) -> (range: DateRange, before: String, after: String, rest: String)? {
        guard line.contains(where: \.isNumber) else { return nil }
        for (pattern, kind) in patterns {
            guard let match = line.firstMatch(of: pattern) else { continue }
            let texts = (2..<match.output.count).compactMap { match.output[$0].substring.map(String.init) }
            guard let span = match.output[1].range, let range = make(texts, kind) else { continue }
            let before = String(line[..<span.lowerBound]).trimmed
            let after = String(line[span.upperBound...]).trimmed
            return (range, before, after, before + (before.isEmpty || after.isEmpty ? "" : " ") + after)
        }
        return nil
    }

    private enum Kind { case span, since, until, single }

    private static func make(_ texts: [String], _ kind: Kind) -> DateRange? {
        guard let first = texts.first else { return nil }
        switch kind {
        case .span:
            guard texts.count == 2 else { return nil }
            let isCurrent = !texts[1].contains(where: \.isNumber)
            var start = date(first)
            let end = isCurrent ? nil : date(texts[1])
            // "mars à juin 2020", "été - automne 2019": the year is given once.
            if start == nil, let end, let month = DateText.month(named: first.filter { $0 != "." }) {
                start = DateText.Partial(year: end.year, month: month)
            }
            guard let start, isCurrent || end != nil else { return nil }
            if let end, end.year < start.year { return nil }
            return DateRange(start: start, end: end, isCurrent: isCurrent)
        case .since:
            guard let start = date(first) else { return nil }
            return DateRange(start: start, end: nil, isCurrent: true)
        case .until:
            guard let end = date(first) else { return nil }
            return DateRange(start: nil, end: end)
        case .single:
            guard let start = date(first) else { return nil }
            return DateRange(start: start, end: nil)
        }
    }

    private static func date(_ text: String) -> DateText.Partial? {
        let text = text.trimmed
        if let found = DateText.parse(text) { return found }
        // Seasons count as their year; a year of two digits behind an apostrophe as this century's.
        guard let year = text.firstMatch(of: aYear) else { return nil }
        return Int(year.0).map { DateText.Partial(year: $0) }
    }

    // Made once: a pattern that is written where it is used is compiled anew for every text.
    nonisolated(unsafe) private static let aYear = #/(19|20)\d\d/#

    private static let monthName =
        #"(?:janv(?:ier)?|f[ée]v(?:r(?:ier)?)?|mars|avr(?:il)?|mai|juin|juil(?:let)?|ao[uû]t|sept(?:embre)?|oct(?:obre)?"#
        + #"|nov(?:embre)?|d[ée]c(?:embre)?|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?"#
        + #"|aug(?:ust)?|sep(?:tember)?|october|november|december|printemps|[ée]t[ée]|automne|hiver|spring|summer"#
        + #"|fall|autumn|winter)\.?"#
    private static let oneDate =
        "(?:(?:\\d{1,2}(?:er|st|nd|rd|th)?\\s+)?\(monthName),?\\s*(?:19|20)\\d\\d|\\d{1,2}[/.]\\d{1,2}[/.](?:19|20)\\d\\d"
        + "|(?:0?[1-9]|1[0-2])\\s?[/.-]\\s?(?:19|20)\\d\\d|(?:19|20)\\d\\d-(?:0[1-9]|1[0-2])(?:-\\d\\d)?"
        + "|(?:19|20)\\d\\d/(?:0[1-9]|1[0-2])|(?:19|20)\\d\\d)"
    private static let now =
        "(?:present|pr[ée]sent|current(?:ly)?|now|today|ongoing|to date|aujourd['’]?\\s?hui|(?:[àa]\\s+)?ce jour"
        + "|actuel(?:lement)?|en cours|en poste|maintenant|date)"
    private static let joint =
        "\\s*(?:-|–|—|―|‐|‑|−|→|>|\\bto\\b|\\buntil\\b|\\bjusqu['’][àa]u?\\b|[àa]u?\\b|\\bthrough\\b|\\bet\\b)\\s*"
    private static let edge = "(?:^|[^\\d/])"
    private static let tail = "(?![\\d])"

    nonisolated(unsafe) private static let patterns: [(Regex<AnyRegexOutput>, Kind)] = {
        let sources: [(String, Kind)] = [
            (
                "\(edge)((?:de |du |from )?(\(oneDate)|\\b\(monthName))\(joint)(?:[àa]\\s+)?"
                    + "(\(oneDate)\(tail)|\(now)))", .span
            ),
            ("\\b((?:depuis|since|from|à partir de|dès)\\s+(?:le |la )?(\(oneDate)))\(tail)", .since),
            ("\\b((?:jusqu['’](?:à|en)|until)\\s+(\(oneDate)))\(tail)", .until),
            ("\(edge)((\(oneDate)))\(tail)(?!\\s*(?:€|%|k€|users|salariés|\\+))", .single),
        ]
        return sources.map { source, kind in
            do {
                return (try Regex(source).ignoresCase().wordBoundaryKind(.simple), kind)
            } catch {
                preconditionFailure("A date pattern is not a regular expression: \(error)")
            }
        }
    }()
}
