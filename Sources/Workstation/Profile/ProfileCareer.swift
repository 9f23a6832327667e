import Domain
import Engine

extension ProfileComposer {
    /// Where the candidate has worked, the latest first.
    var experience: [PaneLine] {
        guard !record.experience.isEmpty else {
            return nothing("No experience is recorded.", "Aucune expérience enregistrée.")
        }
        var lines: [PaneLine] = []
        for entry in record.experience {
            if !lines.isEmpty { lines.append(.blank) }
            let place = [entry.name, entry.location ?? ""].filter { !$0.isEmpty }.joined(separator: ", ")
            lines.append(.heading(entry.position))
            lines.append(.text(place))
            lines.append(.text(dates.span(entry.startDate, entry.endDate), .dim))
            if let summary = entry.summary?.nonBlank { lines.append(.text(summary)) }
            lines += entry.highlights.map { .text("• " + $0) }
        }
        return lines
    }

    /// What the candidate has studied, the latest first.
    var education: [PaneLine] {
        guard !record.education.isEmpty else {
            return nothing("No education is recorded.", "Aucune formation enregistrée.")
        }
        var lines: [PaneLine] = []
        for entry in record.education {
            if !lines.isEmpty { lines.append(.blank) }
            let title = [entry.studyType, entry.area].compactMap { $0 }.joined(separator: ", ")
            lines.append(.heading(title.isEmpty ? entry.institution : title))
            if !title.isEmpty { lines.append(.text(entry.institution)) }
            let span = dates.span(entry.startDate, entry.endDate)
            if !span.isEmpty { lines.append(.text(span, .dim)) }
            if let score = entry.score?.nonBlank {
                lines.append(.fact(label: say("Score", "Note"), value: score))
            }
            lines += entry.courses.map { .text("• " + $0) }
        }
        return lines
    }

    /// The text of the CV, with the file that it is from.
    var curriculumVitae: [PaneLine] {
        guard let document else { return [] }
        switch document.answer {
        case .failure(let problem): return [.text(problem.sentence(in: language), .dim)]
        case .success(let view):
            let kilobytes = NumberWords.count(max(1, (view.size + 512) / 1_024), language)
            return [
                .heading(view.filename, trailing: say("\(kilobytes) kB", "\(kilobytes) ko")),
                .text(
                    say(
                        "version \(view.versionNo), \(dates.day(view.createdAt))",
                        "version \(view.versionNo), \(dates.day(view.createdAt))"), .dim),
                .blank,
                .text(view.text),
            ]
        }
    }
}
