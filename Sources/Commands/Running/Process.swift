import Foundation
import Glibc

extension Program {
    /// Runs the command line of this process and answers its exit code.
    public static func main(screens: any Screens) -> Int32 {
        run(Array(CommandLine.arguments.dropFirst()), in: .ofProcess(screens)).rawValue
    }
}

extension CommandContext {
    /// The streams, the environment and the folder of this process.
    static func ofProcess(_ screens: any Screens) -> CommandContext {
        CommandContext(
            environment: ProcessInfo.processInfo.environment, currentFolder: folderOfProcess(),
            input: DescriptorInput(0),
            output: DescriptorOutput(1), errors: DescriptorOutput(2), screens: screens)
    }

    private static func folderOfProcess() -> String {
        guard let path = getcwd(nil, 0) else { return "/" }
        defer { free(path) }
        return String(cString: path)
    }
}
