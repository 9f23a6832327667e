import JSON

/// Reads the entries of a keymap and names those that it skips.
struct KeymapReader {
    let source: String
    let isDefault: Bool
    let table: ActionTable
    private var entries = KeymapEntries()
    private var place = ""
    private var line: Int?

    init(source: String, isDefault: Bool, table: ActionTable) {
        self.source = source
        self.isDefault = isDefault
        self.table = table
    }

    mutating func read(_ text: String) -> KeymapEntries {
        let value: JSONValue
        do {
            value = try JSONValue(parsing: text)
        } catch {
            (place, line) = ("column \(error.column)", error.line)
            report(.syntax(error.message))
            return entries
        }
        guard let object = value.objectValue else {
            report(.wrongType(expected: "an object"))
            return entries
        }
        for name in object.keys where !["version", "preset", "bindings", "unbind", "$schema"].contains(name) {
            place = name
            report(.unknownField(name))
        }
        if let version = value["version"], version.integerValue != 1 {
            place = "version"
            report(.unknownVersion(version.stringValue ?? version.serialized()))
        }
        if let preset = value["preset"] {
            place = "preset"
            if let name = preset.stringValue, Keymap.presets.contains(name) {
                entries.preset = name
            } else {
                report(.unknownPreset(preset.stringValue ?? "\(preset)"))
            }
        }
        each("bindings", value, text) { reader, entry in reader.readBinding(entry) }
        each("unbind", value, text) { reader, entry in reader.readUnbinding(entry) }
        return entries
    }

    private mutating func each(
        _ name: String, _ value: JSONValue, _ text: String, _ body: (inout KeymapReader, JSONValue) -> Void
    ) {
        guard let list = value[name] else { return }
        (place, line) = (name, nil)
        guard let items = list.arrayValue else {
            report(.wrongType(expected: "a list"))
            return
        }
        // Only a person's own file has lines to name.
        let lines = isDefault ? [] : EntryLines.find(name, in: text)
        for (index, item) in items.enumerated() {
            place = "\(name)[\(index)]"
            line = index < lines.count ? lines[index] : nil
            body(&self, item)
        }
    }

    private mutating func readBinding(_ value: JSONValue) {
        guard let object = value.objectValue else { return report(.wrongType(expected: "an object")) }
        let known = ["keys", "action", "args", "when", "description", "presets"]
        for name in object.keys where !known.contains(name) { report(.unknownField(name)) }
        guard let name = value["action"]?.stringValue else { return report(.missing("action")) }
        guard let action = table[name] else { return report(.unknownAction(name)) }
        guard let contexts = readContexts(value["when"], for: action), !contexts.isEmpty else { return }
        for keys in readKeys(value["keys"]) {
            let binding = Binding(
                keys: keys, action: name, arguments: value["args"], contexts: contexts,
                description: value["description"]?.stringValue,
                origin: Binding.Origin(source: source, line: line, isDefault: isDefault))
            let presets = value["presets"]?.arrayValue?.compactMap(\.stringValue)
            for preset in presets ?? [] where !Keymap.presets.contains(preset) { report(.unknownPreset(preset)) }
            entries.bindings.append(KeymapEntries.Entry(binding: binding, presets: presets))
        }
    }

    private mutating func readUnbinding(_ value: JSONValue) {
        let text = value.stringValue.map(JSONValue.string) ?? value["keys"]
        var contexts: [String]?
        if let names = value["when"]?.arrayValue {
            contexts = names.compactMap(\.stringValue).filter { name in
                if !table.hasContext(name) { report(.unknownContext(name)) }
                return table.hasContext(name)
            }
        }
        for keys in readKeys(text) {
            entries.unbindings.append(
                KeymapEntries.Unbinding(keys: keys, contexts: contexts, place: place, line: line))
        }
    }

    /// The keys of an entry: one text, or a list of texts that do the same.
    private mutating func readKeys(_ value: JSONValue?) -> [[Key]] {
        guard let value else {
            report(.missing("keys"))
            return []
        }
        var result: [[Key]] = []
        for item in value.arrayValue ?? [value] {
            guard let text = item.stringValue else {
                report(.wrongType(expected: "the names of keys"))
                continue
            }
            switch Key.sequence(text) {
            case .success(let keys) where keys.count > Keymap.sequenceLimit: report(.sequenceTooLong(text))
            case .success(let keys): result.append(keys)
            case .failure(let unknown): report(.unknownKey(unknown.name))
            }
        }
        return result
    }

    /// The contexts of an entry, without those that are not; nil when the entry must be skipped.
    private mutating func readContexts(_ value: JSONValue?, for action: ActionTable.Action) -> [String]? {
        guard let value else { return action.contexts }
        guard let items = value.arrayValue else {
            report(.wrongType(expected: "a list of contexts"))
            return nil
        }
        var contexts: [String] = []
        for item in items {
            let name = item.stringValue ?? "\(item)"
            if !table.hasContext(name) {
                report(.unknownContext(name))
            } else if !action.contexts.contains(name) {
                report(.contextRefused(action: action.name, context: name))
            } else {
                contexts.append(name)
            }
        }
        return contexts
    }

    private mutating func report(_ kind: LoadProblem.Kind) {
        entries.problems.append(LoadProblem(source: source, place: place, line: line, kind: kind))
    }
}
