extension MappingField {
    static let candidate: [MappingField] =
        [
            MappingField("first_name", .line(120), "first name;firstname;given name;prénom;prenom;forename;first"),
            MappingField(
                "last_name", .line(120),
                "last name;lastname;surname;family name;nom de famille;nom;nom d usage;last;patronyme"),
            MappingField(
                "full_name", .fullName, short: ["name"],
                "name;full name;fullname;candidate;candidate name;nom complet;nom et prénom;prénom et nom;"
                    + "nom prénom;candidat;basics name"),
            MappingField(
                "emails", .emails, short: ["email"],
                "email;e mail;mail;email address;courriel;adresse email;adresse e mail;adresse mail;"
                    + "email addresses 0 value;emails 0 value;candidate email;personal email;basics email"),
            MappingField(
                "phones", .phones, short: ["phone"],
                "phone;telephone;téléphone;mobile;mobile phone;phone number;tel;tél;portable;cell;cell phone;"
                    + "numéro de téléphone;téléphone mobile;téléphone portable;phone numbers 0 value;phones 0 value;"
                    + "basics phone;gsm"),
            MappingField("headline", .line(200), "headline;accroche;titre du profil;profile title;basics label;label"),
            MappingField("summary", .prose, "summary;résumé;profil;bio;about;à propos;présentation;basics summary"),
            MappingField(
                "current_title", .line(200),
                "current title;title;job title;position;poste;poste actuel;fonction;intitulé du poste;current position;"
                    + "métier;profession;titre"),
            MappingField(
                "current_company", .line(200),
                "current company;company;employer;current employer;entreprise;entreprise actuelle;employeur;"
                    + "société;organization"),
            MappingField(
                "skills", .list, "skills;compétences;competences;skill;key skills;compétences clés;technologies"),
            MappingField("languages", .languages, "languages;langues;language;langues parlées"),
            MappingField("tags", .list, "tags;labels;étiquettes;mots clés;keywords"),
            MappingField(
                "source", .line(200), "source;candidate source;origine;provenance;source public name;lead source"),
            MappingField(
                "available_from", .date,
                "available from;availability;availability date;disponibilité;disponible le;date de disponibilité;"
                    + "start date;disponible à partir de"),
            MappingField("notice_days", .integer, "notice;notice period;préavis;notice days;préavis en jours"),
            MappingField(
                "desired_salary", .salary,
                "desired salary;expected salary;salary expectation;salary expectations;prétentions;"
                    + "prétentions salariales;salaire souhaité;salaire;salary"),
            MappingField(
                "desired_salary.min", .amount, "expected salary min;desired salary min;salaire minimum;salary min"),
            MappingField(
                "desired_salary.max", .amount, "expected salary max;desired salary max;salaire maximum;salary max"),
            MappingField("desired_salary.currency", .line(3), "salary currency;currency;devise"),
            MappingField("desired_salary.period", .salaryUnit, "salary period;salary unit;période"),
            MappingField(
                "desired_employment_types", .employmentTypes,
                "employment type;desired employment type;contract type;type de contrat;contrat;contrat recherché"),
            MappingField(
                "remote_preference", .workplace,
                "remote preference;remote;remote work;télétravail;souhait télétravail;workplace"),
            MappingField(
                "willing_to_relocate", .boolean, "willing to relocate;relocation;relocate;mobilité;mobile;mobility"),
            MappingField(
                "work_authorization", .line(200),
                "work authorization;work permit;visa;permis de travail;autorisation de travail;visa status"),
            MappingField("can_email", .boolean, "can email;email consent;opt in;accord email;contact autorisé"),
            MappingField("consent.basis", .line(80), "consent basis;base légale"),
            MappingField("consent.given_at", .line(40), "consent given at;consentement donné le"),
            MappingField("consent.expires_at", .line(40), "consent expires at;consentement expire le"),
            MappingField("status", .line(40), "status;statut;candidate status"),
            MappingField("linkedin", .profile("LinkedIn"), "linkedin;linkedin url;linkedin profile;profil linkedin"),
            MappingField("github", .profile("GitHub"), "github;github url;github profile"),
            MappingField(
                "website", .profile("website"),
                "website;site web;url;portfolio;website addresses 0 value;site;blog;basics url"),
            MappingField("external_id", .line(200), "id;candidate id;external id;identifiant;ref;référence;numéro"),
        ] + location("basics location city;location locality")
}
