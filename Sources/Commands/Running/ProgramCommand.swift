import ArgumentParser

/// One command of the program. It is read by ArgumentParser and run with everything that it may touch.
protocol ProgramCommand: ParsableCommand {
    /// Does it. Throws a `CommandFailure`, a `WorkspaceProblem` or a `Problem`, which the program says to the person.
    func perform(in context: CommandContext) throws -> ExitStatus
}
