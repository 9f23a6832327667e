import Domain
import JSON
import Storage

/// What slow or outside work may use before the transaction begins.
public struct Preparation: Sendable {
    public let principal: Principal
    public let now: Instant
    public let passwords: PasswordHasher
    public let tokens: TokenSigner
    public let entropy: any Entropy
    public let files: any FileStore
    public let documents: any DocumentReader
    public let backups: (any BackupStore)?
    /// Who may write texts beside the program itself; `nil` for nobody.
    public let assistant: (any Assistant)?
    /// What the engine knows about itself.
    public let status: EngineStatus
    /// A look at the database as it is now; what it finds must be checked again inside `perform`.
    public let database: any Database
    /// The call that it is for, as the audit log names it.
    let operationID: String
    let requestID: String
    /// Makes what a handler is given, for the caller as it was let in.
    let makeCall: @Sendable (any Transaction) -> Call

    /// A look at the database as the caller sees it, in a transaction of its own that ends with `body`.
    func read<Result>(_ body: (Call) throws -> Result) throws -> Result {
        try database.read { try body(makeCall($0)) }
    }

    /// Puts an entry into the audit log within the transaction that changes what it tells of: for work that is carried
    /// out in steps before the operation's own transaction, which alone would come too late if the program died.
    func note(_ targetType: String, after: JSONValue, in transaction: any Transaction) throws {
        try AuditTrail(transaction: transaction, entropy: entropy).append(
            operationID: operationID, principal: principal, origin: status.origin, requestID: requestID, at: now,
            outcome: 200, notes: [AuditNote(targetType: targetType, targetID: nil, before: nil, after: after)])
    }
}

/// Keeps the contents of uploaded files by their SHA-256.
public protocol FileStore: Sendable {
    /// Keeps `contents` durably and answers its SHA-256 in hexadecimal. Keeping the same contents twice is one file.
    func keep(_ contents: [UInt8]) throws -> String
    /// Keeps many at once, in order; a store that writes to a disk waits for it once.
    func keepAll(_ contents: [[UInt8]]) throws -> [String]
    func contents(sha256: String) throws -> [UInt8]?
    func exists(sha256: String) -> Bool
    /// Forgets a file for good. One that is not there is no error.
    func remove(sha256: String) throws
}

extension FileStore {
    public func keepAll(_ contents: [[UInt8]]) throws -> [String] { try contents.map(keep) }
}

/// What could be read out of a document that somebody uploaded.
public struct DocumentReading: Sendable {
    public var text: String
    public var mediaType: String
    /// JSON Resume fields that were recognised.
    public var resume: JSONValue
    public var parserVersion: String

    public init(text: String, mediaType: String, resume: JSONValue, parserVersion: String) {
        self.text = text
        self.mediaType = mediaType
        self.resume = resume
        self.parserVersion = parserVersion
    }
}

/// Why a document could not be read, for a person.
public struct DocumentRefusal: Error, Sendable {
    public var code: String
    public var message: Phrase

    public init(code: String, message: Phrase) {
        self.code = code
        self.message = message
    }
}

/// Reads text and résumé fields out of PDF, DOCX, plain text and JSON Resume.
public protocol DocumentReader: Sendable {
    func read(_ contents: [UInt8], filename: String) throws(DocumentRefusal) -> DocumentReading
}

/// Random bytes.
public protocol Entropy: Sendable {
    func bytes(_ count: Int) -> [UInt8]
}
