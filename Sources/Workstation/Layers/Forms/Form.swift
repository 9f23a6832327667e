import Domain
import Engine

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
    /// Whether it takes something away: then Enter on the button does not confirm.
    public let isDestructive: Bool
    /// Whether the engine is at work on it.
    public internal(set) var isBusy = false
    /// A problem that belongs to no field.
    public internal(set) var problem: String?
    /// How dates and amounts are read; the workstation gives its person's when it shows the form.
    var rules = EntryRules(language: .english, timezone: "UTC", now: Instant(milliseconds: 0))
    /// Makes the work of checked values by field name; the work's effect closes the form or shows its problem
    /// (`Workstation.finishForm`, `Workstation.showInForm`).
    let submit: @Sendable ([String: String]) -> Result<Work, FormFault>

    public init(
        id: String, title: String, fields: [FormField], consequence: String = "", submitLabel: String,
        isDestructive: Bool = false, submit: @escaping @Sendable ([String: String]) -> Result<Work, FormFault>
    ) {
        self.id = id
        self.title = title
        self.fields = fields
        self.consequence = consequence
        self.submitLabel = submitLabel
        self.isDestructive = isDestructive
        self.submit = submit
    }

    public var isOnButton: Bool { cursor == fields.count }
    /// Whether something would be lost when it closed.
    public var isChanged: Bool { fields.contains(where: \.isChanged) }
}

/// What is wrong with the values of a form, by the names of its fields.
public struct FormFault: Error, Sendable {
    public let messages: [String: String]

    public init(_ messages: [String: String]) { self.messages = messages }
}
