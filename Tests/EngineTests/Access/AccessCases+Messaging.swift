import Domain
import Engine
import JSON
import TestSupport

extension AccessCases {
    static let messaging: [AccessCase] =
        conversations + messages + templates + [
            AccessCase("messaging.recipients.list") { _, _ in [:] },
            AccessCase("messaging.bulkMessage") { scene, _ in
                ["candidate_ids": [scene.ownCandidate], "subject": "Open day", "body": "Dear {{first_name}}"]
            },
            AccessCase("messaging.bulkMessages.list") { _, _ in [:] },
            AccessCase("messaging.bulkMessages.results") { scene, _ in
                ["bulk_message_id": try bulkMessage(scene)]
            },
            AccessCase("messaging.optOut") { scene, _ in ["token": try optOutToken(scene)] },
            AccessCase("admin.mail.list") { _, _ in [:] },
            AccessCase("admin.mail.retry") { scene, _ in ["mail_id": try failedMail(scene)] },
        ]

    /// The person of the tests who has this role.
    private static func person(_ role: Role?) -> World.Person {
        World.Person.allCases.first { $0.role == role } ?? .anonymous
    }

    /// A conversation between the caller and somebody it may write to, or between two others.
    private static func conversation(
        _ scene: AccessScene, _ role: Role?, own: Bool, written by: World.Person? = nil
    ) throws -> (id: JSONValue, message: JSONValue) {
        // An admin is somebody whom all may write to.
        let beginner: World.Person = own && role != nil ? person(role) : .otherConsultant
        let other: World.Person = !own || role == .consultant || role == nil ? .otherCandidate : .otherConsultant
        let partner: World.Person = own && (role == .candidate || role == .employer) ? .admin : other
        let partnerID = try scene.make("auth.profile", [:], as: partner)["id"] ?? .null
        let made = try scene.make(
            "messaging.conversations.create", ["subject": "Hello", "participants": [partnerID]], as: beginner)
        let id = made["id"] ?? .null
        let writer = by == nil ? beginner : partner
        let message = try scene.make("messaging.messages.send", ["conv_id": id, "body": "Hello"], as: writer)
        return (id, message["id"] ?? .null)
    }

    private static func about(
        conversation operation: String, _ more: JSONValue = [:]
    ) -> AccessCase {
        AccessCase(operation) { scene, role in
            (["conv_id": try conversation(scene, role, own: true).id] as JSONValue).with(more)
        } other: { scene, role in
            (["conv_id": try conversation(scene, role, own: false).id] as JSONValue).with(more)
        }
    }

    private static func about(
        message operation: String, _ more: JSONValue = [:], written by: World.Person? = nil
    ) -> AccessCase {
        AccessCase(operation) { scene, role in
            (["message_id": try conversation(scene, role, own: true, written: by).message] as JSONValue).with(more)
        } other: { scene, role in
            (["message_id": try conversation(scene, role, own: false, written: by).message] as JSONValue).with(more)
        }
    }

    private static let conversations: [AccessCase] = [
        AccessCase("messaging.conversations.list") { _, _ in [:] },
        AccessCase("messaging.conversations.create") { scene, role in
            let other: World.Person = role == .admin ? .superadmin : .admin
            return [
                "subject": "Hello",
                "participants": [try scene.make("auth.profile", [:], as: other)["id"] ?? .null],
            ]
        },
        about(conversation: "messaging.conversations.get"),
        about(conversation: "messaging.conversations.update", ["subject": "Another"]),
        about(conversation: "messaging.conversations.delete"),
    ]

    private static let messages: [AccessCase] = [
        about(conversation: "messaging.messages.send", ["body": "Hello again"]),
        about(conversation: "messaging.messages.list"),
        about(message: "messaging.messages.update", ["body": "Changed"]),
        about(message: "messaging.messages.delete"),
        about(message: "messaging.messages.markRead", written: .admin),
    ]

    private static let text: JSONValue = [
        "name": "Thank you", "kind": "rejection", "subject": "Your application", "body": "Dear {{first_name}}",
    ]

    private static func template(_ scene: AccessScene) throws -> JSONValue {
        try scene.make("messaging.templates.create", text)["id"] ?? .null
    }

    private static let templates: [AccessCase] = [
        AccessCase("messaging.templates.list") { _, _ in [:] },
        AccessCase("messaging.templates.create") { _, _ in text },
        AccessCase("messaging.templates.update") { scene, _ in
            ["template_id": try template(scene), "name": "Thanks"]
        },
        AccessCase("messaging.templates.delete") { scene, _ in ["template_id": try template(scene)] },
        AccessCase("reasons.update") { scene, _ in
            ["reason_id": scene.reason, "template_id": try template(scene)]
        },
    ]

    private static func bulkMessage(_ scene: AccessScene) throws -> JSONValue {
        _ = try scene.make(
            "candidates.update",
            [
                "candidate_id": scene.ownCandidate, "emails": [["value": "zoe@example.com"]],
                "consent": ["basis": "consent", "given_at": "2026-01-01T00:00:00Z"],
            ])
        return try scene.make(
            "messaging.bulkMessage",
            ["candidate_ids": [scene.ownCandidate], "subject": "Open day", "body": "Dear {{first_name}}"])["id"]
            ?? .null
    }

    private static func optOutToken(_ scene: AccessScene) throws -> JSONValue {
        _ = try scene.make(
            "admin.settings.update", ["settings": ["agency.support_email": "help@agency.example"]], as: .admin)
        _ = try bulkMessage(scene)
        let engine = scene.world.engine
        while try engine.expandBulkMessages() {}
        let addresses = try engine.claimMail().flatMap(\.unsubscribe)
        return .string(String((addresses.last ?? "").suffix(43)))
    }

    /// A mail that could not be handed over the first time.
    private static func failedMail(_ scene: AccessScene) throws -> JSONValue {
        _ = try bulkMessage(scene)
        let engine = scene.world.engine
        while try engine.expandBulkMessages() {}
        let mails = try engine.claimMail()
        try engine.settleMail(mails.map { (mail: $0, outcome: .failed("no space")) })
        return .string(mails.first?.id.description ?? "")
    }
}
