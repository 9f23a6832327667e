import Domain
import Engine

extension ProfileComposer {
    /// The candidate's applications, newest first, one row each.
    var applications: [PaneLine] {
        guard !record.applications.rows.isEmpty else {
            return nothing("No applications.", "Aucune candidature.")
        }
        return record.applications.rows.map { application in
            .item(
                leading: application.status.state[language],
                text: application.jobTitle + ", " + application.companyName, trailing: dates.day(application.appliedAt))
        }
    }

    /// The notes about the application.
    var notes: [PaneLine] {
        guard !record.notes.rows.isEmpty else {
            return nothing("No notes about this application.", "Aucune note sur cette candidature.")
        }
        var lines: [PaneLine] = []
        for note in record.notes.rows {
            if !lines.isEmpty { lines.append(.blank) }
            lines.append(.heading(note.authorName, trailing: dates.dayAndTime(note.createdAt)))
            lines.append(.text(note.visibility.title[language], .dim))
            lines.append(.text(note.body))
        }
        return lines + older(record.notes.more)
    }

    /// Interviews and offers of the application; after them a candidate's own of its other applications.
    var meetings: [PaneLine] {
        var lines: [PaneLine] = []
        for interview in record.interviews.rows { lines = separated(lines) + self.lines(of: interview) }
        lines += older(record.interviews.more)
        for offer in record.offers.rows { lines = separated(lines) + self.lines(of: offer) }
        lines += older(record.offers.more)
        if lines.isEmpty { lines = noMeetings }
        guard !record.otherInterviews.isEmpty || !record.otherOffers.isEmpty else { return lines }
        lines = separated(lines)
        lines.append(
            .text(
                say(
                    "On other applications. To answer one, choose it in Applications.",
                    "Sur d’autres candidatures. Pour répondre, choisissez-la dans Candidatures."), .dim))
        for interview in record.otherInterviews {
            lines = separated(lines) + self.lines(of: interview, on: interview.jobTitle)
        }
        for offer in record.otherOffers { lines = separated(lines) + self.lines(of: offer, on: offer.jobTitle) }
        return lines
    }

    /// Says which application has none.
    private var noMeetings: [PaneLine] {
        guard let application = record.application, record.applications.rows.count > 1 else {
            return nothing("No interviews and no offers.", "Ni entretien ni offre.")
        }
        return nothing(
            "No interviews and no offers on “\(application.jobTitle)”.",
            "Ni entretien ni offre sur « \(application.jobTitle) ».")
    }

    private func separated(_ lines: [PaneLine]) -> [PaneLine] { lines.isEmpty ? lines : lines + [.blank] }

    private func lines(of interview: InterviewView, on job: String? = nil) -> [PaneLine] {
        var lines: [PaneLine] = [.heading(title(of: interview), trailing: interview.status.title[language])]
        if let job { lines.append(.text(job)) }
        let times = dates.dayAndTime(interview.startAt) + "–" + dates.time(interview.endAt)
        lines.append(.fact(label: say("When", "Quand"), value: times))
        if let place = interview.location?.nonBlank { lines.append(.fact(label: say("Where", "Où"), value: place)) }
        if let address = interview.videoURL { lines.append(.fact(label: say("Video", "Vidéo"), value: address)) }
        return lines
    }

    private func lines(of offer: OfferView, on job: String? = nil) -> [PaneLine] {
        let number = "\(offer.revision)"
        var lines: [PaneLine] = [
            .heading(say("Offer \(number)", "Offre \(number)"), trailing: offer.status.title[language])
        ]
        if let job { lines.append(.text(job)) }
        let pay = MoneyWords.range(
            offer.salary, offer.salary, currency: offer.currency, unit: offer.salaryUnit, language)
        lines.append(.fact(label: say("Salary", "Salaire"), value: pay ?? ""))
        lines.append(.fact(label: say("Begins", "Début"), value: dates.day(offer.startDate)))
        lines.append(.fact(label: say("Expires", "Expire"), value: dates.dayAndTime(offer.expiresAt)))
        if let message = offer.message?.nonBlank { lines.append(.text(message)) }
        return lines
    }

    private func title(of interview: InterviewView) -> String {
        let kind = interview.kind.title[language]
        return say("\(kind), round \(interview.round)", "\(kind), tour \(interview.round)")
    }

    /// Everything that happened to the application, newest first.
    var timeline: [PaneLine] {
        var events: [(at: Instant, text: String, by: String)] = record.history.rows.map {
            ($0.at, sentence($0), $0.actorName ?? "")
        }
        events += record.notes.rows.map { ($0.createdAt, say("note: ", "note : ") + $0.body, $0.authorName) }
        events += record.interviews.rows.map { interview in
            let status = interview.status.title[language]
            return (interview.startAt, "\(title(of: interview)), \(dates.time(interview.startAt)), \(status)", "")
        }
        for offer in record.offers.rows {
            let pay = MoneyWords.amount(offer.salary, currency: offer.currency, language)
            events.append((offer.createdAt, say("offer of \(pay) made", "offre de \(pay) faite"), ""))
            if let resolved = offer.resolvedAt {
                let status = offer.status.title[language]
                events.append((resolved, say("offer \(status)", "offre \(status)"), ""))
            }
        }
        guard !events.isEmpty else { return nothing("Nothing has happened yet.", "Rien ne s’est encore passé.") }
        let lines = events.enumerated().sorted { left, right in
            // What happened in the same millisecond stays in the order in which it was listed.
            left.element.at == right.element.at
                ? left.offset < right.offset : left.element.at > right.element.at
        }.map { PaneLine.event(date: dates.day($0.element.at), text: $0.element.text, by: $0.element.by) }
        return lines + older(record.history.more + record.notes.more)
    }

    private func sentence(_ change: StatusChangeView) -> String {
        let stage = change.toStatus.state[language]
        var text: String
        if change.undoOf != nil {
            text = say("taken back to \(stage)", "ramenée à « \(stage) »")
        } else if change.fromStatus == nil {
            text = stage
        } else {
            text = say("moved to \(stage)", "passée à « \(stage) »")
        }
        if let reason = change.reasonName?.nonBlank { text += ", " + reason }
        for comment in [change.publicComment, change.internalComment].compactMap({ $0?.nonBlank }) {
            text += say(": ", " : ") + comment
        }
        return text
    }
}
