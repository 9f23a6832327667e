/// What is wrong with one record of a file, and the line that it begins on.
public struct RecordProblem: Error, Sendable, Equatable {
    public var line: Int
    public var message: String

    public init(line: Int, message: String) {
        self.line = line
        self.message = message
    }
}
