import Domain
import JSON
import Storage

/// The templates of a demo workspace, and which of them its reasons for rejecting use.
enum TemplateRows {
    private struct Text {
        var name: String
        var kind: Template.Kind
        var subject: String
        var body: String
        var variables: [String]
    }

    private static let french = [
        Text(
            name: "Merci", kind: .rejection, subject: "Votre candidature : {{job_title}}",
            body: """
                Bonjour {{first_name}},

                Merci de l’intérêt que vous avez porté au poste « {{job_title}} ». Après examen de votre dossier, nous \
                avons retenu d’autres candidatures. Nous gardons vos coordonnées et reviendrons vers vous dès qu’un \
                poste vous correspond.

                {{sender_full_name}}
                """, variables: ["job_title", "first_name", "sender_full_name"]),
        Text(
            name: "Accusé de réception", kind: .autoReply, subject: "Nous avons bien reçu votre candidature",
            body: """
                Bonjour {{first_name}},

                Votre candidature au poste « {{job_title}} » nous est bien parvenue. Vous aurez de nos nouvelles sous \
                huit jours.
                """, variables: ["first_name", "job_title"]),
        Text(
            name: "Premier échange", kind: .message, subject: "Premier échange",
            body: """
                Bonjour {{first_name}},

                Seriez-vous disponible cette semaine pour un échange d’un quart d’heure ?

                {{sender_first_name}}
                """, variables: ["first_name", "sender_first_name"]),
        Text(
            name: "Journée portes ouvertes", kind: .bulkMessage, subject: "Rencontrons-nous",
            body: """
                Bonjour {{first_name}},

                Nous vous invitons à notre journée portes ouvertes, le {{date}}.

                {{sender_full_name}}
                """, variables: ["first_name", "date", "sender_full_name"]),
    ]

    private static let english = [
        Text(
            name: "Thank you", kind: .rejection, subject: "Your application: {{job_title}}",
            body: """
                Dear {{first_name}},

                Thank you for your interest in “{{job_title}}”. This time we went on with others. We keep your file and \
                will be in touch as soon as something fits.

                {{sender_full_name}}
                """, variables: ["job_title", "first_name", "sender_full_name"]),
        Text(
            name: "First call", kind: .message, subject: "A first call",
            body: """
                Hello {{first_name}},

                Would you have a quarter of an hour for a call this week?

                {{sender_first_name}}
                """, variables: ["first_name", "sender_first_name"]),
        Text(
            name: "Open day", kind: .bulkMessage, subject: "Come and meet us",
            body: """
                Dear {{first_name}},

                We would like to invite you to our open day on {{date}}.

                {{sender_full_name}}
                """, variables: ["first_name", "date", "sender_full_name"]),
    ]

    static func write(plan: DemoPlan, at instant: Instant, _ transaction: any Transaction) throws {
        var random = RandomStream(seed: plan.seed, kind: .identifier, index: 3)
        var rejection: Template.ID?
        for (locale, texts) in [("fr", french), ("en", english)] {
            for text in texts {
                let id: Template.ID = random.identifier(at: instant)
                if text.kind == .rejection, rejection == nil { rejection = id }
                try transaction.execute(
                    """
                    INSERT INTO template (id, created_at, updated_at, version, row_seq, name, name_folded, kind, subject,
                    body, variables, locale) VALUES (\(id), \(instant), \(instant), 1, \(try transaction.clock()),
                    \(text.name), \(Folding.key(text.name)), \(text.kind), \(text.subject), \(text.body),
                    \(JSONText.list(text.variables)), \(locale))
                    """)
            }
        }
        try transaction.execute(
            "UPDATE reason SET template_id = \(rejection) WHERE kind = \(Reason.Kind.weRejected)")
    }
}
