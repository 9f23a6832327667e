/// One thing at the start of some input bytes.
enum InputSequence {
    enum Result {
        /// More bytes are needed to tell.
        case incomplete
        /// Events, none for what is swallowed, and the bytes that they took.
        case events([Event], Int)
        case beginPaste(Int)
    }

    static func parse(_ bytes: ArraySlice<UInt8>, keys: [[UInt8]: Key]) -> Result {
        guard let first = bytes.first else { return .incomplete }
        if !keys.isEmpty, let found = terminalKey(bytes, keys) { return found }
        if first == 0x1B { return escape(bytes, keys) }
        if first >= 0x80 { return utf8(bytes) }
        return .events([.key(asciiKey(first))], 1)
    }

    /// Whether the byte after Esc opens a string: DCS, SOS, OSC, PM, APC.
    static func isString(_ byte: UInt8) -> Bool { [0x50, 0x58, 0x5D, 0x5E, 0x5F].contains(byte) }

    private static func escape(_ bytes: ArraySlice<UInt8>, _ keys: [[UInt8]: Key]) -> Result {
        guard bytes.count > 1 else { return .incomplete }
        let second = bytes[bytes.startIndex + 1]
        switch second {
        case 0x5B: return ControlSequence.parse(bytes)
        case 0x4F: return ControlSequence.parseSS3(bytes)
        case 0x1B: return doubleEscape(bytes, keys)
        case _ where isString(second): return string(bytes)
        default:
            switch parse(bytes.dropFirst(), keys: [:]) {
            case .incomplete: return .incomplete
            case .beginPaste(let length): return .events([], length + 1)
            case .events(let events, let length): return .events(events.map(withAlt), length + 1)
            }
        }
    }

    /// Esc before a sequence is Alt with that key; otherwise the first Esc was a key.
    private static func doubleEscape(_ bytes: ArraySlice<UInt8>, _ keys: [[UInt8]: Key]) -> Result {
        guard bytes.count > 2 else { return .incomplete }
        let third = bytes[bytes.startIndex + 2]
        if third == 0x5B || third == 0x4F {
            switch parse(bytes.dropFirst(), keys: keys) {
            case .incomplete: return .incomplete
            case .beginPaste: break
            case .events(let events, let length): return .events(events.map(withAlt), length + 1)
            }
        }
        return .events([.key(.escape)], 1)
    }

    private static func withAlt(_ event: Event) -> Event {
        guard case .key(let key) = event else { return event }
        return .key(Key(key.code, key.modifiers.union(.alt)))
    }

    /// Swallows a string up to BEL or ST; one without an end is given up after its limit.
    private static func string(_ bytes: ArraySlice<UInt8>) -> Result {
        var index = bytes.startIndex + 2
        while index < bytes.endIndex, index - bytes.startIndex < 4_096 {
            if bytes[index] == 0x07 { return .events([], index - bytes.startIndex + 1) }
            if bytes[index] == 0x1B {
                guard index + 1 < bytes.endIndex else { return .incomplete }
                let ended = bytes[index + 1] == 0x5C
                return .events([], index - bytes.startIndex + (ended ? 2 : 0))
            }
            index += 1
        }
        return index == bytes.endIndex ? .incomplete : .events([], index - bytes.startIndex)
    }

    private static func terminalKey(_ bytes: ArraySlice<UInt8>, _ keys: [[UInt8]: Key]) -> Result? {
        for (sequence, key) in keys where bytes.starts(with: sequence) {
            return .events([.key(key)], sequence.count)
        }
        return nil
    }

    private static func utf8(_ bytes: ArraySlice<UInt8>) -> Result {
        let first = bytes[bytes.startIndex]
        let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
        guard first >= 0xC2, first <= 0xF4 else { return .events([], 1) }
        for offset in 1..<length {
            guard bytes.startIndex + offset < bytes.endIndex else { return .incomplete }
            if bytes[bytes.startIndex + offset] & 0xC0 != 0x80 { return .events([], offset) }
        }
        let text = String(decoding: bytes.prefix(length), as: UTF8.self)
        guard text.unicodeScalars.count == 1, let character = text.first, character != "\u{FFFD}" else {
            return .events([], length)
        }
        // C1 controls are never typed.
        if character.unicodeScalars.first?.properties.generalCategory == .control { return .events([], length) }
        return .events([.key(Key(character))], length)
    }

    static func asciiKey(_ byte: UInt8) -> Key {
        switch byte {
        case 0x00: Key(" ", .control)
        case 0x09: .tab
        case 0x0D: .enter
        case 0x7F: .backspace
        case 0x01...0x1A: Key(Character(Unicode.Scalar(byte + 0x60)), .control)
        case 0x1B: .escape
        case 0x1C...0x1F: Key(Character(Unicode.Scalar(byte + 0x40)), .control)
        default: Key(Character(Unicode.Scalar(byte)))
        }
    }
}
