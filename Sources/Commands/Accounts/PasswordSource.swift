import Domain
import Glibc

/// Where a password comes from: a line of standard input, or a person who types it without seeing it.
struct PasswordSource {
    let context: CommandContext
    /// `--password-stdin`.
    let readsInput: Bool

    /// Longer lines are no password.
    private static let longest = 4_096

    /// A password that exists.
    func existing(for email: String) throws -> String {
        try read(Phrase(en: "Password of \(email): ", fr: "Mot de passe de \(email) : "))
    }

    /// A new password; at a terminal it is asked for twice.
    func new(for email: String) throws -> String {
        let first = try read(Phrase(en: "New password for \(email): ", fr: "Nouveau mot de passe de \(email) : "))
        guard !readsInput else { return first }
        let second = try read(Phrase(en: "Once more: ", fr: "Encore une fois : "))
        guard first == second else {
            throw CommandFailure(
                Phrase(
                    en: "The two passwords differ; nothing was changed.",
                    fr: "Les mots de passe diffèrent ; rien n’a changé."))
        }
        return first
    }

    private func read(_ question: Phrase) throws -> String {
        if readsInput { return try line() }
        guard let terminal = context.input.terminal else {
            throw CommandFailure.usage(
                Phrase(
                    en: "There is no terminal to ask for a password; use --password-stdin.",
                    fr: "Pas de terminal pour demander le mot de passe ; utilisez --password-stdin."))
        }
        context.errors.write(Printing.clean(question[context.language]))
        defer { context.errors.line() }
        return try Self.withoutEcho(terminal) { try line() }
    }

    private func line() throws -> String {
        var lines = LineReader(context.input, limit: Self.longest)
        guard case .bytes(let bytes) = try lines.next(), !bytes.isEmpty else {
            throw CommandFailure(Phrase(en: "No password was given.", fr: "Aucun mot de passe n’a été donné."))
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw CommandFailure(Phrase(en: "The password is not UTF-8.", fr: "Le mot de passe n’est pas en UTF-8."))
        }
        return text
    }

    private static func withoutEcho<Result>(_ terminal: Int32, _ body: () throws -> Result) throws -> Result {
        var before = termios()
        guard tcgetattr(terminal, &before) == 0 else { return try body() }
        var quiet = before
        quiet.c_lflag &= ~tcflag_t(ECHO)
        tcsetattr(terminal, TCSAFLUSH, &quiet)
        defer { tcsetattr(terminal, TCSAFLUSH, &before) }
        return try body()
    }
}
