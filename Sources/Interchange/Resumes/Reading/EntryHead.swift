import Foundation

/// The words beside an entry's dates, told apart: a title, a company, a place.
struct EntryHead {
    // Made once: a pattern that is written where it is used is compiled anew for every text.
    nonisolated(unsafe) private static let sentenceEnd = #/[.] (?=\p{Lu})/#
    nonisolated(unsafe) private static let nameAndParentheses = #/(.+?)\s*\((\p{Lu}[^()]*)\)/#
    nonisolated(unsafe) private static let emptyBrackets = #/\(\s*[\-–,;:]*\s*\)|\[\s*\]/#
    nonisolated(unsafe) private static let severalSpaces = #/ {2,}/#
    nonisolated(unsafe) private static let positionLabel =
        #/(?i)^(?:position|job title|title|role|poste|fonction)\s*:\s*/#
    nonisolated(unsafe) private static let cityAndState = #/\p{Lu}[\p{L}'’\-. ]+, ?([A-Z]{2})/#
    nonisolated(unsafe) private static let cityAndCountry = #/\p{Lu}[\p{L}'’\-. ]+, ?(\p{Lu}[\p{L} ]+)/#
    nonisolated(unsafe) private static let postalCodeAndCity = #/\d{5} \p{L}[\p{L}'’\- ]+/#
    nonisolated(unsafe) private static let townName =
        #/\p{Lu}[\p{L}'’.\-]*(?:[ \-]\p{L}[\p{L}'’.\-]*){0,4}(?: \d{1,2}e?)?(?:, ?\p{Lu}[\p{L} ]+)?/#

    private(set) var position = ""
    private(set) var name = ""
    private(set) var location = ""
    private(set) var summary = ""

    /// Which signs stand between title and company. One that only some of the heads have is part of a title.
    struct Joints {
        var comma = true
        var hyphen = true

        init() {}

        init(usedIn heads: [[String]]) {
            let single = heads.filter { $0.count == 1 && !$0[0].contains("|") && !$0[0].contains("\t") }.map { $0[0] }
            guard single.count == heads.count, single.count >= 2 else { return }
            comma = single.filter { $0.contains(", ") }.count * 10 >= single.count * 6
            hyphen = single.filter { $0.contains(" - ") }.count * 10 >= single.count * 6
        }
    }

    /// `lines` are the lines of the head without their dates.
    init(_ lines: [String], joints: Joints = Joints()) {
        var texts = lines.map(Self.bare).filter { !$0.isEmpty }
        guard !texts.isEmpty else { return }
        if texts.count == 1, let match = texts[0].firstMatch(of: Self.sentenceEnd),
            match.range.lowerBound != texts[0].endIndex
        {
            // A sentence after the title on the same line.
            let head = String(texts[0][..<match.range.lowerBound])
            if head.count <= 80, head.count > 8 {
                summary = String(texts[0][match.range.upperBound...])
                texts[0] = head
            }
        }
        var pieces = texts.flatMap(Self.cells)
        location = Self.takeLocation(from: &pieces)
        pieces = pieces.filter { !JobWords.isContract($0) && !$0.isEmpty }
        if pieces.count == 1 { pieces = Self.halves(of: pieces[0], hasLocation: !location.isEmpty, joints) }
        if location.isEmpty { location = Self.takeLocation(from: &pieces) }
        guard let first = pieces.first else { return }
        guard pieces.count >= 2 else {
            // One thing only: a company where it looks like one, a title otherwise.
            if JobWords.isCompany(first) && !JobWords.isTitle(first) { name = first } else { position = first }
            return
        }
        let second = pieces[1]
        let isSwapped =
            !JobWords.isTitle(first) && JobWords.isTitle(second)
            || JobWords.isCompany(first) && JobWords.isTitle(second) && !JobWords.isCompany(second)
                && !JobWords.isTitle(first)
        position = isSwapped ? second : first
        name = isSwapped ? first : second
        splitCompany()
        if location.isEmpty, pieces.count >= 3 { location = pieces[2...].joined(separator: ", ") }
    }

    /// "Clinique des Oliviers – Aubagne", "XYZ Corporation, San Francisco, CA": the place leaves the company's name.
    private mutating func splitCompany() {
        guard location.isEmpty else { return }
        for separator in [" – ", " — ", " - ", ", "] {
            guard let cut = name.range(of: separator) else { continue }
            let tail = String(name[cut.upperBound...]).trimmed
            guard Self.isPlace(tail) else { continue }
            location = tail
            name = String(name[..<cut.lowerBound]).trimmed
            return
        }
        if let match = name.wholeMatch(of: Self.nameAndParentheses), Self.isPlace(String(match.2)),
            match.2 != match.2.lowercased()
        {
            location = String(match.2)
            name = String(match.1)
        }
    }

    /// Without what dates leave behind: empty parentheses, colons, dashes.
    static func bare(_ text: String) -> String {
        var text = text.replacing(Self.emptyBrackets) { _ in "" }
        text = text.replacing(Self.severalSpaces) { _ in " " }
        text = text.replacing(Self.positionLabel) { _ in "" }
        let edge = CharacterSet(charactersIn: " \t:;,|–—-•·/_")
        text = text.trimmingCharacters(in: edge)
        for word in ["depuis", "from", "de", "du", "since"] where text.lowercased() == word { text = "" }
        if text.hasPrefix("("), text.hasSuffix(")") { text = String(text.dropFirst().dropLast()) }
        return text
    }

    private static func cells(_ text: String) -> [String] {
        SkillReader.split(text, on: ["\t", "|"]).map(bare).filter { !$0.isEmpty }
    }

    /// Cuts "title, company" in two, by the strongest joint there is.
    private static func halves(of text: String, hasLocation: Bool, _ joints: Joints) -> [String] {
        for joint in [" @ ", " at ", " chez ", " au sein de ", " pour "] {
            guard let cut = text.range(of: joint) else { continue }
            let left = String(text[..<cut.lowerBound])
            let right = String(text[cut.upperBound...])
            if JobWords.isTitle(left) || joint == " @ " || joint == " chez " { return [bare(left), bare(right)] }
        }
        let commas = SkillReader.split(text, on: [","])
        let byComma = joints.comma || commas.count >= 2 && JobWords.isCompany(commas[1]) ? commas : [text]
        let dashes = [" – ", " — ", " -- ", " · ", " • "]
        if let dash = dashes.first(where: { text.contains($0) }), var cut = text.range(of: dash) {
            // "Nurse – emergency – City Hospital": of two dashes, the one before the company, else the last.
            let cuts = text.ranges(of: dash)
            if cuts.count >= 2 {
                let company = cuts.first { cut in
                    let piece = text[cut.upperBound...].prefix { $0 != "–" && $0 != "—" }
                    return JobWords.isCompany(String(piece)) && !JobWords.isTitle(String(piece))
                }
                cut = company ?? cuts[1]
            }
            let left = bare(String(text[..<cut.lowerBound]))
            let right = bare(String(text[cut.upperBound...]))
            // "Nurse – emergency, City Hospital": the dash belongs to the title where a company follows a comma.
            let tail = byComma.count >= 2 ? byComma[1] : ""
            let dashInTitle =
                byComma.count >= 2 && !byComma[0].isEmpty && byComma[0].contains(dash)
                && (hasLocation || JobWords.isCompany(tail) && !isPlace(tail)) && !JobWords.isCompany(byComma[0])
            if !dashInTitle { return [left, right] }
        }
        if byComma.count >= 2 {
            var index = 1
            // "Director, Sales, Company": a title may hold commas of its own.
            if byComma.count > 2, JobWords.isTitle(byComma[0]), !JobWords.isCompany(byComma[1]),
                JobWords.isCompany(byComma[2]), !hasLocation
            {
                index = 2
            }
            let left = byComma[..<index].joined(separator: ", ")
            return [left, byComma[index...].joined(separator: ", ")]
        }
        if let cut = text.range(of: " - ") {
            let left = bare(String(text[..<cut.lowerBound]))
            let right = bare(String(text[cut.upperBound...]))
            let differ = JobWords.isTitle(left) != JobWords.isTitle(right)
            if joints.hyphen && differ || JobWords.isCompany(right) { return [left, right] }
        }
        return [text]
    }

    /// Takes a place out of the pieces: a piece that is one, or parentheses at the end of the last.
    private static func takeLocation(from pieces: inout [String]) -> String {
        if pieces.count >= 2,
            let index = pieces.indices.dropFirst().last(where: { isCertainPlace(pieces[$0]) })
        {
            return pieces.remove(at: index)
        }
        if let last = pieces.last, let (text, place) = placeAtEnd(of: last) {
            pieces[pieces.count - 1] = text
            return place
        }
        guard let last = pieces.last, let match = last.wholeMatch(of: Self.nameAndParentheses) else { return "" }
        let inside = String(match.2)
        let isAcronym = inside == inside.uppercased() && inside.count <= 6
        guard !isAcronym, isPlace(inside), last.contains(",") || last.contains(" – ") || pieces.count >= 2 else {
            return ""
        }
        pieces[pieces.count - 1] = String(match.1)
        return inside
    }

    /// "Engineer, Acme Labs – Lyon, France": the place behind the last dash, where it is certain to be one.
    static func placeAtEnd(of text: String) -> (text: String, place: String)? {
        for dash in [" – ", " — ", " - ", " · "] {
            guard let cut = text.ranges(of: dash).last else { continue }
            let place = bare(String(text[cut.upperBound...]))
            if isCertainPlace(place) { return (bare(String(text[..<cut.lowerBound])), place) }
        }
        return nil
    }

    /// "San Francisco, CA", "Lyon, France", "Remote".
    static func isCertainPlace(_ text: String) -> Bool {
        if ["remote", "teletravail", "a distance"].contains(text.folded) { return true }
        if let match = text.wholeMatch(of: Self.cityAndState) {
            return PlaceNames.isState(match.1) || PlaceNames.isProvince(match.1) || ["UK", "US"].contains(match.1)
        }
        if let match = text.wholeMatch(of: Self.cityAndCountry) {
            return PlaceNames.countryCode(of: String(match.1)) != nil
        }
        return text.wholeMatch(of: Self.postalCodeAndCity) != nil
    }

    /// Whether the text could be a place: few words with capitals, none of a company or a title.
    static func isPlace(_ text: String) -> Bool {
        if isCertainPlace(text) { return true }
        guard !JobWords.isTitle(text), !JobWords.isCompany(text), text.count <= 40 else { return false }
        return text.wholeMatch(
            of: Self.townName) != nil
    }
}
