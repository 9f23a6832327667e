/// How well somebody speaks a language, as people write it.
enum Fluency {
    private static let fluent = Set(
        """
        c1 c2 fluent fluently native bilingual bilingue courant couramment maternelle mother full expert excellent \
        excellente advanced avance
        """.split(separator: " ").map(String.init))
    private static let working = Set(
        """
        b2 professional professionnel professionnelle working upper intermediate intermediaire operationnel good bon \
        bonne lu ecrit parle technique technical
        """.split(separator: " ").map(String.init))
    private static let limited = Set(
        "a1 a2 basic beginner notions debutant elementary elementaire scolaire school limited".split(separator: " ")
            .map(String.init))

    /// 0…1. Being born to a language counts no more than speaking it fluently: that would read somebody's origin.
    static func value(_ text: String?) -> Double {
        guard let text else { return 0.7 }
        let words = Set(TextWords.words(text))
        if !words.isDisjoint(with: limited) { return 0.3 }
        if !words.isDisjoint(with: fluent) { return 1 }
        if !words.isDisjoint(with: working) { return 0.8 }
        return words.contains("b1") ? 0.6 : 0.7
    }
}
