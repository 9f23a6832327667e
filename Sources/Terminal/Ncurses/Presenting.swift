import CNcurses

extension NcursesScreen {
    public func present(_ frame: CellBuffer, theme: Theme, cursor: Point?) {
        let inside = cursor.flatMap { Rect(size: size).contains($0) ? $0 : nil }
        let painted = painter.paint(frame, theme: theme, in: size)
        let placed = painter.place(inside, force: painted)
        guard painted || placed || mustEnter else { return }
        _ = rp_refresh_virtual()
        let update = { _ = doupdate() }
        let begin = options.synchronizedOutput ? TerminalModes.beginFrame : ""
        var bytes: [UInt8] = []
        if let capture {
            bytes = Array(begin.utf8) + capture.bytes(of: update)
        } else {
            send(begin)
            update()
        }
        if mustEnter {
            bytes += modes.enter.utf8
            mustEnter = false
        }
        if options.synchronizedOutput { bytes += TerminalModes.endFrame.utf8 }
        send(bytes)
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
