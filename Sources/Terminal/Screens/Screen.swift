/// A terminal that shows frames and tells events: ncurses, or a test.
///
/// One thread owns a screen. Other threads reach it through its `waker` only. The loop of a program is
///
///     let frame = screen.makeFrame()
///     frame.canvas.put("Zoé Lefèvre", at: Point(x: 1, y: 0), style: .cardName, maxWidth: 16)
///     screen.present(frame, theme: theme, cursor: nil)
///     let timeout = sequencer.deadline.map { Int(max(0, $0 - screen.now)) }
///     for event in screen.waitForEvents(timeout: timeout) {
///         switch event {
///         case .key(let key): perform(sequencer.press(key, in: contexts, of: keymap, at: screen.now))
///         case .tick: perform(sequencer.expire(at: screen.now))
///         …
///         }
///     }
///
/// After `.resize` the next frame must have the new size; `makeFrame()` sees to that.
public protocol Screen: AnyObject {
    var size: Size { get }
    /// Whether only ASCII can be shown.
    var asciiOnly: Bool { get }
    var colorDepth: ColorDepth { get }
    var waker: Waker { get }
    /// Milliseconds of a clock that only goes forward. A test's clock goes by the time-outs that it was asked for.
    var now: Int64 { get }

    /// Shows a frame: only what differs from the one before is sent. Without a cursor, none is shown.
    func present(_ frame: CellBuffer, theme: Theme, cursor: Point?)
    /// Waits for events, at most that many milliseconds, for ever without a number. Empty when the time is over.
    func waitForEvents(timeout: Int?) -> [Event]
    /// Hands text to the terminal's clipboard; false when it is too large or cannot be done.
    @discardableResult func copyToClipboard(_ text: String) -> Bool
    /// Whether the mouse is the program's, or the terminal's own for selecting text.
    var isMouseOn: Bool { get set }
    func setTitle(_ title: String)
    /// Forgets what is shown, so that the next frame is sent whole.
    func redrawEverything()
    /// Gives the terminal to another program, such as an editor, while `body` runs.
    func suspend<Answer>(around body: () throws -> Answer) rethrows -> Answer
    /// Stops the process as Ctrl-Z does, and comes back when it is continued.
    func suspendProcess()
    /// Gives the terminal back. A closed screen does nothing.
    func close()
}

extension Screen {
    /// A blank frame of the screen's size.
    public func makeFrame() -> CellBuffer { CellBuffer(size: size, asciiOnly: asciiOnly) }
}
