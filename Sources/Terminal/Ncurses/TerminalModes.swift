import CNcurses

/// What is switched on beside ncurses, and the bytes that switch it off again.
struct TerminalModes {
    var mouse: Bool
    let disambiguation: Bool
    var hasTitle = false

    static let mouseOn = "\u{1B}[?1002h\u{1B}[?1006h"
    static let mouseOff = "\u{1B}[?1006l\u{1B}[?1002l"
    static let beginFrame = "\u{1B}[?2026h"
    static let endFrame = "\u{1B}[?2026l"

    init(options: ScreenOptions, term: String) {
        mouse = options.mouse
        let known = ["kitty", "ghostty", "foot", "wezterm", "alacritty"]
        disambiguation = options.keyDisambiguation && known.contains { term.contains($0) }
    }

    /// Bracketed paste, focus reports, the mouse. Nothing here is answered.
    var enter: String {
        "\u{1B}[?2004h\u{1B}[?1004h" + (mouse ? Self.mouseOn : "") + (disambiguation ? "\u{1B}[>1u" : "")
    }

    var leave: String {
        (disambiguation ? "\u{1B}[<u" : "") + Self.mouseOff + "\u{1B}[?1004l\u{1B}[?2004l"
            + (hasTitle ? "\u{1B}[23;2t" : "")
    }

    /// All that brings the terminal back when ncurses cannot be asked: for the signal handler.
    var rescue: String {
        var text = leave + Self.endFrame
        for name in ["rmkx", "sgr0", "cnorm", "rmcup"] {
            if let capability = rp_capability(name) { text += Self.withoutPadding(String(cString: capability)) }
        }
        return text
    }

    /// A capability without its delays, `$<5>`.
    static func withoutPadding(_ text: String) -> String {
        var result = ""
        var rest = Substring(text)
        while let dollar = rest.firstIndex(of: "$") {
            result += rest[..<dollar]
            let after = rest[dollar...]
            if after.dropFirst().first == "<", let end = after.firstIndex(of: ">") {
                rest = rest[rest.index(after: end)...]
            } else {
                result += "$"
                rest = after.dropFirst()
            }
        }
        return result + rest
    }
}
