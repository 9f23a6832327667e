import Domain
import JSON

/// A language model outside of the program that may write texts. What it says is never more than a proposal: it is
/// checked (`AssistantText`), and no score is made of it.
public protocol Assistant: Sendable {
    /// What it is called, for the answers.
    var model: String { get }
    /// Whether names may be sent where a text needs them.
    var sharesPersonalData: Bool { get }

    /// Why it answers nothing at all, where that is known without asking.
    var refusal: AssistantRefusal? { get }

    /// Waits for the answer, which was not looked at yet.
    func answer(_ question: AssistantQuestion) throws(AssistantRefusal) -> String
}

extension Assistant {
    public var refusal: AssistantRefusal? { nil }
}

/// What an assistant is asked.
public struct AssistantQuestion: Sendable, Hashable {
    /// What it is to do; the program's own words.
    public var instructions: String
    /// What it is to do it with, as JSON, so that nothing in it can pass for instructions.
    public var data: JSONValue

    public init(instructions: String, data: JSONValue) {
        self.instructions = instructions
        self.data = data
    }
}

/// Why an assistant did not answer, or why its answer was not taken.
public enum AssistantRefusal: Error, Sendable, Hashable {
    /// Its settings cannot be used.
    case unusableSettings(Phrase)
    /// The day's tokens are used up.
    case overBudget
    /// What was used could not be counted, so nothing is used.
    case uncounted(path: String)
    /// It failed several times; until then nobody waits for it.
    case resting(seconds: Int)
    case missingLibrary
    case timedOut
    /// There was no connection. `code` is libcurl's.
    case unreachable(code: Int)
    /// The connection was lost after the question may have been sent. `code` is libcurl's.
    case interrupted(code: Int)
    /// A status of HTTP that tells of an error.
    case refused(status: Int)
    /// Its answer was broken, too long, or held what must not be in it.
    case unfitAnswer
    /// What it was asked about is different now.
    case outdated
    /// The text is longer than what may be sent, and a part of it is of no use. `bytes` are of UTF-8.
    case tooLong(bytes: Int)
    /// The text could not be read as a CV, so that nobody's name could be kept out of what is sent.
    case unreadableText

    public var phrase: Phrase {
        switch self {
        case .unusableSettings(let problem): problem
        case .overBudget:
            Phrase(
                en: "the assistant’s tokens of today are used up", fr: "les jetons du jour de l’assistant sont épuisés")
        case .uncounted(let path):
            Phrase(
                en: "its tokens could not be counted in \(path)", fr: "ses jetons n’ont pu être comptés dans \(path)")
        case .resting(let seconds):
            Phrase(
                en: "the assistant failed several times and is asked again in \(seconds) s",
                fr: "l’assistant a échoué plusieurs fois et sera interrogé de nouveau dans \(seconds) s")
        case .missingLibrary:
            Phrase(
                en: "libcurl is not installed: apt-get install libcurl4",
                fr: "libcurl n’est pas installée : apt-get install libcurl4")
        case .timedOut: Phrase(en: "the assistant did not answer in time", fr: "l’assistant n’a pas répondu à temps")
        case .unreachable(let code):
            Phrase(
                en: "the assistant cannot be reached (curl \(code))", fr: "l’assistant est injoignable (curl \(code))")
        case .interrupted(let code):
            Phrase(
                en: "the connection to the assistant was lost (curl \(code))",
                fr: "la connexion avec l’assistant a été perdue (curl \(code))")
        case .refused(let status):
            Phrase(en: "the assistant refused (HTTP \(status))", fr: "l’assistant a refusé (HTTP \(status))")
        case .unfitAnswer:
            Phrase(en: "the assistant’s answer was not fit to use", fr: "la réponse de l’assistant est inutilisable")
        case .outdated:
            Phrase(
                en: "the record changed while the assistant wrote",
                fr: "la fiche a changé pendant que l’assistant écrivait")
        case .tooLong(let bytes):
            Phrase(
                en: "the text is longer than the \(bytes) bytes that the assistant is sent",
                fr: "le texte dépasse les \(bytes) octets envoyés à l’assistant")
        case .unreadableText:
            Phrase(
                en: "the text could not be read as a CV, so no name could be withheld from the assistant",
                fr: "le texte n’a pu être lu comme un CV : aucun nom n’aurait été caché à l’assistant")
        }
    }
}
