import Domain
import Engine

/// Looks whether the assistant that is configured can be asked, without asking it anything that costs.
public enum AssistantCheck {
    /// One finding. `place` is the file of the settings.
    public static func finding(
        _ settings: Result<AssistantSettings, AssistantSettings.Problem>, state: String, place: String,
        clock: any Clock = SystemClock()
    ) -> Finding {
        let assistant: EndpointAssistant
        let status: Int
        do {
            assistant = EndpointAssistant(try settings.get(), state: state, clock: clock)
        } catch {
            return warning(error.phrase, place)
        }
        do throws(AssistantRefusal) {
            status = try assistant.probe()
        } catch {
            return warning(error.phrase, place)
        }
        guard status != 401, status != 403 else {
            return warning(
                Phrase(en: "the endpoint refuses the key (HTTP \(status))", fr: "la clé est refusée (HTTP \(status))"),
                place)
        }
        guard status < 500 else { return warning(AssistantRefusal.refused(status: status).phrase, place) }
        let used: Int
        do throws(AssistantRefusal) {
            used = try assistant.ledger.used(at: clock.now())
        } catch {
            return warning(error.phrase, place)
        }
        let budget = assistant.settings.budgetTokensPerDay
        let personal =
            assistant.sharesPersonalData
            ? Phrase(en: "names are sent where letters need them", fr: "les noms sont envoyés pour les lettres")
            : Phrase(en: "personal data is left out", fr: "les données personnelles sont retirées")
        return Finding(
            .assistant, .ok,
            Phrase(
                en: "\(assistant.model) can be reached; \(used) of \(budget) tokens used today; \(personal.english).",
                fr: "\(assistant.model) répond ; \(used) jetons sur \(budget) aujourd’hui ; \(personal.french)."))
    }

    private static func warning(_ what: Phrase, _ place: String) -> Finding {
        Finding(
            .assistant, .warning, what, place: place,
            remedy: Phrase(
                en: "Until then the program writes every text by itself.",
                fr: "D’ici là, le programme écrit lui-même tous les textes."))
    }
}
