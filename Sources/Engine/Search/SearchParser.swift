import Domain
import Storage

/// Makes a query of the pieces: `either := both (OR both)*`, `both := one ((AND)? one)*`, `one := NOT one | term`.
struct SearchParser {
    let fields: [String: [String]]
    let forgiving: Bool
    private var tokens: [SearchToken] = []
    private var position = 0
    private var terms = 0
    /// Where a text that breaks off says so: at its last piece, which lacks what should follow.
    private var end: Int { tokens.last?.place ?? 1 }

    init(fields: [String: [String]], forgiving: Bool) {
        self.fields = fields
        self.forgiving = forgiving
    }

    /// A part of a search: what is wanted, or what is not.
    private enum Part {
        case wanted(SearchQuery)
        case unwanted(SearchQuery)
    }

    /// The query, or `nil` for a forgiven text that asks for nothing.
    mutating func parse(_ tokens: [SearchToken]) throws(SearchSyntaxError) -> SearchQuery? {
        self.tokens = tokens
        var parts: [Part] = []
        while position < tokens.count {
            if let part = try either(in: [], depth: 0) { parts.append(part) }
            if position < tokens.count {
                // Only a closing parenthesis that nothing opened stops the rule above.
                let token = tokens[position]
                guard forgiving else {
                    throw SearchSyntaxError(
                        place: token.place,
                        message: Phrase(
                            en: "this parenthesis closes nothing", fr: "cette parenthèse ne ferme rien"))
                }
                position += 1
            }
        }
        switch try joined(parts, at: tokens.first?.place ?? 1) {
        case .wanted(let query): return query
        case .unwanted:
            if forgiving { return nil }
            throw onlyUnwanted(tokens.first?.place ?? 1)
        case nil:
            if forgiving { return nil }
            throw SearchSyntaxError(
                place: 1, message: Phrase(en: "there is no word to search for", fr: "aucun mot à chercher"))
        }
    }

    private mutating func either(in scope: [String], depth: Int) throws(SearchSyntaxError) -> Part? {
        let place = position < tokens.count ? tokens[position].place : end
        var choices: [Part] = []
        var joins = false
        while true {
            let part = try both(in: scope, depth: depth)
            if let part { choices.append(part) } else if joins, !forgiving, atOperand == false { throw missing() }
            guard position < tokens.count, tokens[position].kind == .or else { break }
            if part == nil, !forgiving, choices.isEmpty { throw missing() }
            joins = true
            position += 1
        }
        if choices.count <= 1 { return choices.first }
        var queries: [SearchQuery] = []
        for choice in choices {
            guard case .wanted(let query) = choice else {
                if forgiving { continue }
                throw onlyUnwanted(place)
            }
            queries.append(query)
        }
        return queries.isEmpty ? nil : .wanted(queries.count == 1 ? queries[0] : .any(queries))
    }

    private mutating func both(in scope: [String], depth: Int) throws(SearchSyntaxError) -> Part? {
        let place = position < tokens.count ? tokens[position].place : end
        var parts: [Part] = []
        var needsOperand = false
        scan: while position < tokens.count {
            switch tokens[position].kind {
            case .or, .close: break scan
            case .and:
                if !forgiving, needsOperand || position == 0 || opens(position - 1) { throw missing() }
                needsOperand = true
                position += 1
            default:
                if let part = try one(in: scope, depth: depth) { parts.append(part) }
                needsOperand = false
            }
        }
        if needsOperand, !forgiving { throw missing() }
        return try joined(parts, at: place)
    }

    private mutating func one(in scope: [String], depth: Int) throws(SearchSyntaxError) -> Part? {
        let token = tokens[position]
        guard depth < SearchLanguage.maximumDepth else {
            throw SearchSyntaxError(
                place: token.place,
                message: Phrase(en: "too many parentheses inside one another", fr: "trop de parenthèses imbriquées"))
        }
        position += 1
        switch token.kind {
        case .not:
            guard atOperand else {
                if forgiving { return nil }
                throw missing()
            }
            switch try one(in: scope, depth: depth + 1) {
            case .wanted(let query): return .unwanted(query)
            case .unwanted(let query): return .wanted(query)
            case nil: return nil
            }
        case .field(let name):
            guard atOperand, position < tokens.count, tokens[position].kind != .not else {
                if forgiving { return nil }
                throw missing()
            }
            return try one(in: fields[name] ?? scope, depth: depth + 1)
        case .open:
            let part = try either(in: scope, depth: depth + 1)
            if position < tokens.count, tokens[position].kind == .close {
                position += 1
            } else if !forgiving {
                throw SearchSyntaxError(
                    place: token.place,
                    message: Phrase(en: "this parenthesis is not closed", fr: "cette parenthèse n’est pas fermée"))
            }
            return part
        case .phrase(let text):
            return try term(SearchWords.split(text), scope, startsWord: forgiving && token.isLast, token)
        case .word(let text, let isPrefix):
            return try term(SearchWords.split(text), scope, startsWord: isPrefix || forgiving && token.isLast, token)
        case .and, .or, .close: return nil
        }
    }

    /// Words in a row; one of signs only asks for nothing. `startsWord`: the last is the beginning of a word.
    private mutating func term(
        _ words: [String], _ scope: [String], startsWord: Bool, _ token: SearchToken
    ) throws(SearchSyntaxError) -> Part? {
        terms += max(1, words.count)
        guard terms <= SearchLanguage.maximumTerms else {
            throw SearchSyntaxError(
                place: token.place,
                message: Phrase(
                    en: "at most \(SearchLanguage.maximumTerms) words can be searched for at once",
                    fr: "\(SearchLanguage.maximumTerms) mots au plus par recherche"))
        }
        guard let last = words.last else { return nil }
        if startsWord {
            let start = SearchQuery.prefix(last, fields: scope)
            let rest = words.dropLast().map { SearchQuery.word($0, fields: scope) }
            return .wanted(rest.isEmpty ? start : .all(rest + [start]))
        }
        return .wanted(words.count == 1 ? .word(last, fields: scope) : .phrase(words, fields: scope))
    }

    /// All of the parts: what is wanted, without what is not.
    private func joined(_ parts: [Part], at place: Int) throws(SearchSyntaxError) -> Part? {
        var wanted: [SearchQuery] = []
        var unwanted: [SearchQuery] = []
        for part in parts {
            switch part {
            case .wanted(let query): wanted.append(query)
            case .unwanted(let query): unwanted.append(query)
            }
        }
        guard !wanted.isEmpty else {
            guard !unwanted.isEmpty else { return nil }
            return .unwanted(unwanted.count == 1 ? unwanted[0] : .any(unwanted))
        }
        let query = wanted.count == 1 ? wanted[0] : SearchQuery.all(wanted)
        guard !unwanted.isEmpty else { return .wanted(query) }
        return .wanted(.except(query, unwanted.count == 1 ? unwanted[0] : .any(unwanted)))
    }

    /// Whether a term can begin here.
    private var atOperand: Bool {
        guard position < tokens.count else { return false }
        switch tokens[position].kind {
        case .and, .or, .close: return false
        default: return true
        }
    }

    private func opens(_ index: Int) -> Bool {
        switch tokens[index].kind {
        case .open, .or: true
        default: false
        }
    }

    private func missing() -> SearchSyntaxError {
        let place = position < tokens.count ? tokens[position].place : end
        return SearchSyntaxError(
            place: place, message: Phrase(en: "a word is missing here", fr: "il manque un mot ici"))
    }

    private func onlyUnwanted(_ place: Int) -> SearchSyntaxError {
        SearchSyntaxError(
            place: place,
            message: Phrase(
                en: "NOT takes away from something: add a word that is wanted",
                fr: "NOT retranche : ajoutez un mot recherché"))
    }
}
