extension MappingField {
    static let company: [MappingField] =
        [
            MappingField(
                "name", .line(200),
                "name;company;company name;nom;raison sociale;entreprise;société;nom de l entreprise;client;"
                    + "account name;dénomination;organization;legal name;nom de la société"),
            MappingField(
                "registration_no", .line(60),
                "registration no;registration number;siren;siret;company number;numéro siren;numéro siret;vat;tva;tax id"
            ),
            MappingField(
                "industry", .line(120), "industry;sector;secteur;secteur d activité;activité;industrie;naf;ape"),
            MappingField(
                "size_band", .line(40),
                "size band;size;employees;number of employees;effectif;effectifs;taille;company size;nombre de salariés;"
                    + "tranche d effectif"),
            MappingField("website", .line(500), "website;site web;url;site;site internet;web;domain;company website"),
            MappingField("description", .prose, "description;about;présentation;notes;à propos"),
            MappingField("status", .line(40), "status;statut"),
            MappingField("phone", .phone, "phone;telephone;téléphone;tel;standard"),
            MappingField("email", .email, "email;e mail;mail;courriel;contact email"),
            MappingField(
                "default_fee_percent", .decimal, "default fee percent;fee;fee percent;honoraires;commission;taux"),
            MappingField("external_id", .line(200), "id;external id;identifiant;company id;ref;référence;code"),
        ] + location()

    static let contact: [MappingField] = [
        MappingField(
            "company", .line(200),
            "company;company name;entreprise;société;raison sociale;client;organization;account;account name"),
        MappingField(
            "company_registration_no", .line(60), "company registration no;siren;siret;registration no;tva;vat"),
        MappingField("first_name", .line(120), "first name;firstname;given name;prénom;forename"),
        MappingField("last_name", .line(120), "last name;lastname;surname;family name;nom de famille;nom"),
        MappingField(
            "full_name", .fullName, short: ["name"], "name;full name;contact;contact name;nom complet;interlocuteur"),
        MappingField("title", .line(200), "title;job title;position;fonction;poste;titre"),
        MappingField(
            "emails", .emails, short: ["email"], "email;e mail;mail;email address;courriel;adresse email;adresse mail"),
        MappingField(
            "phones", .phones, short: ["phone"],
            "phone;telephone;téléphone;mobile;mobile phone;phone number;tel;tél;portable"),
        MappingField("is_primary", .boolean, "primary;main contact;contact principal;principal"),
        MappingField("is_billing", .boolean, "billing;facturation;contact facturation"),
        MappingField("can_email", .boolean, "can email;email consent;opt in;accord email"),
        MappingField("left_company", .boolean, "left company;left;parti;a quitté"),
        MappingField("external_id", .line(200), "id;contact id;external id;identifiant"),
    ]

    static let skill: [MappingField] = [
        MappingField("name", .line(200), "name;skill;nom;compétence;libellé;label;preferred label;title;intitulé"),
        MappingField("aliases", .list, "aliases;alt labels;altlabels;synonyms;synonymes;alias;alternative labels"),
        MappingField("category", .line(200), "category;catégorie;group;groupe;skill category;famille"),
        MappingField("kind", .line(40), "kind;type;skill type;genre"),
        MappingField("esco_uri", .line(300), "esco uri;concept uri;uri;conceptUri"),
        MappingField("onet_code", .line(50), "onet code;o net soc code;onet"),
    ]

    static let user: [MappingField] = [
        MappingField("email", .email, "email;e mail;mail;email address;courriel;adresse email;login"),
        MappingField("first_name", .line(200), "first name;firstname;given name;prénom;forename"),
        MappingField("last_name", .line(200), "last name;lastname;surname;family name;nom de famille;nom"),
        MappingField("full_name", .fullName, short: ["name"], "name;full name;nom complet;utilisateur;user"),
        MappingField("role", .line(40), "role;rôle;profil;user role;type"),
        MappingField("status", .line(40), "status;statut"),
        MappingField("company", .line(300), "company;entreprise;société;company name"),
        MappingField("phone", .phone, "phone;telephone;téléphone;mobile;tel"),
        MappingField("locale", .line(20), "locale;language;langue"),
        MappingField("timezone", .line(60), "timezone;time zone;fuseau horaire;tz"),
    ]

    static let application: [MappingField] = [
        MappingField(
            "candidate_email", .email, "candidate email;email;e mail;courriel;adresse email;candidate email address"),
        MappingField("candidate_id", .line(200), "candidate id;candidat id;identifiant candidat"),
        MappingField("job_id", .line(200), "job id;offre id;identifiant offre"),
        MappingField(
            "requisition_id", .line(100), "requisition id;requisition;job reference;référence;référence offre"),
        MappingField("job_title", .line(300), "job title;title;poste;intitulé du poste;job;offre;jobs 0 name"),
        MappingField(
            "status", .line(60), "status;application status;stage;statut;étape;current stage name;current stage"),
        MappingField(
            "applied_at", .date,
            "applied at;submitted date;application date;date de candidature;applied;applied on;date;submitted at"),
        MappingField("source", .line(200), "source;candidate source;origine;source public name;provenance"),
        MappingField(
            "reason", .line(200),
            "rejection reason;reason;motif;motif de refus;rejection reason name"),
        MappingField("cover_letter", .prose, "cover letter;lettre de motivation;message;motivation"),
        MappingField("rating", .integer, "rating;note;évaluation"),
        MappingField("external_id", .line(200), "application id;id;external id;identifiant"),
    ]
}
