import Domain

/// What people of an agency, candidates and clients write to one another. In every text `{first}` is the candidate's
/// first name, `{job}` the job and `{company}` the client.
struct Dialogue: Sendable {
    /// One turn.
    struct Line: Sendable {
        var byAgency: Bool
        var text: String

        static func agency(_ text: String) -> Line { Line(byAgency: true, text: text) }
        static func other(_ text: String) -> Line { Line(byAgency: false, text: text) }
    }

    var subject: String
    /// Turn by turn.
    var lines: [Line]

    init(_ subject: String, _ lines: Line...) {
        self.subject = subject
        self.lines = lines
    }

    /// About an application that is in, or ended in, this stage.
    static func about(_ status: Application.Status, isFrench: Bool) -> [Dialogue] {
        switch status {
        case .sourced, .applied: isFrench ? FrenchDialogues.first : EnglishDialogues.first
        case .screening, .submitted: isFrench ? FrenchDialogues.middle : EnglishDialogues.middle
        case .interview, .offer, .hired: isFrench ? FrenchDialogues.late : EnglishDialogues.late
        case .rejected, .withdrawn: isFrench ? FrenchDialogues.closed : EnglishDialogues.closed
        }
    }

    /// Between a client and the agency, about a job.
    static func withClient(isFrench: Bool) -> Dialogue {
        isFrench ? FrenchDialogues.client : EnglishDialogues.client
    }
}
