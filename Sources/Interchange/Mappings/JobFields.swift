extension MappingField {
    static let job: [MappingField] =
        [
            MappingField(
                "title", .line(200),
                "title;job title;name;position;titre;intitulé;intitulé du poste;intitule du poste;poste;libellé;"
                    + "titre du poste;titre de l offre;offre;job name;position title;emploi;posting title"),
            MappingField(
                "company", .line(200),
                "company;company name;employer;hiring organization name;hiring organization;entreprise;société;client;"
                    + "nom de l entreprise;employeur;organization;organisation;raison sociale;account;company 0 name"),
            MappingField(
                "description", .prose,
                "description;job description;content;notes;descriptif;description du poste;missions;"
                    + "responsibilities;détail;details;body;texte;annonce;job summary;job description description"),
            MappingField(
                "profile", .prose, "profile;profil;profil recherché;profil du candidat;qualifications;requirements"),
            MappingField("public_description", .prose, "public description;description publique;public content"),
            MappingField(
                "employment_type", .employmentType,
                "employment type;employmenttype;contract type;contract;type de contrat;contrat;job type;type;"
                    + "custom fields employment type;nature du contrat;work type;contract type label;time type;"
                    + "commitment;categories commitment"),
            MappingField(
                "workplace", .workplace,
                "workplace;remote;remote work;workplace type;job location type;télétravail;teletravail;work mode;"
                    + "mode de travail;location type;is remote;remote allowed"),
            MappingField(
                "base_salary", .salary,
                "salary;base salary;salary range;salaire;rémunération;remuneration;pay;compensation;wage;"
                    + "fourchette de salaire;salaire brut;package;base salary value;salaire annuel;tjm"),
            MappingField(
                "base_salary.min", .amount, short: ["salary_min"],
                "salary min;min salary;minimum salary;salaire min;salaire minimum;base salary value min value;"
                    + "custom fields salary range min value;salary range from;salary from;pay min;base salary min"),
            MappingField(
                "base_salary.max", .amount, short: ["salary_max"],
                "salary max;max salary;maximum salary;salaire max;salaire maximum;base salary value max value;"
                    + "custom fields salary range max value;salary range to;salary to;pay max;base salary max"),
            MappingField(
                "base_salary.currency", .line(3), short: ["currency"],
                "currency;salary currency;devise;base salary currency;custom fields salary range unit"),
            MappingField(
                "base_salary.unit", .salaryUnit, short: ["salary_unit"],
                "salary unit;salary period;base salary value unit text;salary frequency;période;pay period"),
            MappingField("status", .jobStatus, "status;statut;state of job;état de l offre;job status"),
            MappingField(
                "requisition_id", .line(60),
                "requisition id;requisition;reference;référence;ref;job reference;identifier value;job id;id;"
                    + "identifiant;numéro d offre;external id;req id;jobid;identifier"),
            MappingField(
                "date_posted", .date,
                "date posted;posted;posted at;published;published at;publication date;date de publication;opened at;"
                    + "date;created at;date de création;first published at;posting date;publié le;creation date;"
                    + "date de mise à jour;date de mise a jour"),
            MappingField(
                "valid_through", .date,
                "valid through;expires;expiry date;expiration date;closing date;date limite;date de fin;deadline;"
                    + "date d expiration;expires at;application deadline;fin de publication"),
            MappingField(
                "experience_months", .months,
                "experience months;experience;experience requirements;years of experience;expérience;"
                    + "expérience requise;expérience souhaitée;experience level;"
                    + "experience requirements months of experience;min experience"),
            MappingField(
                "education_level", .line(80),
                "education level;education;education requirements;niveau d études;niveau d etude;diplôme;formation;"
                    + "education requirements credential category;niveau"),
            MappingField(
                "openings", .integer,
                "openings;number of openings;nombre de postes;vacancies;positions;total job openings;headcount;postes"),
            MappingField("confidential", .boolean, "confidential;confidentiel;is confidential"),
            MappingField("salary_public", .boolean, "salary public;show salary;salaire affiché"),
            MappingField("skills", .list, "skills;compétences;competences;key skills;required skills;savoir faire"),
            MappingField(
                "tags", .list, "tags;category;categories;catégorie;sub category;department;departments 0 name;industry"),
            MappingField("url", .line(2_000), "url;link;lien;direct url;absolute url;redirection;apply url"),
        ] + location()
}
