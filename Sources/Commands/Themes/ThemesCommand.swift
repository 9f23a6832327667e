import ArgumentParser
import Domain
import Terminal
import Workspace

/// `rplus themes`: the themes that there are, with a sample of each.
struct ThemesCommand: ProgramCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "themes",
            abstract: spoken(
                en: "Show the themes with a sample of each.", fr: "Montrer les thèmes avec un aperçu de chacun."),
            discussion: spoken(
                en: "Choose one with {\"theme\": \"day\"} in config.json. Your own go into themes/ beside it.",
                fr: "Choisissez avec {\"theme\": \"day\"} dans config.json. Les vôtres vont dans themes/ à côté."))
    }

    @OptionGroup var common: CommonOptions

    func perform(in context: CommandContext) throws -> ExitStatus {
        let library = ThemeLibrary(
            directory: try WorkspaceLocation.configuration(environment: context.environment) + "/themes")
        let paint = context.paint
        var hasProblems = false
        for name in library.names {
            let (theme, problems) = library.theme(named: name)
            let shade =
                theme.appearance == .dark
                ? Phrase(en: "dark", fr: "sombre") : Phrase(en: "light", fr: "clair")
            context.output.line("\(paint.strong(Printing.clean(name)))  \(shade[context.language])")
            context.output.line("  " + ThemeSample(theme: theme, context: context).line)
            // What is wrong with one theme only; a file that cannot be read at all is told with each.
            for problem in Set(problems).sorted(by: { $0.description < $1.description }) {
                hasProblems = true
                context.errors.line("rplus: " + LoadProblemText.line(problem, context.language))
            }
        }
        return hasProblems ? .failed : .done
    }
}
