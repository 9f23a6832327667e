import Domain

/// A line that tells what came of something, and goes by itself.
public struct ToastMessage: Sendable, Hashable {
    public enum Level: Sendable, Hashable { case done, error, information }

    public var text: String
    public var level: Level
    /// When it goes.
    public var until: Instant

    /// How long a toast stays, in milliseconds; errors stay until the next key but no shorter.
    static let lifetime: Int64 = 5_000
}
