import JSON

/// One operation of the API. The struct is its typed input: the HTTP body and path parameters, the command-line
/// arguments, the form on the screen and the audit record are all this value.
public protocol RouteOperation: Codable, Sendable {
    /// What a caller gets back.
    associatedtype Answer: Codable & Sendable
    /// What slow or outside work hands to `perform`; nothing for most.
    associatedtype Prepared: Sendable = Void

    static var contract: Contract { get }

    /// Slow or outside work (hashing a password, reading a PDF), done before the write lock is taken.
    func prepare(in preparation: Preparation) throws -> Prepared

    /// The work itself, inside one transaction. Throws a `Problem` to refuse; then nothing of it is kept.
    func perform(in call: Call) throws -> Answer

    /// Like `perform(in:)`, for operations that prepare something. Only one of the two is written.
    func perform(in call: Call, prepared: Prepared) throws -> Answer

    /// The input as the audit log may keep it: secrets and large contents taken out.
    var auditedInput: JSONValue? { get }
}

extension RouteOperation {
    public func perform(in call: Call) throws -> Answer {
        preconditionFailure("\(Self.contract.id) implements neither perform(in:) nor perform(in:prepared:)")
    }

    public func perform(in call: Call, prepared: Prepared) throws -> Answer { try perform(in: call) }

    public var auditedInput: JSONValue? { nil }
}

extension RouteOperation where Prepared == Void {
    public func prepare(in preparation: Preparation) throws {}
}
