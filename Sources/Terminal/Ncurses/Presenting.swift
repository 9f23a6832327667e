import CNcurses

extension NcursesScreen {
    public func present(_ frame: CellBuffer, theme: Theme, cursor: Point?) {
        let inside = cursor.flatMap { Rect(size: size).contains($0) ? $0 : nil }
        let painted = painter.paint(frame, theme: theme, in: size)
        let placed = painter.place(inside, force: painted)
        guard painted || placed || mustEnter else { return }
        _ = rp_refresh_virtual()
        if options.synchronizedOutput { send(TerminalModes.beginFrame) }
        _ = doupdate()
        if mustEnter {
            send(modes.enter)
            mustEnter = false
        }
        if options.synchronizedOutput { send(TerminalModes.endFrame) }
    }

    public var now: Int64 { EventSource.now }

    public var isMouseOn: Bool {
        get { modes.mouse }
        set {
            guard newValue != modes.mouse else { return }
            modes.mouse = newValue
            if !mustEnter { send(newValue ? TerminalModes.mouseOn : TerminalModes.mouseOff) }
        }
    }

    public func waitForEvents(timeout: Int?) -> [Event] {
        source.wait(timeout: timeout) { notice in
            switch notice {
            case .windowChanged: return takeSize() ? .resize(size) : nil
            case .stopped:
                suspendProcess()
                return nil
            case .continued:
                retake()
                return .resumed
            }
        }
    }
}
