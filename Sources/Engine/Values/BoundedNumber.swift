import JSON
import Storage

/// A whole number between two bounds.
public struct Bounded<let minimum: Int, let maximum: Int>: Hashable, Sendable, Codable, SchemaDescribing,
    ExampleProviding, SQLEncodable
{
    public let value: Int

    public init?(_ value: Int) {
        guard (minimum...maximum).contains(value) else { return nil }
        self.value = value
    }

    /// The nearest number inside the bounds.
    public init(clamping value: Int) { self.value = min(max(value, minimum), maximum) }

    public init(from decoder: any Decoder) throws {
        let number = try decoder.singleValueContainer().decode(Int.self)
        guard let bounded = Self(number) else {
            throw ValueProblem(
                code: "out_of_range", message: "must be between \(minimum) and \(maximum)",
                parameters: ["minimum": "\(minimum)", "maximum": "\(maximum)"])
        }
        self = bounded
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(value)
    }

    public var sqlValue: SQLValue { .integer(Int64(value)) }
    public static var example: Bounded { Bounded(clamping: minimum) }
    public static var jsonSchema: JSONValue {
        ["type": "integer", "minimum": .integer(Int64(minimum)), "maximum": .integer(Int64(maximum))]
    }
}
