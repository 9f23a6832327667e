import Foundation

/// Reads a CV's text, in English or French, into the shape of JSON Resume.
///
/// It goes by headings, dates and the look of lines; it never guesses what is not written. Give it the text that
/// `DocumentReader` made: lines in reading order, cells apart by tabs.
public enum ResumeParser {
    /// Changes whenever the same text would be read differently; kept with what was read.
    public static let version = "1"

    /// Reads a CV. An empty text gives an empty resume, never an error.
    public static func parse(text: String) -> Resume {
        let text = String(text.prefix(400_000)).precomposedStringWithCanonicalMapping
        let outline = ResumeOutline(text)
        var resume = Resume()
        ContactReader(outline: outline, isFrench: isFrench(text)).read(into: &resume)
        NameReader(outline: outline).read(into: &resume)
        resume.basics.summary = paragraph(outline.lines(of: .summary))
        resume.work = WorkReader.positions(in: outline.lines(of: .work))
        resume.volunteer = WorkReader.positions(in: outline.lines(of: .volunteer))
        resume.education = EducationReader.records(in: outline.lines(of: .education))
        resume.skills = SkillReader.skills(in: outline.lines(of: .skills))
        resume.languages = LanguageReader.languages(in: outline.lines(of: .languages))
        resume.certificates = items(outline.lines(of: .certificates))
        resume.projects = items(outline.lines(of: .projects))
        resume.interests = items(outline.lines(of: .interests)).flatMap { SkillReader.split($0, on: [",", ";", "•"]) }
        let sections: [(String, Bool)] = [
            ("work", resume.work.isEmpty), ("education", resume.education.isEmpty),
            ("skills", resume.skills.isEmpty), ("languages", resume.languages.isEmpty),
        ]
        for (name, isEmpty) in sections where !isEmpty {
            resume.evidence[name] = Resume.Evidence(confidence: 0.8, line: nil)
        }
        return resume
    }

    private static func paragraph(_ lines: [ResumeLine]) -> String {
        lines.filter { !$0.isBlank && $0.text != PageLayout.columnBreak }.map(\.text).joined(separator: " ")
    }

    private static func items(_ lines: [ResumeLine]) -> [String] {
        var result: [String] = []
        var joins = false
        for line in lines {
            if line.isBlank {
                joins = false
                continue
            }
            let goesOn = line.text.first?.isLowercase == true && !line.isBullet
            if joins && goesOn {
                result[result.count - 1] += " " + line.text
            } else {
                result.append(line.text)
            }
            joins = true
        }
        return result
    }

    /// Which of the two languages has more of its small words in the text.
    private static func isFrench(_ text: String) -> Bool {
        let words = String(text.prefix(8_000)).folded.split(separator: " ")
        let french: Set<Substring> = ["de", "des", "et", "en", "la", "le", "les", "du", "pour", "avec", "sur"]
        let english: Set<Substring> = ["the", "and", "of", "in", "to", "for", "with", "on", "by", "from"]
        let counts = words.reduce(into: (0, 0)) { counts, word in
            if french.contains(word) { counts.0 += 1 }
            if english.contains(word) { counts.1 += 1 }
        }
        return counts.0 > counts.1
    }
}
