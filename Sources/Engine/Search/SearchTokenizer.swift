import Domain

/// A piece of a search, and where it begins (characters from 1).
struct SearchToken {
    enum Kind: Equatable {
        case open, close, and, or, not
        /// `name:`; what follows is looked for there.
        case field(String)
        case phrase(String)
        case word(String, isPrefix: Bool)
    }

    var kind: Kind
    var place: Int
    /// Whether the text ends with this piece, so that a person may still be typing it.
    var isLast = false
}

/// Cuts a search into its pieces.
enum SearchTokenizer {
    static func tokens(
        of text: String, fields: [String: [String]], forgiving: Bool
    ) throws(SearchSyntaxError) -> [SearchToken] {
        let characters = Array(text)
        var tokens: [SearchToken] = []
        var index = 0
        while index < characters.count {
            let character = characters[index]
            let place = index + 1
            if character.isWhitespace {
                index += 1
            } else if character == "(" || character == ")" {
                tokens.append(SearchToken(kind: character == "(" ? .open : .close, place: place))
                index += 1
            } else if let closing = closingQuote(of: character) {
                let start = index + 1
                index = start
                while index < characters.count, characters[index] != closing { index += 1 }
                let isOpen = index == characters.count
                if isOpen, !forgiving {
                    throw SearchSyntaxError(
                        place: place,
                        message: Phrase(en: "this quotation mark is not closed", fr: "ce guillemet n’est pas fermé"))
                }
                tokens.append(
                    SearchToken(kind: .phrase(String(characters[start..<index])), place: place, isLast: isOpen))
                index += 1
            } else {
                let start = index
                while index < characters.count, !endsWord(characters[index]), !isFieldColon(characters, start, index) {
                    index += 1
                }
                let word = String(characters[start..<index])
                if index < characters.count, characters[index] == ":" {
                    index += 1
                    let name = Folding.key(word)
                    if fields[name] != nil {
                        tokens.append(SearchToken(kind: .field(name), place: place))
                    } else if forgiving {
                        tokens.append(SearchToken(kind: .word(word, isPrefix: false), place: place))
                    } else {
                        throw unknown(word, place, fields)
                    }
                } else {
                    tokens.append(token(word, place, isLast: index == characters.count))
                }
            }
        }
        return tokens
    }

    private static func token(_ word: String, _ place: Int, isLast: Bool) -> SearchToken {
        switch word {
        case "AND": SearchToken(kind: .and, place: place)
        case "OR": SearchToken(kind: .or, place: place)
        case "NOT": SearchToken(kind: .not, place: place)
        default:
            SearchToken(
                kind: .word(word, isPrefix: word.hasSuffix("*") && word.count > 1), place: place, isLast: isLast)
        }
    }

    private static func closingQuote(of character: Character) -> Character? {
        switch character {
        case "\"": "\""
        case "“": "”"
        case "«": "»"
        default: nil
        }
    }

    private static func endsWord(_ character: Character) -> Bool {
        character.isWhitespace || character == "(" || character == ")" || closingQuote(of: character) != nil
    }

    /// A colon after nothing but letters and `_` names a field; any other belongs to the word (`10:30`). One before `//`
    /// belongs to an address.
    private static func isFieldColon(_ characters: [Character], _ start: Int, _ index: Int) -> Bool {
        guard characters[index] == ":", index > start else { return false }
        if index + 2 < characters.count, characters[index + 1] == "/", characters[index + 2] == "/" { return false }
        return characters[start..<index].allSatisfy { $0.isLetter || $0 == "_" }
    }

    private static func unknown(_ word: String, _ place: Int, _ fields: [String: [String]]) -> SearchSyntaxError {
        let known = fields.keys.sorted().joined(separator: ", ")
        return SearchSyntaxError(
            place: place,
            message: Phrase(
                en: "there is no field “\(word)” to search in; there are \(known)",
                fr: "pas de champ « \(word) » où chercher ; il y a \(known)"))
    }
}
