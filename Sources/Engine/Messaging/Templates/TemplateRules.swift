import Domain
import JSON
import Storage

/// What has to hold of a template when it is saved.
enum TemplateRules {
    /// The variables of subject and body. Throws 422 for one that the program does not know and nobody declared, and for
    /// a declared one that is nowhere.
    static func variables(subject: String, body: String, declared: [String]) throws -> [String] {
        for name in declared where !TemplateText.isName(name) {
            throw Problem.invalid(
                field: "variables", code: "format",
                Phrase(
                    en: "holds a name with other signs than small letters, digits and underscores",
                    fr: "contient un nom avec d’autres signes que minuscules, chiffres et tirets bas"))
        }
        var names: [String] = []
        var errors: [FieldError] = []
        for (field, text) in [("subject", subject), ("body", body)] {
            for name in try TemplateText(text, field: field).variables {
                if !TemplateVariable.names.contains(name), !declared.contains(name) {
                    errors.append(unknown(name, in: field, declared))
                } else if !names.contains(name) {
                    names.append(name)
                }
            }
        }
        for name in declared where errors.isEmpty && !names.contains(name) {
            errors.append(
                FieldError(
                    field: "variables", code: "unused", message: "declares \(name), which is nowhere in the text",
                    parameters: ["french": "déclare \(name), qui n’est pas dans le texte"]))
        }
        guard errors.isEmpty else { throw Problem.invalid(errors) }
        return names
    }

    private static func unknown(_ name: String, in field: String, _ declared: [String]) -> FieldError {
        let known = TemplateVariable.allCases.map(\.rawValue) + declared
        let hint: (english: String, french: String) =
            if let nearest = nearestName(to: name, among: known) {
                (" Did you mean {{\(nearest)}}?", " Vouliez-vous dire {{\(nearest)}} ?")
            } else {
                (
                    " Known are: \(known.joined(separator: ", ")). Others are declared in variables.",
                    " Connues : \(known.joined(separator: ", ")). Les autres se déclarent dans variables."
                )
            }
        return FieldError(
            field: field, code: "unknown_variable", message: "There is no variable {{\(name)}}." + hint.english,
            parameters: ["french": "La variable {{\(name)}} n’existe pas." + hint.french])
    }

    /// Refuses with 409 a name that another template has in the same language.
    static func checkName(
        _ name: String, locale: String, except: Template.ID? = nil, in transaction: any Transaction
    ) throws {
        let other: Template.ID? = try transaction.value(
            """
            SELECT id FROM template WHERE name_folded = \(Folding.key(name)) AND locale = \(locale)
            AND deleted_at IS NULL
            """)
        guard let other, other != except else { return }
        throw Problem.conflict(
            Phrase(
                en: "There is a template of that name in that language already.",
                fr: "Un modèle porte déjà ce nom dans cette langue."),
            members: ["template_id": .string(other.description)]
        ).about("template", other)
    }
}
