import Domain
import Engine
import JSON

extension Workstation {
    /// Lists the interviews of the selected application, to move, cancel or close one, or to answer an invitation.
    mutating func changeInterview() -> [Work] {
        guard let subject = oneSubject() else { return [] }
        return [
            .read(Work.Slot("interviews"), ListInterviews(applicationID: subject.id)) { workstation, interviews in
                guard !interviews.data.isEmpty else {
                    workstation.tell(
                        Phrase(
                            en: "\(subject.name): no interview is planned; i plans one.",
                            fr: "\(subject.name) : aucun entretien prévu ; i en planifie un."))
                    return []
                }
                let items = interviews.data.map { interview in
                    Choice.Item(
                        workstation.label(of: interview), hint: workstation.say(interview.status.title)
                    ) { $0.offerChanges(of: interview) }
                }
                let title = Phrase(en: "Interviews of \(subject.name)", fr: "Entretiens de \(subject.name)")
                workstation.push(.choice(Choice(title: workstation.say(title), items: items)))
                return []
            }
        ]
    }

    private func label(of interview: InterviewView) -> String {
        "\(interview.round). \(entryRules.text(interview.startAt))  \(say(interview.kind.title))"
    }

    private mutating func offerChanges(of interview: InterviewView) -> [Work] {
        let isOpen = interview.status == .scheduled
        let hasBegun = interview.startAt <= now
        let canClose = isOpen || interview.status == .awaitingFeedback
        let ended = isOpen ? nil : say(interview.status.title)
        let notYet =
            !canClose
            ? say(interview.status.title)
            : hasBegun ? nil : say(Phrase(en: "has not begun yet", fr: "n’a pas encore commencé"))
        var items: [Choice.Item] = []
        if person.role != .candidate {
            items = [
                .init(say(Phrase(en: "Move to another time", fr: "Déplacer")), letter: "m", disabledReason: ended) {
                    $0.reschedule(interview)
                },
                .init(say(Phrase(en: "Held", fr: "A eu lieu")), letter: "h", disabledReason: notYet) {
                    $0.confirmEnd(of: interview, .complete)
                },
                .init(say(Phrase(en: "Nobody came", fr: "Absence")), letter: "a", disabledReason: notYet) {
                    $0.confirmEnd(of: interview, .noShow)
                },
                .init(say(Phrase(en: "Cancel", fr: "Annuler l’entretien")), letter: "x", disabledReason: ended) {
                    $0.confirmEnd(of: interview, .cancelled)
                },
            ]
        }
        let isInvited = interview.participants.contains { $0.userID == person.userID } || person.role == .candidate
        if isInvited {
            for (response, letter) in [(Interview.Response.accepted, "y"), (.tentative, "t"), (.declined, "d")] {
                items.append(
                    .init(say(response.title), letter: Character(letter), disabledReason: ended) {
                        $0.respond(to: interview, response)
                    })
            }
        }
        push(.choice(Choice(title: "\(interview.candidateName) · \(label(of: interview))", items: items)))
        return []
    }

    private mutating func reschedule(_ interview: InterviewView) -> [Work] {
        let minutes = Int((interview.endAt.milliseconds - interview.startAt.milliseconds) / 60_000)
        let (language, zone) = (language, person.timezone)
        push(
            .form(
                Form(
                    id: "reschedule",
                    title: say(
                        Phrase(
                            en: "Move the interview with \(interview.candidateName)",
                            fr: "Déplacer l’entretien avec \(interview.candidateName)")),
                    fields: InterviewFields.plan(
                        self, kind: interview.kind, start: interview.startAt, minutes: minutes,
                        location: interview.location ?? "", video: interview.videoURL ?? ""),
                    consequence: say(
                        Phrase(
                            en: "Everybody has to answer the invitation again. Can be undone.",
                            fr: "Chacun doit répondre de nouveau à l’invitation. Annulable.")),
                    submitLabel: say(Phrase(en: "Move", fr: "Déplacer"))
                ) { values in
                    var input = InterviewFields.input(values, zone: zone)
                    input.set("interview_id", .string(interview.id.description))
                    input.set("expected_version", .integer(Int64(interview.version)))
                    // What was emptied is cleared.
                    for name in ["location", "video_url"] where values[name]?.nonBlank == nil { input.set(name, .null) }
                    return .submitting(UpdateInterview.self, input, of: "reschedule", in: language) {
                        workstation, view in
                        workstation.settleRescheduling(from: interview, to: view)
                    }
                }))
        return []
    }

    private mutating func settleRescheduling(from before: InterviewView, to after: InterviewView) -> [Work] {
        settle(
            Reversible<UpdateInterview, UpdateInterview>(
                label: Phrase(
                    en: "Interview with \(after.candidateName), \(entryRules.text(after.startAt))",
                    fr: "Entretien avec \(after.candidateName), \(entryRules.text(after.startAt))"),
                doAgain: { .plan(as: after, expecting: $0.version) },
                takeBack: { .plan(as: before, expecting: $0.version) }, refresh: { $0.refreshSubjects() }),
            after)
    }

    private mutating func confirmEnd(of interview: InterviewView, _ status: Interview.Status) -> [Work] {
        let word = status.title
        push(
            .confirmation(
                Confirmation(
                    title: "\(interview.candidateName) · \(label(of: interview))",
                    consequence: say(
                        Phrase(
                            en: "The interview counts as \(word.english). This cannot be undone.",
                            fr: "L’entretien est noté « \(word.french) ». C’est définitif.")),
                    confirmLabel: say(Phrase(en: "Yes", fr: "Oui"))
                ) { _ in
                    let end = UpdateInterview(
                        interviewID: interview.id, status: status, expectedVersion: interview.version)
                    return [
                        .write(end) { workstation, view in
                            workstation.tell(
                                workstation.about(view.candidateName, workstation.say(view.status.title)), level: .done)
                            return workstation.refreshSubjects()
                        }
                    ]
                }))
        return []
    }

    private mutating func respond(to interview: InterviewView, _ response: Interview.Response) -> [Work] {
        let before = interview.participants.first { $0.userID == person.userID }?.response ?? .needsAction
        let answer = UpdateInterview(interviewID: interview.id, response: response)
        let reversible = Reversible<UpdateInterview, UpdateInterview>(
            label: Phrase(
                en: "Invitation: \(response.title.english)", fr: "Invitation : \(response.title.french)"),
            doAgain: { _ in answer }, takeBack: { UpdateInterview(interviewID: $0.id, response: before) },
            refresh: { $0.refreshSubjects() })
        return [.write(answer) { $0.settle(reversible, $1) }]
    }
}

extension UpdateInterview {
    /// Plans it the way a view shows it.
    fileprivate static func plan(as view: InterviewView, expecting version: Int) -> UpdateInterview {
        UpdateInterview(
            interviewID: view.id, kind: view.kind, startAt: view.startAt, endAt: view.endAt,
            timezone: TimeZoneName(view.timezone),
            location: view.location.flatMap { Text($0) }.map(Patch.set) ?? .clear,
            videoURL: view.videoURL.flatMap { WebAddress($0) }.map(Patch.set) ?? .clear,
            participants: view.participants.map(\.userID), allowOverlap: true, expectedVersion: version)
    }
}

extension Interview.Response {
    public var title: Phrase {
        switch self {
        case .needsAction: Phrase(en: "no answer yet", fr: "pas encore de réponse")
        case .accepted: Phrase(en: "Accept", fr: "Accepter")
        case .declined: Phrase(en: "Decline", fr: "Décliner")
        case .tentative: Phrase(en: "Perhaps", fr: "Peut-être")
        }
    }
}
