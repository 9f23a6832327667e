import Domain
import Engine
import JSON

/// The input of an operation, made of the values of a form.
struct FormInput: Sendable {
    private(set) var json: JSONValue = .object(JSONObject())

    /// Puts a value at a dotted path; a blank one stays away.
    mutating func set(_ path: String, _ text: String?) {
        guard let text = text?.nonBlank else { return }
        put(.string(text), at: path.split(separator: ".")[...])
    }

    mutating func set(_ path: String, _ value: JSONValue) { put(value, at: path.split(separator: ".")[...]) }

    private mutating func put(_ value: JSONValue, at path: ArraySlice<Substring>) {
        json = Self.putting(value, at: path, into: json)
    }

    private static func putting(_ value: JSONValue, at path: ArraySlice<Substring>, into json: JSONValue) -> JSONValue {
        guard let first = path.first else { return value }
        var json = json
        let key = String(first)
        json[key] = putting(value, at: path.dropFirst(), into: json[key] ?? .object(JSONObject()))
        return json
    }
}

extension FormFault {
    /// What is wrong with an input, in a person's language.
    init(_ errors: InputErrors, _ language: Language) {
        self.init(Dictionary(errors.errors.map { ($0.field, FieldMessages.text($0, language)) }) { first, _ in first })
    }
}

extension Result where Success == Work, Failure == FormFault {
    /// Writes with the operation whose input a form filled in. The form closes when the engine has it on disk, and else
    /// shows why not under its fields.
    static func submitting<Operation: RouteOperation>(
        _ type: Operation.Type, _ input: FormInput, of form: String, in language: Language,
        then: @escaping Work.Answered<Operation.Answer>
    ) -> Result<Work, FormFault> {
        do throws(InputErrors) {
            let operation = try input.json.decoded(as: type, leniency: .text)
            return .success(
                .write(operation) { workstation, answer in
                    workstation.finishForm(form)
                    return then(&workstation, answer)
                } refused: { workstation, problem in
                    workstation.showInForm(form, problem)
                })
        } catch {
            return .failure(FormFault(error, language))
        }
    }
}
