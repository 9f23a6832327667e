import Domain

/// One thing that a form asks for.
public struct FormField: Sendable {
    public enum Kind: Sendable {
        /// A text with the most characters it may have.
        case text(limit: Int)
        /// A text of several lines.
        case longText(limit: Int)
        /// One of a list; the first part of each is what is sent.
        case choice([(value: String, label: String)])
        /// One of more than a list can hold, which the engine searches.
        case lookup(Lookup)
        /// `true` or `false`.
        case toggle
        /// A day, `2026-11-22`; words such as "tomorrow" are understood too.
        case date
        /// A day and a time in the person's zone, `2026-11-22 14:30`; sent as an instant.
        case dateAndTime
        /// A whole number or one with decimals.
        case number
        /// An amount in major units; sent in minor units of the currency that another field holds.
        case money(currencyField: String)
        /// A password: shown as dots.
        case secret(limit: Int)
    }

    /// The name of the operation's input field that it fills, where a problem is shown.
    public let name: String
    public let label: String
    public let kind: Kind
    public let isRequired: Bool
    /// Said under the field while it has the cursor.
    public let help: String?
    public internal(set) var value: String
    public internal(set) var error: String?
    /// What a value that was looked up is called.
    public internal(set) var valueLabel: String?
    /// The value that the form was opened with: a form that still has it can be closed without a question.
    let original: String

    /// - Parameter valueLabel: what the value of a `lookup` is called.
    public init(
        _ name: String, _ label: String, _ kind: Kind, value: String = "", isRequired: Bool = false,
        help: String? = nil, valueLabel: String? = nil
    ) {
        self.name = name
        self.label = label
        self.kind = kind
        self.value = value
        self.isRequired = isRequired
        self.help = help
        self.valueLabel = valueLabel
        original = value
    }

    public var isChanged: Bool { value != original }

    /// The options of a choice.
    var options: [(value: String, label: String)] {
        if case .choice(let options) = kind { options } else { [] }
    }

    /// What is shown of the value where it is not being typed.
    public var shownValue: String {
        switch kind {
        case .choice(let options): options.first { $0.value == value }?.label ?? value
        case .lookup: valueLabel ?? value
        case .secret: String(repeating: "•", count: value.count)
        default: value
        }
    }

    /// Whether it is a text in which characters are typed.
    public var isTyped: Bool {
        switch kind {
        case .choice, .lookup, .toggle: false
        default: true
        }
    }

    /// Whether what the engine calls that field belongs here: `emails[0].value` to `emails`.
    func covers(_ path: String) -> Bool {
        path == name || path.hasPrefix(name + ".") || path.hasPrefix(name + "[")
    }
}
