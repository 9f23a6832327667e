import Domain
import JSON
import Storage

/// Sets settings by their keys; null puts one back to its default. Either all of them are set or, where one is not
/// valid, none.
public struct UpdateSettings: RouteOperation {
    public static let contract = Contract(
        "admin.settings.update", .put, "/admin/settings", access: .roles(admin: .yes), effect: .write,
        Phrase(en: "Update settings", fr: "Modifier les paramètres"))

    /// Key by key, such as `{"registration.open": false}`.
    public var settings: SettingValues

    public init(settings: SettingValues) { self.settings = settings }

    /// A secret may be among them.
    public var auditedInput: JSONValue? { ["keys": .array(settings.values.keys.map { .string($0) })] }

    public func perform(in call: Call) throws -> ShowSettings.Answer {
        var errors: [FieldError] = []
        var changes: [(SettingDefinition, JSONValue?)] = []
        for (key, value) in settings.values {
            guard let definition = SettingDefinition.named(key) else {
                errors.append(Self.unknown(key))
                continue
            }
            guard value != .null else {
                changes.append((definition, nil))
                continue
            }
            switch definition.checked(value) {
            case .success(let checked): changes.append((definition, checked))
            case .failure(let error): errors.append(error)
            }
        }
        if !errors.isEmpty { throw Problem.invalid(errors) }
        try write(changes, in: call)
        return ShowSettings.Answer(data: try SettingReading.all(in: call))
    }

    private func write(_ changes: [(SettingDefinition, JSONValue?)], in call: Call) throws {
        var before = JSONObject()
        var after = JSONObject()
        for (definition, value) in changes {
            let old: String? = try call.transaction.value(
                "SELECT value FROM setting WHERE key = \(definition.key)")
            let new = value?.serialized()
            guard old != new else { continue }
            if let new {
                try call.transaction.execute(
                    """
                    INSERT INTO setting (key, value, is_secret, updated_at, updated_by, version, row_seq)
                    VALUES (\(definition.key), \(new), \(definition.isSecret), \(call.now), \(call.principal.userID), 1,
                    \(call.rowSequence()))
                    ON CONFLICT (key) DO UPDATE SET value = excluded.value, updated_at = excluded.updated_at,
                    updated_by = excluded.updated_by, version = setting.version + 1, row_seq = excluded.row_seq
                    """)
            } else {
                try call.transaction.execute("DELETE FROM setting WHERE key = \(definition.key)")
            }
            before[definition.key] = Self.audited(old, definition)
            after[definition.key] = Self.audited(new, definition)
        }
        guard after != JSONObject() else { return }
        call.note("setting", AnyEntity.ID?.none, before: .object(before), after: .object(after))
    }

    /// Of a secret the log keeps that there is one.
    private static func audited(_ stored: String?, _ definition: SettingDefinition) -> JSONValue {
        guard let stored else { return .null }
        return definition.isSecret ? "•••" : (try? JSONValue(parsing: Array(stored.utf8))) ?? .null
    }

    private static func unknown(_ key: String) -> FieldError {
        let known = SettingDefinition.all.map(\.key).joined(separator: ", ")
        return FieldError(
            field: "settings.\(key.prefix(80))", code: "unknown", message: "is no setting; there are \(known)",
            parameters: ["french": "ce réglage n’existe pas ; il y a \(known)"])
    }
}

/// Values by the keys of their settings: 1 to 100.
public struct SettingValues: Codable, Sendable, Equatable, SchemaDescribing, ExampleProviding {
    let values: JSONObject

    public init(_ values: JSONObject) { self.values = values }

    public init(from decoder: any Decoder) throws {
        guard let object = try JSONValue(from: decoder).objectValue else {
            throw ValueProblem(code: "type", message: "must be an object", parameters: ["expected": "object"])
        }
        guard (1...100).contains(object.keys.count) else {
            throw ValueProblem(
                code: "out_of_range", message: "must hold between 1 and 100 settings",
                parameters: ["minimum": "1", "maximum": "100"])
        }
        values = object
    }

    public func encode(to encoder: any Encoder) throws { try JSONValue.object(values).encode(to: encoder) }

    public static let example = SettingValues(JSONObject())
    public static var jsonSchema: JSONValue {
        var properties = JSONObject()
        for definition in SettingDefinition.all {
            properties[definition.key] = ["description": .string(definition.summary.english)]
        }
        return [
            "type": "object", "minProperties": 1, "maxProperties": 100, "additionalProperties": false,
            "properties": .object(properties),
        ]
    }
}
