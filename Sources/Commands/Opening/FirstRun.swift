import Domain
import Workspace

/// The first start, when there is no workspace yet.
struct FirstRun {
    let location: WorkspaceLocation
    let context: CommandContext

    /// Asks what to do and does it; `show` opens the workstation on what was made.
    func offer(_ show: (Workspace) throws -> ExitStatus) throws -> ExitStatus {
        let folder = location.shown
        context.say(
            Phrase(
                en: """
                    Welcome to RecrutementPlus. There is no workspace in \(folder) yet.

                      1  create a workspace
                      2  open the demo: invented people and jobs to try everything on
                      3  connect to a hub

                    """,
                fr: """
                    Bienvenue dans RecrutementPlus. Il n’y a pas encore d’espace de travail dans \(folder).

                      1  créer un espace de travail
                      2  ouvrir la démonstration : personnes et postes inventés, pour tout essayer
                      3  se connecter à un hub

                    """))
        var lines = LineReader(context.input, limit: 1_000)
        while true {
            context.output.write(
                Phrase(en: "1, 2 or 3, or Enter to leave: ", fr: "1, 2 ou 3, ou Entrée pour quitter : ")[
                    context.language])
            guard case .bytes(let bytes) = try lines.next() else { return .done }
            switch String(decoding: bytes, as: UTF8.self).filter({ $0 != " " }) {
            case "": return .done
            case "1":
                try NewWorkspace(location: location, context: context).make(try AccountOptions.parse([]))
                return try show(
                    try Workspace.open(at: location, options: context.workspaceOptions(origin: "workstation")))
            case "2":
                let demo = try Demonstration(location: location, context: context).open(DemoRequest(), as: .consultant)
                return try context.show(
                    demo.workspace, as: .demo(demo.token, as: .consultant, in: demo.workspace))
            case "3":
                context.say(
                    Phrase(
                        en: "This version has no hub yet: connecting to one comes in a later version.",
                        fr: "Cette version n’a pas encore de hub : la connexion viendra dans une version ultérieure."))
            default:
                context.say(Phrase(en: "Please type 1, 2 or 3.", fr: "Tapez 1, 2 ou 3."))
            }
        }
    }
}
