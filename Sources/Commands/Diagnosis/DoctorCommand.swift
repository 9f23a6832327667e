import ArgumentParser
import Domain
import Workspace

/// `rplus doctor`.
struct DoctorCommand: ProgramCommand {
    static var configuration: CommandConfiguration { CommandConfiguration(commandName: "doctor") }

    @OptionGroup var common: CommonOptions

    func perform(in context: CommandContext) throws -> ExitStatus { .done }
}
