import Glibc

/// Pipes that carry nothing but the fact that something happened.
enum Pipe {
    /// A pipe that neither waits nor is inherited by other programs; −1 for both ends when there is none left.
    static func open() -> (readEnd: Int32, writeEnd: Int32) {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { return (-1, -1) }
        for end in ends {
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
        }
        return (ends[0], ends[1])
    }

    /// Reads everything; true when there was anything.
    static func drain(_ descriptor: Int32) -> Bool {
        var buffer = [UInt8](repeating: 0, count: 64)
        var found = false
        while read(descriptor, &buffer, buffer.count) > 0 { found = true }
        return found
    }
}
