import JSON
import Terminal
import Workstation

extension KeyLegend {
    /// The legend of a keymap, for `Workstation.legend`; make it again whenever the keymap changes. Of several keys of
    /// an action the footer's favourite comes first.
    public init(_ keymap: Keymap) {
        self.init(making: { context in
            var order: [String: Int] = [:]
            let bindings = keymap.bindings(in: context.rawValue)
            for action in Set(bindings.map(\.action)) {
                for (rank, binding) in keymap.bindings(for: action, in: [context.rawValue]).enumerated() {
                    order["\(action) \(binding.label)"] = rank
                }
            }
            let sorted = bindings.enumerated().sorted {
                (order["\($0.element.action) \($0.element.label)"] ?? 0, $0.offset)
                    < (order["\($1.element.action) \($1.element.label)"] ?? 0, $1.offset)
            }
            return sorted.map { _, binding in
                Entry(
                    keys: binding.label, action: binding.action, arguments: binding.arguments, context: context,
                    description: binding.description)
            }
        })
    }
}
