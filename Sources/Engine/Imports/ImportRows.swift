import JSON

/// A row that can be read without a decoder where there is nothing unusual about it.
protocol PlainlyRead: Sendable {
    /// What a decoder would make of the value; `nil` where it has to be asked, be it that something is wrong.
    init?(plain value: JSONValue)
}

/// The rows of one batch: 1 to 1,000. A row that does not decode is not the whole call's 422: it becomes a failed row
/// of the result. Numbers and booleans may come as text, since rows often come from a CSV file.
public struct ImportRows<Row: Codable & Sendable>: Codable, Sendable {
    /// One row, or what is wrong with each of its fields.
    public typealias Item = Result<Row, InputErrors>

    public static var limit: Int { 1_000 }

    public let items: [Item]
    /// The rows as they came in, by which a repeated call is recognised.
    private let raw: JSONValue?

    public init(_ rows: [Row]) {
        items = rows.prefix(Self.limit).map { .success($0) }
        raw = nil
    }

    public init(from decoder: any Decoder) throws {
        let value = try JSONValue(from: decoder)
        guard let rows = value.arrayValue else {
            throw ValueProblem(
                code: "type", message: "must be an array", parameters: ["expected": "array"])
        }
        guard (1...Self.limit).contains(rows.count) else {
            throw ValueProblem(
                code: "out_of_range", message: "must hold between 1 and \(Self.limit) rows",
                parameters: ["minimum": "1", "maximum": "\(Self.limit)"])
        }
        let plain = Row.self as? any PlainlyRead.Type
        items = Parallel.map(rows) { row in
            if let row = plain?.init(plain: row) as? Row { return .success(row) }
            return Result { () throws(InputErrors) -> Row in try row.decoded(leniency: .text) }
        }
        raw = value
    }

    public func encode(to encoder: any Encoder) throws {
        if let raw { return try raw.encode(to: encoder) }
        var container = encoder.unkeyedContainer()
        for case .success(let row) in items { try container.encode(row) }
    }
}

extension ImportRows: ExampleProviding, SchemaDescribing {
    public static var example: ImportRows { ImportRows([]) }
    public static var jsonSchema: JSONValue {
        [
            "type": "array", "minItems": 1, "maxItems": .integer(Int64(limit)), "items": JSONValue.schema(of: Row.self),
        ]
    }
}
