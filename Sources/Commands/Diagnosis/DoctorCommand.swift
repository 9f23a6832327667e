import ArgumentParser
import Domain
import Workspace

/// `rplus doctor`: looks the workspace and its surroundings over.
struct DoctorCommand: ProgramCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "doctor",
            abstract: spoken(
                en: "Check the database, the files, the audit log, the terminal and the settings.",
                fr: "Vérifier la base, les fichiers, le journal d’audit, le terminal et les réglages."),
            discussion: spoken(
                en: """
                    It changes nothing without --rebuild. Exit code 1 for damage and for what could not be examined, 0 \
                    with warnings.
                    """,
                fr: """
                    Rien n’est modifié sans --rebuild. Code 1 pour un dommage ou un examen impossible, 0 avec des \
                    avertissements.
                    """))
    }

    @Flag(
        help: help(
            en: "First make counters, openings, sorting keys and the search index anew from the rows.",
            fr: "D’abord refaire les compteurs, les ouvertures, les clés de tri et l’index de recherche."))
    var rebuild = false

    @OptionGroup var common: CommonOptions

    func perform(in context: CommandContext) throws -> ExitStatus {
        let (location, isStoreKnown) = try place(context)
        if rebuild { try rebuild(context) }
        let settings = Settings.load(environment: context.environment)
        let request = Doctor.Request(
            location: location, environment: context.environment,
            configuration: ConfigurationCheck(
                location: location, actions: context.screens.actions, environment: context.environment
            ).findings(),
            now: context.workspaceOptions.clock.now(),
            mail: settings.mail(environment: context.environment), isStoreKnown: isStoreKnown)
        var progress = Progress(context)
        var findings = Doctor.examine(request) { step in
            guard step.total > 1 else { return }
            progress.show(step.done, of: step.check.name)
        }
        // A file that cannot be used is told of once, whatever else it would have said.
        if !settings.isUnusable, let assistant = settings.assistant(environment: context.environment) {
            findings.append(
                AssistantCheck.finding(
                    assistant, state: location.state, place: location.configuration + "/config.json",
                    clock: context.workspaceOptions.clock))
        }
        progress.clear()
        let report = FindingText(context)
        for finding in findings { for line in report.lines(finding) { context.output.line(line) } }
        context.output.line()
        context.output.line(report.summary(findings))
        return Doctor.severity(of: findings) >= .unexamined ? .failed : .done
    }

    /// Where the workspace is, and whether its database is known: it is not where the settings that name it cannot be used.
    private func place(_ context: CommandContext) throws(WorkspaceProblem) -> (WorkspaceLocation, Bool) {
        do {
            return (try common.location(context), true)
        } catch {
            guard case .unusableSettings = error else { throw error }
            return (try common.folderLocation(context), false)
        }
    }

    private func rebuild(_ context: CommandContext) throws {
        let session = try WorkspaceSession.open(common, context)
        defer { session.close() }
        var progress = Progress(context)
        try session.workspace.rebuild { done, _ in progress.show(done, of: Phrase(en: "documents", fr: "documents")) }
        progress.clear()
        context.say(
            Phrase(
                en: "Counters, openings, sorting keys and the search index were made anew.",
                fr: "Compteurs, ouvertures, clés de tri et index de recherche ont été refaits."))
    }
}
