import Domain
import JSON
import Storage

/// Reads the workspace's settings, typed.
struct WorkspaceSettings {
    let transaction: any Transaction

    init(in transaction: any Transaction) { self.transaction = transaction }

    /// What is set, else the default, else `nil`.
    func value(_ definition: SettingDefinition) throws -> JSONValue? {
        let stored: String? = try transaction.value("SELECT value FROM setting WHERE key = \(definition.key)")
        guard let stored else { return definition.standard }
        do {
            return try JSONValue(parsing: Array(stored.utf8))
        } catch {
            throw StorageError.corrupt(detail: "the setting \(definition.key) does not hold JSON")
        }
    }

    func text(_ definition: SettingDefinition) throws -> String? { try value(definition)?.stringValue }

    /// A number that has a default.
    func number(_ definition: SettingDefinition) throws -> Int {
        guard let number = try value(definition)?.integerValue else {
            throw StorageError.corrupt(detail: "the setting \(definition.key) is not a number")
        }
        return Int(number)
    }

    func isOn(_ definition: SettingDefinition) throws -> Bool { try value(definition) == .bool(true) }
}
