import Domain
import JSON
import Scrolling

/// Everything that can be done: what this place and the selection allow first, then the rest of the actions, then every
/// operation that the role may call.
public struct Palette: Sendable {
    /// What an entry runs.
    enum Command: Sendable, Hashable {
        case action(Invocation)
        case operation(String)

        /// The same from one day to the next, for the history.
        var name: String {
            switch self {
            case .action(let invocation):
                invocation.action.rawValue + (invocation.arguments.map { " \($0.serialized())" } ?? "")
            case .operation(let id): "operation \(id)"
            }
        }
    }

    public struct Entry: Sendable {
        public let title: String
        /// What it would be about: the selection, the path of an operation.
        public let detail: String
        public let keys: String
        /// Why it cannot be done here; nil when it can.
        public let disabledReason: String?
        public let isOperation: Bool
        let command: Command
        /// Its place while nothing is typed.
        let rank: Int
        let searched: FuzzyText
    }

    /// An entry in sight, with the letters of its title that were found.
    public struct Shown: Sendable {
        public let entry: Entry
        public let places: Set<Int>
    }

    public private(set) var text = ""
    public private(set) var shown: [Shown]
    public private(set) var window: ListWindow
    private let entries: [Entry]

    init(entries: [Entry]) {
        self.entries = entries.sorted { $0.rank < $1.rank }
        shown = self.entries.map { Shown(entry: $0, places: []) }
        window = ListWindow(count: entries.count, height: 10)
    }

    public mutating func resize(height: Int) { window.resize(height: height) }

    public var total: Int { entries.count }

    var activeText: ActiveText { ActiveText(id: "palette", value: text, limit: 200) }

    mutating func edit(_ text: String) {
        self.text = text
        let found = entries.compactMap { entry in entry.searched.match(text).map { (entry, $0) } }
        // What can be done comes before what cannot, as long as both were found about as well.
        func order(_ item: (entry: Entry, match: FuzzyText.Match)) -> (Int, Int, Int) {
            let band = text.isEmpty ? 0 : -(item.match.score / 400)
            return (item.entry.disabledReason == nil ? band : band + 1, -item.match.score, item.entry.rank)
        }
        shown = found.sorted { order($0) < order($1) }.map { entry, match in
            Shown(entry: entry, places: match.places.filter { $0 < entry.title.count })
        }
        if text.isEmpty { shown = entries.map { Shown(entry: $0, places: []) } }
        window.update(count: shown.count)
        window.goTop()
    }

    mutating func perform(_ invocation: Invocation) -> LayerReaction {
        switch invocation.action {
        case .moveDown: window.move(by: invocation.times)
        case .moveUp: window.move(by: -invocation.times)
        case .pageDown: window.page(invocation.times)
        case .pageUp: window.page(-invocation.times)
        case .paletteComplete:
            if shown.indices.contains(window.cursor) { complete(shown[window.cursor].entry.title) }
        case .paletteRun, .textAccept, .dialogChoose: return choose(window.cursor)
        case .cancel, .close, .palette: return .close()
        case .quit, .help, .suspend, .mouseToggle: return .ignored
        default: break
        }
        return .consumed()
    }

    private mutating func complete(_ title: String) {
        let cursor = title
        edit(title)
        if let index = shown.firstIndex(where: { $0.entry.title == cursor }) { window.move(to: index) }
    }

    func choose(_ index: Int) -> LayerReaction {
        guard shown.indices.contains(index) else { return .consumed() }
        let entry = shown[index].entry
        if let reason = entry.disabledReason {
            return .apply { $0.tell(error: $0.about(entry.title, reason)) }
        }
        return .close(then: { workstation in
            workstation.paletteHistory.note(entry.command.name)
            switch entry.command {
            case .action(let invocation): return workstation.carryOut(invocation)
            case .operation(let id): return workstation.askForInput(of: id)
            }
        })
    }
}

/// The names of what was run from the palette, the last first.
struct PaletteHistory: Sendable {
    private(set) var names: [String] = []
    private static let limit = 20

    mutating func note(_ name: String) {
        names.removeAll { $0 == name }
        names.insert(name, at: 0)
        if names.count > Self.limit { names.removeLast() }
    }
}
