import JSON

/// A text with a limit, as the domain's limit types are made.
struct Short: Codable, Sendable, SchemaDescribing {
    var value: String

    init(from decoder: any Decoder) throws {
        value = try decoder.singleValueContainer().decode(String.self)
        guard !value.isEmpty else { throw ValueProblem(code: "too_short", message: "Too short.") }
        guard value.count <= 10 else {
            throw ValueProblem(code: "too_long", message: "Too long.", parameters: ["maximum": "10"])
        }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(value)
    }

    static var jsonSchema: JSONValue { ["type": "string", "maxLength": 10] }
}

struct PageSize: Codable, Sendable, DefaultedInput {
    var value: Int
    static var defaultInput: PageSize { PageSize(value: 50) }

    init(value: Int) { self.value = value }

    init(from decoder: any Decoder) throws {
        value = try decoder.singleValueContainer().decode(Int.self)
        guard value <= 200 else { throw ValueProblem(code: "out_of_range", message: "At most 200.") }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(value)
    }
}

struct SampleInput: Codable, Sendable {
    enum Status: String, Codable, CaseIterable {
        case open
        case onHold = "on_hold"
    }
    struct Salary: Codable { var min: Int, max: Int? }
    struct Row: Codable { var email: String }

    var title: Short
    var status: Status
    var salary: Salary
    var rows: [Row]
    var count: Int
    var extra: JSONValue?
    var companyID: Short?
    var pageSize: PageSize
    var note: Patch<Short>
}

extension Short: Equatable {}

/// A type that checks its fields against each other.
struct Range: Decodable, ExampleProviding {
    var low: Int
    var high: Int
    static var example: Range { Range(low: 0, high: 1) }

    enum CodingKeys: String, CodingKey { case low, high }

    init(low: Int, high: Int) {
        self.low = low
        self.high = high
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        low = try container.decode(Int.self, forKey: .low)
        high = try container.decode(Int.self, forKey: .high)
        guard low < high else {
            throw ValueProblem(code: "out_of_range", message: "Must be above low.", field: "high")
        }
    }
}
