import Domain
import JSON

/// Turns the records of a table into input for the contract's operations, by a mapping.
public struct RecordMapper: Sendable {
    /// What is wrong with one field of a record.
    public struct Problem: Sendable, Equatable {
        public var field: String
        /// A stable name: `required`, `invalid`, `too_long`.
        public var code: String
        public var message: Phrase
    }

    /// A record in the contract's names, with what could not be read of it.
    public struct MappedRecord: Sendable, Equatable {
        public var line: Int
        /// An object; a field with a problem is not in it.
        public var input: JSONValue
        public var problems: [Problem]
    }

    public let kind: ImportKind
    public let mapping: ColumnMapping
    private let rules: [(field: MappingField, rule: ColumnMapping.Rule)]

    public init(_ kind: ImportKind, mapping: ColumnMapping) {
        self.kind = kind
        self.mapping = mapping
        rules = mapping.rules.compactMap { item in kind.field(named: item.field).map { ($0, item.rule) } }
    }

    /// Maps one record. It never fails as a whole: what cannot be read is a problem of its field.
    public func map(_ record: TableRecord) -> MappedRecord {
        var builder = InputBuilder(dateOrder: mapping.dateOrder)
        for (field, rule) in rules {
            let given = value(of: rule, in: record)
            guard let given, !Self.isEmpty(given) else { continue }
            builder.set(field, given, split: rule.split)
        }
        for (name, value) in mapping.defaults {
            guard let field = kind.field(named: name), !builder.has(field.name) else { continue }
            builder.set(field, value, split: nil)
        }
        builder.finish(kind)
        for names in kind.required where !names.contains(where: { builder.has($0) }) {
            guard !builder.problems.contains(where: { names.contains($0.field) }) else { continue }
            builder.problems.append(
                Problem(
                    field: names[0], code: "required",
                    message: Phrase(en: "\(names[0]) is missing.", fr: "\(names[0]) manque.")))
        }
        return MappedRecord(line: record.line, input: .object(builder.object), problems: builder.problems)
    }

    private func value(of rule: ColumnMapping.Rule, in record: TableRecord) -> JSONValue? {
        if let constant = rule.constant { return constant }
        var found: [JSONValue] = []
        for column in rule.columns {
            guard let value = record[column], !Self.isEmpty(value) else { continue }
            found.append(value)
            if rule.join == nil { break }
        }
        guard let first = found.first else { return nil }
        if let join = rule.join { return .string(found.compactMap(FieldValues.text).joined(separator: join)) }
        if !rule.values.isEmpty, let text = FieldValues.text(first), let meaning = rule.values[text.folded] {
            return meaning
        }
        return first
    }

    /// How tables say that there is no value.
    private static let nothing: Set<String> = ["", "-", "n/a", "null", "none", "nan"]

    private static func isEmpty(_ value: JSONValue) -> Bool {
        if let text = value.stringValue {
            let trimmed = text.trimmed
            return trimmed.utf8.count <= 4 && nothing.contains(trimmed.lowercased())
        }
        if let list = value.arrayValue { return list.isEmpty }
        return value.isNull
    }
}
