import JSON
import Storage

/// An amount of money in the minor units of its currency (cents), from 0 to 10 thousand million units.
public struct MinorUnits: Hashable, Sendable, Codable, SchemaDescribing, ExampleProviding, SQLEncodable {
    public static let maximum: Int64 = 1_000_000_000_000
    public let value: Int64

    public init?(_ value: Int64) {
        guard (0...Self.maximum).contains(value) else { return nil }
        self.value = value
    }

    public init(from decoder: any Decoder) throws {
        guard let amount = MinorUnits(try decoder.singleValueContainer().decode(Int64.self)) else {
            throw ValueProblem(
                code: "out_of_range", message: "must be between 0 and \(Self.maximum) minor units (cents)",
                parameters: ["minimum": "0", "maximum": "\(Self.maximum)"])
        }
        self = amount
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(value)
    }

    public var sqlValue: SQLValue { .integer(value) }
    public static let example = MinorUnits(0)!
    public static var jsonSchema: JSONValue {
        ["type": "integer", "minimum": 0, "maximum": .integer(maximum)]
    }
}
