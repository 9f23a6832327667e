import Domain
import Engine

/// The figures of a job as the lines of its pane. A figure of too few cases says so instead of a percentage.
struct JobFigures {
    let analytics: ShowJobAnalytics.JobAnalytics
    let person: Person

    private var language: Language { person.language }
    private var dates: DateWords { DateWords(person: person, now: nil) }
    private func say(_ english: String, _ french: String) -> String { Phrase(en: english, fr: french)[language] }

    var lines: [PaneLine] { facts + funnel + sources }

    private var facts: [PaneLine] {
        let found = analytics.analytics
        let figures = found.applications
        func number(_ count: Int) -> String { NumberWords.count(count, language) }
        // In French nothing and one are singular.
        func french(_ count: Int, _ word: String) -> String { "\(number(count)) \(word)\(count < 2 ? "" : "s")" }
        return [
            .fact(
                label: say("Period", "Période"),
                value: "\(dates.day(found.period.from)) – \(dates.day(found.period.to))"),
            .fact(label: say("Filled", "Pourvus"), value: ratio(analytics.fillRate)),
            .fact(label: say("Time to fill", "Délai"), value: duration(analytics.timeToFill)),
            .fact(label: say("To hire", "Embauche"), value: duration(found.timeToHire)),
            .fact(label: say("Offers taken", "Acceptées"), value: ratio(found.offerAcceptance)),
            .fact(
                label: say("Open", "En cours"),
                value: say(
                    "\(number(figures.open)) of \(number(figures.applications)) applications",
                    "\(french(figures.open, "candidature")) sur \(number(figures.applications))")),
            .fact(
                label: say("Ended", "Terminées"),
                value: say(
                    "\(number(figures.hired)) hired, \(number(figures.rejected)) rejected, "
                        + "\(number(figures.withdrawn)) withdrawn",
                    "\(french(figures.hired, "embauche")), \(number(figures.rejected)) refus, "
                        + french(figures.withdrawn, "retrait"))),
        ]
    }

    /// How many applications ever reached each stage.
    private var funnel: [PaneLine] {
        let stages = analytics.analytics.applications.stages
        let most = max(1, stages.map(\.reached).max() ?? 1)
        return [.blank, .heading(say("Reached", "Étapes atteintes"))]
            + stages.map { stage in
                .count(
                    label: stage.stage.title[language], count: NumberWords.count(stage.reached, language),
                    share: Double(stage.reached) / Double(most))
            }
    }

    private var sources: [PaneLine] {
        let sources = analytics.analytics.sources
        guard !sources.isEmpty else { return [] }
        let most = max(1, sources.map(\.applications).max() ?? 1)
        return [.blank, .heading(say("Came from", "Provenance"))]
            + sources.map { source in
                .count(
                    label: source.name, count: NumberWords.count(source.applications, language),
                    share: Double(source.applications) / Double(most))
            }
    }

    private func ratio(_ figure: RatioFigure) -> String {
        let part = say("\(figure.numerator) of \(figure.n)", "\(figure.numerator) sur \(figure.n)")
        guard let value = figure.value else { return part }
        return "\(NumberWords.decimal(value * 100, language))\(say("%", "\u{A0}%")) (\(part))"
    }

    private func duration(_ figure: DurationFigure) -> String {
        guard let median = figure.medianDays else { return say("nothing yet", "rien encore") }
        let days = NumberWords.days(median, language)
        return say("median \(days) (\(figure.n))", "médiane \(days) (\(figure.n))")
    }
}
