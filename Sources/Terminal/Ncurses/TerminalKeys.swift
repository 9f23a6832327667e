import CNcurses

/// The keys as this terminal's terminfo entry names them, where they are not what the decoder knows anyway.
enum TerminalKeys {
    private static let names: [(String, Key)] = [
        ("kcuu1", .up), ("kcud1", .down), ("kcub1", .left), ("kcuf1", .right), ("khome", Key(.home)),
        ("kend", Key(.end)), ("kpp", Key(.pageUp)), ("knp", Key(.pageDown)), ("kdch1", Key(.delete)),
        ("kich1", Key(.insert)), ("kbs", .backspace), ("kcbt", Key(.tab, .shift)), ("kent", .enter),
        ("kLFT", Key(.left, .shift)), ("kRIT", Key(.right, .shift)), ("kri", Key(.up, .shift)),
        ("kind", Key(.down, .shift)),
    ]

    static func read() -> [[UInt8]: Key] {
        var keys: [[UInt8]: Key] = [:]
        let functions = (1...20).map { ("kf\($0)", Key(.function(UInt8($0)))) }
        for (name, key) in names + functions {
            guard let capability = rp_capability(name) else { continue }
            let bytes = Array(String(cString: capability).utf8)
            if isNew(bytes, key) { keys[bytes] = key }
        }
        return keys
    }

    /// Whether the decoder would not read these bytes as this key by itself. A single byte is believed for
    /// backspace only; a sequence that the decoder knows as another key stays that one.
    private static func isNew(_ bytes: [UInt8], _ key: Key) -> Bool {
        if bytes.count == 1 { return key == .backspace && bytes != [0x7F] }
        guard bytes.first == 0x1B, bytes.count > 2 else { return false }
        if case .events(let events, let length) = InputSequence.parse(bytes[...], keys: [:]) {
            return length != bytes.count || events.isEmpty
        }
        return true
    }
}
