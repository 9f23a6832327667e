import Domain

/// Words of advertisements that put people off, folded, in both languages.
enum AdvertisementWords {
    struct Entry {
        let kind: AdvertisementFinding.Kind
        let suggestion: String
    }

    /// By the language that they are words of.
    static let entries: [Language: [String: Entry]] = {
        var entries: [Language: [String: Entry]] = [:]
        func add(_ kind: AdvertisementFinding.Kind, _ language: Language, _ list: String) {
            for line in list.split(separator: "\n") {
                let parts = line.split(separator: "=", maxSplits: 1).map(String.init)
                entries[language, default: [:]][parts[0]] = Entry(kind: kind, suggestion: parts[1])
            }
        }
        add(.jargon, .english, englishJargon)
        add(.jargon, .french, frenchJargon)
        add(.gendered, .english, englishGendered)
        add(.gendered, .french, frenchGendered)
        add(.age, .english, englishAge)
        add(.age, .french, frenchAge)
        add(.exclusion, .english, englishExclusion)
        add(.exclusion, .french, frenchExclusion)
        return entries
    }()

    /// Words of the longest entry.
    static let longest = entries.values.flatMap(\.keys).map { $0.split(separator: " ").count }.max() ?? 1

    private static let englishJargon = """
        rockstar=experienced
        rock star=experienced
        ninja=skilled
        guru=specialist
        wizard=specialist
        synergy=working together
        leverage=use
        fast-paced=say what changes, and how often
        hit the ground running=say what is expected in the first month
        wear many hats=name the tasks
        """
    private static let frenchJargon = """
        rockstar=personne expérimentée
        ninja=spécialiste
        gourou=spécialiste
        challenge=défi
        challenger=remettre en question
        reporting=compte rendu
        process=procédure
        asap=dès que possible
        """
    private static let englishGendered = """
        salesman=salesperson
        chairman=chair
        foreman=supervisor
        manpower=staff
        he=they
        she=they
        his=their
        guys=team
        aggressive=determined
        dominant=leading
        """
    private static let frenchGendered = """
        homme de terrain=personne de terrain
        une secretaire=assistant ou assistante
        une assistante=assistant ou assistante
        un directeur=directeur ou directrice
        hotesse d'accueil=chargé ou chargée d’accueil
        femme de menage=agent ou agente d’entretien
        un commercial=commercial ou commerciale
        un developpeur=développeur ou développeuse
        """
    private static let englishAge = """
        young=leave it out
        youthful=leave it out
        digital native=at ease with digital tools
        recent graduate=open to beginners
        mature candidate=experienced candidate
        mature person=experienced person
        energetic=motivated
        """
    private static let frenchAge = """
        jeune=à supprimer
        jeunes=à supprimer
        jeune diplome=débutants acceptés
        senior de moins de=à supprimer
        digital native=à l’aise avec les outils numériques
        """
    private static let englishExclusion = """
        native speaker=fluent
        able-bodied=say which task needs strength
        clean-shaven=leave it out
        no foreigners=leave it out
        must be healthy=leave it out
        must be single=leave it out
        """
    private static let frenchExclusion = """
        langue maternelle=courant
        nationalite francaise=à supprimer, sauf obligation légale
        bonne presentation=à supprimer
        celibataire=à supprimer
        personne valide=préciser la tâche
        sans enfant=à supprimer
        """
}
