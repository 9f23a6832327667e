import Domain
import Scrolling

/// A page of lines to read: the keys of a place, or a report.
public struct HelpPage: Sendable {
    public let title: String
    public let lines: [String]
    public internal(set) var window: ListWindow

    public init(title: String, lines: [String]) {
        self.title = title
        self.lines = lines
        window = ListWindow(count: lines.count, height: 10)
    }

    init(workstation: Workstation) { self.init(title: "", lines: []) }

    var activeText: ActiveText? { nil }

    mutating func perform(_ invocation: Invocation) -> LayerReaction {
        switch invocation.action {
        case .moveDown: window.scroll(by: invocation.times)
        case .moveUp: window.scroll(by: -invocation.times)
        case .pageDown: window.page(invocation.times)
        case .pageUp: window.page(-invocation.times)
        case .cancel, .close, .help, .dialogChoose: return .close()
        default: return .consumed()
        }
        return .consumed()
    }
}
