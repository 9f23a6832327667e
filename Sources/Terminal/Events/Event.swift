/// What can happen to a program in a terminal.
public enum Event: Hashable, Sendable {
    case key(Key)
    /// Text pasted in one piece; never keys. A program drops it where no text is typed.
    case paste(String)
    case mouse(MouseEvent)
    case resize(Size)
    /// The terminal got or lost the focus.
    case focus(Bool)
    /// The time asked for with `EventSource` went by.
    case tick
    /// Another thread poked the `Waker`.
    case wakeup
    /// The program is back after Ctrl-Z; everything was drawn again.
    case resumed
    /// A signal asks the program to end: SIGTERM, SIGHUP or SIGINT.
    case terminate(signal: Int32)
    /// The terminal is gone.
    case hangup
}
