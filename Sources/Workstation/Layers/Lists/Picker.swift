import Domain
import Engine
import Scrolling

/// Options that the engine searches as a text is typed.
public struct Lookup: Sendable {
    /// Reads the options that fit a text; an empty text gives the first of all.
    let read: @Sendable (EngineSession, String) -> Result<[Picker.Option], Problem>

    public init(_ read: @escaping @Sendable (EngineSession, String) -> Result<[Picker.Option], Problem>) {
        self.read = read
    }
}

/// A list to choose one option from, with a line above it that narrows it.
public struct Picker: Sendable {
    public struct Option: Sendable, Hashable {
        public let value: String
        public let label: String
        /// Beside the label: a place, a company.
        public let hint: String

        public init(value: String, label: String, hint: String = "") {
            self.value = value
            self.label = label
            self.hint = hint
        }
    }

    /// An option in sight, with the letters that were found in its label.
    public struct Shown: Sendable {
        public let option: Option
        public let places: Set<Int>
    }

    public let id: String
    public let title: String
    public private(set) var text = ""
    public private(set) var shown: [Shown]
    public private(set) var window: ListWindow
    /// Whether options are on their way.
    public private(set) var isSearching = false
    private let all: [(option: Option, label: FuzzyText)]
    private let lookup: Lookup?
    private let onChoice: @Sendable (Option) -> Effect

    init(
        id: String, title: String, options: [Option], chosen: String,
        onChoice: @escaping @Sendable (Option) -> Effect
    ) {
        self.id = id
        self.title = title
        all = options.map { ($0, FuzzyText($0.label)) }
        shown = options.map { Shown(option: $0, places: []) }
        window = ListWindow(count: options.count, height: 10)
        window.move(to: options.firstIndex { $0.value == chosen } ?? 0)
        lookup = nil
        self.onChoice = onChoice
    }

    init(id: String, title: String, lookup: Lookup, onChoice: @escaping @Sendable (Option) -> Effect) {
        self.id = id
        self.title = title
        all = []
        shown = []
        window = ListWindow(height: 10)
        self.lookup = lookup
        self.onChoice = onChoice
    }

    /// Says how many rows there is room for; a short list stays short.
    public mutating func resize(height: Int) {
        window.resize(height: lookup == nil ? max(1, min(height, all.count)) : height)
    }

    var activeText: ActiveText { ActiveText(id: "picker-\(id)", value: text, limit: 200) }

    /// Narrows the list, or asks the engine for another one.
    mutating func edit(_ text: String) -> [Work] {
        self.text = text
        guard let lookup else {
            let ranked = all.enumerated().compactMap { index, item in
                item.label.match(text).map { (index, item.option, $0) }
            }
            let sorted = ranked.sorted { ($1.2.score, $0.0) < ($0.2.score, $1.0) }
            show(sorted.map { Shown(option: $0.1, places: $0.2.places) })
            return []
        }
        isSearching = true
        let id = id
        return [
            .read(Work.Slot("picker.\(id)")) { session in
                let answer = lookup.read(session, text)
                return { workstation in workstation.fillPicker(id, text, answer) }
            }
        ]
    }

    /// Takes what the engine found, unless another text is asked for by now.
    fileprivate mutating func take(_ options: [Option], for text: String) {
        guard text == self.text else { return }
        isSearching = false
        show(options.map { Shown(option: $0, places: FuzzyText($0.label).match(text)?.places ?? []) })
    }

    private mutating func show(_ shown: [Shown]) {
        self.shown = shown
        window.update(count: shown.count)
        window.goTop()
    }

    mutating func perform(_ invocation: Invocation) -> LayerReaction {
        switch invocation.action {
        case .moveDown: window.move(by: invocation.times)
        case .moveUp: window.move(by: -invocation.times)
        case .pageDown: window.page(invocation.times)
        case .pageUp: window.page(-invocation.times)
        case .paletteRun, .textAccept, .dialogChoose: return choose(window.cursor)
        case .cancel, .close: return .close()
        case .help, .suspend, .mouseToggle: return .ignored
        default: break
        }
        return .consumed()
    }

    func choose(_ index: Int) -> LayerReaction {
        guard shown.indices.contains(index) else { return .consumed() }
        return .close(then: onChoice(shown[index].option))
    }
}

extension Workstation {
    fileprivate mutating func fillPicker(
        _ id: String, _ text: String, _ answer: Result<[Picker.Option], Problem>
    ) -> [Work] {
        guard case .picker(var picker)? = layers.last, picker.id == id else { return [] }
        switch answer {
        case .success(let options):
            picker.take(options, for: text)
            layers[layers.count - 1] = .picker(picker)
            return []
        case .failure(let problem): return tell(problem)
        }
    }
}
