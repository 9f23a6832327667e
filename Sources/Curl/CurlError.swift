/// Why a transfer failed.
public struct CurlError: Error, Sendable, Equatable {
    public enum Kind: Sendable, Equatable {
        /// libcurl is not installed.
        case missingLibrary
        /// No connection could be made: no such name, nobody listening, no network.
        case unreachable
        case timedOut
        /// Whoever asked for it did not want it any more.
        case stopped
        /// The server refused the user name or the password (SMTP).
        case loginDenied
        /// The answer was longer than the bound.
        case tooLarge
        /// A text for an option has a NUL in it or, in a header or an address, a line break.
        case unusableText
        case other
    }

    public var kind: Kind
    /// libcurl's CURLcode; 0 where it was not libcurl that failed.
    public var code: Int32
    /// What happened, on one line, in English.
    public var text: String
    /// The last status that the server sent: of HTTP or SMTP; 0 for none.
    public var status: Int
    /// The last line that the server sent before the failure, cut at 500 bytes; text of a stranger.
    public var lastLine: String

    init(_ kind: Kind, code: Int32 = 0, text: String, status: Int = 0, lastLine: String = "") {
        self.kind = kind
        self.code = code
        self.text = text.split(whereSeparator: \.isNewline).joined(separator: " ")
        self.status = status
        self.lastLine = lastLine
    }
}
