import Glibc
import Synchronization

/// Where a command writes: standard output, standard error, or the memory of a test.
public protocol ByteOutput: Sendable {
    /// Writes all of the bytes at once; nothing is held back.
    func write(_ bytes: [UInt8])
    /// Whether a person is looking: only then are there colours and progress.
    var isTerminal: Bool { get }
    /// The columns of the terminal; nil where it is none.
    var columns: Int? { get }
}

extension ByteOutput {
    public func write(_ text: String) { write(Array(text.utf8)) }
    func line(_ text: String = "") { write(text + "\n") }
}

/// An open file descriptor to write to.
public struct DescriptorOutput: ByteOutput {
    private let descriptor: Int32

    public init(_ descriptor: Int32) { self.descriptor = descriptor }

    public func write(_ bytes: [UInt8]) {
        bytes.withUnsafeBytes { buffer in
            var rest = buffer[...]
            while !rest.isEmpty {
                let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
                if count < 0 {
                    if errno == EINTR { continue }
                    // Nobody reads any more, or the disk is full; there is nobody to tell either.
                    return
                }
                rest = rest.dropFirst(count)
            }
        }
    }

    public var isTerminal: Bool { isatty(descriptor) == 1 }

    public var columns: Int? {
        var size = winsize()
        guard isTerminal, ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
        return Int(size.ws_col)
    }
}

/// Keeps what is written.
public final class MemoryOutput: ByteOutput {
    private let kept = Mutex<[UInt8]>([])
    public let columns: Int?
    public var isTerminal: Bool { columns != nil }

    /// With `columns` it passes for a terminal of that width.
    public init(columns: Int? = nil) { self.columns = columns }

    public func write(_ bytes: [UInt8]) { kept.withLock { $0 += bytes } }
    public var bytes: [UInt8] { kept.withLock { $0 } }
    public var text: String { String(decoding: bytes, as: UTF8.self) }
}

extension UnsafeRawBufferPointer.SubSequence {
    fileprivate var baseAddress: UnsafeRawPointer? { UnsafeRawBufferPointer(rebasing: self).baseAddress }
}
