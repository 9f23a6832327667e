/// A screen without a terminal: a test queues keys and reads the frames.
///
///     let screen = TestScreen(width: 80, height: 24)
///     screen.press("j j <Enter>")
public final class TestScreen: Screen {
    public private(set) var size: Size
    public let asciiOnly: Bool
    public let colorDepth: ColorDepth
    public let waker = Waker()
    public private(set) var now: Int64 = 0
    public var isMouseOn = true

    /// What was shown last.
    public private(set) var frame: CellBuffer
    public private(set) var cursor: Point?
    /// The texts of all frames, oldest first, at most `frameLimit`.
    public private(set) var frames: [String] = []
    public var frameLimit = 1_000
    /// What was copied, and the titles set.
    public private(set) var clipboard: [String] = []
    public private(set) var titles: [String] = []
    public private(set) var isClosed = false
    public private(set) var suspensions = 0

    private var events: [Event] = []

    public init(width: Int = 80, height: Int = 24, asciiOnly: Bool = false, colorDepth: ColorDepth = .palette256) {
        size = Size(width: width, height: height)
        self.asciiOnly = asciiOnly
        self.colorDepth = colorDepth
        frame = CellBuffer(size: size, asciiOnly: asciiOnly)
    }

    /// Queues keys by their names, separated by blanks. An unknown name is a mistake in the test and traps.
    public func press(_ names: String) {
        switch Key.sequence(names) {
        case .success(let keys): events += keys.map(Event.key)
        case .failure(let unknown): preconditionFailure("no key is named \(unknown.name)")
        }
    }

    /// Queues one key a character.
    public func type(_ text: String) { events += text.map { .key(Key($0)) } }

    /// Queues any event.
    public func send(_ event: Event) {
        if case .resize(let size) = event { self.size = size }
        events.append(event)
    }

    /// The frame shown last, with the styles if asked.
    public func snapshot(styles: Bool = false) -> String { frame.snapshot(styles: styles) }

    public func present(_ frame: CellBuffer, theme: Theme, cursor: Point?) {
        self.frame = frame.copy()
        self.cursor = cursor
        frames.append(frame.snapshot())
        if frames.count > frameLimit { frames.removeFirst(frames.count - frameLimit) }
    }

    /// One event a call, in their order; then a wake-up, if there was one; then a tick.
    ///
    /// With no event and a time-out it answers at once and moves its own clock on: a test waits for nothing. With
    /// neither it answers `.hangup`, so that a loop ends.
    public func waitForEvents(timeout: Int?) -> [Event] {
        if !events.isEmpty { return [events.removeFirst()] }
        if waker.drain() { return [.wakeup] }
        guard let timeout else { return [.hangup] }
        now += Int64(timeout)
        return [.tick]
    }

    public func copyToClipboard(_ text: String) -> Bool {
        clipboard.append(text)
        return true
    }

    public func setTitle(_ title: String) { titles.append(title) }

    public func redrawEverything() {}

    public func suspend<Answer>(around body: () throws -> Answer) rethrows -> Answer {
        suspensions += 1
        return try body()
    }

    public func suspendProcess() {
        suspensions += 1
        events.insert(.resumed, at: 0)
    }

    public func close() { isClosed = true }
}
