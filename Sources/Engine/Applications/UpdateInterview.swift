import Domain
import JSON
import Storage

/// Reschedules, cancels or closes an interview, or answers its invitation. A candidate may only answer.
public struct UpdateInterview: RouteOperation {
    public static let contract = Contract(
        "interviews.update", .put, "/interviews/{interview_id}",
        access: .roles(candidate: .own, employer: .scoped, consultant: .yes, admin: .yes), effect: .write,
        Phrase(
            en: "Reschedule, cancel, complete or answer an interview",
            fr: "Déplacer, annuler ou clore un entretien, ou y répondre"), isContract: false)

    public var interviewID: Interview.ID
    public var kind: Interview.Kind?
    public var startAt: Instant?
    public var endAt: Instant?
    public var timezone: TimeZoneName?
    public var location: Patch<Text<500>>
    public var videoURL: Patch<WebAddress>
    public var participants: [User.ID]?
    /// `cancelled`, `awaiting_feedback`, `complete` or `no_show`; the last three once it has begun.
    public var status: Interview.Status?
    /// The caller's own answer to the invitation.
    public var response: Interview.Response?
    public var allowOverlap: Bool?
    public var expectedVersion: Int?

    public init(
        interviewID: Interview.ID, kind: Interview.Kind? = nil, startAt: Instant? = nil, endAt: Instant? = nil,
        timezone: TimeZoneName? = nil, location: Patch<Text<500>> = .keep, videoURL: Patch<WebAddress> = .keep,
        participants: [User.ID]? = nil, status: Interview.Status? = nil, response: Interview.Response? = nil,
        allowOverlap: Bool? = nil, expectedVersion: Int? = nil
    ) {
        self.interviewID = interviewID
        self.kind = kind
        self.startAt = startAt
        self.endAt = endAt
        self.timezone = timezone
        self.location = location
        self.videoURL = videoURL
        self.participants = participants
        self.status = status
        self.response = response
        self.allowOverlap = allowOverlap
        self.expectedVersion = expectedVersion
    }

    private var plans: Bool {
        kind != nil || startAt != nil || endAt != nil || timezone != nil || location != .keep || videoURL != .keep
            || participants != nil
    }

    public func perform(in call: Call) throws -> InterviewView {
        try InterviewRules.checkCount(participants ?? [])
        let stored = try InterviewReading.find(interviewID, in: call)
        if call.principal.role == .candidate, plans || status != nil {
            throw Problem.notAllowed(
                Phrase(
                    en: "You may answer the invitation; ask the organizer for another time.",
                    fr: "Vous pouvez répondre à l’invitation ; demandez un autre horaire à l’organisateur.")
            ).about("interview", interviewID)
        }
        let before = stored.view
        var after = before
        // Whom an employer may not know stays in the list that it does not see.
        if let hidden = stored.hiddenUserID { after.participants += try kept(hidden, in: call) }
        let people = after.participants
        try StaleVersion.check(expectedVersion, current: before.version, "interview", interviewID)
        try plan(&after, hidden: stored.hiddenUserID, in: call)
        try close(&after, now: call.now)
        try answer(&after, in: call)
        guard after != before, after.participants != people || !isSame(before, after) else {
            return try InterviewReading.views([stored], in: call)[0]
        }
        let tells =
            (plans && !isSamePlan(before, after, people)) || after.status == .cancelled && before.status != .cancelled
        if tells { after.icalSequence += 1 }
        try call.transaction.execute(
            """
            UPDATE interview SET kind = \(after.kind), start_at = \(after.startAt), end_at = \(after.endAt),
            timezone = \(after.timezone), location = \(after.location), video_url = \(after.videoURL),
            participants = \(try StoredJSON.text(of: after.participants)), status = \(after.status),
            ical_sequence = \(after.icalSequence), updated_at = \(call.now), version = version + 1,
            row_seq = \(try call.rowSequence()) WHERE id = \(interviewID)
            """)
        let changes = try FieldChanges(
            from: before, to: after, leavingOut: ["icalendar", "candidate_name", "job_title"])
        call.note("interview", interviewID, before: changes.before, after: changes.after)
        if tells { try InterviewMail(interview: interviewID).send(removed: people.map(\.userID), in: call) }
        return try InterviewReading.views([InterviewReading.find(interviewID, in: call)], in: call)[0]
    }

    private func isSame(_ before: InterviewView, _ after: InterviewView) -> Bool {
        var copy = after
        copy.participants = before.participants
        return copy == before
    }

    private func isSamePlan(
        _ before: InterviewView, _ after: InterviewView, _ people: [InterviewParticipant]
    ) -> Bool {
        before.kind == after.kind && before.startAt == after.startAt && before.endAt == after.endAt
            && before.timezone == after.timezone && before.location == after.location
            && before.videoURL == after.videoURL && people.map(\.userID) == after.participants.map(\.userID)
    }

    private func kept(_ hidden: User.ID, in call: Call) throws -> [InterviewParticipant] {
        let text: String? = try call.transaction.value(
            "SELECT participants FROM interview WHERE id = \(interviewID)")
        let all: [InterviewParticipant] = try StoredJSON.list(text ?? "[]")
        return all.filter { $0.userID == hidden }
    }

    /// Another time, place or circle of people.
    private func plan(_ view: inout InterviewView, hidden: User.ID?, in call: Call) throws {
        guard plans else { return }
        guard view.status == .scheduled else { throw notNow(view) }
        let moved = (view.startAt, view.endAt)
        view.kind = kind ?? view.kind
        view.startAt = startAt ?? view.startAt
        // A new beginning alone keeps the length.
        view.endAt =
            endAt
            ?? view.startAt.advanced(byMilliseconds: moved.1.milliseconds - moved.0.milliseconds)
        view.timezone = timezone?.value ?? view.timezone
        view.location = location.applied(to: view.location.flatMap { Text($0) })?.value
        view.videoURL = videoURL.applied(to: view.videoURL.flatMap { WebAddress($0) })?.value
        try InterviewRules.check(start: view.startAt, end: view.endAt)
        if let participants {
            let record = try ApplicationRecord.load(view.applicationID, in: call)
            try InterviewRules.check(participants: participants, of: record, in: call)
            var responses = Dictionary(
                view.participants.map { ($0.userID, $0.response) }, uniquingKeysWith: { first, _ in first })
            var listed: [InterviewParticipant] = []
            var named = participants
            if !record.nameVisible, let hidden = record.candidateUserID, responses[hidden] != nil {
                named.append(hidden)
            }
            for person in named where !listed.contains(where: { $0.userID == person }) {
                listed.append(
                    InterviewParticipant(
                        userID: person, response: responses.removeValue(forKey: person) ?? .needsAction))
            }
            view.participants = listed
        }
        if (view.startAt, view.endAt) != moved {
            // Everybody has to answer anew.
            for index in view.participants.indices where view.participants[index].userID != call.principal.userID {
                view.participants[index].response = .needsAction
            }
        }
        if allowOverlap != true {
            try InterviewRules.checkFree(
                [view.organizerID] + view.participants.map(\.userID), hidden: hidden, start: view.startAt,
                end: view.endAt,
                except: interviewID, in: call)
        }
    }

    /// How it ended.
    private func close(_ view: inout InterviewView, now: Instant) throws {
        guard let status, status != view.status else { return }
        let allowed: Bool
        switch (view.status, status) {
        case (.scheduled, .cancelled): allowed = true
        case (.scheduled, .awaitingFeedback), (.scheduled, .complete), (.scheduled, .noShow),
            (.awaitingFeedback, .complete), (.awaitingFeedback, .noShow):
            guard view.startAt <= now else {
                throw Problem.conflict(
                    Phrase(en: "The interview has not begun yet.", fr: "L’entretien n’a pas encore commencé."),
                    members: ["current": .string(view.status.rawValue)]
                ).about("interview", interviewID)
            }
            allowed = true
        default: allowed = false
        }
        guard allowed else { throw notNow(view) }
        view.status = status
    }

    /// The caller's own answer. The candidate may answer whether or not it was listed; others only when they were.
    private func answer(_ view: inout InterviewView, in call: Call) throws {
        guard let response else { return }
        let actor = try call.actor()
        if let index = view.participants.firstIndex(where: { $0.userID == actor }) {
            if view.participants[index].response == response { return }
            guard view.status == .scheduled else { throw notNow(view) }
            view.participants[index].response = response
        } else if call.principal.role == .candidate {
            guard view.status == .scheduled else { throw notNow(view) }
            view.participants.append(InterviewParticipant(userID: actor, response: response))
        } else {
            throw Problem.notAllowed(
                Phrase(
                    en: "You are not a participant of this interview.",
                    fr: "Vous ne participez pas à cet entretien.")
            ).about("interview", interviewID)
        }
    }

    private func notNow(_ view: InterviewView) -> Problem {
        Problem.conflict(
            Phrase(
                en: "The interview is \(view.status.rawValue): it cannot be changed so any more.",
                fr: "L’entretien est à l’état \(view.status.rawValue) : ce changement n’est plus possible."),
            members: ["current": .string(view.status.rawValue)]
        ).about("interview", interviewID)
    }
}
