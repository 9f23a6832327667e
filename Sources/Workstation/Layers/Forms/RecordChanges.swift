import Domain
import JSON

/// The values of a record before and after it was edited, by the names of its fields, as the input of an update: only
/// what changed is sent, what was emptied is cleared, and an object such as a location is sent as a whole.
struct RecordChanges: Sendable {
    private(set) var before: [String: String]
    private(set) var after: [String: String]
    /// The fields of the form; what it does not show it does not change.
    private let names: [String]
    /// Objects that are replaced as a whole.
    private let wholes: [String]
    /// Fields that hold a list, written with commas, and how an item becomes JSON.
    private let lists: [String: @Sendable (String) -> JSONValue]

    init(
        before: [String: String], after: [String: String], wholes: [String] = [],
        lists: [String: @Sendable (String) -> JSONValue] = [:]
    ) {
        self.before = before
        self.after = after
        names = Array(after.keys)
        self.wholes = wholes
        self.lists = lists
    }

    /// The same edit the other way round.
    var reversed: RecordChanges {
        var changes = self
        changes.before = after
        changes.after = before
        return changes
    }

    var isEmpty: Bool { changed.isEmpty }

    private var changed: [String] {
        names.filter { (before[$0] ?? "") != (after[$0] ?? "") }.sorted()
    }

    func write(to input: inout FormInput) {
        let changed = changed
        for whole in wholes where changed.contains(where: { $0.hasPrefix(whole + ".") }) {
            input.set(whole, object(whole))
        }
        for name in changed where !wholes.contains(where: { name.hasPrefix($0 + ".") }) {
            if let item = lists[name] {
                input.set(name, .array(Self.items(after[name] ?? "").map(item)))
            } else if let text = after[name]?.nonBlank {
                input.set(name, text)
            } else {
                input.set(name, .null)
            }
        }
    }

    /// The object with all of its fields that have a value; null when none has one that says something.
    private func object(_ name: String) -> JSONValue {
        var input = FormInput()
        let fields = after.filter { $0.key.hasPrefix(name + ".") && names.contains($0.key) }
        for (field, text) in fields { input.set(String(field.dropFirst(name.count + 1)), text) }
        // A currency and a unit alone are no salary.
        let telling = fields.filter { !$0.key.hasSuffix(".currency") && !Self.isUnit($0.key) }
        return telling.values.contains { $0.nonBlank != nil } ? input.json : .null
    }

    private static func isUnit(_ name: String) -> Bool {
        name.hasSuffix(".unit") || name.hasSuffix(".period") || name.hasSuffix(".type")
    }

    /// The parts of a text between commas or line ends.
    static func items(_ text: String) -> [String] {
        text.split(whereSeparator: { $0 == "," || $0 == ";" || $0.isNewline }).compactMap { String($0).nonBlank }
    }
}
