/// A language that people speak, by its names in English and French.
public struct HumanLanguage: Sendable, Hashable {
    /// Its names: the English one, the French one, others.
    public let words: [String]

    /// Its name for a person.
    public var name: Phrase {
        Phrase(en: words[0].prefix(1).uppercased() + words[0].dropFirst(), fr: words.count > 1 ? words[1] : words[0])
    }

    /// The language that a folded word (`Folding.key`) names.
    public init?(word: String) {
        guard let language = Self.known[word] else { return nil }
        self = language
    }

    /// The language that a name such as `Anglais (technique)` begins with.
    public init?(name: String) {
        guard let word = Folding.key(name).split(whereSeparator: { !$0.isLetter }).first else { return nil }
        self.init(word: String(word))
    }

    private init(words: [String]) { self.words = words }

    private static let known: [String: HumanLanguage] = {
        var known: [String: HumanLanguage] = [:]
        for entry in list.split(separator: " ") {
            let language = HumanLanguage(words: entry.split(separator: "/").map(String.init))
            for word in language.words { known[Folding.key(word)] = language }
        }
        return known
    }()

    private static let list = """
        french/français english/anglais spanish/espagnol/castillan german/allemand italian/italien portuguese/portugais \
        dutch/néerlandais/flemish/flamand arabic/arabe chinese/chinois/mandarin cantonese/cantonais japanese/japonais \
        russian/russe polish/polonais romanian/roumain turkish/turc hindi korean/coréen greek/grec swedish/suédois \
        norwegian/norvégien danish/danois finnish/finnois breton catalan basque occitan corsican/corse \
        alsatian/alsacien czech/tchèque hungarian/hongrois ukrainian/ukrainien hebrew/hébreu vietnamese/vietnamien thai \
        persian/persan/farsi urdu/ourdou bengali punjabi/pendjabi tamil/tamoul telugu/télougou swahili wolof \
        berber/berbère kabyle tamazight creole/créole gaelic/gaélique irish/irlandais welsh/gallois bulgarian/bulgare \
        serbian/serbe croatian/croate slovak/slovaque slovenian/slovène luxembourgish/luxembourgeois lsf \
        albanian/albanais armenian/arménien georgian/géorgien malay/malais indonesian/indonésien estonian/estonien \
        latvian/letton lithuanian/lituanien latin esperanto/espéranto
        """
}
