import Domain
import JSON

/// A text with variables, such as `Dear {{first_name}}`. A variable's name has small letters, digits and underscores;
/// spaces around it do not matter. What stands for a variable is never read as a template itself.
struct TemplateText {
    private enum Piece {
        case words(String)
        case variable(String)
    }

    private let pieces: [Piece]
    /// The variables, each once, in order.
    let variables: [String]

    /// Throws 422 that names the place (characters from 1) of what cannot be read.
    init(_ text: String, field: String) throws(Problem) {
        var pieces: [Piece] = []
        var variables: [String] = []
        var rest = text[...]
        while let opening = rest.firstRange(of: "{{") {
            pieces.append(.words(String(rest[..<opening.lowerBound])))
            let place = text.distance(from: text.startIndex, to: opening.lowerBound) + 1
            guard let closing = rest[opening.upperBound...].firstRange(of: "}}") else {
                throw Self.problem(
                    field,
                    Phrase(
                        en: "character \(place): {{ is never closed by }}",
                        fr: "caractère \(place) : {{ n’est pas refermé par }}"))
            }
            let name = TextRules.trim(String(rest[opening.upperBound..<closing.lowerBound]))
            guard Self.isName(name) else {
                throw Self.problem(
                    field,
                    Phrase(
                        en: "character \(place): a variable is {{name}}, with small letters, digits and underscores",
                        fr: "caractère \(place) : une variable s’écrit {{nom}}, en minuscules, chiffres et tirets bas"))
            }
            pieces.append(.variable(name))
            if !variables.contains(name) { variables.append(name) }
            rest = rest[closing.upperBound...]
        }
        pieces.append(.words(String(rest)))
        self.pieces = pieces
        self.variables = variables
    }

    static func isName(_ name: String) -> Bool {
        guard let first = name.utf8.first, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first) else { return false }
        return name.utf8.count <= 60
            && name.utf8.allSatisfy {
                (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) || $0 == UInt8(ascii: "_")
                    || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
            }
    }

    /// The variables that have no value among these.
    func missing(in values: TemplateValues) -> [String] { variables.filter { values[$0] == nil } }

    /// The text with its values. Throws 422 with one entry a variable that has none.
    func filled(with values: TemplateValues, field: String) throws(Problem) -> String {
        let missing = missing(in: values)
        guard missing.isEmpty else {
            throw Problem.invalid(
                missing.map { name in
                    FieldError(
                        field: "\(field).\(name)", code: "required",
                        message: "has no value here: give one for {{\(name)}}",
                        parameters: ["french": "n’a pas de valeur ici : donnez-en une pour {{\(name)}}"])
                })
        }
        var text = ""
        for piece in pieces {
            switch piece {
            case .words(let words): text += words
            case .variable(let name): text += values[name] ?? ""
            }
        }
        return text
    }

    private static func problem(_ field: String, _ message: Phrase) -> Problem {
        Problem.invalid(field: field, code: "syntax", message)
    }
}
