import Domain
import Engine

/// The head of a profile: a few lines at fixed places, filled from the list at once and from the profile when it is
/// there.
public struct ProfileHeader: Sendable, Hashable {
    public var name = ""
    /// `match 87`, or nothing.
    public var match = ""
    /// What the person does, where, and from when.
    public var tagline = ""
    public var job = ""
    /// The stage and how long it has been there.
    public var stage = ""
    /// Whether it has been there too long.
    public var needsAttention = false
    public var source = ""
    /// One star for each point.
    public var rating = ""
    /// Whether the person is shown without its name.
    public var isAnonymous = false

    /// Days in a stage after which an application needs attention.
    public static let patience = 7
}

extension Profile {
    /// The head as it is now.
    public func header(at now: Instant) -> ProfileHeader {
        var header = ProfileHeader()
        guard let subject else { return header }
        header.name = subject.name
        fill(&header, job: subject.jobTitle, nil, score: subject.matchScore, rating: subject.rating)
        fillStage(&header, subject.status, since: subject.statusEnteredAt, onHold: subject.onHold, now)
        guard let record else { return header }
        let dates = DateWords(person: person, now: now)
        header.name = record.candidate.displayName(language)
        header.isAnonymous = record.candidate.anonymous
        header.tagline = tagline(record.candidate, dates)
        if let application = record.application {
            fill(
                &header, job: application.jobTitle, application.companyName,
                score: application.matchScore ?? subject.matchScore, rating: application.rating)
            // The list moves a card before the engine has answered, so what it says of the stage is newer.
            if subject.status == nil {
                fillStage(
                    &header, application.status, since: application.statusEnteredAt, onHold: application.onHold, now)
            }
            header.source = application.sourceID.flatMap { sources?[$0] } ?? ""
        }
        return header
    }

    private func tagline(_ candidate: CandidateView, _ dates: DateWords) -> String {
        let title = candidate.anonymous ? nil : candidate.headline ?? candidate.currentTitle
        return [title, candidate.location?.shortText, candidate.availability(dates)]
            .compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " · ")
    }

    private func fill(_ header: inout ProfileHeader, job: String?, _ company: String?, score: Double?, rating: Int?) {
        header.job = [job, company].compactMap { $0 }.joined(separator: ", ")
        if let score {
            let percent = "\(Int((min(max(score, 0), 1) * 100).rounded()))"
            header.match = Phrase(en: "match \(percent)", fr: "accord \(percent)")[language]
        }
        if let rating {
            let stars = min(max(rating, 0), 5)
            header.rating = String(repeating: "★", count: stars) + String(repeating: "☆", count: 5 - stars)
        }
    }

    private func fillStage(
        _ header: inout ProfileHeader, _ status: Application.Status?, since: Instant?, onHold: Bool, _ now: Instant
    ) {
        guard let status, let since else { return }
        let days = max(0, since.days(until: now))
        header.stage = status.state[language] + ", " + NumberWords.days(days, language)
        if onHold { header.stage += ", " + Phrase(en: "on hold", fr: "en attente")[language] }
        header.needsAttention = status.isOpen && days > ProfileHeader.patience
    }
}
