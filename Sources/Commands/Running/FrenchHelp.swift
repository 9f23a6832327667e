/// ArgumentParser speaks English only: its headings and its errors in French.
enum FrenchHelp {
    private static let headings = [
        ("OVERVIEW: ", ""), ("USAGE: ", "UTILISATION : "), ("Usage: ", "Utilisation : "), ("ARGUMENTS:", "ARGUMENTS :"),
        ("OPTIONS:", "OPTIONS :"), ("SUBCOMMANDS:", "COMMANDES :"), ("Error: ", "Erreur : "), ("Help:  ", "Aide :  "),
    ]

    private static let helpWords = [
        ("Show the version.", "Afficher la version."), ("Show help information.", "Afficher cette aide."),
        ("Show subcommand help information.", "Afficher l’aide d’une commande."),
        ("for detailed help.", "pour l’aide détaillée."), ("(values: ", "(valeurs : "), ("default: ", "par défaut : "),
        ("<options>", "<options>"),
    ]

    private static let errorWords = [
        ("Unknown option '", "option inconnue « "), ("Missing value for '", "il manque la valeur de « "),
        ("Missing expected argument '", "il manque « "), ("Missing one of: '", "il manque l’un de « "),
        ("Unexpected argument '", "argument inattendu « "), (" unexpected arguments: '", " arguments inattendus : « "),
        ("The value '", "la valeur « "), ("' is invalid for '", " » ne convient pas à « "),
        (". Did you mean '", ". Vouliez-vous dire « "), ("'?", " » ?"),
        (". Please provide one of '", ". Choisissez parmi « "), ("' for more information.", " » pour en savoir plus."),
        ("' does not take any value, but '", " » ne prend pas de valeur, or « "),
        ("' was specified.", " » est indiqué."),
        ("The option '", "l’option « "), ("  See '", "  Voir « "), ("' or '", " » ou « "), ("' and '", " » et « "),
        ("', '", " », « "), ("'.", " »."), ("<subcommand>", "<commande>"),
    ]

    static func text(of text: String, isHelp: Bool) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            var line = String(line)
            for (english, french) in headings where line.hasPrefix(english) {
                line = french + line.dropFirst(english.count)
                break
            }
            for (english, french) in isHelp ? helpWords : errorWords {
                line = line.replacing(english, with: french)
            }
            if !isHelp, line.last == "'" { line = String(line.dropLast()) + " »" }
            return line
        }
        .joined(separator: "\n")
    }
}
