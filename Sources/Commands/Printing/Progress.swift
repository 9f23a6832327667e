import Domain
import Glibc

/// How far long work is, on one line of standard error that is written again and again. Nothing where that is no
/// terminal.
struct Progress {
    private let output: any ByteOutput
    private let language: Language
    private let total: Int?
    /// A dumb terminal cannot write a line again.
    private let isPossible: Bool
    private var shownAt: UInt64 = 0
    private let startedAt: UInt64
    private var isShown = false

    /// `total` is how much there is to do, where that is known.
    init(_ context: CommandContext, total: Int? = nil) {
        output = context.errors
        language = context.language
        self.total = total
        isPossible = context.errors.isTerminal && context.environment["TERM"] != "dumb"
        startedAt = Self.milliseconds()
    }

    /// Shows that `done` are done, ten times a second at most.
    mutating func show(_ done: Int, of name: Phrase) {
        guard isPossible, let columns = output.columns else { return }
        let now = Self.milliseconds()
        guard now - shownAt >= 100 else { return }
        shownAt = now
        isShown = true
        var line = "\(Printing.number(done, language)) \(name[language])"
        if let total, total > 0 {
            let width = 24
            let filled = min(width, done * width / total)
            let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
            line = "\(bar) \(min(100, done * 100 / total)) %  \(line)"
        }
        let seconds = Double(now - startedAt) / 1_000
        if seconds > 1 { line += "  \(Printing.number(Int(Double(done) / seconds), language))/s" }
        output.write("\r\u{1B}[K" + String(line.prefix(columns - 1)))
    }

    /// Takes the line away, so that something else can be printed.
    mutating func clear() {
        guard isShown else { return }
        isShown = false
        shownAt = 0
        output.write("\r\u{1B}[K")
    }

    private static func milliseconds() -> UInt64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return UInt64(time.tv_sec) * 1_000 + UInt64(time.tv_nsec) / 1_000_000
    }
}
