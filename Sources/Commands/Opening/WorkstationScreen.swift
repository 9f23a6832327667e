import Domain
import Workspace

/// The workstation on an open workspace: the one place that starts the screens.
struct WorkstationScreen {
    private let context: CommandContext

    init(_ context: CommandContext) { self.context = context }

    /// Runs until the person leaves, then closes the workspace.
    func show(_ workspace: Workspace, token: String) throws -> ExitStatus {
        workspace.close()
        throw CommandFailure(Phrase(en: "The screens are not built in.", fr: "Les écrans ne sont pas intégrés."))
    }
}
