import Domain
import Scrolling

/// Every action of this place, and every operation that the role may call.
public struct Palette: Sendable {
    public internal(set) var text = ""
    public internal(set) var window = ListWindow(height: 10)

    init(workstation: Workstation) {}

    var activeText: ActiveText { ActiveText(id: "palette", value: text, limit: 200) }

    mutating func edit(_ text: String) { self.text = text }
    mutating func choose(_ index: Int) -> LayerReaction { .consumed() }

    mutating func perform(_ invocation: Invocation) -> LayerReaction {
        invocation.action == .cancel ? .close() : .ignored
    }
}
