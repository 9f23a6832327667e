import Foundation

/// Reads positions held.
enum WorkReader {
    static func positions(in lines: [ResumeLine]) -> [Resume.Work] {
        let entries = EntryScanner(lines).entries
        guard !entries.isEmpty else { return undated(lines) }
        let joints = EntryHead.Joints(usedIn: entries.map(\.head))
        var result: [Resume.Work] = []
        for entry in entries.prefix(60) {
            let head = EntryHead(entry.head, joints: joints)
            var work = Resume.Work()
            work.position = head.position
            work.name = head.name
            work.location = head.location
            work.startDate = entry.range.start?.description ?? ""
            work.endDate = entry.range.end?.description ?? ""
            // "2015" alone is the year of both ends; "depuis 2015" is still going on.
            if work.endDate.isEmpty, !entry.range.isCurrent { work.endDate = work.startDate }
            describe(&work, head.summary.isEmpty ? entry.opening : head.summary, entry.body)
            guard !work.position.isEmpty || !work.name.isEmpty else { continue }
            result.append(work)
        }
        return result
    }

    private static func describe(_ work: inout Resume.Work, _ opening: String, _ body: [ResumeLine]) {
        var summary: [String] = opening.isEmpty ? [] : [opening]
        var afterBullet = false
        for line in body {
            if line.isBlank {
                afterBullet = false
            } else if line.isBullet {
                work.highlights.append(line.text)
                afterBullet = true
            } else if afterBullet, !work.highlights.isEmpty {
                work.highlights[work.highlights.count - 1] += " " + line.text
            } else if line.text != PageLayout.columnBreak {
                summary.append(line.text)
            }
        }
        work.summary = summary.joined(separator: " ")
    }

    /// Where no dates are given: each line that names a title begins a position.
    private static func undated(_ lines: [ResumeLine]) -> [Resume.Work] {
        var result: [Resume.Work] = []
        for line in lines where !line.isBlank {
            let isHead = JobWords.isTitle(line.text) && line.text.count <= 90 && !line.text.hasSuffix(".")
            if isHead && (!line.isBullet || result.isEmpty || result.last?.highlights.isEmpty == true) {
                let head = EntryHead([line.text])
                var work = Resume.Work()
                work.position = head.position
                work.name = head.name
                work.location = head.location
                result.append(work)
            } else if !result.isEmpty {
                if line.isBullet {
                    result[result.count - 1].highlights.append(line.text)
                } else {
                    let before = result[result.count - 1].summary
                    result[result.count - 1].summary = before.isEmpty ? line.text : before + " " + line.text
                }
            }
        }
        return result
    }
}
