import Domain
import JSON

extension Problem.Kind {
    /// A short title that stays the same from one occurrence to the next.
    public var title: Phrase {
        switch self {
        case .unauthenticated: Phrase(en: "Not signed in", fr: "Non connecté")
        case .forbidden: Phrase(en: "Not allowed", fr: "Non autorisé")
        case .notFound: Phrase(en: "Not found", fr: "Introuvable")
        case .conflict: Phrase(en: "Conflict", fr: "Conflit")
        case .payloadTooLarge: Phrase(en: "Too large", fr: "Trop volumineux")
        case .invalid: Phrase(en: "Not valid", fr: "Saisie non valide")
        case .tooManyRequests: Phrase(en: "Too many requests", fr: "Trop de demandes")
        case .internalError: Phrase(en: "Internal error", fr: "Erreur interne")
        case .unavailable: Phrase(en: "Not available", fr: "Indisponible")
        }
    }
}

extension Problem {
    /// The body of the answer as RFC 9457 has it, in the caller's language.
    public func body(language: Language, requestID: String) -> JSONValue {
        var object = JSONObject()
        object["type"] = .string("urn:recrutementplus:problem:\(kind.rawValue)")
        object["title"] = .string(kind.title[language])
        object["status"] = .integer(Int64(status))
        object["detail"] = .string(detail[language])
        for (key, value) in members { object[key] = value }
        if !errors.isEmpty {
            object["errors"] = .array(
                errors.map { error in
                    var entry = JSONObject()
                    entry["field"] = .string(error.field)
                    entry["code"] = .string(error.code)
                    entry["message"] = .string(FieldMessages.text(error, language))
                    return .object(entry)
                })
        }
        if let retryAfter { object["retry_after"] = .integer(Int64(retryAfter)) }
        object["request_id"] = .string(requestID)
        return .object(object)
    }
}

/// What is wrong with a field, said in the caller's language.
public enum FieldMessages {
    public static func text(_ error: FieldError, _ language: Language) -> String {
        guard language == .french else { return error.message }
        if let written = error.parameters["french"] { return written }
        let maximum = error.parameters["maximum"] ?? ""
        let minimum = error.parameters["minimum"] ?? ""
        switch error.code {
        case "required": return "ce champ est obligatoire"
        case "unknown":
            if let nearest = error.parameters["suggestion"] {
                return "champ inconnu ; vouliez-vous dire « \(nearest) » ?"
            }
            return "champ inconnu"
        case "type": return "ce n’est pas le type attendu" + (error.parameters["expected"].map { " (\($0))" } ?? "")
        case "too_long": return "trop long" + (maximum.isEmpty ? "" : " : \(maximum) caractères au plus")
        case "too_short": return "trop court" + (minimum.isEmpty ? "" : " : \(minimum) caractères au moins")
        case "out_of_range":
            return "hors limites" + (minimum.isEmpty ? "" : ", minimum \(minimum)")
                + (maximum.isEmpty ? "" : ", maximum \(maximum)")
        case "format": return "le format n’est pas correct"
        case "syntax": return "ce n’est pas du JSON valide"
        default: return "la valeur n’est pas acceptée"
        }
    }
}
