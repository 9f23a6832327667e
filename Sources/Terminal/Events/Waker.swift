import Glibc

/// Wakes the thread of a screen from any other: `waitForEvents` then answers with `.wakeup`.
public final class Waker: Sendable {
    let readEnd: Int32
    private let writeEnd: Int32

    public init() {
        // Without descriptors left a wake-up is lost, never the program.
        (readEnd, writeEnd) = Pipe.open()
    }

    deinit {
        _ = Glibc.close(readEnd)
        _ = Glibc.close(writeEnd)
    }

    /// Pokes; many pokes before the thread looks are one.
    public func wake() {
        var byte: UInt8 = 1
        _ = write(writeEnd, &byte, 1)
    }

    /// Forgets the pokes so far; true when there were any.
    func drain() -> Bool { Pipe.drain(readEnd) }
}
