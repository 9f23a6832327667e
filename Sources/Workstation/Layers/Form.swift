import Domain
import Engine
import JSON

/// One thing that a form asks for.
public struct FormField: Sendable {
    public enum Kind: Sendable {
        /// A text with the most characters it may have.
        case text(limit: Int)
        /// A text of several lines.
        case longText(limit: Int)
        /// One of a list; the first part of each is what is sent.
        case choice([(value: String, label: String)])
        case toggle
        /// A day, `2026-11-22`; words such as "tomorrow" are understood too.
        case date
        /// A day and a time in the person's zone, `2026-11-22 14:30`.
        case dateAndTime
        case number
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

    public init(
        _ name: String, _ label: String, _ kind: Kind, value: String = "", isRequired: Bool = false,
        help: String? = nil
    ) {
        self.name = name
        self.label = label
        self.kind = kind
        self.value = value
        self.isRequired = isRequired
        self.help = help
    }
}

/// A column of fields, what will happen, and a button. Enter goes from field to field; another key confirms.
public struct Form: Sendable {
    public let id: String
    public let title: String
    public internal(set) var fields: [FormField]
    /// The field with the cursor; the number of fields for the button.
    public internal(set) var cursor = 0
    /// What will happen, in sentences.
    public let consequence: String
    public let submitLabel: String
    /// Whether the engine is at work on it.
    public internal(set) var isBusy = false
    /// A problem that belongs to no field.
    public internal(set) var problem: String?
    /// Makes the work of filled-in values by field name; the work's effect closes the form or shows its problem
    /// (`Workstation.finishForm`, `Workstation.showInForm`).
    let submit: @Sendable ([String: String]) -> Result<Work, FormFault>

    public init(
        id: String, title: String, fields: [FormField], consequence: String = "", submitLabel: String,
        submit: @escaping @Sendable ([String: String]) -> Result<Work, FormFault>
    ) {
        self.id = id
        self.title = title
        self.fields = fields
        self.consequence = consequence
        self.submitLabel = submitLabel
        self.submit = submit
    }
}

/// What is wrong with the values of a form, by the names of its fields.
public struct FormFault: Error, Sendable {
    public let messages: [String: String]

    public init(_ messages: [String: String]) { self.messages = messages }
}
