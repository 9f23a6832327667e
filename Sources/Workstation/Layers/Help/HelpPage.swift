import Domain
import Scrolling

/// A page to read: the keys of a place, the answer of an operation, a report. It can be narrowed by typing.
public struct HelpPage: Sendable {
    /// One line of it, before it is broken to the width there is.
    public enum Line: Sendable, Hashable {
        case heading(String)
        case text(String)
        /// A key with what it does, or a name with its value.
        case entry(name: String, text: String)

        var searched: String {
            switch self {
            case .heading(let text), .text(let text): text
            case .entry(let name, let text): "\(name) \(text)"
            }
        }
    }

    /// A row of the screen: a line, or the part of one that did not fit before it.
    public struct Row: Sendable, Hashable {
        public let line: Line
        public let isContinued: Bool
    }

    public let title: String
    public private(set) var rows: [Row]
    public private(set) var window: ListWindow
    /// What the page is narrowed to.
    public private(set) var filter = ""
    /// Whether the filter is being typed.
    public private(set) var isFiltering = false
    private let lines: [(line: Line, text: FuzzyText)]
    /// The columns that the rows were made for.
    private var width = 0

    public init(title: String, lines: [Line]) {
        self.title = title
        self.lines = lines.map { ($0, FuzzyText($0.searched)) }
        rows = lines.map { Row(line: $0, isContinued: false) }
        window = ListWindow(count: lines.count, height: 10)
    }

    public init(title: String, lines: [String]) { self.init(title: title, lines: lines.map(Line.text)) }

    /// Breaks the lines to a width and says how many rows fit. `wrap` breaks a text into rows of so many columns.
    public mutating func fit(width: Int, nameWidth: Int, height: Int, wrap: (String, Int) -> [String]) {
        if width != self.width {
            self.width = width
            layOut(nameWidth, wrap)
        }
        window.resize(height: height)
    }

    private mutating func layOut(_ nameWidth: Int, _ wrap: (String, Int) -> [String]) {
        rows = narrowed.flatMap { line -> [Row] in
            switch line {
            case .heading: return [Row(line: line, isContinued: false)]
            case .text(let text):
                return wrap(text, width).enumerated().map { Row(line: .text($1), isContinued: $0 > 0) }
            case .entry(let name, let text):
                return wrap(text, max(8, width - nameWidth)).enumerated().map { index, part in
                    Row(line: .entry(name: index == 0 ? name : "", text: part), isContinued: index > 0)
                }
            }
        }
        window.update(count: rows.count)
    }

    /// The lines that the filter leaves; a heading stays with what is under it.
    private var narrowed: [Line] {
        guard !filter.isEmpty else { return lines.map(\.line) }
        var result: [Line] = []
        var heading: Line?
        for (line, text) in lines {
            if case .heading = line {
                heading = line
            } else if text.match(filter) != nil {
                if let heading { result.append(heading) }
                heading = nil
                result.append(line)
            }
        }
        return result
    }

    // MARK: Keys

    var contexts: [KeyContext] { isFiltering ? [.palette, .text] : [.dialog] }

    var activeText: ActiveText? { isFiltering ? ActiveText(id: "help", value: filter, limit: 100) : nil }

    mutating func edit(_ text: String) {
        filter = text
        width = 0
        rows = narrowed.map { Row(line: $0, isContinued: false) }
        window.update(count: rows.count)
        window.goTop()
    }

    /// A letter that does nothing else begins the filter.
    mutating func press(_ character: Character) -> LayerReaction {
        guard !isFiltering, character.isLetter || character.isNumber else { return .ignored }
        isFiltering = true
        edit(filter + String(character))
        return .consumed()
    }

    mutating func perform(_ invocation: Invocation) -> LayerReaction {
        switch invocation.action {
        case .moveDown: window.scroll(by: invocation.times)
        case .moveUp: window.scroll(by: -invocation.times)
        case .pageDown: window.page(invocation.times)
        case .pageUp: window.page(-invocation.times)
        case .goTop: window.goTop()
        case .goBottom: window.goBottom()
        case .filter: isFiltering = true
        case .paletteRun, .textAccept: isFiltering = false
        case .cancel where isFiltering || !filter.isEmpty:
            isFiltering = false
            edit("")
        case .cancel, .close, .help, .dialogChoose: return .close()
        case .quit, .suspend, .mouseToggle: return .ignored
        default: break
        }
        return .consumed()
    }
}
