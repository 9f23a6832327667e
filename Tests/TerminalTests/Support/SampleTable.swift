import JSON

@testable import Terminal

/// A table with every action and context of the default keymap.
enum SampleTable {
    static let contexts: [ActionTable.Context] = [
        .init("board"), .init("table"), .init("detail"), .init("form", isTyping: true),
        .init("palette", isTyping: true), .init("text", isTyping: true), .init("dialog"), .init("global"),
    ]

    static let all: ActionTable = {
        var places: [String: [String]] = [:]
        var order: [String] = []
        let value = (try? JSONValue(parsing: EmbeddedDefaults.keymaps)) ?? .null
        for entry in value["bindings"]?.arrayValue ?? [] {
            guard let name = entry["action"]?.stringValue else { continue }
            if places[name] == nil { order.append(name) }
            let when = entry["when"]?.arrayValue?.compactMap(\.stringValue) ?? []
            places[name, default: []] += when.filter { !(places[name] ?? []).contains($0) }
        }
        let countable: Set = ["move.down", "move.up", "card.next-stage", "card.previous-stage"]
        return ActionTable(
            contexts: contexts,
            actions: order.map { name in
                ActionTable.Action(
                    name, description: "action.\(name)", in: places[name] ?? [],
                    isDestructive: name == "card.reject", takesCount: countable.contains(name))
            })
    }()

    static let board = ["board", "global"]

    static func keys(_ names: String) -> [Key] { (try? Key.sequence(names).get()) ?? [] }
}
