import Domain
import Terminal
import TerminalUI
import Workstation

/// What the workstation can be told to do, for the commands that look at keymaps.
enum ScreenActions {
    static var table: ActionTable { .workstation }

    /// What an action does, in words.
    static func description(of action: String, _ language: Language) -> String {
        if let name = ActionName(rawValue: action) { return ActionCatalogue.description(of: name).title[language] }
        return TextCommand(action: action)?.words[language] ?? action
    }
}
