import Domain

/// Something that lies over the screen and gets the keys first.
public enum Layer: Sendable {
    case filter(FilterPrompt)
    case choice(Choice)
    case confirmation(Confirmation)
    case form(Form)
    case picker(Picker)
    case palette(Palette)
    case help(HelpPage)
}

/// What a layer made of an action.
public enum LayerReaction: Sendable {
    /// It is not the layer's; the screen below may not have it either, unless the action works everywhere.
    case ignored
    case consumed([Work] = [])
    /// The layer stays, and the effect is carried out with it.
    case apply(Effect)
    /// The layer goes, and the effect is carried out without it.
    case close(then: Effect? = nil)
}

/// A text that is being typed: the one that has the cursor of the terminal.
public struct ActiveText: Sendable, Hashable {
    /// Names the field, so that its cursor is remembered while it is edited.
    public var id: String
    public var value: String
    public var isMultiline: Bool
    /// The most characters.
    public var limit: Int
    /// Shown as dots.
    public var isSecret: Bool

    public init(id: String, value: String, isMultiline: Bool = false, limit: Int = 1_000, isSecret: Bool = false) {
        self.id = id
        self.value = value
        self.isMultiline = isMultiline
        self.limit = limit
        self.isSecret = isSecret
    }
}

extension Layer {
    /// The contexts of its keys, the most special first.
    var contexts: [KeyContext] {
        switch self {
        case .filter: [.text]
        case .choice, .confirmation: [.dialog]
        case .help(let page): page.contexts
        case .form(let form): form.contexts
        case .picker, .palette: [.palette, .text]
        }
    }

    public var activeText: ActiveText? {
        switch self {
        case .filter(let prompt): prompt.activeText
        case .form(let form): form.activeText
        case .picker(let picker): picker.activeText
        case .palette(let palette): palette.activeText
        case .help(let page): page.activeText
        case .choice, .confirmation: nil
        }
    }

    /// A character that no binding takes.
    mutating func press(_ character: Character) -> LayerReaction {
        switch self {
        case .choice(var choice):
            defer { self = .choice(choice) }
            return choice.press(character)
        case .form(var form):
            defer { self = .form(form) }
            return form.press(character)
        case .help(var page):
            defer { self = .help(page) }
            return page.press(character)
        case .filter, .confirmation, .picker, .palette: return .ignored
        }
    }

    mutating func perform(_ invocation: Invocation) -> LayerReaction {
        switch self {
        case .filter(var prompt):
            defer { self = .filter(prompt) }
            return prompt.perform(invocation)
        case .choice(var choice):
            defer { self = .choice(choice) }
            return choice.perform(invocation)
        case .confirmation(var confirmation):
            defer { self = .confirmation(confirmation) }
            return confirmation.perform(invocation)
        case .form(var form):
            defer { self = .form(form) }
            return form.perform(invocation)
        case .picker(var picker):
            defer { self = .picker(picker) }
            return picker.perform(invocation)
        case .palette(var palette):
            defer { self = .palette(palette) }
            return palette.perform(invocation)
        case .help(var page):
            defer { self = .help(page) }
            return page.perform(invocation)
        }
    }
}
