import ArgumentParser
import Domain

/// How a command is told about an account.
struct AccountOptions: ParsableArguments {
    @Option(name: .long, help: help(en: "The account's address.", fr: "L’adresse du compte.", value: "email"))
    var email: String?

    @Flag(
        help: help(
            en: "Read the password from standard input, one line.",
            fr: "Lire le mot de passe sur l’entrée standard, une ligne."))
    var passwordStdin = false

    /// The address; asked for at a terminal where it is not given.
    func address(_ context: CommandContext) throws -> String {
        if let email { return email }
        guard context.input.isTerminal, !passwordStdin else {
            throw CommandFailure.usage(
                Phrase(en: "Give the address with --email.", fr: "Donnez l’adresse avec --email."))
        }
        context.errors.write(Phrase(en: "E-mail: ", fr: "Adresse e-mail : ")[context.language])
        var lines = LineReader(context.input, limit: 1_000)
        guard case .bytes(let bytes) = try lines.next(), !bytes.isEmpty else {
            throw CommandFailure(Phrase(en: "No address was given.", fr: "Aucune adresse n’a été donnée."))
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    func password(_ context: CommandContext) -> PasswordSource {
        PasswordSource(context: context, readsInput: passwordStdin)
    }
}
