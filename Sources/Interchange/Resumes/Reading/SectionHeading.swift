import Foundation

/// The parts that a CV falls into.
enum ResumeSection: Sendable, Hashable, CaseIterable {
    case contact, summary, work, education, skills, languages, certificates, interests, projects, volunteer, other
}

/// Knows section headings in English and French.
enum SectionHeading {
    /// The section that a line is the heading of.
    static func section(of line: String) -> ResumeSection? {
        let bare = line.drop { !$0.isLetter }
        guard bare.count <= 60, !bare.isEmpty, !line.contains("@") else { return nil }
        let folded = String(bare).folded
        if let section = headings[folded] { return section }
        // "Compétences techniques et outils", "Work experience and internships": two headings, or one with a tail.
        for joint in [" et ", " and ", " & ", " / "] {
            let halves = String(bare).lowercased().components(separatedBy: joint)
            if halves.count == 2, let section = headings[halves[0].folded], headings[halves[1].folded] != nil {
                return section
            }
        }
        return nil
    }

    /// A heading with its content on the same line: `Langues : anglais, espagnol`.
    static func leading(_ line: String) -> (section: ResumeSection, rest: String)? {
        for separator: Character in [":", "\t"] {
            guard let index = line.firstIndex(of: separator) else { continue }
            let rest = String(line[line.index(after: index)...]).trimmed
            if !rest.isEmpty, let section = section(of: String(line[..<index]).trimmed) { return (section, rest) }
        }
        return nil
    }

    /// Whether the text is a heading or the first or last words of one broken over two lines.
    static func mayBegin(_ text: String) -> Bool {
        if section(of: text) != nil { return true }
        let folded = text.folded
        guard folded.count >= 4 else { return false }
        return headings.keys.contains { $0.hasPrefix(folded + " ") || $0.hasSuffix(" " + folded) }
    }

    /// Whether the text is in capitals.
    static func isLoud(_ text: String) -> Bool {
        text.count >= 4 && text.contains(where: \.isUppercase) && !text.contains(where: \.isLowercase)
    }

    private static let headings: [String: ResumeSection] = {
        var result: [String: ResumeSection] = [:]
        for (section, names) in table {
            for name in names.split(separator: ";") { result[String(name).folded] = section }
        }
        return result
    }()

    private static let table: [(ResumeSection, String)] = [
        (
            .contact,
            """
            contact;contacts;contact information;contact details;contact info;personal information;personal details;\
            personal info;coordonnées;informations personnelles;informations de contact;état civil;\
            renseignements personnels;me contacter;infos personnelles;données personnelles
            """
        ),
        (
            .summary,
            """
            summary;professional summary;executive summary;profile;professional profile;about;about me;objective;\
            career objective;career summary;personal statement;profil;profil professionnel;à propos;à propos de moi;\
            résumé;objectif;objectif professionnel;présentation;accroche;qui suis je;introduction;overview;\
            summary of qualifications;personal profile;career profile;en bref;mon profil;statement
            """
        ),
        (
            .work,
            """
            experience;experiences;work experience;professional experience;employment history;employment;work history;\
            career history;professional experiences;relevant experience;work;positions held;career;job history;\
            professional background;expérience;expériences;expérience professionnelle;expériences professionnelles;\
            parcours professionnel;parcours;carrière;emplois;historique professionnel;mes expériences;\
            expérience de travail;clinical experience;industry experience;internships;internship experience;stages;\
            stages et emplois;vie professionnelle;missions;experience professionnelle et stages;\
            expériences professionnelles significatives;principales expériences;technical experience;\
            teaching experience;research experience;parcours pro;emplois et stages
            """
        ),
        (
            .education,
            """
            education;educations;education and training;academic background;academic history;academic qualifications;\
            qualifications;studies;training;educational background;degrees;formation;formations;formation académique;\
            formations académiques;diplômes;diplômes et formations;formation et diplômes;formations et diplômes;\
            études;cursus;parcours académique;parcours scolaire;scolarité;parcours universitaire;cursus scolaire;\
            formation initiale;formation continue;formation universitaire;études et formations;mes études;\
            éducation;diplômes et formation;education et formation;academics;academic education
            """
        ),
        (
            .skills,
            """
            skills;technical skills;key skills;core skills;core competencies;competencies;areas of expertise;expertise;\
            technologies;tools;technical expertise;skill set;skillset;professional skills;soft skills;hard skills;\
            skills summary;compétences;compétences clés;compétences techniques;compétences informatiques;\
            compétences professionnelles;savoir faire;savoir être;atouts;outils;logiciels;informatique;\
            domaines de compétences;domaines de compétence;domaines d expertise;compétence;qualités;\
            environnement technique;environnements techniques;langages et outils;connaissances;aptitudes;\
            technical proficiencies;key competencies;computer skills;relevant skills;it skills;other skills;\
            mes compétences;compétences linguistiques et informatiques;programming skills;nursing skills;\
            clinical skills;strengths;key strengths;savoir;points forts;bureautique;technical competencies;\
            personal skills;compétences transversales;compétences métier;compétences métiers;stack technique;\
            core qualifications;soft skills et atouts;compétences comportementales
            """
        ),
        (
            .languages,
            """
            languages;language skills;language;foreign languages;langues;langue;langues étrangères;langues parlées;\
            compétences linguistiques;pratique des langues;languages spoken;spoken languages;mes langues;linguistique
            """
        ),
        (
            .certificates,
            """
            certifications;certification;certificates;certificate;licenses;licences;licenses and certifications;\
            certifications and licenses;licenses certifications;certifications licenses;accreditations;certificats;\
            habilitations;habilitations et certifications;licences et certifications;certifications et habilitations;\
            professional certifications;certifications professionnelles;permis et habilitations;\
            certifications et formations;training and certifications;professional licenses;permis;\
            certifications training
            """
        ),
        (
            .interests,
            """
            interests;hobbies;hobbies and interests;interests and hobbies;personal interests;activities;\
            extracurricular activities;centres d intérêt;centres d intérêts;centre d intérêt;loisirs;\
            loisirs et centres d intérêt;intérêts;passions;hobbies et intérêts;divers;sports et loisirs;activités;\
            activités extra professionnelles;vie extra professionnelle;mes loisirs;sports;hobbies interests
            """
        ),
        (
            .projects,
            """
            projects;personal projects;key projects;selected projects;academic projects;projets;projets personnels;\
            réalisations;principales réalisations;publications;portfolio;side projects;projets et associations;\
            projets associations;projets académiques;open source;selected publications;recent projects;patents;\
            projects associations;notable projects;travaux
            """
        ),
        (
            .volunteer,
            """
            volunteering;volunteer;volunteer experience;volunteer work;community involvement;bénévolat;\
            engagements associatifs;engagement associatif;vie associative;expériences de bénévolat;\
            expérience associative;associations;activités associatives;engagements;community service;leadership;\
            expériences associatives
            """
        ),
        (
            .other,
            """
            references;awards;honors;honours;achievements;honors and awards;awards and honors;références;distinctions;\
            prix;prix et distinctions;memberships;professional affiliations;affiliations;additional information;\
            autres;informations complémentaires;mobilité;disponibilité;professional memberships;key achievements;\
            invited talks;talks;conferences;conférences;scholarships;honors awards;accomplishments;\
            professional associations;awards recognition;awards and recognition;recognition;other information;\
            recommendations;écrits;writing;speaking;governance;disposition;service;reading;samples
            """
        ),
    ]
}
