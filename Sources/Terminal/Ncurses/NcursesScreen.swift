import CNcurses
import Glibc

/// A real terminal: ncurses writes it, this type reads it. One thread makes it and owns it.
///
/// Input does not pass through ncurses (docs/decisions/0010-input-decoding.md).
public final class NcursesScreen: Screen {
    public internal(set) var size: Size
    public let asciiOnly: Bool
    public let colorDepth: ColorDepth
    public let waker = Waker()
    /// The terminfo entry in use, which may be a stand-in for that of `TERM`.
    public let terminalName: String

    let options: ScreenOptions
    let entry: TerminalEntry
    let source: EventSource
    let signals: (readEnd: Int32, writeEnd: Int32)
    var modes: TerminalModes
    var painter: Painter
    let capture: FrameCapture?
    private var log: ErrorLog?
    private var isOpen = true
    /// Whether the modes must be switched on with the next frame.
    var mustEnter = true
    var tty: Int32 { 1 }

    /// Takes the terminal. The alternate screen appears with the first frame.
    public init(options: ScreenOptions = ScreenOptions()) throws(ScreenError) {
        asciiOnly = TerminalLocale.prepare()
        NcursesGuard.save(tty: 1)
        entry = try TerminalEntry.open(depth: options.colorDepth)
        capture = FrameCapture(of: entry.descriptor)
        terminalName = entry.name
        colorDepth = TerminalEntry.colorDepth(wanted: options.colorDepth)
        self.options = options
        modes = TerminalModes(options: options, term: Environment.value("TERM") ?? "")
        signals = Pipe.open()
        size = Size(width: Int(rp_columns()), height: Int(rp_lines()))
        painter = Painter(depth: colorDepth)
        var input = options.input
        input.terminalKeys = TerminalKeys.read()
        source = EventSource(tty: 0, signals: signals.readEnd, waker: waker, settings: input)
        prepare()
    }

    deinit { close() }

    private func prepare() {
        _ = raw()
        _ = noecho()
        _ = nonl()
        _ = typeahead(-1)
        _ = rp_keypad(1)
        _ = rp_leave_cursor(1)
        _ = curs_set(0)
        if colorDepth != .mono, start_color() != ERR { _ = use_default_colors() }
        painter.begin()
        NcursesGuard.arm(rescue: modes.rescue)
        NcursesGuard.install(pipe: signals.writeEnd)
        openLog()
    }

    private func openLog() {
        guard let path = options.logPath, let log = ErrorLog(path: path) else {
            NcursesGuard.setCrashMessage("\r\nThe program crashed.\r\n", errorStream: 2)
            return
        }
        self.log = log
        let message = "\r\nThe program crashed. The log is \(path)\r\n"
        NcursesGuard.setCrashMessage(message, errorStream: log.original)
    }

    public func close() {
        guard isOpen else { return }
        isOpen = false
        leave()
        NcursesGuard.uninstall()
        log?.close()
        capture?.close()
        entry.close()
        _ = Glibc.close(signals.readEnd)
        _ = Glibc.close(signals.writeEnd)
    }

    // MARK: Giving the terminal away

    /// Brings the terminal back to what it was before.
    private func leave() {
        NcursesGuard.disarm()
        if !mustEnter { send(modes.leave) }
        _ = endwin()
        mustEnter = true
    }

    /// Takes the terminal again; the next frame is sent whole.
    private func resume() {
        _ = reset_prog_mode()
        NcursesGuard.arm(rescue: modes.rescue)
        takeSize()
        redrawEverything()
    }

    /// After a stop that gave no warning: whoever had the terminal since may have changed its modes.
    func retake() {
        _ = reset_prog_mode()
        mustEnter = true
        takeSize()
        redrawEverything()
    }

    public func suspend<Answer>(around body: () throws -> Answer) rethrows -> Answer {
        _ = def_prog_mode()
        leave()
        log?.close()
        log = nil
        defer {
            source.dropInterrupts()
            resume()
            openLog()
        }
        return try body()
    }

    public func suspendProcess() {
        suspend { NcursesGuard.stop() }
        source.queue(.resumed)
    }

    public func redrawEverything() {
        painter.forget()
        _ = rp_clear_all()
    }

    /// Asks the terminal for its size; true when it changed.
    @discardableResult
    func takeSize() -> Bool {
        guard let found = NcursesGuard.windowSize(tty: tty), found != size else { return false }
        _ = resizeterm(Int32(found.height), Int32(found.width))
        size = found
        redrawEverything()
        return true
    }

    /// Writes bytes past ncurses.
    func send(_ text: String) { send(Array(text.utf8)) }

    func send(_ bytes: [UInt8]) {
        var offset = 0
        while offset < bytes.count {
            let written = bytes[offset...].withUnsafeBytes { write(tty, $0.baseAddress, $0.count) }
            if written < 0, errno == EINTR || errno == EAGAIN { continue }
            if written <= 0 { return }
            offset += written
        }
    }
}
