import Domain
import Engine
import JSON

/// A candidate as an action names one.
struct CandidateReference: Sendable, Hashable {
    let id: Candidate.ID
    let name: String

    init(id: Candidate.ID, name: String) {
        self.id = id
        self.name = name
    }

    init(_ subject: Subject) { self.init(id: subject.candidateID, name: subject.name) }
    init(_ view: CandidateView, _ language: Language) {
        self.init(id: view.id, name: view.displayName(language))
    }
}

extension Workstation {
    /// Asks for the job that candidates are put forward for: an application in Sourced each.
    mutating func putForward(_ candidates: [CandidateReference]) -> [Work] {
        if let refusal = refusal(of: "applications.source") { return tell(error: refusal) }
        guard !candidates.isEmpty else { return tellNothingSelected() }
        return [
            .read(Work.Slot("sources"), ListSources(pageSize: PageSize(200))) { workstation, sources in
                workstation.push(.form(workstation.sourcingForm(candidates, sources.data)))
                return []
            }
        ]
    }

    private func sourcingForm(_ candidates: [CandidateReference], _ sources: [SourceView]) -> Form {
        let names = listed(candidates.map(\.name))
        let language = language
        return Form(
            id: "source", title: say(Phrase(en: "Put \(names) forward", fr: "Proposer \(names)")),
            fields: [
                FormField(
                    "job_id", say(Phrase(en: "Job", fr: "Poste")), .lookup(.openJobs), isRequired: true),
                FormField(
                    "source_id", say(Phrase(en: "Source", fr: "Source")),
                    .choice([("", "–")] + sources.map { ($0.id.description, $0.name) })),
                FormField(
                    "note", say(Phrase(en: "Note for the team", fr: "Note pour l’équipe")), .longText(limit: 10_000)),
            ],
            consequence: say(
                candidates.count == 1
                    ? Phrase(
                        en: "A new application in Sourced. It cannot be undone, but rejected.",
                        fr: "Une nouvelle candidature « sourcée ». Elle ne s’annule pas, mais se refuse.")
                    : Phrase(
                        en: "\(candidates.count) new applications in Sourced. They cannot be undone, but rejected.",
                        fr: "\(candidates.count) nouvelles candidatures « sourcées ». Elles ne s’annulent pas, mais se "
                            + "refusent.")),
            submitLabel: say(Phrase(en: "Put forward", fr: "Proposer"))
        ) { values in
            var operations: [SourceApplication] = []
            do throws(InputErrors) {
                for candidate in candidates {
                    var input = FormInput()
                    for name in ["job_id", "source_id", "note"] { input.set(name, values[name]) }
                    input.set("candidate_id", .string(candidate.id.description))
                    operations.append(try input.json.decoded(as: SourceApplication.self, leniency: .text))
                }
            } catch {
                return .failure(FormFault(error, language))
            }
            return .success(.sourcing(operations, candidates))
        }
    }
}

extension Lookup {
    /// Jobs that take candidates, by words of their title or company.
    static let openJobs = Lookup { session, text in
        let query = text.nonBlank.map { Text<500>(cutting: $0) }
        return session.attempt(ListJobs(q: query, asYouType: query == nil ? nil : true, status: .open)).map { page in
            page.data.map { job in
                Picker.Option(value: job.id.description, label: job.title, hint: job.companyName)
            }
        }
    }

    /// Companies by a part of their name.
    static let companies = Lookup { session, text in
        let query = text.nonBlank.map { Text<200>(cutting: $0) }
        return session.attempt(ListCompanies(q: query, sortBy: .name)).map { page in
            page.data.map { company in
                Picker.Option(
                    value: company.id.description, label: company.name, hint: company.location?.city?.value ?? "")
            }
        }
    }
}

extension Work {
    fileprivate static func sourcing(_ operations: [SourceApplication], _ candidates: [CandidateReference]) -> Work {
        .write { session in
            var views: [ApplicationView] = []
            var refused: [(name: String, problem: Problem)] = []
            for (operation, candidate) in zip(operations, candidates) {
                switch session.attempt(operation) {
                case .success(let view): views.append(view)
                case .failure(let problem): refused.append((candidate.name, problem))
                }
            }
            let (made, failures) = (views, refused)
            return { workstation in
                if made.isEmpty, let first = failures.first { return workstation.showInForm("source", first.problem) }
                workstation.finishForm("source")
                if let view = made.first {
                    let whom = made.count == 1 ? view.candidateName : "\(made.count)"
                    workstation.tell("\(whom) → \(view.jobTitle)", level: .done)
                }
                if !failures.isEmpty {
                    let done = Phrase(en: "\(made.count) put forward", fr: "\(made.count) proposées")
                    workstation.report(failures, done)
                }
                return workstation.refreshRecords()
            }
        }
    }
}
