/// A text with a cursor between its characters: what a line and an area of input share.
public struct EditedText: Hashable, Sendable {
    public private(set) var text: String
    /// Where the next character goes.
    public private(set) var cursor: String.Index
    /// The most characters that it takes.
    public let limit: Int

    public init(_ text: String = "", limit: Int = 10_000) {
        self.text = String(text.prefix(limit))
        self.limit = limit
        cursor = self.text.endIndex
    }

    /// Replaces everything; the cursor goes to the end.
    public mutating func set(_ text: String) {
        self.text = String(text.prefix(limit))
        cursor = self.text.endIndex
    }

    public mutating func place(_ index: String.Index) { cursor = min(index, text.endIndex) }

    /// Inserts what was typed or pasted, as much as the limit allows; false when something was left out.
    @discardableResult
    public mutating func insert(_ more: String) -> Bool {
        let room = max(0, limit - text.count)
        let kept = String(more.prefix(room))
        // A mark joins the character before it, so the place is counted in scalars.
        let before = text.unicodeScalars.distance(from: text.startIndex, to: cursor)
        text.unicodeScalars.insert(contentsOf: kept.unicodeScalars, at: cursor)
        let after = before + kept.unicodeScalars.count
        let index = text.unicodeScalars.index(text.startIndex, offsetBy: after)
        cursor = roundedUp(index)
        return kept.count == more.count
    }

    /// Carries out what needs no knowledge of rows; false for the rest.
    @discardableResult
    public mutating func apply(_ command: TextCommand) -> Bool {
        switch command {
        case .left: cursor = previous(cursor)
        case .right: cursor = next(cursor)
        case .wordLeft: cursor = wordStart(before: cursor)
        case .wordRight: cursor = wordEnd(after: cursor)
        case .start: cursor = lineStart
        case .end: cursor = lineEnd
        case .deleteLeft: delete(previous(cursor)..<cursor)
        case .deleteRight: delete(cursor..<next(cursor))
        case .deleteWord: delete(wordStart(before: cursor)..<cursor)
        case .deleteToStart: delete(lineStart..<cursor)
        case .deleteToEnd: delete(cursor..<(cursor == lineEnd ? next(cursor) : lineEnd))
        case .newline: insert("\n")
        case .up, .down: return false
        }
        return true
    }

    private var lineStart: String.Index {
        text[..<cursor].lastIndex(where: \.isNewline).map { text.index(after: $0) } ?? text.startIndex
    }

    private var lineEnd: String.Index { text[cursor...].firstIndex(where: \.isNewline) ?? text.endIndex }

    private func previous(_ index: String.Index) -> String.Index {
        index > text.startIndex ? text.index(before: index) : index
    }

    private func next(_ index: String.Index) -> String.Index {
        index < text.endIndex ? text.index(after: index) : index
    }

    private func wordStart(before index: String.Index) -> String.Index {
        var index = index
        while index > text.startIndex, !isWord(text[previous(index)]) { index = previous(index) }
        while index > text.startIndex, isWord(text[previous(index)]) { index = previous(index) }
        return index
    }

    private func wordEnd(after index: String.Index) -> String.Index {
        var index = index
        while index < text.endIndex, !isWord(text[index]) { index = next(index) }
        while index < text.endIndex, isWord(text[index]) { index = next(index) }
        return index
    }

    private func isWord(_ character: Character) -> Bool { character.isLetter || character.isNumber }

    private mutating func delete(_ range: Range<String.Index>) {
        let before = text.unicodeScalars.distance(from: text.startIndex, to: range.lowerBound)
        text.removeSubrange(range)
        cursor = roundedUp(text.unicodeScalars.index(text.startIndex, offsetBy: before))
    }

    /// The first boundary of characters at or after an index.
    private func roundedUp(_ index: String.Index) -> String.Index {
        var boundary = text.startIndex
        // Only the characters around the place matter, but a text of a form is short.
        while boundary < index { boundary = text.index(after: boundary) }
        return boundary
    }
}
