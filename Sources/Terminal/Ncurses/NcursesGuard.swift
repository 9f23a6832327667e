import CNcurses
import Glibc

/// The signal handlers: they restore the terminal when the process dies and tell the screen of everything else.
///
/// The state behind them is static in the C header, a copy for each file that calls it: no other file may.
enum NcursesGuard {
    /// Remembers what the terminal is like before ncurses changes it.
    static func save(tty: Int32) { _ = rp_guard_save(tty) }

    static func arm(rescue: String) {
        let bytes = Array(rescue.utf8)
        bytes.withUnsafeBytes { raw in
            guard let base = raw.baseAddress else { return }
            rp_guard_arm(base.assumingMemoryBound(to: CChar.self), raw.count)
        }
    }

    static func disarm() { rp_guard_disarm() }

    static func setCrashMessage(_ text: String, errorStream: Int32) {
        let bytes = Array(text.utf8)
        bytes.withUnsafeBytes { raw in
            guard let base = raw.baseAddress else { return }
            rp_guard_crash_message(base.assumingMemoryBound(to: CChar.self), raw.count, errorStream)
        }
    }

    static func install(pipe: Int32) { rp_guard_install(pipe) }
    static func uninstall() { rp_guard_uninstall() }
    static func stop() { rp_guard_stop() }

    /// The size of the terminal's window.
    static func windowSize(tty: Int32) -> Size? {
        var columns: Int32 = 0
        var rows: Int32 = 0
        guard rp_window_size(tty, &columns, &rows) == 0 else { return nil }
        return Size(width: Int(columns), height: Int(rows))
    }
}
