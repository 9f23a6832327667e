// Written for the demo: fields of work with the titles of four levels, skills in English and French, and pay.

struct Occupation: Sendable {
    struct Title: Sendable {
        var english: String
        var french: String
    }

    /// From junior to head.
    var titles: [Title]
    var skills: [(english: String, french: String)]
    var degree: (english: String, french: String)
    /// Yearly gross pay of each level in thousands of euros.
    var pay: [Int]
    /// What companies of the field are called.
    var companyWords: [String]
    var industry: String
}

enum Occupations {
    static let all: [Occupation] =
        [health, software, data, finance, sales, marketing, logistics, construction]
        + [people, hospitality, law, teaching, industry, design]

    private static func make(
        _ titles: [(String, String)], _ skills: [(String, String)], _ degree: (String, String), _ pay: [Int],
        _ words: [String], _ industry: String
    ) -> Occupation {
        Occupation(
            titles: titles.map { Occupation.Title(english: $0.0, french: $0.1) },
            skills: skills.map { (english: $0.0, french: $0.1) }, degree: (english: degree.0, french: degree.1),
            pay: pay, companyWords: words, industry: industry)
    }

    private static let health = make(
        [
            ("Care assistant", "Aide-soignant"), ("Registered nurse", "Infirmier diplômé d’État"),
            ("Night nurse, intensive care", "Infirmier de nuit, réanimation"), ("Ward manager", "Cadre de santé"),
        ],
        [
            ("Intensive care", "Soins intensifs"), ("Night shifts", "Travail de nuit"), ("Triage", "Triage"),
            ("Wound care", "Soins des plaies"), ("Patient records", "Dossier patient"),
            ("Palliative care", "Soins palliatifs"),
            ("Phlebotomy", "Prélèvement sanguin"), ("Infection control", "Hygiène hospitalière"),
            ("Geriatrics", "Gériatrie"), ("Team handover", "Transmissions"),
        ], ("Nursing", "Soins infirmiers"), [24, 32, 38, 46], ["Clinique", "Hôpital", "Résidence", "Care"],
        "Health care")
    private static let software = make(
        [
            ("Junior developer", "Développeur junior"), ("Software engineer", "Ingénieur logiciel"),
            ("Senior software engineer", "Ingénieur logiciel senior"), ("Engineering manager", "Responsable technique"),
        ],
        [
            ("Swift", "Swift"), ("C++", "C++"), ("C#", "C#"), (".NET", ".NET"), ("Java", "Java"), ("Go", "Go"),
            ("TypeScript", "TypeScript"), ("PostgreSQL", "PostgreSQL"), ("Kubernetes", "Kubernetes"),
            ("Linux", "Linux"),
            ("Code review", "Revue de code"), ("Rust", "Rust"),
        ], ("Computer science", "Informatique"), [36, 46, 60, 78], ["Logiciels", "Systems", "Labs", "Numérique"],
        "Software")
    private static let data = make(
        [
            ("Data analyst", "Analyste de données"), ("Data engineer", "Ingénieur données"),
            ("Data scientist", "Data scientist"), ("Head of data", "Directeur des données"),
        ],
        [
            ("Python", "Python"), ("SQL", "SQL"), ("R", "R"), ("Machine learning", "Apprentissage automatique"),
            ("Statistics", "Statistiques"), ("Data modelling", "Modélisation de données"), ("Airflow", "Airflow"),
            ("Power BI", "Power BI"), ("Spark", "Spark"), ("Excel", "Excel"),
        ], ("Statistics", "Statistiques"), [38, 48, 56, 82], ["Data", "Analytique", "Insight"], "Information services")
    private static let finance = make(
        [
            ("Bookkeeper", "Aide-comptable"), ("Accountant", "Comptable"),
            ("Financial controller", "Contrôleur de gestion"),
            ("Chief financial officer", "Directeur financier"),
        ],
        [
            ("Accounting", "Comptabilité"), ("IFRS", "IFRS"), ("Payroll", "Paie"),
            ("Tax returns", "Déclarations fiscales"),
            ("SAP", "SAP"), ("Budgeting", "Élaboration du budget"), ("Audit", "Audit"), ("Excel", "Excel"),
            ("Cash management", "Gestion de trésorerie"), ("Consolidation", "Consolidation"),
        ], ("Accounting and finance", "Comptabilité et finance"), [28, 36, 50, 95], ["Finance", "Conseil", "Partners"],
        "Finance")
    private static let sales = make(
        [
            ("Sales assistant", "Assistant commercial"), ("Account manager", "Chargé de clientèle"),
            ("Key account manager", "Responsable grands comptes"), ("Sales director", "Directeur commercial"),
        ],
        [
            ("Negotiation", "Négociation"), ("Prospecting", "Prospection"), ("CRM", "CRM"),
            ("Tendering", "Appels d’offres"),
            ("Customer care", "Relation client"), ("Forecasting", "Prévision des ventes"),
            ("Contract law", "Droit des contrats"),
            ("B2B sales", "Vente B2B"), ("Presentations", "Présentations"), ("English", "Anglais"),
        ], ("Business", "Commerce"), [28, 38, 52, 85], ["Distribution", "Négoce", "Trading"], "Wholesale")
    private static let marketing = make(
        [
            ("Marketing assistant", "Assistant marketing"), ("Content manager", "Responsable de contenu"),
            ("Product marketing manager", "Chef de produit marketing"), ("Marketing director", "Directeur marketing"),
        ],
        [
            ("SEO", "Référencement"), ("Copywriting", "Rédaction"), ("Campaigns", "Campagnes"),
            ("Web analytics", "Analyse d’audience"),
            ("Branding", "Image de marque"), ("Market research", "Étude de marché"),
            ("Social media", "Réseaux sociaux"),
            ("Photoshop", "Photoshop"), ("E-mail marketing", "E-mailing"), ("R&D liaison", "Liaison R&D"),
        ], ("Marketing", "Marketing"), [27, 36, 48, 80], ["Média", "Communication", "Studio"], "Media")
    private static let logistics = make(
        [
            ("Warehouse operative", "Préparateur de commandes"), ("Forklift driver", "Cariste"),
            ("Transport planner", "Planificateur transport"), ("Logistics manager", "Responsable logistique"),
        ],
        [
            ("Forklift licence", "CACES"), ("Order picking", "Préparation de commandes"),
            ("Stock control", "Gestion des stocks"),
            ("Route planning", "Planification de tournées"), ("Customs", "Douane"), ("WMS", "WMS"),
            ("Safety", "Sécurité"),
            ("Lean", "Lean"), ("Driving licence C", "Permis C"), ("Goods receipt", "Réception"),
        ], ("Logistics", "Logistique"), [22, 25, 33, 48], ["Transports", "Logistique", "Freight"], "Logistics")
    private static let construction = make(
        [
            ("Mason", "Maçon"), ("Electrician", "Électricien"), ("Site supervisor", "Chef de chantier"),
            ("Construction manager", "Conducteur de travaux"),
        ],
        [
            ("Blueprint reading", "Lecture de plans"), ("Wiring", "Câblage"), ("Masonry", "Maçonnerie"),
            ("Scaffolding", "Échafaudage"), ("Site safety", "Sécurité de chantier"), ("Plumbing", "Plomberie"),
            ("AutoCAD", "AutoCAD"), ("Concrete", "Béton"), ("Cost estimating", "Métré"), ("Renovation", "Rénovation"),
        ], ("Civil engineering", "Génie civil"), [24, 28, 38, 52], ["Bâtiment", "Constructions", "Builders"],
        "Construction")
    private static let people = make(
        [
            ("HR assistant", "Assistant RH"), ("Recruiter", "Chargé de recrutement"),
            ("HR business partner", "Responsable RH"),
            ("HR director", "Directeur des ressources humaines"),
        ],
        [
            ("Interviewing", "Conduite d’entretien"), ("Labour law", "Droit du travail"), ("Payroll", "Paie"),
            ("Training plans", "Plan de formation"), ("Sourcing", "Sourcing"), ("Mediation", "Médiation"),
            ("Onboarding", "Intégration"), ("Workforce planning", "Gestion des effectifs"), ("Excel", "Excel"),
        ], ("Human resources", "Ressources humaines"), [27, 35, 48, 80], ["Ressources", "Talents", "People"], "Services"
    )
    private static let hospitality = make(
        [
            ("Kitchen assistant", "Commis de cuisine"), ("Cook", "Cuisinier"), ("Head chef", "Chef de cuisine"),
            ("Hotel manager", "Directeur d’hôtel"),
        ],
        [
            ("Food hygiene", "HACCP"), ("Pastry", "Pâtisserie"), ("Menu planning", "Élaboration des menus"),
            ("Reception", "Accueil"), ("Wine", "Œnologie"), ("Table service", "Service en salle"),
            ("Purchasing", "Achats"),
            ("Booking systems", "Systèmes de réservation"), ("English", "Anglais"),
        ], ("Hospitality", "Hôtellerie-restauration"), [21, 25, 36, 55], ["Hôtel", "Brasserie", "Inn"], "Hospitality")
    private static let law = make(
        [
            ("Legal assistant", "Assistant juridique"), ("Paralegal", "Juriste junior"),
            ("Legal counsel", "Juriste d’entreprise"),
            ("General counsel", "Directeur juridique"),
        ],
        [
            ("Contract law", "Droit des contrats"), ("Data protection", "Protection des données"),
            ("Litigation", "Contentieux"),
            ("Company law", "Droit des sociétés"), ("Legal research", "Recherche juridique"),
            ("Drafting", "Rédaction d’actes"),
            ("Compliance", "Conformité"), ("Labour law", "Droit du travail"),
        ], ("Law", "Droit"), [28, 36, 58, 100], ["Avocats", "Juris", "Legal"], "Law")
    private static let teaching = make(
        [
            ("Teaching assistant", "Assistant d’éducation"), ("Teacher", "Enseignant"),
            ("Trainer for adults", "Formateur d’adultes"),
            ("Head of school", "Directeur d’école"),
        ],
        [
            ("Lesson planning", "Préparation de cours"), ("Classroom management", "Gestion de classe"),
            ("Assessment", "Évaluation"),
            ("Special needs", "Besoins particuliers"), ("E-learning", "Formation en ligne"),
            ("Mathematics", "Mathématiques"),
            ("English", "Anglais"), ("Mentoring", "Tutorat"),
        ], ("Education", "Sciences de l’éducation"), [22, 30, 34, 46], ["École", "Formation", "Academy"], "Education")
    private static let industry = make(
        [
            ("Machine operator", "Opérateur de production"), ("Maintenance technician", "Technicien de maintenance"),
            ("Process engineer", "Ingénieur procédés"), ("Plant manager", "Directeur d’usine"),
        ],
        [
            ("CNC", "Commande numérique"), ("Welding", "Soudure"), ("Preventive maintenance", "Maintenance préventive"),
            ("PLC", "Automates"), ("Lean", "Lean"), ("Quality control", "Contrôle qualité"),
            ("SolidWorks", "SolidWorks"),
            ("Six Sigma", "Six Sigma"), ("Safety", "Sécurité"), ("Hydraulics", "Hydraulique"),
        ], ("Mechanical engineering", "Génie mécanique"), [24, 30, 44, 72], ["Industrie", "Mécanique", "Works"],
        "Manufacturing")
    private static let design = make(
        [
            ("Graphic designer", "Graphiste"), ("UX designer", "Designer UX"),
            ("Senior product designer", "Designer produit senior"),
            ("Creative director", "Directeur artistique"),
        ],
        [
            ("Figma", "Figma"), ("Typography", "Typographie"), ("User research", "Recherche utilisateur"),
            ("Prototyping", "Prototypage"), ("Photoshop", "Photoshop"), ("Illustration", "Illustration"),
            ("Accessibility", "Accessibilité"), ("Design systems", "Systèmes de design"), ("HTML", "HTML"),
        ], ("Design", "Design"), [28, 38, 50, 70], ["Design", "Atelier", "Studio"], "Design")
}
