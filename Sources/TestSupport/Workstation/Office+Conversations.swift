import Domain
import JSON

extension Office {
    /// The account of a person of the world.
    public func user(_ person: World.Person) throws -> JSONValue { try call("auth.profile", as: person)["id"] ?? .null }

    /// A conversation with its first message; answers its identifier.
    @discardableResult
    public func conversation(
        _ subject: String, from beginner: World.Person, with others: [World.Person], body: String? = nil,
        about application: String? = nil
    ) throws -> JSONValue {
        var input: JSONValue = ["subject": .string(subject), "participants": .array(try others.map(user))]
        if let body { input["body"] = .string(body) }
        if let application {
            input["related_type"] = "application"
            input["related_id"] = .string(application)
        }
        return try call("messaging.conversations.create", input, as: beginner)["id"] ?? .null
    }

    public func write(_ body: String, in conversation: JSONValue, as person: World.Person) throws {
        world.clock.advance(minutes: 7)
        try call("messaging.messages.send", ["conv_id": conversation, "body": .string(body)], as: person)
    }
}
