import Domain
import JSON

extension ColumnMapping {
    /// Reads a mapping file; every mistake in it is named, not only the first.
    public init(parsing text: String, for kind: ImportKind) throws(MappingErrors) {
        let document: JSONValue
        do {
            document = try JSONValue(parsing: text)
        } catch {
            throw MappingErrors(errors: [
                MappingError(path: "", message: Phrase(en: "Not JSON: \(error)", fr: "Ce n’est pas du JSON : \(error)"))
            ])
        }
        try self.init(document, for: kind)
    }

    public init(_ document: JSONValue, for kind: ImportKind) throws(MappingErrors) {
        self.init()
        var errors: [MappingError] = []
        guard let object = document.objectValue else {
            throw MappingErrors(errors: [MappingError(path: "", message: MappingError.noObject)])
        }
        for (key, value) in object {
            switch key {
            case "columns":
                guard let columns = value.objectValue else {
                    errors.append(
                        MappingError(path: key, message: Phrase(en: "must be an object", fr: "doit être un objet")))
                    continue
                }
                for (name, rule) in columns {
                    guard let field = kind.field(named: name) else {
                        errors.append(Self.unknown(name, in: kind, path: "columns.\(name)"))
                        continue
                    }
                    do {
                        rules.append((field.name, try Rule(rule)))
                    } catch {
                        errors.append(MappingError(path: "columns.\(name)", message: error.message))
                    }
                }
            case "defaults":
                for (name, value) in value.objectValue ?? JSONObject() {
                    if let field = kind.field(named: name) {
                        defaults.append((field.name, value))
                    } else {
                        errors.append(Self.unknown(name, in: kind, path: "defaults.\(name)"))
                    }
                }
            case "dates":
                if let order = value.stringValue.flatMap(DateText.Order.init(rawValue:)) {
                    dateOrder = order
                } else {
                    errors.append(MappingError(path: key, message: MappingError.dateOrder))
                }
            case "records": recordsPath = value.stringValue
            case "comment", "description", "$schema": break
            default: errors.append(MappingError(path: key, message: MappingError.noMember))
            }
        }
        guard errors.isEmpty else { throw MappingErrors(errors: errors) }
    }

    private static func unknown(_ name: String, in kind: ImportKind, path: String) -> MappingError {
        let names = kind.fields.map(\.name).joined(separator: ", ")
        return MappingError(path: path, message: MappingError.noField(name, kind, names))
    }

    /// The mapping as a file, so that a guess can be saved, changed and used again.
    public var json: JSONValue {
        var columns = JSONObject()
        for (field, rule) in rules { columns[field] = rule.json }
        var document = JSONObject([("columns", .object(columns))])
        if let recordsPath { document["records"] = .string(recordsPath) }
        if dateOrder != .dayFirst { document["dates"] = .string(dateOrder.rawValue) }
        if !defaults.isEmpty { document["defaults"] = .object(JSONObject(defaults.map { ($0.field, $0.value) })) }
        return .object(document)
    }
}

/// Everything that is wrong with a mapping file.
public struct MappingErrors: Error, Equatable, CustomStringConvertible {
    public var errors: [MappingError]

    public var description: String { errors.map(\.description).joined(separator: "\n") }
}

extension ColumnMapping.Rule {
    init(_ value: JSONValue) throws(MappingError) {
        self.init()
        if let column = value.stringValue {
            columns = [column]
            return
        }
        if let list = value.arrayValue {
            columns = list.compactMap(\.stringValue)
            guard columns.count == list.count, !list.isEmpty else {
                throw MappingError(path: "", message: MappingError.listOfColumns)
            }
            return
        }
        guard let object = value.objectValue else {
            throw MappingError(path: "", message: MappingError.ruleForm)
        }
        for (key, member) in object {
            switch key {
            case "constant": constant = member
            case "from": columns = try Self(member).columns
            case "values":
                guard let map = member.objectValue else {
                    throw MappingError(path: "", message: MappingError.valuesForm)
                }
                for (word, meaning) in map { values[word.folded] = meaning }
            case "join": join = member.stringValue
            case "split": split = member.stringValue
            default:
                throw MappingError(
                    path: "", message: MappingError.unknownMember(key))
            }
        }
        if columns.isEmpty && constant == nil { throw MappingError(path: "", message: MappingError.needsSource) }
    }

    var json: JSONValue {
        if let constant { return .object(JSONObject([("constant", constant)])) }
        let from: JSONValue = columns.count == 1 ? .string(columns[0]) : .array(columns.map { .string($0) })
        if values.isEmpty && join == nil && split == nil { return from }
        var object = JSONObject([("from", from)])
        if let join { object["join"] = .string(join) }
        if let split { object["split"] = .string(split) }
        if !values.isEmpty {
            object["values"] = .object(JSONObject(values.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }))
        }
        return .object(object)
    }
}
