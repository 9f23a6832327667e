import Domain
import JSON

extension FieldError {
    /// What is wrong with a field, in both languages.
    init(_ field: String, _ code: String, en: String, fr: String) {
        self.init(field: field, code: code, message: en, parameters: ["french": fr])
    }

    /// A reference to something that is not there.
    static func unknownReference(_ field: String) -> FieldError {
        FieldError(field, "not_found", en: "names nothing that exists", fr: "ne désigne rien d’existant")
    }

    /// A field that only the agency may set.
    static func adminsOnly(_ field: String) -> FieldError {
        FieldError(
            field, "not_allowed", en: "may only be given by an admin",
            fr: "ne peut être indiqué que par un administrateur")
    }
}
