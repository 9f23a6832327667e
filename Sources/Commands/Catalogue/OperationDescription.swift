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

    /// The names of the input's fields, those that may be left out with a `?`.
    var inputFields: [String] { type.inputFields }

    /// The cells of the access table, by the names of its columns.
    var access: [(role: String, cell: Access.Cell)] {
        [("anonymous", contract.access.anonymous)]
            + Role.allCases.map { ($0.rawValue, contract.access.cell(for: $0)) }
    }

    /// Who may call it, in words: the roles, those that may only on some rows with which.
    func callers(_ language: Language) -> [String] {
        ([nil] + Role.allCases.map(Optional.some)).compactMap { role in
            let cell = contract.access.cell(for: role)
            guard cell != .no else { return nil }
            let name = AccessWords.title(of: role)[language]
            return AccessWords.limit(of: cell).map { "\(name) (\($0[language]))" } ?? name
        }
    }

    var json: JSONValue {
        var object = JSONObject()
        object["id"] = .string(contract.id)
        object["method"] = .string(contract.method.rawValue)
        object["path"] = .string(path)
        object["summary"] = .string(contract.summary.english)
        object["access"] = .object(JSONObject(access.map { ($0.role, .string($0.cell.rawValue)) }))
        object["contract"] = .bool(contract.isContract)
        object["input"] = type.inputSchema
        object["output"] = type.outputSchema
        return .object(object)
    }
}

extension RouteOperation {
    fileprivate static var inputFields: [String] {
        Shape.fields(of: Self.self).map { $0.name + ($0.isOptional || $0.hasDefault ? "?" : "") }
    }

    fileprivate static var inputSchema: JSONValue { .schema(of: Self.self) }
    fileprivate static var outputSchema: JSONValue { .schema(of: Answer.self) }
}
