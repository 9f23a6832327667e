import Domain
import JSON
import Storage

/// Where a page of a list ended: the value that orders and the identifier of its last row. Opaque to callers.
public struct ListCursor: Codable, Sendable, Equatable, SchemaDescribing, ExampleProviding {
    let order: String
    let value: SQLValue
    let id: AnyEntity.ID

    init(order: String, value: SQLValue, id: AnyEntity.ID) {
        self.order = order
        self.value = value
        self.id = id
    }

    /// The text that travels.
    var text: String {
        let plain: JSONValue
        switch value {
        case .integer(let number): plain = .integer(number)
        case .real(let number): plain = .number(number)
        case .text(let text): plain = .string(text)
        case .null, .bytes, .identifier: plain = .null
        }
        return Base64URL.encode(
            Array(JSONValue.array([.string(order), plain, .string(id.description)]).serialized().utf8))
    }

    /// Reads the text that a list answered as `next_cursor`; `nil` for anything else.
    public init?(text: String) {
        guard text.utf8.count < 4_096, let bytes = Base64URL.decode(text),
            let parts = (try? JSONValue(parsing: bytes))?.arrayValue, parts.count == 3,
            let order = parts[0].stringValue, let id = parts[2].stringValue.flatMap({ AnyEntity.ID($0) })
        else { return nil }
        switch parts[1] {
        case .integer(let number): value = .integer(number)
        case .number(let number): value = .real(number)
        case .string(let text): value = .text(text)
        default: value = .null
        }
        self.order = order
        self.id = id
    }

    public init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let cursor = ListCursor(text: text) else {
            throw ValueProblem(code: "format", message: "must be a cursor that a list answered as next_cursor")
        }
        self = cursor
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }

    public static let example = ListCursor(order: "", value: .null, id: AnyEntity.ID(high: 0, low: 0))
    public static var jsonSchema: JSONValue { ["type": "string"] }
}

extension SQLValue: SQLEncodable {
    public var sqlValue: SQLValue { self }
}
