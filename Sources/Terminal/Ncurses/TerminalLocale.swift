import Glibc

/// The character set of the terminal.
enum TerminalLocale {
    /// Takes the person's locale for characters only; returns whether the terminal shows only ASCII.
    ///
    /// `C` says nothing of the terminal, which today speaks UTF-8; another character set that was chosen is believed.
    static func prepare() -> Bool {
        _ = setlocale(LC_CTYPE, "")
        let codeset = current
        if isUTF8(codeset) { return false }
        guard codeset.hasPrefix("ANSI_X3.4") || codeset == "US-ASCII" else { return true }
        _ = setlocale(LC_CTYPE, "C.UTF-8") ?? setlocale(LC_CTYPE, "en_US.UTF-8")
        return !isUTF8(current)
    }

    private static var current: String { nl_langinfo(Int32(CODESET)).map { String(cString: $0) } ?? "" }

    private static func isUTF8(_ name: String) -> Bool {
        let name = name.lowercased()
        return name == "utf-8" || name == "utf8"
    }
}
