/// Conversations in French, by how far the application has come.
enum FrenchDialogues {
    static let first: [Dialogue] = [
        Dialogue(
            "Votre candidature : {job}",
            .agency(
                """
                Bonjour {first},

                Votre candidature pour le poste « {job} » nous est bien parvenue. Êtes-vous disponible cette semaine \
                pour un premier échange téléphonique ?
                """),
            .other("Bonjour,\n\nOui, avec plaisir : jeudi après 17 h ou vendredi matin me conviennent."),
            .agency("Parfait, je vous appelle jeudi à 17 h 15. Bonne journée !")),
        Dialogue(
            "Un poste qui pourrait vous plaire",
            .agency(
                """
                Bonjour {first},

                Votre parcours a retenu notre attention pour un poste chez un de nos clients : {job}. Souhaitez-vous \
                que je vous en dise plus ?
                """),
            .other("Bonjour, merci de penser à moi. Où se trouve le poste, et y a-t-il des gardes de nuit ?")),
    ]

    static let middle: [Dialogue] = [
        Dialogue(
            "Pièces pour votre dossier",
            .agency(
                """
                Bonjour {first},

                Pour présenter votre dossier, il me manque la copie de votre diplôme et deux références. Pouvez-vous me \
                les envoyer d’ici lundi ?
                """),
            .other(
                """
                Je vous envoie le diplôme ce soir. Pour les références, puis-je vous donner le nom de mon ancienne cadre \
                et celui d’un collègue ?
                """),
            .agency("C’est très bien ainsi. Merci de les prévenir de mon appel."),
            .other("C’est fait, elles attendent votre appel.")),
        Dialogue(
            "{job} : vos prétentions",
            .agency(
                """
                Bonjour {first}, avant de vous présenter à {company}, pourriez-vous me confirmer vos prétentions \
                salariales et votre préavis ?
                """),
            .other("Mon préavis est d’un mois, négociable. Pour le salaire, je reste sur ce que j’ai indiqué.")),
    ]

    static let late: [Dialogue] = [
        Dialogue(
            "Entretien : {job}",
            .agency(
                """
                Bonjour {first},

                {company} souhaite vous rencontrer. Je vous propose mardi à 10 h, sur place. L’entretien durera une \
                heure environ.
                """),
            .other("Mardi à 10 h, c’est noté. Qui vais-je rencontrer ?"),
            .agency(
                """
                La responsable du service et quelqu’un des ressources humaines. Pensez à votre pièce d’identité, \
                l’accueil vous la demandera.
                """),
            .other("Merci ! Je vous raconte dès que je suis sorti."),
            .other("C’était un bel échange, l’équipe me plaît beaucoup."))
    ]

    static let closed: [Dialogue] = [
        Dialogue(
            "Suite donnée à votre candidature",
            .agency(
                """
                Bonjour {first},

                Le poste « {job} » a finalement été attribué à une autre personne. Je garde votre dossier et vous \
                recontacte dès qu’un poste vous correspond.
                """),
            .other("Merci de m’avoir tenu au courant. Je reste à l’écoute."))
    ]

    static let client = Dialogue(
        "{job} : où en sommes-nous ?",
        .other("Bonjour, avez-vous de nouveaux profils pour le poste « {job} » ? L’équipe est à court."),
        .agency("Bonjour, trois dossiers sont en présélection ; je vous présente les deux meilleurs d’ici jeudi."),
        .other("Parfait. Les entretiens sont possibles dès la semaine prochaine."))
}
