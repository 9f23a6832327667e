import Domain

/// What is wrong with one record of a file, and the line that it begins on.
public struct RecordProblem: Error, Sendable, Equatable {
    public var line: Int
    public var message: Phrase

    public init(line: Int, message: Phrase) {
        self.line = line
        self.message = message
    }
}
