import CNcurses
import Glibc

/// Takes what ncurses writes for one frame, so that it goes to the terminal in one piece.
///
/// ncurses flushes after every move of the cursor, some sixty times a frame, and each write to a terminal wakes whoever
/// draws it: that took longer than all else a key does. It writes to its descriptor directly, so while a frame is made
/// that descriptor is a file in memory.
struct FrameCapture {
    /// The descriptor that ncurses writes to.
    private let descriptor: Int32
    private let terminal: Int32
    private let memory: Int32

    /// `nil` where the system has no files in memory; frames then go out as ncurses writes them.
    init?(of descriptor: Int32) {
        memory = rp_memory_file()
        guard memory >= 0 else { return nil }
        terminal = fcntl(descriptor, F_DUPFD_CLOEXEC, 3)
        self.descriptor = descriptor
        guard terminal >= 0 else {
            _ = Glibc.close(memory)
            return nil
        }
    }

    /// What is written while `body` runs.
    func bytes(of body: () -> Void) -> [UInt8] {
        guard rp_redirect(memory, descriptor) >= 0 else {
            body()
            return []
        }
        body()
        _ = rp_redirect(terminal, descriptor)
        let length = max(0, Int(lseek(memory, 0, SEEK_CUR)))
        _ = lseek(memory, 0, SEEK_SET)
        return [UInt8](unsafeUninitializedCapacity: length) { buffer, count in
            count = max(0, pread(memory, buffer.baseAddress, length, 0))
        }
    }

    func close() {
        _ = Glibc.close(memory)
        _ = Glibc.close(terminal)
    }
}
