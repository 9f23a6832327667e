/// Why no text came out of a document.
public enum DocumentProblem: Error, Sendable, Equatable {
    /// The file, or what it unpacks to, is larger than so many bytes.
    case tooLarge(limit: Int)
    /// A packed document unpacks to more than so many bytes.
    case expandsTooFar(limit: Int)
    case tooManyPages(count: Int, limit: Int)
    /// A password is needed.
    case encrypted
    /// There are pages, but no text on them: a scan, or an empty document.
    case noText
    case empty
    case damaged(DocumentType)
    /// The content is not a document that has text to read.
    case wrongType(found: String)
    case timedOut
    /// A program is not installed; `package` is the Debian package that has it.
    case toolMissing(name: String, package: String)
    /// A known type that is not read.
    case unsupported(String)
    case unreadable(String)

    /// A stable name for records and answers.
    public var code: String {
        switch self {
        case .tooLarge: "too_large"
        case .expandsTooFar: "expands_too_far"
        case .tooManyPages: "too_many_pages"
        case .encrypted: "encrypted"
        case .noText: "no_text"
        case .empty: "empty"
        case .damaged: "damaged"
        case .wrongType: "wrong_type"
        case .timedOut: "timed_out"
        case .toolMissing: "tool_missing"
        case .unsupported: "unsupported"
        case .unreadable: "unreadable"
        }
    }
}

/// The languages that messages for a person come in.
public enum MessageLanguage: String, Sendable, CaseIterable {
    case english = "en"
    case french = "fr"
}
