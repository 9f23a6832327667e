import Domain

/// Languages as texts ask for them.
enum WrittenLanguages {
    /// Words beside which the name of a language asks for speaking it.
    private static let announcing = Set(
        """
        fluent fluency fluently speak speaks speaking speaker spoken oral written native bilingual trilingual level \
        language languages proficiency proficient command mother a1 a2 b1 b2 c1 c2 toeic toefl ielts courant couramment \
        bilingue trilingue parle parler parlee lu ecrit oral niveau langue langues maitrise maitrisez maitriser \
        professionnel operationnel
        """.split(separator: " ").map(String.init))

    /// The languages that the text asks for, each once, in its order: those named within three words of what asks.
    static func wanted(in text: String) -> [HumanLanguage] {
        let words = TextWords.words(text)
        var found: [HumanLanguage] = []
        for (index, word) in words.enumerated() {
            guard let language = HumanLanguage(word: word), !found.contains(language) else { continue }
            let near = words[max(0, index - 3)..<min(words.count, index + 4)]
            if near.contains(where: announcing.contains) { found.append(language) }
        }
        return found
    }
}
