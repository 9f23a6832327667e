import Domain

/// What only the program around the workstation can do: it owns the terminal, the files and the processes.
public enum HostRequest: Sendable {
    case quit
    case suspend
    case redraw
    case toggleMouse
    case copy(String)
    /// Opens the person's editor on a text. `then` gets what was saved, or nil when it was given up.
    case edit(text: String, suffix: String, then: @Sendable (String?) -> Effect)
    /// Shows a file with the program that the desktop has for it.
    case open(contents: [UInt8], filename: String)
    /// Writes a file where the person said.
    case save(contents: [UInt8], path: String)
    /// Reads a file that the person named, and hands its contents on, or why it could not be read.
    case read(path: String, limit: Int, then: @Sendable (Result<[UInt8], HostFailure>) -> Effect)
    case chooseTheme(String)
    /// Keeps `Workstation.savedState`.
    case keepState
}

/// Why the host could not do what it was asked for, for a person.
public struct HostFailure: Error, Sendable, Hashable {
    public let reason: Phrase

    public init(_ reason: Phrase) { self.reason = reason }
}
