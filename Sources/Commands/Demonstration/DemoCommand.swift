import ArgumentParser
import DemoData
import Domain
import Workspace

/// `rplus demo`: makes a realistic workspace and opens it.
struct DemoCommand: ProgramCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "demo",
            abstract: spoken(
                en: "Make a realistic workspace and open it.",
                fr: "Créer un espace de travail réaliste et l’ouvrir."),
            discussion: spoken(
                en: """
                    Accounts: candidate@, employer@, consultant@, admin@ and superadmin@demo.example, and a second one \
                    of each (candidate2@ …); the password is \(DemoAccounts.password). A demo that exists is opened as \
                    it is.
                    """,
                fr: """
                    Comptes : candidate@, employer@, consultant@, admin@ et superadmin@demo.example, et un second de \
                    chaque (candidate2@ …) ; le mot de passe est \(DemoAccounts.password). Une démonstration existante \
                    est ouverte telle quelle.
                    """))
    }

    @Option(
        name: .customLong("as"),
        help: help(en: "The role to open it as.", fr: "Le rôle sous lequel l’ouvrir.", value: "role"))
    var role: Role = .consultant

    @Option(name: .long, help: help(en: "How many candidates.", fr: "Combien de candidats.", value: "n"))
    var candidates: Int?

    @Option(name: .long, help: help(en: "How many jobs.", fr: "Combien de postes.", value: "n"))
    var jobs: Int?

    @Option(
        name: .long,
        help: help(
            en: "How many applications; 5,000 if not said.", fr: "Combien de candidatures ; 5 000 sinon.", value: "n"))
    var applications: Int?

    @Option(
        name: .long,
        help: help(en: "The same seed makes the same data.", fr: "La même graine donne les mêmes données.", value: "s"))
    var seed: UInt64?

    @Option(
        name: .long,
        help: help(
            en: "The day that counts as today.", fr: "Le jour qui compte comme aujourd’hui.", value: "yyyy-mm-dd"))
    var today: CalendarDate?

    @Flag(help: help(en: "Make it and do not open it.", fr: "La créer sans l’ouvrir."))
    var noUi = false

    @OptionGroup var common: CommonOptions

    /// The most of each that a demo may have.
    private static let most = 10_000_000

    func validate() throws {
        for count in [candidates, jobs, applications] {
            guard let count, !(0...Self.most).contains(count) else { continue }
            throw ValidationError(
                spoken(
                    en: "a number must be between 0 and \(Self.most)", fr: "un nombre doit être entre 0 et \(Self.most)"
                ))
        }
    }

    func perform(in context: CommandContext) throws -> ExitStatus {
        let location = try common.location(context)
        let request = DemoRequest(
            applications: applications, candidates: candidates, jobs: jobs, seed: seed, today: today)
        let demo = try Demonstration(location: location, context: context).open(
            request, as: role, origin: noUi ? "cli" : "workstation")
        guard !noUi else {
            defer { demo.workspace.close() }
            describe(demo, context)
            return .done
        }
        return try context.show(
            demo.workspace, as: .demo(demo.token, as: role, in: demo.workspace))
    }

    private func describe(_ demo: DemoWorkspace, _ context: CommandContext) {
        let folder = demo.workspace.location.shown
        func number(_ count: Int?) -> String { count.map { Printing.number($0, context.language) } ?? "?" }
        let made = demo.parameters
        let counts = (number(made.applications), number(made.candidates), number(made.jobs))
        context.say(
            demo.isNew
                ? Phrase(
                    en: "A demo is in \(folder): \(counts.0) applications, \(counts.1) candidates, \(counts.2) jobs.",
                    fr: "Une démonstration est dans \(folder) : \(counts.0) candidatures, \(counts.1) candidats, "
                        + "\(counts.2) postes.")
                : Phrase(
                    en: "The demo in \(folder) was there already; nothing was changed.",
                    fr: "La démonstration de \(folder) existait déjà ; rien n’a été modifié."))
        context.say(
            Phrase(
                en: "Accounts: consultant@demo.example and others, password \(DemoAccounts.password).",
                fr: "Comptes : consultant@demo.example et d’autres, mot de passe \(DemoAccounts.password)."))
    }
}

extension Role: ExpressibleByArgument {}

extension CalendarDate: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }
}
