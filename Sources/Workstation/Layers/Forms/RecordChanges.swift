import Domain
import JSON

/// The values of a record before and after it was edited, by the names of its fields, as the input of an update: only
/// what changed is sent, what was emptied is cleared, and an object such as a location is sent as a whole.
struct RecordChanges: Sendable {
    var before: [String: String]
    var after: [String: String]
    /// Objects that are replaced as a whole.
    var wholes: [String] = []
    /// Fields that hold a list, written with commas, and how an item becomes JSON.
    var lists: [String: @Sendable (String) -> JSONValue] = [:]

    /// The same edit the other way round.
    var reversed: RecordChanges {
        var changes = self
        swap(&changes.before, &changes.after)
        return changes
    }

    var isEmpty: Bool { changed.isEmpty }

    private var changed: [String] {
        after.keys.filter { (before[$0] ?? "") != (after[$0] ?? "") }.sorted()
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
        let fields = after.filter { $0.key.hasPrefix(name + ".") }
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
