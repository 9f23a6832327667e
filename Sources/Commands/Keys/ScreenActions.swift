import Domain
import Terminal
import TerminalUI
import Workstation

/// What the workstation can be told to do, for the commands that look at keymaps.
enum ScreenActions {
    static var table: ActionTable { .workstation }

    /// What an action does, in words.
    static func description(of action: String, _ language: Language) -> String {
        ActionName(rawValue: action).map { ActionCatalogue.description(of: $0).title[language] } ?? action
    }
}
