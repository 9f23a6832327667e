import Domain
import JSON
import Storage

/// One setting of the workspace. The value of a secret is never shown.
public struct SettingView: Codable, Sendable, Equatable {
    public var key: String
    /// `text`, `secret`, `integer`, `boolean`, `email`, `url`, `locale`, `timezone`.
    public var kind: String
    public var summary: String
    /// What holds; absent for a secret, and where nothing is set and there is no default.
    public var value: JSONValue?
    public var defaultValue: JSONValue?
    /// Whether somebody has set it.
    public var isSet: Bool
    public var isSecret: Bool
    public var minimum: Int?
    public var maximum: Int?
    public var updatedAt: Instant?
    public var updatedBy: User.ID?
}

/// Reads all settings.
enum SettingReading {
    private struct Stored {
        var value: String
        var updatedAt: Instant
        var updatedBy: User.ID?
    }

    static func all(in call: Call) throws -> [SettingView] {
        let rows = try call.transaction.all("SELECT key, value, updated_at, updated_by FROM setting ORDER BY key") {
            (
                try $0.next(String.self),
                Stored(value: try $0.next(), updatedAt: try $0.next(), updatedBy: try $0.next())
            )
        }
        let stored = Dictionary(rows, uniquingKeysWith: { first, _ in first })
        return try SettingDefinition.all.map { definition in
            try view(definition, stored[definition.key], call.principal.language)
        }
    }

    private static func view(
        _ definition: SettingDefinition, _ stored: Stored?, _ language: Language
    ) throws -> SettingView {
        let value = try stored.map { try JSONValue(parsing: Array($0.value.utf8)) } ?? definition.standard
        var view = SettingView(
            key: definition.key, kind: definition.kind.name, summary: definition.summary[language],
            value: definition.isSecret ? nil : value, defaultValue: definition.standard, isSet: stored != nil,
            isSecret: definition.isSecret, updatedAt: stored?.updatedAt, updatedBy: stored?.updatedBy)
        if case .integer(let range) = definition.kind {
            view.minimum = range.lowerBound
            view.maximum = range.upperBound
        }
        return view
    }
}
