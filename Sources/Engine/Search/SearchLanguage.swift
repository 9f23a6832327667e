import Domain
import JSON
import Storage

/// The search language: words, `"phrases"`, `prefix*`, `AND OR NOT`, parentheses and `field:value`. Words side by side
/// must all be there. Operators are written in capitals, so that “and” is a word like another.
///
/// `fields` is the closed list of what may stand before a colon, and which fields of the index each means.
public struct SearchLanguage: Sendable {
    /// More words than this are refused, so that no search costs more than it may.
    public static let maximumTerms = 32
    /// More parentheses inside one another than this are refused.
    public static let maximumDepth = 12

    public let fields: [String: [String]]

    public init(fields: [String: [String]]) { self.fields = fields }

    /// What `text` asks for. With `asYouType` the last word is taken for the beginning of one, and what is not finished
    /// yet (an open quote, a trailing `AND`) is forgiven; a text without any word then finds nothing.
    ///
    /// Throws 422 that names the place (characters from 1) for `parameter`.
    public func parse(
        _ text: String, asYouType: Bool = false, parameter: String = "q"
    ) throws(Problem) -> SearchQuery {
        do throws(SearchSyntaxError) {
            var parser = SearchParser(fields: fields, forgiving: asYouType)
            let tokens = try SearchTokenizer.tokens(of: text, fields: fields, forgiving: asYouType)
            return try parser.parse(tokens) ?? .nothing
        } catch {
            throw Problem.invalid(
                field: parameter, code: "syntax",
                Phrase(
                    en: "character \(error.place): \(error.message.english)",
                    fr: "caractère \(error.place) : \(error.message.french)"))
        }
    }
}

/// What is wrong with a search, and at which character.
struct SearchSyntaxError: Error {
    var place: Int
    var message: Phrase
}

extension SearchQuery {
    /// Matches no document.
    public static let nothing = SearchQuery.any([])

    /// The same search by somebody who may look only into `allowed` fields: a word that may be anywhere is looked for
    /// there only, and one in another field is nowhere.
    public func restricted(to allowed: [String]) -> SearchQuery {
        func narrowed(_ fields: [String], _ make: ([String]) -> SearchQuery) -> SearchQuery {
            let rest = fields.isEmpty ? allowed : allowed.filter(fields.contains)
            return rest.isEmpty ? .nothing : make(rest)
        }
        switch self {
        case .word(let word, let fields): return narrowed(fields) { .word(word, fields: $0) }
        case .prefix(let start, let fields): return narrowed(fields) { .prefix(start, fields: $0) }
        case .phrase(let words, let fields): return narrowed(fields) { .phrase(words, fields: $0) }
        case .all(let parts): return .all(parts.map { $0.restricted(to: allowed) })
        case .any(let parts): return .any(parts.map { $0.restricted(to: allowed) })
        case .except(let wanted, let unwanted):
            return .except(wanted.restricted(to: allowed), unwanted.restricted(to: allowed))
        }
    }
}
