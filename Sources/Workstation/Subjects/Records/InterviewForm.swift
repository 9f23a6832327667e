import Domain
import Engine
import JSON

extension Workstation {
    /// Asks for an interview with the candidate of the selected application; with several selected they follow each
    /// other without a break.
    mutating func scheduleInterview() -> [Work] {
        let subjects = subjects
        guard let first = subjects.first else { return tellNothingSelected() }
        if let reason = unavailability(of: .interviewSchedule) { return tell(error: about(first.name, reason)) }
        guard subjects.count == 1, Catalogue.allows("candidates.get", person.role) else {
            push(.form(interviewForm(subjects, candidateUser: nil)))
            return []
        }
        return [
            .read(Work.Slot("interview"), GetCandidate(candidateID: first.candidateID)) { workstation, candidate in
                let form = workstation.interviewForm(subjects, candidateUser: candidate.userID)
                workstation.push(.form(form))
                return []
            }
        ]
    }

    private func interviewForm(_ subjects: [Subject], candidateUser: User.ID?) -> Form {
        let names = listed(subjects.map(\.name))
        var fields = InterviewFields.plan(self, kind: .video, start: nil, minutes: 60)
        if candidateUser != nil {
            fields.append(
                FormField(
                    "participants", say(Phrase(en: "Invite the candidate", fr: "Inviter le candidat")), .toggle,
                    value: "true"))
        }
        if subjects.count == 1, let application = subjects.first?.id {
            let people = Lookup.people(of: application, except: person.userID)
            for (name, label) in [
                ("participants.first", Phrase(en: "Invite", fr: "Inviter")),
                ("participants.second", Phrase(en: "Invite also", fr: "Inviter aussi")),
            ] {
                fields.append(FormField(name, say(label), .lookup(people)))
            }
        }
        let consequence =
            subjects.count == 1
            ? Phrase(
                en: "You organize it. The stage stays as it is. Can be undone: the interview is then cancelled.",
                fr: "Vous l’organisez. L’étape ne change pas. Annulable : l’entretien est alors annulé.")
            : Phrase(
                en: "\(subjects.count) interviews, one after the other. The stage stays as it is.",
                fr: "\(subjects.count) entretiens à la suite. L’étape ne change pas.")
        let (language, zone) = (language, person.timezone)
        return Form(
            id: "interview", title: say(Phrase(en: "Interview: \(names)", fr: "Entretien : \(names)")),
            fields: fields, consequence: say(consequence), submitLabel: say(Phrase(en: "Schedule", fr: "Planifier"))
        ) { values in
            var operations: [ScheduleInterview] = []
            do throws(InputErrors) {
                for (number, subject) in subjects.enumerated() {
                    var input = InterviewFields.input(values, zone: zone, after: number)
                    input.set("application_id", .string(subject.id.description))
                    let invited = InterviewFields.invited(values, candidate: candidateUser)
                    if !invited.isEmpty { input.set("participants", .array(invited.map { .string($0) })) }
                    operations.append(try input.json.decoded(as: ScheduleInterview.self, leniency: .text))
                }
            } catch {
                return .failure(FormFault(error, language))
            }
            return .success(.scheduling(operations, subjects))
        }
    }
}

/// The fields that planning and rescheduling share.
enum InterviewFields {
    static let durations = [15, 30, 45, 60, 90, 120, 180, 240]

    static func plan(
        _ workstation: Workstation, kind: Interview.Kind, start: Instant?, minutes: Int, location: String = "",
        video: String = ""
    ) -> [FormField] {
        let lengths = Set(durations + [minutes]).sorted()
        return [
            FormField(
                "kind", workstation.say(Phrase(en: "Kind", fr: "Type")),
                .choice(Interview.Kind.allCases.map { ($0.rawValue, workstation.say($0.title)) }),
                value: kind.rawValue, isRequired: true),
            FormField(
                "start_at", workstation.say(Phrase(en: "Begins", fr: "Début")), .dateAndTime,
                value: start.map(workstation.entryRules.text) ?? "", isRequired: true,
                help: workstation.say(
                    Phrase(
                        en: "Time in \(workstation.person.timezone): tomorrow 9:00, fri 2pm, 2026-11-22 14:30",
                        fr: "Heure de \(workstation.person.timezone) : demain 9h, ven 14h30, 2026-11-22 14:30"))),
            FormField(
                "end_at", workstation.say(Phrase(en: "Lasts", fr: "Durée")),
                .choice(lengths.map { ("\($0)", "\($0) min") }), value: "\(minutes)", isRequired: true),
            FormField(
                "location", workstation.say(Phrase(en: "Place", fr: "Lieu")), .text(limit: 500), value: location),
            FormField(
                "video_url", workstation.say(Phrase(en: "Video link", fr: "Lien vidéo")), .text(limit: 2_000),
                value: video, help: "https://…"),
            FormField(
                "allow_overlap",
                workstation.say(Phrase(en: "Even if somebody is busy", fr: "Même si quelqu’un est pris")),
                .toggle, value: "false"),
        ]
    }

    /// The candidate, if it is to come, and the people who were looked up, each once.
    static func invited(_ values: [String: String], candidate: User.ID?) -> [String] {
        var invited = values["participants"] == "true" ? [candidate?.description].compactMap(\.self) : []
        for name in ["participants.first", "participants.second"] {
            if let person = values[name]?.nonBlank, !invited.contains(person) { invited.append(person) }
        }
        return invited
    }

    /// The input of either operation; `number` interviews of the same length come before.
    static func input(_ values: [String: String], zone: String, after number: Int = 0) -> FormInput {
        var input = FormInput()
        input.set("kind", values["kind"])
        input.set("timezone", zone)
        input.set("location", values["location"])
        input.set("video_url", values["video_url"])
        if values["allow_overlap"] == "true" { input.set("allow_overlap", .bool(true)) }
        guard let start = values["start_at"].flatMap({ Instant($0) }),
            let minutes = values["end_at"].flatMap({ Int($0) })
        else { return input }
        let length = Int64(minutes) * 60_000
        let begin = start.advanced(byMilliseconds: length * Int64(number))
        input.set("start_at", begin.description)
        input.set("end_at", begin.advanced(byMilliseconds: length).description)
        return input
    }
}

extension Work {
    /// Plans interviews in their order; the first refusal stops those after it.
    fileprivate static func scheduling(_ operations: [ScheduleInterview], _ subjects: [Subject]) -> Work {
        .write { session in
            var made: [(operation: ScheduleInterview, view: InterviewView)] = []
            var refusal: (name: String, problem: Problem)?
            for (operation, subject) in zip(operations, subjects) {
                switch session.attempt(operation) {
                case .success(let view): made.append((operation, view))
                case .failure(let problem): refusal = (subject.name, problem)
                }
                if refusal != nil { break }
            }
            let (planned, refused) = (made, refusal)
            return { $0.settleInterviews(planned, refused) }
        }
    }
}

extension Workstation {
    fileprivate mutating func settleInterviews(
        _ planned: [(operation: ScheduleInterview, view: InterviewView)], _ refused: (name: String, problem: Problem)?
    ) -> [Work] {
        if planned.isEmpty, let refused { return showInForm("interview", refused.problem) }
        finishForm("interview")
        for (operation, view) in planned {
            let label = Phrase(
                en: "Interview with \(view.candidateName), \(entryRules.text(view.startAt))",
                fr: "Entretien avec \(view.candidateName), \(entryRules.text(view.startAt))")
            let plan = Reversible<ScheduleInterview, UpdateInterview>(
                label: label, doAgain: { _ in operation },
                takeBack: { UpdateInterview(interviewID: $0.id, status: .cancelled, expectedVersion: $0.version) },
                refresh: { $0.refreshSubjects() })
            journal.record(plan.done(view))
            tell(label, level: .done)
        }
        if let refused { tell(error: about(refused.name, refused.problem.sentence(in: language))) }
        return refreshSubjects()
    }
}
