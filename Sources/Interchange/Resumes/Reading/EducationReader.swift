import Foundation

/// Reads degrees and schools.
enum EducationReader {
    // Made once: a pattern that is written where it is used is compiled anew for every text.
    nonisolated(unsafe) private static let scoreLabel = #/(?i)(?:gpa|mention|score|grade|note)\s*:?\s*([\w .,\/]+)/#

    static func records(in lines: [ResumeLine]) -> [Resume.Education] {
        let entries = EntryScanner(lines).entries
        guard !entries.isEmpty else { return undated(lines) }
        return entries.prefix(40).compactMap { entry in
            var record = Resume.Education()
            read(entry.head, into: &record)
            if entry.range.isSpan {
                record.startDate = entry.range.start?.description ?? ""
                record.endDate = entry.range.end?.description ?? ""
            } else {
                record.endDate = entry.range.start?.description ?? entry.range.end?.description ?? ""
            }
            for line in entry.body where record.score.isEmpty {
                let pattern = Self.scoreLabel
                if let match = line.text.firstMatch(of: pattern) { record.score = String(match.1).trimmed }
            }
            return record.institution.isEmpty && record.studyType.isEmpty && record.area.isEmpty ? nil : record
        }
    }

    private static func undated(_ lines: [ResumeLine]) -> [Resume.Education] {
        var result: [Resume.Education] = []
        for line in lines where !line.isBlank && line.text.count <= 200 {
            let isRecord = JobWords.isDegree(line.text) || JobWords.isSchool(line.text) || result.isEmpty
            guard isRecord else { continue }
            var record = Resume.Education()
            read([line.text], into: &record)
            // A school on a line of its own belongs to the degree above it.
            if record.studyType.isEmpty, record.area.isEmpty, let last = result.last, last.institution.isEmpty {
                result[result.count - 1].institution = record.institution
            } else if record.institution.isEmpty, let last = result.last, last.studyType.isEmpty, last.area.isEmpty {
                result[result.count - 1].studyType = record.studyType
                result[result.count - 1].area = record.area
            } else {
                result.append(record)
            }
        }
        return result
    }

    private static func read(_ head: [String], into record: inout Resume.Education) {
        var head = head
        // A long line goes on in the next where the school's name is cut: "…, Lycée" and "Galliéni, Toulouse".
        if head.count == 2, head[0].count > 55, let last = head[0].split(separator: " ").last,
            head[0].hasSuffix(",") || JobWords.isSchool(String(last)) || head[1].first?.isLowercase == true
        {
            head = [head[0] + " " + head[1]]
        }
        var pieces = head.map(EntryHead.bare).flatMap { SkillReader.split($0, on: ["\t", "|"]) }
        pieces = pieces.map(EntryHead.bare).filter { !$0.isEmpty }
        let hasPlace = withoutPlaces(&pieces)
        if pieces.count >= 2 {
            let index =
                pieces.firstIndex { JobWords.isSchool($0) && !JobWords.isDegree($0) }
                ?? pieces.firstIndex(where: JobWords.isSchool) ?? 1
            let (school, studies) = schoolAndStudies(pieces.remove(at: index), hasPlace: hasPlace)
            record.institution = school
            // "PhD" in a column of its own, and "PhD in Physics" behind the school.
            if !studies.isEmpty { pieces = pieces.filter { !studies.hasPrefix($0 + " ") } + [studies] }
            degree(pieces.joined(separator: ", "), into: &record)
            return
        }
        guard let text = pieces.first else { return }
        let (degreeText, school) = cut(text)
        record.institution = school
        degree(degreeText, into: &record)
    }

    /// Takes places out, in pieces of their own or behind a dash; answers whether there were any.
    private static func withoutPlaces(_ pieces: inout [String]) -> Bool {
        let before = pieces
        pieces = pieces.map { EntryHead.placeAtEnd(of: $0)?.text ?? $0 }
        let others = pieces.filter { !EntryHead.isCertainPlace($0) }
        if !others.isEmpty { pieces = others }
        return pieces != before
    }

    /// "Example University, Computer Science": what was studied stands behind the school where the place, which might
    /// stand there too, stands elsewhere, or where it begins with a degree.
    private static func schoolAndStudies(_ text: String, hasPlace: Bool) -> (school: String, studies: String) {
        guard let comma = text.range(of: ", ") else { return (text, "") }
        let school = String(text[..<comma.lowerBound])
        let studies = String(text[comma.upperBound...])
        let isCut = JobWords.isSchool(school) && !JobWords.isSchool(studies) && (hasPlace || JobWords.isDegree(studies))
        return isCut ? (school, studies) : (text, "")
    }

    /// Cuts one line into the degree and the school, at the comma or dash before the school.
    private static func cut(_ text: String) -> (degree: String, school: String) {
        var cuts: [Range<String.Index>] = []
        for joint in [", ", " – ", " — ", " - ", " at ", " from ", " à l'", " à l’", " à ", "; "] {
            cuts += text.ranges(of: joint)
        }
        cuts.sort { $0.lowerBound < $1.lowerBound }
        for cut in cuts {
            let rest = String(text[cut.upperBound...])
            let next = cuts.first { $0.lowerBound >= cut.upperBound }?.lowerBound ?? text.endIndex
            let piece = String(text[cut.upperBound..<next])
            guard JobWords.isSchool(piece) else { continue }
            return (EntryHead.bare(String(text[..<cut.lowerBound])), EntryHead.bare(rest))
        }
        if let first = cuts.first, JobWords.isSchool(String(text[..<first.lowerBound])),
            !JobWords.isDegree(String(text[..<first.lowerBound]))
        {
            return (
                EntryHead.bare(String(text[first.upperBound...])), EntryHead.bare(String(text[..<first.lowerBound]))
            )
        }
        if JobWords.isSchool(text) && !JobWords.isDegree(text) { return ("", text) }
        return (text, "")
    }

    /// `Bachelor of Science in Computer Science` is a kind of study and an area.
    private static func degree(_ text: String, into record: inout Resume.Education) {
        if let match = text.wholeMatch(of: english) {
            record.studyType = String(match.type).trimmed
            record.area = String(match.area).trimmed
        } else if let match = text.wholeMatch(of: short) {
            record.studyType = String(match.type).trimmed
            record.area = EntryHead.bare(String(match.area))
        } else {
            record.studyType = text
        }
    }

    nonisolated(unsafe) private static let english =
        #/(?<type>(?i:bachelor|master|doctor|associate|diploma|certificate|mba|phd|ph\.d\.?|bsc|msc|b\.?s\.?|m\.?s\.?|b\.?a\.?|m\.?a\.?)\b[^,]*?) (?:in|en) (?<area>.+)/#

    nonisolated(unsafe) private static let short =
        #/(?<type>(?:DCG|DSCG|BTS|DUT|BUT|DEUG|DESS|DEA|MBA|CAP|BEP|BTSA|DEUST|(?i:bac(?:calaur[ée]at)? pro(?:fessionnel)?|licence pro(?:fessionnelle)?|licence|master(?: ?[12])?|mast[èe]re|doctorat|baccalaur[ée]at|bac))\b)(?<area>[ ,–\-:].+)/#
}
