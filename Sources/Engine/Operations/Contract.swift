import Domain

/// What is promised about an operation: its name, its place in the HTTP API, and who may call it.
public struct Contract: Sendable {
    public enum Method: String, Sendable {
        case get = "GET"
        case post = "POST"
        case put = "PUT"
        case delete = "DELETE"
    }

    /// Whether it changes anything. A write runs in a write transaction and is audited.
    public enum Effect: Sendable { case read, write }

    /// `resource.verb`, as `routes.tsv` spells it.
    public let id: String
    public let method: Method
    /// Below `/api/v1`, with `{parameters}`.
    public let path: String
    public let access: Access
    public let effect: Effect
    /// What it does, in a few words, as lists of operations, the palette and its form have it.
    public let summary: Phrase
    /// The status of success: 201 for operations that make something.
    public let success: Int
    /// Whether the customer's contract has it; `false` for those added beside it.
    public let isContract: Bool

    public init(
        _ id: String, _ method: Method, _ path: String, access: Access, effect: Effect, _ summary: Phrase,
        success: Int = 200, isContract: Bool = true
    ) {
        self.id = id
        self.method = method
        self.path = path
        self.access = access
        self.effect = effect
        self.summary = summary
        self.success = success
        self.isContract = isContract
    }
}
