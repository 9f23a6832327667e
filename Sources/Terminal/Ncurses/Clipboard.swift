/// Copies through the terminal (OSC 52), which also works over SSH.
enum Clipboard {
    /// The bytes that put a text on the clipboard.
    static func sequence(_ text: String, term: String, inTmux: Bool) -> String? {
        guard !term.hasPrefix("linux"), !term.hasPrefix("vt") else { return nil }
        let payload = "52;c;" + base64(Array(text.utf8))
        let plain = "\u{1B}]\(payload)\u{07}"
        // tmux takes the plain one when set-clipboard is on, and passes the other through when it is allowed to.
        if inTmux { return plain + "\u{1B}Ptmux;\u{1B}\u{1B}]\(payload)\u{07}\u{1B}\\" }
        if term.hasPrefix("screen") {
            // GNU screen drops strings that are longer than this.
            return payload.utf8.count <= 700 ? "\u{1B}P\u{1B}]\(payload)\u{07}\u{1B}\\" : nil
        }
        return plain
    }

    static func base64(_ bytes: [UInt8]) -> String {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        var result: [UInt8] = []
        result.reserveCapacity((bytes.count + 2) / 3 * 4)
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let count = min(3, bytes.count - start)
            var group = UInt32(bytes[start]) << 16
            if count > 1 { group |= UInt32(bytes[start + 1]) << 8 }
            if count > 2 { group |= UInt32(bytes[start + 2]) }
            for position in 0..<4 {
                let index = Int(group >> UInt32(18 - 6 * position)) & 63
                result.append(position <= count ? alphabet[index] : 0x3D)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}

extension NcursesScreen {
    @discardableResult
    public func copyToClipboard(_ text: String) -> Bool {
        guard text.utf8.count <= options.clipboardLimit else { return false }
        let inTmux = Environment.value("TMUX") != nil
        let term = Environment.value("TERM") ?? ""
        guard let sequence = Clipboard.sequence(text, term: term, inTmux: inTmux) else { return false }
        send(sequence)
        return true
    }

    public func setTitle(_ title: String) {
        guard terminalName != "linux" else { return }
        var safe = ""
        for character in title.prefix(200) {
            GlyphSequence.forEach(in: character) { $0.write(to: &safe) }
        }
        send((modes.hasTitle ? "" : "\u{1B}[22;2t") + "\u{1B}]2;\(safe)\u{07}")
        if !modes.hasTitle {
            modes.hasTitle = true
            NcursesGuard.arm(rescue: modes.rescue)
        }
    }
}
