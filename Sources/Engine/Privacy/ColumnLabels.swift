import Domain

/// What the page of personal data calls the columns of tables.
enum ColumnLabels {
    /// Whether a column tells a reader anything; identifiers are in the JSON.
    static func isShown(_ column: String) -> Bool {
        column != "id" && column != "created_by" && column != "seq" && !column.hasSuffix("_id")
            && !column.hasSuffix("_uid") && column != "row_seq" && column != "sha256"
    }

    static func label(_ column: String, _ language: Language) -> String {
        if language == .french, let label = french[column] { return label }
        let words = column.split(separator: "_").joined(separator: " ")
        return words.prefix(1).uppercased() + words.dropFirst()
    }

    static func hasFrenchLabel(_ column: String) -> Bool { french[column] != nil }

    private static let french: [String: String] = [
        "accepted_at": "Acceptée le", "actor_role": "Rôle de l’auteur", "after": "Après", "answers": "Réponses",
        "anonymized_at": "Anonymisée le", "applied_at": "Déposée le", "area": "Domaine", "at": "Date",
        "attempts": "Tentatives", "audience": "Public", "available_from": "Disponible à partir du",
        "basis": "Base légale", "before": "Avant", "body": "Texte", "calendar": "Invitation",
        "calendar_method": "Nature de l’invitation", "can_email": "Accepte les courriels", "city": "Ville",
        "client_visible": "Visible du client", "closed_at": "Close le", "code": "Motif", "company": "Entreprise",
        "consent_basis": "Base légale du consentement", "consent_expires_at": "Consentement jusqu’au",
        "consent_given_at": "Consentement donné le", "content": "Contenu", "country_code": "Pays", "courses": "Cours",
        "cover_letter": "Lettre de motivation", "created_at": "Créé le", "currency": "Devise",
        "current_company": "Employeur actuel", "current_title": "Poste actuel", "deleted_at": "Supprimé le",
        "desired_employment_types": "Contrats souhaités", "desired_salary": "Salaire souhaité",
        "edited_at": "Modifié le", "education_level": "Niveau d’études", "email": "Adresse électronique",
        "email_verified_at": "Adresse confirmée le", "emails": "Adresses électroniques", "end_at": "Fin",
        "end_date": "Fin", "ends_at": "Fin", "evidence": "Preuve", "experience_months": "Mois d’expérience",
        "expires_at": "Expire le", "failed_at": "Échec le", "failed_logins": "Connexions refusées",
        "failure": "Nature de l’échec", "filename": "Nom du fichier", "fill_ms": "Durée du recrutement (ms)",
        "first_name": "Prénom", "from_client_visible": "Était visible du client", "from_entered_at": "Étape entrée le",
        "from_position": "Place précédente", "from_status": "Étape précédente", "given_at": "Donné le",
        "headline": "Accroche", "highlights": "Réalisations", "hire_ms": "Durée jusqu’à l’embauche (ms)",
        "holds_secret": "Contient un secret", "ical_sequence": "Version de l’invitation", "inbox": "Boîte",
        "institution": "Établissement", "internal_comment": "Commentaire interne", "is_primary": "CV principal",
        "job": "Offre", "kind": "Nature", "languages": "Langues", "last_attempt_at": "Dernière tentative le",
        "last_error": "Dernière erreur", "last_login_at": "Dernière connexion le",
        "last_message_at": "Dernier message le",
        "last_name": "Nom", "last_used": "Utilisée en dernier", "level": "Niveau", "link": "Lien", "locale": "Langue",
        "location": "Lieu", "locked_until": "Verrouillé jusqu’au", "match_score": "Score", "media_type": "Format",
        "mentions": "Mentions", "message": "Message", "message_count": "Messages", "name": "Employeur",
        "not_before": "Pas avant le", "notice_days": "Préavis (jours)", "number": "Numéro", "on_hold": "En attente",
        "opened_at": "Ouverte le", "operation": "Opération", "origin": "Origine", "outcome": "Résultat",
        "parsed": "Contenu lu", "parser_version": "Version de la lecture", "participants": "Participants",
        "phone": "Téléphone", "phones": "Téléphones", "position": "Poste", "postal_code": "Code postal",
        "profiles": "Profils en ligne", "public_comment": "Commentaire", "purpose": "Finalité", "rating": "Note",
        "reached": "Étape atteinte", "reason": "Motif", "recipient": "Destinataire",
        "recipient_name": "Nom du destinataire",
        "region": "Région", "related_type": "Objet", "remote_preference": "Télétravail",
        "requested_company": "Entreprise indiquée",
        "resolved_at": "Répondue le", "retention_until": "Conservée jusqu’au", "revision": "Version",
        "revoked_at": "Révoquée le", "role": "Rôle", "round": "Tour", "salary": "Salaire",
        "salary_unit": "Période du salaire", "score": "Résultat", "sent_at": "Envoyé le", "size": "Taille (octets)",
        "skill": "Compétence", "source": "Provenance", "spent_applied": "Durée en candidature (ms)",
        "spent_interview": "Durée en entretien (ms)", "spent_offer": "Durée en offre (ms)",
        "spent_screening": "Durée en présélection (ms)", "spent_sourced": "Durée en sourcing (ms)",
        "spent_submitted": "Durée chez le client (ms)", "start_at": "Début", "start_date": "Début",
        "started_at": "Début", "starts_at": "Début", "status": "Statut", "status_entered_at": "Statut depuis le",
        "study_type": "Diplôme", "subject": "Objet", "subject_type": "Objet", "summary": "Résumé", "tags": "Étiquettes",
        "target_type": "Objet", "timezone": "Fuseau horaire", "title": "Titre", "to_status": "Étape",
        "undo_of": "Annule", "undo_until": "Réversible jusqu’au", "undone_at": "Annulée le", "updated_at": "Modifié le",
        "url": "Adresse", "version_no": "Version", "video_url": "Adresse de la visioconférence",
        "visibility": "Visibilité", "warned_at": "Avertie le", "willing_to_relocate": "Mobile",
        "withdrawn_at": "Retiré le", "work_authorization": "Autorisation de travail", "years": "Années",
    ]
}
