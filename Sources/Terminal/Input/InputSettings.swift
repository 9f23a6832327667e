/// The times and limits of the input decoder.
public struct InputSettings: Sendable {
    /// Milliseconds after which a lone Esc is the Esc key.
    public var escapeDelay: Int64 {
        didSet { escapeDelay = min(max(escapeDelay, 10), 500) }
    }
    /// Milliseconds that an unfinished sequence, begun with Esc and one more byte, is waited for.
    public var sequenceDelay: Int64 = 250
    /// The bytes of a paste that are kept; the rest is dropped.
    public var pasteLimit = 1 << 20
    /// What the terminal calls its keys, from terminfo, for those that are not standard.
    public var terminalKeys: [[UInt8]: Key] = [:]

    public init(escapeDelay: Int64 = 35) {
        self.escapeDelay = min(max(escapeDelay, 10), 500)
    }
}
