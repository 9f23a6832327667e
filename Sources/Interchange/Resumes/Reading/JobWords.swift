/// Words that tell a job's title from a company and a school from a degree, in English and French.
enum JobWords {
    /// Whether the text reads like the title of a job.
    static func isTitle(_ text: String) -> Bool {
        text.foldedWords.contains { word in
            titleWords.contains(word) || (word.count >= 6 && titleStems.contains { word.hasPrefix($0) })
        }
    }

    /// Whether the text reads like the name of a company or an institution.
    static func isCompany(_ text: String) -> Bool {
        text.foldedWords.contains { companyWords.contains($0) }
    }

    /// Whether the text reads like the name of a school.
    static func isSchool(_ text: String) -> Bool {
        text.foldedWords.contains { word in
            schoolWords.contains(word) || schoolStems.contains { word.hasPrefix($0) }
        }
    }

    /// How much of the text a degree's name takes up from its beginning; nil where it is no degree.
    static func isDegree(_ text: String) -> Bool {
        text.foldedWords.prefix(6).contains { degreeWords.contains($0) }
    }

    /// Kinds of contract that stand beside a title and belong to neither title nor company.
    static func isContract(_ text: String) -> Bool { contracts.contains(text.folded) }

    private static func set(_ text: String) -> Set<String> { Set(text.split(separator: " ").map(String.init)) }

    private static let titleWords = set(
        """
        manager engineer developer analyst designer director nurse assistant architect consultant specialist officer \
        coordinator administrator intern technician teacher professor lecturer researcher scientist accountant lawyer \
        attorney clerk cashier driver mechanic electrician plumber chef cook waiter waitress barista secretary \
        receptionist recruiter trainer coach lead head supervisor executive president founder cofounder cto ceo cfo \
        coo owner partner associate advisor adviser agent representative salesperson buyer planner editor writer \
        journalist translator interpreter photographer artist musician actor producer programmer tester operator \
        worker welder carpenter mason painter gardener guard pilot steward physician surgeon dentist pharmacist \
        therapist psychologist veterinarian paramedic caregiver tutor librarian curator auditor controller \
        treasurer economist statistician actuary broker trader banker teller underwriter estimator surveyor inspector \
        dev devops sre qa pm governess fellow apprentice trainee stagiaire stage alternant alternante apprenti \
        apprentie chef cheffe directeur directrice gerant gerante comptable infirmier infirmiere medecin avocat \
        avocate juriste vendeur vendeuse caissier caissiere serveur serveuse cuisinier cuisiniere boulanger boulangere \
        boucher coiffeur coiffeuse chauffeur conducteur conductrice magasinier cariste ouvrier ouvriere agent agente \
        responsable charge chargee employe employee aide soignant soignante educateur educatrice professeur professeure \
        enseignant enseignante formateur formatrice secretaire hotesse hote standardiste commercial commerciale \
        acheteur acheteuse redacteur redactrice traducteur traductrice graphiste webmaster concepteur conceptrice \
        chercheur chercheuse doctorant doctorante biologiste chimiste pharmacien pharmacienne macon electricien \
        plombier soudeur menuisier peintre mecanicien mecanicienne carrossier jardinier paysagiste ambulancier \
        pompier gardien gardienne animateur animatrice moniteur monitrice surveillant surveillante auxiliaire \
        collaborateur collaboratrice attache attachee adjoint adjointe gestionnaire controleur controleuse auditeur \
        auditrice conseiller conseillere courtier negociateur technicien technicienne operateur operatrice monteur \
        monteuse regleur usineur preparateur preparatrice livreur facteur manutentionnaire benevole volunteer \
        recruteur recruteuse assistante freelance independant medic porters attendants workers nurses engineers
        """)

    private static let titleStems = [
        "developp", "ingenieur", "administrat", "programmeu", "scientifi", "coordinat", "consultan", "superviseu",
        "technic", "analyst", "architect", "merchandis", "electromec", "chaudronn", "infirmier", "specialis",
        "integrat", "dessinat", "geometre", "logistic", "referent", "planific",
    ]

    private static let companyWords = set(
        """
        inc llc ltd limited sas sasu sarl sa eurl sci gmbh ag corp corporation company co group groupe holding plc bv nv \
        university universite hospital hopital clinique clinic centre center cabinet banque bank agency agence \
        solutions technologies technology consulting conseil labs lab systems systemes services logiciels software \
        studio atelier ateliers institute institut foundation fondation association ministere ministry mairie \
        laboratoire laboratories industries constructions transports entreprise societe restaurant hotel garage \
        pharmacie editions media medias partners associes brothers freres fils international france europe global \
        college school ecole lycee chu ehpad ssii esn compagnie usine magasins assurances mutuelle analytics agency
        """.replacingNewlines)

    private static let schoolWords = set(
        """
        university universite universities college school lycee iut iae ifsi cfa ecole institut institute academy \
        academie polytechnique polytechnic faculte faculty insa hec essec escp edhec emlyon esc greta cnam afpa ens mit \
        conservatoire campus ufr eth epfl seminary berkeley stanford harvard oxford cambridge yale princeton ucla \
        caltech sorbonne supelec centrale centralesupelec epitech epita ensta enst esiea sup conservatory esgi uc
        """.replacingNewlines)

    private static let schoolStems = ["universi", "polytech"]

    private static let degreeWords = set(
        """
        bachelor bachelors master masters mba phd doctorate doctorat doctor diploma degree associate bsc msc ba bs ma ms \
        beng meng certificate certification licence diplome bts dut but deug dess dea bac baccalaureat cap bep brevet \
        deust dcg dscg dec cpge prepa ingenieur magistere mastere capes agregation titre ged gcse levels level a \
        hnd nvq habilitation formation bachelier deaes deas these thesis course aes technical postgraduate \
        undergraduate minor major these bpjeps cqp adn asn bsn rn jd llb llm md high lpro deuxieme premiere
        """.replacingNewlines)

    private static let contracts = set(
        """
        cdi cdd mission freelance stage alternance interim apprentissage internship contract permanent fulltime
        """.replacingNewlines
    ).union(["temps plein", "full time", "part time", "temps partiel", "stage de fin d etudes"])
}

extension String {
    fileprivate var replacingNewlines: String { String(map { $0 == "\n" ? " " : $0 }) }
}
