import Domain
import JSON
import Terminal

/// What the workstation can be told to do, for the commands that look at keymaps.
enum ScreenActions {
    /// The contexts and actions that the default keymap knows.
    static let table: ActionTable = {
        let document = (try? JSONValue(parsing: EmbeddedDefaults.keymaps)) ?? .null
        var places: [String: [String]] = [:]
        var names: [String] = []
        var contexts: [String] = []
        for entry in document["bindings"]?.arrayValue ?? [] {
            guard let action = entry["action"]?.stringValue else { continue }
            let when = entry["when"]?.arrayValue?.compactMap(\.stringValue) ?? []
            if places[action] == nil { names.append(action) }
            for place in when {
                if !contexts.contains(place) { contexts.append(place) }
                if places[action]?.contains(place) != true { places[action, default: []].append(place) }
            }
        }
        return ActionTable(
            contexts: contexts.map { ActionTable.Context($0, isTyping: ["text", "palette", "form"].contains($0)) },
            actions: names.map { ActionTable.Action($0, description: $0, in: places[$0] ?? []) })
    }()

    static func description(of action: String, _ language: Language) -> String { action }
}
