import Foundation

/// Runs a program from the system, within bounds of time, output and memory, and never through a shell.
///
/// The program gets an empty environment, no input, its own process group (all of which is killed when the time is
/// up) and no file of ours but its output.
public struct ProcessRunner: Sendable {
    /// What a run may use.
    public struct Limits: Sendable {
        /// Seconds by the clock on the wall.
        public var seconds = 10.0
        /// Bytes of standard output.
        public var outputBytes = 4 * 1_048_576
        /// Bytes of address space of the program.
        public var memoryBytes = 1_024 * 1_048_576

        public init() {}

        public init(seconds: Double, outputBytes: Int, memoryBytes: Int = 1_024 * 1_048_576) {
            self.seconds = seconds
            self.outputBytes = outputBytes
            self.memoryBytes = memoryBytes
        }
    }

    /// How a run ended, with what it wrote.
    public struct Outcome: Sendable {
        /// The exit code; 128 and the signal's number where a signal ended the program.
        public var status: Int32
        public var output: Data
        /// The beginning of standard error.
        public var errorText: String
    }

    /// Why there is no outcome.
    public enum Failure: Error, Equatable {
        case missing(String)
        case timedOut
        case outputTooLong
        case notStarted(Int32)
    }

    /// Where programs are looked for.
    public var searchPath: [String]

    public init(searchPath: [String] = ["/usr/bin", "/bin", "/usr/local/bin"]) { self.searchPath = searchPath }

    /// The full path of a program, or nil where it is not installed.
    public func locate(_ program: String) -> String? {
        if program.hasPrefix("/") { return access(program, X_OK) == 0 ? program : nil }
        return searchPath.map { "\($0)/\(program)" }.first { access($0, X_OK) == 0 }
    }

    /// Runs a program to its end. Arguments are passed as they are.
    public func run(_ program: String, _ arguments: [String], limits: Limits = Limits()) throws(Failure) -> Outcome {
        guard let path = locate(program) else { throw Failure.missing(program) }
        var command = [path] + arguments
        if let bounded = ProcessRunner(searchPath: ["/usr/bin", "/bin"]).locate("prlimit") {
            let processorSeconds = Int(limits.seconds.rounded(.up)) + 1
            command =
                [bounded, "--as=\(limits.memoryBytes)", "--cpu=\(processorSeconds)", "--core=0", "--fsize=0", "--"]
                + command
        }
        let child = try ChildProcess(command)
        return try child.collect(limits)
    }
}
