import Domain
import Terminal
import Workstation

/// What the workstation can be told to do, for the commands that look at keymaps.
enum ScreenActions {
    static let table: ActionTable = {
        let actions = ActionCatalogue.all.map { action in
            ActionTable.Action(
                action.name.rawValue, description: action.name.rawValue, in: action.contexts.map(\.rawValue),
                isDestructive: action.isDestructive, takesCount: action.takesCount)
        }
        let editing = TextCommand.allCases.map { command in
            ActionTable.Action(command.rawValue, description: command.rawValue, in: [KeyContext.text.rawValue])
        }
        return ActionTable(
            contexts: KeyContext.allCases.map { ActionTable.Context($0.rawValue, isTyping: $0.isTyping) },
            actions: actions + editing)
    }()

    /// What an action does, in words.
    static func description(of action: String, _ language: Language) -> String {
        ActionName(rawValue: action).map { ActionCatalogue.description(of: $0).title[language] } ?? action
    }
}
