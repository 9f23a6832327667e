/// Reads sequences that begin with Esc `[` (CSI) or Esc `O` (SS3).
enum ControlSequence {
    /// No terminal sends longer ones; what is longer is swallowed.
    private static let limit = 64

    static func parse(_ bytes: ArraySlice<UInt8>) -> InputSequence.Result {
        let start = bytes.startIndex
        var index = start + 2
        // The Linux console: Esc [ [ A … E are F1 … F5.
        if index < bytes.endIndex, bytes[index] == 0x5B {
            guard index + 1 < bytes.endIndex else { return .incomplete }
            let final = bytes[index + 1]
            guard (0x41...0x45).contains(final) else { return .events([], 4) }
            return .events([.key(Key(.function(final - 0x40)))], 4)
        }
        while index < bytes.endIndex, index - start < limit {
            let byte = bytes[index]
            if (0x40...0x7E).contains(byte) { return finish(bytes, index) }
            // A control byte breaks the sequence off; it is read by itself.
            if byte < 0x20 || byte > 0x7E { return .events([], index - start) }
            index += 1
        }
        return index - start < limit ? .incomplete : .events([], index - start)
    }

    static func parseSS3(_ bytes: ArraySlice<UInt8>) -> InputSequence.Result {
        let start = bytes.startIndex
        var index = start + 2
        var parameter = 0
        while index < bytes.endIndex, (0x30...0x39).contains(bytes[index]), index - start < 5 {
            parameter = parameter * 10 + Int(bytes[index] - 0x30)
            index += 1
        }
        guard index < bytes.endIndex else { return .incomplete }
        let length = index - start + 1
        let final = bytes[index]
        if final < 0x20 || final > 0x7E { return .events([], length - 1) }
        if let code = KeyCodes.letter(final) {
            return .events([.key(Key(code, Modifiers(parameter: parameter)))], length)
        }
        return .events(KeyCodes.keypad(final).map { [.key(Key($0))] } ?? [], length)
    }

    private static func finish(_ bytes: ArraySlice<UInt8>, _ end: Int) -> InputSequence.Result {
        let length = end - bytes.startIndex + 1
        let body = bytes[(bytes.startIndex + 2)..<end]
        let final = bytes[end]
        if body.isEmpty, final == 0x4D { return x10Mouse(bytes, length) }
        if body.first == 0x3C, final == 0x4D || final == 0x6D {
            return .events(sgrMouse(parameters(body.dropFirst()), released: final == 0x6D), length)
        }
        // Private prefixes and intermediate bytes: answers to queries.
        if body.contains(where: { $0 < 0x30 || $0 > 0x3B }) { return .events([], length) }
        let values = parameters(body)
        if final == 0x7E, values.first == 200 { return .beginPaste(length) }
        return .events(event(final, values).map { [$0] } ?? [], length)
    }

    private static func event(_ final: UInt8, _ values: [Int]) -> Event? {
        let first = values.first ?? 0
        let modifiers = Modifiers(parameter: values.count > 1 ? values[1] : 1)
        switch final {
        case 0x49 where values.isEmpty: return .focus(true)
        case 0x4F where values.isEmpty: return .focus(false)
        case 0x5A: return .key(Key(.tab, modifiers.union(.shift)))
        case 0x7E:
            if first == 27, values.count >= 3 { return unicode(values[2], modifiers) }
            return KeyCodes.tilde(first).map { .key(Key($0, modifiers)) }
        case 0x75: return unicode(first, modifiers)
        // A cursor report also ends with R; F3 has 1 for its first parameter and modifiers for its second.
        case 0x52 where !(values.isEmpty || (values.count == 2 && first == 1 && (2...16).contains(values[1]))):
            return nil
        case 0x41...0x46, 0x48, 0x50...0x53:
            guard values.count <= 2 else { return nil }
            return KeyCodes.letter(final).map { .key(Key($0, modifiers)) }
        // rxvt: shifted arrows are small letters.
        case 0x61...0x64 where values.isEmpty:
            return KeyCodes.letter(final - 0x20).map { .key(Key($0, .shift)) }
        default: return nil
        }
    }

    private static func unicode(_ value: Int, _ modifiers: Modifiers) -> Event? {
        guard value > 0, let scalar = Unicode.Scalar(UInt32(clamping: value)) else { return nil }
        if value == 27 { return .key(Key(.escape, modifiers)) }
        if value < 0x20 || value == 0x7F {
            return .key(Key(InputSequence.asciiKey(UInt8(value)).code, modifiers))
        }
        // The private use area of the kitty protocol names keys that nothing here is bound to.
        if (0xE000...0xF8FF).contains(value) { return nil }
        return .key(Key(Character(scalar), modifiers))
    }

    private static func sgrMouse(_ values: [Int], released: Bool) -> [Event] {
        guard values.count == 3 else { return [] }
        return [.mouse(MouseEvent(code: values[0], column: values[1], row: values[2], released: released))]
    }

    private static func x10Mouse(_ bytes: ArraySlice<UInt8>, _ length: Int) -> InputSequence.Result {
        guard bytes.count >= length + 3 else { return .incomplete }
        let values = bytes[(bytes.startIndex + length)..<(bytes.startIndex + length + 3)].map { Int($0) - 32 }
        let event = MouseEvent(code: max(0, values[0]), column: values[1], row: values[2], released: false)
        return .events([.mouse(event)], length + 3)
    }

    /// Numbers between semicolons; what follows a colon is a refinement that is not needed.
    private static func parameters(_ body: ArraySlice<UInt8>) -> [Int] {
        guard !body.isEmpty else { return [] }
        return body.split(separator: 0x3B, omittingEmptySubsequences: false).map { part in
            var value = 0
            for byte in part {
                guard (0x30...0x39).contains(byte) else { break }
                value = min(value * 10 + Int(byte - 0x30), 0x11_0000)
            }
            return value
        }
    }
}
