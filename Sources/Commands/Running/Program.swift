import ArgumentParser
import Domain
import Engine
import Intelligence
import JSON
import Workspace

/// The program `rplus`: reads its arguments, runs the command that they name, and says how that ended.
public enum Program {
    public static let version = "0.1.0"

    /// Runs one command line, without the program's own name in front. Never throws and never exits.
    public static func run(_ arguments: [String], in context: CommandContext) -> ExitStatus {
        var context = context
        let words = ArgumentOrder.commonOptionsLast(arguments)
        let choice = LanguageChoice(arguments: words, environment: context.environment)
        context.language = choice.language
        context.isLanguageChosen = choice.isExplicit
        return SpokenHelp.$language.withValue(choice.language) { run(words, context) }
    }

    private static func run(_ words: [String], _ context: CommandContext) -> ExitStatus {
        if words.first == "--generate-manual" {
            context.output.line(ManualPage.text(context.language))
            return .done
        }
        let named = words.first == "help" && words.count > 1 ? words[1] : words.first
        if let named, let refusal = unknownCommand(named) {
            context.complain(refusal)
            return .wrongUsage
        }
        if words.contains("--version"), words.contains("--licences") {
            for line in [version, "MIT", ""] + Taxonomy.attributions { context.output.line(line) }
            return .done
        }
        let parsed: any ParsableCommand
        do {
            parsed = try RootCommand.parseAsRoot(words)
        } catch {
            return answer(error, context)
        }
        guard let command = parsed as? any ProgramCommand else {
            // `rplus help`.
            var command = parsed
            do {
                try command.run()
                return .done
            } catch {
                return answer(error, context)
            }
        }
        do {
            return try command.perform(in: context)
        } catch {
            return explain(error, context)
        }
    }

    /// Says why a command failed.
    private static func explain(_ error: any Error, _ context: CommandContext) -> ExitStatus {
        switch error {
        case let failure as CommandFailure:
            context.complain(failure.phrase)
            return failure.status
        case let problem as WorkspaceProblem:
            context.complain(problem.phrase)
            return problem.isWrongUsage ? .wrongUsage : .failed
        case let problem as FileProblem:
            context.complain(problem.phrase)
            return .wrongUsage
        case let problem as Problem:
            ProblemText.print(problem.body(language: context.language, requestID: ""), to: context)
            return .failed
        default:
            let text = ErrorText.of(error)
            context.complain(
                Phrase(en: "Something went wrong: \(text)", fr: "Une erreur s’est produite : \(text)"))
            return .failed
        }
    }

    /// Help, the version and completion scripts come as errors too.
    private static func answer(_ error: any Error, _ context: CommandContext) -> ExitStatus {
        let columns = context.output.columns ?? 100
        let isClean = RootCommand.exitCode(for: error).isSuccess
        var text = RootCommand.fullMessage(for: error, columns: columns)
        if context.language == .french { text = FrenchHelp.text(of: text, isHelp: isClean) }
        guard isClean else {
            context.errors.line(text)
            return .wrongUsage
        }
        context.output.line(text)
        return .done
    }

    /// What to say about a first word that is no command.
    private static func unknownCommand(_ name: String) -> Phrase? {
        guard !name.hasPrefix("-") else { return nil }
        let names = RootCommand.subcommands.map { $0._commandName } + ["help"]
        guard !names.contains(name) else { return nil }
        let shown = Printing.clean(name)
        guard let nearest = nearestName(to: name, among: names) else {
            return Phrase(
                en: "There is no command '\(shown)'. `rplus --help` lists them.",
                fr: "La commande « \(shown) » n’existe pas. `rplus --help` les énumère.")
        }
        return Phrase(
            en: "There is no command '\(shown)'. Did you mean '\(nearest)'?",
            fr: "La commande « \(shown) » n’existe pas. Vouliez-vous dire « \(nearest) » ?")
    }
}
