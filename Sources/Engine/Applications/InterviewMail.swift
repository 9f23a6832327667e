import Domain
import Storage

/// The mails by which people learn of an interview, of its new time, that it does not take place, and that it does
/// without them: to the candidate, the organizer and the interviewers, each with the appointment for a calendar (RFC 5545, 5546 and 6047) as far as the
/// reader may know who the candidate is.
struct InterviewMail {
    let interview: Interview.ID

    /// What a reader is told.
    private enum News {
        case invited, cancelled
        /// It takes place without the reader.
        case removed

        var method: CalendarEvent.Method { self == .invited ? .request : .cancel }
    }

    private struct Reader {
        var principal: Principal
        var address: EmailAddress
        var name: String
        /// Whether it is the candidate of the application.
        var isCandidate: Bool
    }

    /// Tells everybody how the interview stands now. `removed` are people who do not take part any more.
    func send(removed: [User.ID] = [], in call: Call) throws {
        let stored = try stored(for: Principal(role: .admin), in: call.transaction)
        let candidate = try candidate(of: stored.view.applicationID, in: call.transaction)
        let people = [stored.view.organizerID] + stored.view.participants.map(\.userID)
        var readers = try accounts(people, except: candidate?.userID, in: call.transaction)
        if let candidate, let reader = try reader(candidate, in: call.transaction) { readers.append(reader) }
        let isCancelled = stored.view.status == .cancelled
        for reader in readers { try send(isCancelled ? .cancelled : .invited, to: reader, in: call) }
        let gone = removed.filter { !people.contains($0) }
        for reader in try accounts(gone, except: candidate?.userID, in: call.transaction) {
            try send(isCancelled ? .cancelled : .removed, to: reader, in: call)
        }
    }

    private func send(_ news: News, to reader: Reader, in call: Call) throws {
        let language = reader.principal.language
        let stored = try stored(
            for: reader.isCandidate ? Principal(role: .admin) : reader.principal, in: call.transaction)
        let people = try InterviewReading.people(of: [stored], in: call.transaction)
        var event = InterviewReading.event(stored, people, language)
        switch news {
        case .invited: event.status = .confirmed
        case .cancelled: event.status = .cancelled
        // RFC 5546, section 3.2.5: a status would cancel the whole meeting, and so would attendees who stay.
        case .removed: event.status = nil
        }
        if news == .removed {
            event.attendees = [CalendarEvent.Participant(name: reader.name, email: reader.address.value)]
        } else if reader.isCandidate {
            // Who else takes part is the others' affair.
            let own = stored.view.participants.first { $0.userID == reader.principal.userID }
            event.summary =
                Phrase(en: "Interview: \(stored.view.jobTitle)", fr: "Entretien : \(stored.view.jobTitle)")[language]
            event.attendees = [
                CalendarEvent.Participant(
                    name: reader.name, email: reader.address.value,
                    response: own.map { InterviewReading.response($0.response) } ?? .needsAction)
            ]
        } else if !event.attendees.contains(where: { $0.email == reader.address.value }),
            event.organizer?.email != reader.address.value
        {
            event.attendees.append(CalendarEvent.Participant(name: reader.name, email: reader.address.value))
        }
        try call.sendLater(
            OutboxMail(
                kind: .interviewInvitation, to: reader.address, recipientName: reader.name,
                recipientID: reader.principal.userID,
                subject: subject(event, news)[language], body: body(event, stored.view, news, language),
                related: OutboxMail.Subject("application", stored.view.applicationID), batchID: interview.cast(),
                invitation: OutboxMail.Invitation(
                    method: news.method,
                    text: CalendarWriter.text(
                        of: [event], method: news.method, stamp: stored.updatedAt.milliseconds))))
    }

    // MARK: Words

    private func subject(_ event: CalendarEvent, _ news: News) -> Phrase {
        switch news {
        case .cancelled: return Phrase(en: "Cancelled: \(event.summary)", fr: "Annulé : \(event.summary)")
        case .removed: return Phrase(en: "Without you: \(event.summary)", fr: "Sans vous : \(event.summary)")
        case .invited: break
        }
        if event.sequence > 0 { return Phrase(en: "Updated: \(event.summary)", fr: "Modifié : \(event.summary)") }
        return Phrase(en: event.summary, fr: event.summary)
    }

    private func body(
        _ event: CalendarEvent, _ view: InterviewView, _ news: News, _ language: Language
    ) -> String {
        // A handler knows no rules of time zones; the calendar that reads the appointment shows the reader's own time.
        let start = Self.minute(view.startAt)
        let end = Self.minute(view.endAt)
        var lines = [event.summary, ""]
        let said =
            switch news {
            case .invited:
                Phrase(
                    en: "You are invited. The appointment is attached for your calendar.",
                    fr: "Vous êtes invité. Le rendez-vous est joint pour votre agenda.")
            case .cancelled:
                Phrase(en: "This interview does not take place.", fr: "Cet entretien n’aura pas lieu.")
            case .removed:
                Phrase(
                    en: "You no longer take part in this interview.", fr: "Vous ne participez plus à cet entretien.")
            }
        lines.append(said[language])
        lines.append("")
        lines.append(Phrase(en: "From \(start) UTC", fr: "Du \(start) UTC")[language])
        lines.append(Phrase(en: "to   \(end) UTC", fr: "au \(end) UTC")[language])
        if view.timezone != "UTC" {
            lines.append(
                Phrase(en: "Chosen in \(view.timezone)", fr: "Choisi à l’heure de \(view.timezone)")[language])
        }
        if let location = view.location { lines.append(Phrase(en: "Place: ", fr: "Lieu : ")[language] + location) }
        if let url = view.videoURL { lines.append(Phrase(en: "Video: ", fr: "Visio : ")[language] + url) }
        if let organizer = event.organizer {
            lines.append(
                Phrase(en: "Organizer: ", fr: "Organisateur : ")[language] + "\(organizer.name) <\(organizer.email)>")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// `2026-12-01 09:00`.
    private static func minute(_ instant: Instant) -> String {
        String(instant.description.prefix(16)).replacing("T", with: " ")
    }

    // MARK: People

    private func stored(for principal: Principal, in transaction: any Transaction) throws -> InterviewReading.Stored {
        let found = try transaction.first(
            """
            SELECT \(InterviewReading.columns(for: principal)) FROM \(InterviewReading.source)
            WHERE i.id = \(interview)
            """
        ) { columns in try InterviewReading.read(&columns, for: principal) }
        guard let found else { throw Problem.internalError }
        return found
    }

    /// The application's candidate, where mail may go there.
    private func candidate(of application: Application.ID, in transaction: any Transaction) throws -> MailRecipient? {
        let person = try transaction.first(
            """
            SELECT \(MailRecipient.columns) FROM \(MailRecipient.source)
            WHERE c.id = (SELECT candidate_id FROM application WHERE id = \(application))
            """, MailRecipient.read)
        return person
    }

    private func reader(_ candidate: MailRecipient, in transaction: any Transaction) throws -> Reader? {
        guard candidate.refusal == nil, let address = candidate.address else { return nil }
        var locale: String?
        if let user = candidate.userID {
            locale = try transaction.value("SELECT locale FROM user_account WHERE id = \(user)")
        }
        let standard = try WorkspaceSettings(in: transaction).text(.defaultLocale)
        return Reader(
            principal: Principal(
                userID: candidate.userID, role: .candidate, candidateID: candidate.candidateID,
                language: Language(locale: locale ?? standard ?? "en")),
            address: address, name: candidate.fullName, isCandidate: true)
    }

    /// Active accounts, each once, in the order given.
    private func accounts(
        _ ids: [User.ID], except candidate: User.ID?, in transaction: any Transaction
    ) throws -> [Reader] {
        var seen: Set<User.ID> = []
        let wanted = ids.filter { $0 != candidate && seen.insert($0).inserted }
        guard !wanted.isEmpty else { return [] }
        var readers: [User.ID: Reader] = [:]
        try transaction.forEach(
            """
            SELECT id, email, first_name, last_name, locale, role, company_id FROM user_account
            WHERE id IN \(list: wanted) AND status = 'active' AND deleted_at IS NULL
            """
        ) { row in
            var columns = Columns(row)
            let id: User.ID = try columns.next()
            let address = EmailAddress(stored: try columns.next())
            let name = ApplicationReading.fullName(try columns.next(), try columns.next())
            let language = Language(locale: try columns.next(String.self))
            let principal = Principal(
                userID: id, role: try columns.next(), companyID: try columns.next(), language: language)
            readers[id] = Reader(principal: principal, address: address, name: name, isCandidate: false)
            return true
        }
        return wanted.compactMap { readers[$0] }
    }
}
