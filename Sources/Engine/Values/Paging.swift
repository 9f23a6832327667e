import JSON

/// The number of a page, from 1.
public struct PageNumber: Hashable, Sendable, Codable, DefaultedInput, SchemaDescribing, ExampleProviding {
    public let value: Int

    public init(_ value: Int) { self.value = max(1, value) }

    public init(from decoder: any Decoder) throws {
        let number = try decoder.singleValueContainer().decode(Int.self)
        guard (1...1_000_000).contains(number) else {
            throw ValueProblem(
                code: "out_of_range", message: "must be between 1 and 1000000",
                parameters: ["minimum": "1", "maximum": "1000000"])
        }
        value = number
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(value)
    }

    public static let defaultInput = PageNumber(1)
    public static let example = PageNumber(1)
    public static var jsonSchema: JSONValue { ["type": "integer", "minimum": 1, "default": 1] }
}

/// How many rows a page has: 1 to 200, 25 unless asked otherwise.
public struct PageSize: Hashable, Sendable, Codable, DefaultedInput, SchemaDescribing, ExampleProviding {
    public let value: Int

    public init(_ value: Int) { self.value = min(max(1, value), 200) }

    public init(from decoder: any Decoder) throws {
        let number = try decoder.singleValueContainer().decode(Int.self)
        guard (1...200).contains(number) else {
            throw ValueProblem(
                code: "out_of_range", message: "must be between 1 and 200",
                parameters: ["minimum": "1", "maximum": "200"])
        }
        value = number
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(value)
    }

    public static let defaultInput = PageSize(25)
    public static let example = PageSize(25)
    public static var jsonSchema: JSONValue { ["type": "integer", "minimum": 1, "maximum": 200, "default": 25] }
}

public enum SortOrder: String, Codable, Sendable, CaseIterable {
    case ascending = "asc"
    case descending = "desc"
}

/// One page of a list.
public struct Page<Item: Codable & Sendable>: Codable, Sendable {
    public var data: [Item]
    public var page: Int
    public var pageSize: Int
    /// How many rows there are in all; a lower bound where `totalExact` is `false`.
    public var total: Int
    public var pages: Int
    /// `false` where counting on would have taken too long; absent where `total` is exact.
    public var totalExact: Bool?
    /// What to send as `cursor` for the rows after these; absent on the last page.
    public var nextCursor: String?

    public init(
        data: [Item], page: Int, pageSize: Int, total: Int, totalExact: Bool = true, nextCursor: String? = nil
    ) {
        self.data = data
        self.page = page
        self.pageSize = pageSize
        self.total = total
        self.pages = (total + pageSize - 1) / pageSize
        self.totalExact = totalExact ? nil : false
        self.nextCursor = nextCursor
    }
}
