/// A colour as a theme names it.
public enum Color: Hashable, Sendable {
    /// The terminal's own.
    case terminal
    /// One of the sixteen that the terminal's owner chose.
    case ansi(UInt8)
    case rgb(red: UInt8, green: UInt8, blue: UInt8)

    static let ansiNames = [
        "black", "red", "green", "yellow", "blue", "magenta", "cyan", "white", "bright-black", "bright-red",
        "bright-green", "bright-yellow", "bright-blue", "bright-magenta", "bright-cyan", "bright-white",
    ]

    /// Reads `#rrggbb`, `default`, or an ANSI name such as `bright-blue`.
    public init?(_ text: String) {
        if text == "default" {
            self = .terminal
        } else if let index = Self.ansiNames.firstIndex(of: text) {
            self = .ansi(UInt8(index))
        } else if text.utf8.count == 7, text.first == "#", let value = UInt32(text.dropFirst(), radix: 16) {
            self = .rgb(
                red: UInt8(value >> 16), green: UInt8(value >> 8 & 0xFF), blue: UInt8(value & 0xFF))
        } else {
            return nil
        }
    }
}
