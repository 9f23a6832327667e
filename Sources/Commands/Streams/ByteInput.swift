import Glibc
import Synchronization

/// Where a command reads from: standard input, a file, or the memory of a test.
public protocol ByteInput: Sendable {
    /// What is there, up to `limit` bytes; it waits for the first of them. Empty at the end.
    func read(_ limit: Int) throws(FileProblem) -> [UInt8]
    var isTerminal: Bool { get }
    /// The descriptor of a terminal, so that a password can be asked for without showing it.
    var terminal: Int32? { get }
}

/// An open file descriptor to read from.
public struct DescriptorInput: ByteInput {
    private let descriptor: Int32

    public init(_ descriptor: Int32) { self.descriptor = descriptor }

    public func read(_ limit: Int) throws(FileProblem) -> [UInt8] {
        while true {
            var count = 0
            let bytes = [UInt8](unsafeUninitializedCapacity: limit) { buffer, filled in
                count = Glibc.read(descriptor, buffer.baseAddress, limit)
                filled = max(count, 0)
            }
            if count >= 0 { return bytes }
            if errno != EINTR { throw FileProblem(path: "-", reason: String(cString: strerror(errno))) }
        }
    }

    public var isTerminal: Bool { isatty(descriptor) == 1 }
    public var terminal: Int32? { isTerminal ? descriptor : nil }
}

/// Bytes that are there already.
public final class MemoryInput: ByteInput {
    private let rest: Mutex<ArraySlice<UInt8>>
    public let isTerminal: Bool

    /// With `isTerminal` it passes for a person who types.
    public init(_ bytes: [UInt8], isTerminal: Bool = false) {
        rest = Mutex(bytes[...])
        self.isTerminal = isTerminal
    }

    public convenience init(_ text: String, isTerminal: Bool = false) {
        self.init(Array(text.utf8), isTerminal: isTerminal)
    }

    public func read(_ limit: Int) throws(FileProblem) -> [UInt8] {
        rest.withLock { rest in
            let taken = Array(rest.prefix(limit))
            rest = rest.dropFirst(limit)
            return taken
        }
    }

    public var terminal: Int32? { nil }
}
