import Domain
import Engine

/// Makes the lines of a job's pane.
struct JobComposer {
    let job: JobView
    /// What was read beside the job; nil until then.
    let record: JobDetail.Record?
    let person: Person

    private var language: Language { person.language }
    private var dates: DateWords { DateWords(person: person, now: nil) }

    private func say(_ english: String, _ french: String) -> String { Phrase(en: english, fr: french)[language] }

    var lines: [PaneLine] { facts + applicants + requirements + description }

    /// How the job is doing.
    func analyticsLines(_ answer: Result<ShowJobAnalytics.JobAnalytics, Problem>?) -> [PaneLine] {
        switch answer {
        case nil: [.text(say("Reckoning …", "Calcul en cours…"), .dim)]
        case .failure(let problem): [.text(problem.sentence(in: language), .attention)]
        case .success(let found): JobFigures(analytics: found, person: person).lines
        }
    }

    private var facts: [PaneLine] {
        let place = [job.location.longText, job.workplace.title[language]].filter { !$0.isEmpty }
        var facts: [(label: String, value: String?)] = [
            (say("Place", "Lieu"), place.joined(separator: ", ")),
            (say("Contract", "Contrat"), job.employmentType.title[language]),
            (say("Salary", "Salaire"), salary),
            (
                say("Experience", "Expérience"),
                job.experienceMonths.map { months in
                    NumberWords.experience(months: months, language)
                }
            ),
            (say("Education", "Formation"), job.educationLevel.map { EducationLevel.title(of: $0, language) }),
            (say("Openings", "Postes"), openings),
            (say("Posted", "Publiée"), job.datePosted.map { dates.day($0) }),
            (say("Until", "Jusqu’au"), job.validThrough.map { dates.day($0) }),
            (say("Closed", "Close"), job.closedAt.map { dates.day($0) }),
            (say("Because", "Motif"), job.closeReason),
            (say("Consultant", "Consultant"), job.ownerName),
            (say("Reference", "Référence"), job.requisitionID),
            (say("Fee", "Honoraires"), fee),
        ]
        if job.confidential == true {
            facts.append((say("Public", "Publique"), say("confidential", "confidentielle")))
        }
        return facts.compactMap { label, value in value?.nonBlank.map { .fact(label: label, value: $0) } }
    }

    private var salary: String? {
        guard let range = MoneyWords.range(job.baseSalary, language) else { return nil }
        return job.salaryPublic == false ? range + say(", not public", ", non publié") : range
    }

    private var openings: String? {
        job.openings.map { openings in
            let filled = job.openingsFilled ?? 0
            return say("\(filled) of \(openings) filled", "\(filled) sur \(openings) pourvus")
        }
    }

    private var fee: String? {
        guard let fee = job.fee, let value = fee.value else { return nil }
        switch fee.type {
        case .percent: return NumberWords.decimal(value, language) + say("% of the salary", " % du salaire")
        case .fixed:
            guard let amount = Int64(exactly: value.rounded()) else { return nil }
            return MoneyWords.amount(amount, currency: job.baseSalary?.currency.value ?? "EUR", language)
        }
    }

    /// How many applicants stand in each stage.
    private var applicants: [PaneLine] {
        guard let stages = record?.stages, !stages.isEmpty else { return [] }
        let most = max(1, stages.map(\.count).max() ?? 1)
        let total = NumberWords.count(stages.reduce(0) { $0 + $1.count }, language)
        return [.blank, .heading(say("Applicants", "Candidatures"), trailing: total)]
            + stages.map { stage in
                .count(
                    label: stage.status.title[language],
                    count: NumberWords.count(stage.count, isExact: stage.countExact, language),
                    share: Double(stage.count) / Double(most))
            }
    }

    private var requirements: [PaneLine] {
        guard let requirements = record?.requirements, !requirements.isEmpty else { return [] }
        return [.blank, .heading(say("Asks for", "Demande"))]
            + requirements.map { requirement in
                var least: [String] = []
                if let level = requirement.minLevel { least.append(say("level \(level)", "niveau \(level)")) }
                if let years = requirement.minYears { least.append(NumberWords.years(years, language)) }
                return .item(
                    leading: requirement.importance.title[language], text: requirement.name,
                    trailing: least.joined(separator: ", "))
            }
    }

    private var description: [PaneLine] {
        var lines: [PaneLine] = []
        if let text = job.description.nonBlank {
            lines += [.blank, .heading(say("Description", "Description")), .text(text)]
        }
        if let text = job.publicDescription?.nonBlank, text != job.description.nonBlank {
            lines += [.blank, .heading(say("What the public reads", "Texte public")), .text(text)]
        }
        return lines
    }
}
