import Terminal
import Workstation

/// The keys of actions as the footer shows them. Every frame asks for the same ones, so they are found once for a keymap.
final class KeyLabels {
    private let keymap: Keymap
    private var known: [[String]: [ActionName: String?]] = [:]

    init(_ keymap: Keymap) { self.keymap = keymap }

    /// The keys of an action that works in these contexts, the most special first; `nil` where none does.
    func label(of action: ActionName, in contexts: [String]) -> String? {
        if let label = known[contexts]?[action] { return label }
        let bindings = keymap.bindings(for: action.rawValue, in: contexts)
        // In a list letters may choose or begin a search; what always cancels is told.
        let told = action == .cancel ? bindings.first { $0.keys.first?.typed == nil } : nil
        let label = (told ?? bindings.first)?.label
        known[contexts, default: [:]][action] = .some(label)
        return label
    }
}
