import Domain

/// A language that people speak, by its names in English and French.
struct HumanLanguage: Sendable, Hashable {
    /// Its names, folded: the English one, the French one, others.
    let words: [String]

    /// Its name for a person.
    var name: Phrase {
        Phrase(en: words[0].prefix(1).uppercased() + words[0].dropFirst(), fr: words.count > 1 ? words[1] : words[0])
    }

    private static let known: [String: HumanLanguage] = {
        var known: [String: HumanLanguage] = [:]
        for entry in list.split(separator: " ") {
            let language = HumanLanguage(words: entry.split(separator: "/").map(String.init))
            for word in language.words { known[word] = language }
        }
        return known
    }()

    /// The language that a folded word names.
    init?(word: String) {
        guard let language = Self.known[word] else { return nil }
        self = language
    }

    /// The language that a name such as `Anglais (technique)` begins with.
    init?(name: String) {
        guard let word = TextWords.words(name).first else { return nil }
        self.init(word: word)
    }

    private init(words: [String]) { self.words = words }

    private static let list = """
        french/francais english/anglais spanish/espagnol/castillan german/allemand italian/italien \
        portuguese/portugais dutch/neerlandais/flemish/flamand arabic/arabe chinese/chinois/mandarin \
        japanese/japonais russian/russe polish/polonais romanian/roumain turkish/turc hindi korean/coreen greek/grec \
        swedish/suedois norwegian/norvegien danish/danois finnish/finnois breton catalan basque occitan corsican/corse \
        czech/tcheque hungarian/hongrois ukrainian/ukrainien hebrew/hebreu vietnamese/vietnamien thai persian/persan/farsi \
        urdu/ourdou bengali punjabi/pendjabi tamil/tamoul swahili wolof berber/berbere creole gaelic/gaelique \
        welsh/gallois bulgarian/bulgare serbian/serbe croatian/croate slovak/slovaque slovenian/slovene \
        luxembourgish/luxembourgeois lsf albanian/albanais armenian/armenien georgian/georgien malay/malais \
        indonesian/indonesien estonian/estonien latvian/letton lithuanian/lituanien
        """
}

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
