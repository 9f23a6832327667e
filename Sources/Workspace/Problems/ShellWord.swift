/// A text as one word of a POSIX shell's command line, for commands that a person may copy (POSIX.1, Shell Command
/// Language, 2.2.2: nothing in single quotes has a meaning, and a single quote ends them).
public enum ShellWord {
    private static let plain = Set(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/._-+,:@%".utf8)

    public static func of(_ text: String) -> String {
        guard text.isEmpty || text.hasPrefix("-") || !text.utf8.allSatisfy(plain.contains) else { return text }
        return "'" + text.replacing("'", with: #"'\''"#) + "'"
    }
}
