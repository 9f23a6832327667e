/// The level of work that the first word of a French title tells; `scripts/intelligence/titles.py` has the same words.
enum TitleLevel: UInt8 {
    case manager = 1
    case expert, technician, worker, teacher, seller

    init?(of title: String) {
        guard let word = TextWords.titleWords(title).first, let level = Self.levels[TextWords.stem(word)] else {
            return nil
        }
        self = level
    }

    private static let levels: [String: TitleLevel] = {
        let words: [(TitleLevel, String)] = [
            (
                .manager,
                "chef cheffe responsable superviseur directeur contremaitre gerant manager coordonnateur coordinateur"
            ),
            (.expert, "ingenieur chercheur scientifique expert architecte"),
            (.technician, "technicien"),
            (.worker, "ouvrier operateur agent conducteur employe aide assistant manoeuvre equipier"),
            (.teacher, "enseignant professeur formateur instituteur maitre instructeur moniteur"),
            (.seller, "vendeur commercial"),
        ]
        var levels: [String: TitleLevel] = [:]
        for (level, words) in words {
            for word in words.split(separator: " ") { levels[TextWords.stem(String(word))] = level }
        }
        return levels
    }()
}
