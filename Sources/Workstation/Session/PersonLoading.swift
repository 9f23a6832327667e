import Domain
import Engine

extension Person {
    /// The person of a session, as the engine knows it.
    ///
    /// - Parameter language: the language to speak; without one that of the account.
    public static func load(
        _ session: EngineSession, workspace: String, language: Language? = nil
    ) throws(Problem) -> Person {
        let account = try session.perform(ShowProfile())
        return Person(
            userID: account.id, name: "\(account.firstName) \(account.lastName)", role: account.role,
            language: language ?? Language(locale: account.locale), timezone: account.timezone,
            companyID: account.companyID, candidateID: account.candidateID, consultantID: account.consultantID,
            workspace: workspace)
    }
}
