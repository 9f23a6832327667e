import Terminal
import Workstation

extension ActionTable {
    /// The workstation's one table of actions as keymaps are checked against, with the editing keys of the toolkit.
    public static let workstation: ActionTable = {
        let contexts = KeyContext.allCases.map { ActionTable.Context($0.rawValue, isTyping: $0.isTyping) }
        let actions = ActionCatalogue.all.map { action in
            ActionTable.Action(
                action.name.rawValue, description: action.name.rawValue, in: action.contexts.map(\.rawValue),
                isDestructive: action.isDestructive, takesCount: action.takesCount)
        }
        let editing = TextCommand.allCases.map { command in
            ActionTable.Action(command.rawValue, description: command.rawValue, in: [KeyContext.text.rawValue])
        }
        return ActionTable(contexts: contexts, actions: actions + editing)
    }()
}
