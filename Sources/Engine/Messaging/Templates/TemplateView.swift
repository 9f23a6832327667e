import Domain

/// A text that is written once and sent often.
public struct TemplateView: Codable, Sendable, Equatable {
    public var id: Template.ID
    public var name: String
    public var kind: Template.Kind
    public var subject: String
    public var body: String
    /// Every `{{variable}}` of subject and body, each once.
    public var variables: [String]
    /// The language that it is written in.
    public var locale: String
    public var createdAt: Instant
    public var updatedAt: Instant
    public var version: Int
}
