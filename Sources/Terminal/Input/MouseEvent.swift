/// What the mouse did, at a cell of the frame.
public struct MouseEvent: Hashable, Sendable {
    public enum Action: Hashable, Sendable {
        case press, release, drag, move
        case scrollUp, scrollDown, scrollLeft, scrollRight
    }

    public enum Button: Hashable, Sendable {
        case none, left, middle, right
    }

    public var action: Action
    public var button: Button
    public var position: Point
    public var modifiers: Modifiers

    public init(_ action: Action, _ button: Button = .none, at position: Point, modifiers: Modifiers = []) {
        self.action = action
        self.button = button
        self.position = position
        self.modifiers = modifiers
    }

    /// From the button code of a mouse report and its one-based place.
    init(code: Int, column: Int, row: Int, released: Bool) {
        let position = Point(x: max(0, column - 1), y: max(0, row - 1))
        var modifiers: Modifiers = []
        if code & 4 != 0 { modifiers.insert(.shift) }
        if code & 8 != 0 { modifiers.insert(.alt) }
        if code & 16 != 0 { modifiers.insert(.control) }
        let low = code & 3
        if code & 64 != 0 {
            let actions: [Action] = [.scrollUp, .scrollDown, .scrollLeft, .scrollRight]
            self.init(actions[low], at: position, modifiers: modifiers)
            return
        }
        let buttons: [Button] = [.left, .middle, .right, .none]
        let action: Action
        if code & 32 != 0 {
            action = low == 3 ? .move : .drag
        } else {
            action = released || low == 3 ? .release : .press
        }
        self.init(action, buttons[low], at: position, modifiers: modifiers)
    }
}
