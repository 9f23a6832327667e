import Domain
import Engine
import JSON

/// What `rplus operations` says about one operation.
struct OperationDescription {
    let contract: Contract
    private let type: any RouteOperation.Type

    init(_ type: any RouteOperation.Type) {
        self.type = type
        contract = type.contract
    }

    /// The path that HTTP serves it at.
    var path: String { "/api/v1" + contract.path }

    /// The names of the input's fields, the required ones first marked by nothing, the optional ones by `?`.
    var inputFields: [String] { Self.fields(of: type) }

    private static func fields<Operation: RouteOperation>(of type: Operation.Type) -> [String] {
        Shape.fields(of: type).map { $0.name + ($0.isOptional || $0.hasDefault ? "?" : "") }
    }

    /// The cells of the access table, by the names of its columns.
    var access: [(role: String, cell: Access.Cell)] {
        [("anonymous", contract.access.anonymous)]
            + Role.allCases.map { ($0.rawValue, contract.access.cell(for: $0)) }
    }

    var json: JSONValue {
        var object = JSONObject()
        object["id"] = .string(contract.id)
        object["method"] = .string(contract.method.rawValue)
        object["path"] = .string(path)
        object["summary"] = .string(contract.summary)
        object["access"] = .object(JSONObject(access.map { ($0.role, .string($0.cell.rawValue)) }))
        object["contract"] = .bool(contract.isContract)
        object["input"] = Self.input(of: type)
        object["output"] = Self.output(of: type)
        return .object(object)
    }

    private static func input<Operation: RouteOperation>(of type: Operation.Type) -> JSONValue {
        .schema(of: type)
    }

    private static func output<Operation: RouteOperation>(of type: Operation.Type) -> JSONValue {
        .schema(of: Operation.Answer.self)
    }
}
