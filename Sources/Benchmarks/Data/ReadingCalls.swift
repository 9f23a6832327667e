import Domain
import Engine
import JSON

/// The calls of one reading operation that a person may make: as it is, with each filter, in each order.
struct ReadingCalls {
    let operation: String
    private(set) var inputs: [JSONValue] = []

    /// Values for the filters that take an identifier, by the name of the filter.
    typealias Known = [String: [String]]

    /// `nil` for an operation that writes, or that is about one thing.
    init?(_ type: any RouteOperation.Type, _ known: Known, words: [String]) {
        let contract = type.contract
        guard contract.effect == .read, contract.method == .get, !contract.path.contains("{") else { return nil }
        operation = contract.id
        let fields = Self.fields(of: type)
        var filters: [JSONObject] = [JSONObject()]
        var orders: [JSONObject] = []
        for (name, schema) in fields {
            let values: [JSONValue]
            switch name {
            case "sort_by", "sort_order", "page", "page_size", "cursor", "per_stage", "limit": continue
            case "q": values = words.map { .string($0) }
            default:
                if let choices = schema["enum"]?.arrayValue {
                    values = choices
                } else if schema["type"] == "boolean" {
                    values = [true, false]
                } else if let least = schema["minimum"]?.integerValue, let most = schema["maximum"]?.integerValue {
                    // What all have, what many have, what few have, and what nobody has.
                    values = [least, least + (most - least) / 20, least + (most - least) / 5, most].map { .integer($0) }
                } else {
                    values = (known[name] ?? []).map { .string($0) }
                }
            }
            filters += values.map { JSONObject([(name, $0)]) }
        }
        let byOrder = fields.first { $0.name == "sort_order" }?.schema["enum"]?.arrayValue ?? []
        for column in fields.first(where: { $0.name == "sort_by" })?.schema["enum"]?.arrayValue ?? [] {
            for order in byOrder { orders.append(JSONObject([("sort_by", column), ("sort_order", order)])) }
        }
        if orders.isEmpty { orders = byOrder.map { JSONObject([("sort_order", $0)]) } }
        if orders.isEmpty { orders = [JSONObject()] }
        for filter in filters {
            for order in orders {
                var input = filter
                for (name, value) in order { input[name] = value }
                inputs.append(.object(input))
            }
        }
    }

    /// Whether the operation answers page by page.
    static func isList(_ type: any RouteOperation.Type) -> Bool { fields(of: type).contains { $0.name == "page_size" } }

    private static func fields(of type: any RouteOperation.Type) -> [(name: String, schema: JSONValue)] {
        func schema<Operation: RouteOperation>(_ type: Operation.Type) -> JSONValue { .schema(of: type) }
        return schema(type)["properties"]?.objectValue?.map { (name: $0.key, schema: $0.value) } ?? []
    }
}
