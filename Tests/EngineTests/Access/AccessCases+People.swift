import Domain
import Engine
import JSON
import Storage
import TestSupport
import Testing

extension AccessScene {
    /// The account of a person.
    func user(_ person: World.Person) throws -> JSONValue {
        let id: User.ID? = try world.database.read {
            try $0.value("SELECT id FROM user_account WHERE email = \(person.email)")
        }
        return .string(try #require(id).description)
    }

    /// The account of the caller of that role.
    func ownUser(_ role: Role?) throws -> JSONValue {
        switch role {
        case .candidate, nil: try user(.candidate)
        case .employer: try user(.employer)
        case .consultant: try user(.consultant)
        case .admin: try user(.admin)
        case .superadmin: try user(.superadmin)
        }
    }

    /// A refresh token that was just given out.
    func refreshToken() throws -> JSONValue {
        let answer = world.engine.dispatch(
            "auth.login", input: ["email": "candidate@example.com", "password": .string(World.password)],
            as: .anonymous(.english))
        return try #require(answer.body["refresh_token"])
    }

    /// What a stranger calls.
    func anonymously(_ operation: String, _ input: JSONValue) {
        _ = world.engine.dispatch(operation, input: input, as: .anonymous(.english))
    }
}

extension AccessCases {
    static let people: [AccessCase] = accounts + users + notifications + administration

    private static let newcomer: JSONValue = [
        "email": "newcomer@example.com", "password": "a quite long phrase", "first_name": "New", "last_name": "Comer",
    ]

    private static let accounts: [AccessCase] = [
        AccessCase("auth.refresh") { scene, _ in ["refresh_token": try scene.refreshToken()] },
        AccessCase("auth.register") { _, _ in newcomer },
        AccessCase("auth.forgotPassword") { _, _ in ["email": "candidate@example.com"] },
        AccessCase("auth.resendVerification") { _, _ in ["email": "candidate@example.com"] },
        AccessCase("auth.resetPassword") { scene, _ in
            scene.anonymously("auth.forgotPassword", ["email": "othercandidate@example.com"])
            return [
                "token": try scene.world.mailedToken(to: "othercandidate@example.com"),
                "new_password": "a brand new phrase",
            ]
        },
        AccessCase("auth.verifyEmail") { scene, _ in
            scene.anonymously("auth.register", newcomer)
            return ["token": try scene.world.mailedToken(to: "newcomer@example.com")]
        },
    ]

    private static func anyUser(_ operation: String) -> AccessCase {
        AccessCase(operation) { scene, _ in
            ["user_id": try scene.user(.otherEmployer)]
        } other: { scene, _ in
            ["user_id": try scene.user(.otherCandidate)]
        }
    }

    private static func ownAccount(_ operation: String, _ change: JSONValue = [:]) -> AccessCase {
        AccessCase(operation) { scene, role in
            change.with(["user_id": try scene.ownUser(role)])
        } other: { scene, _ in
            change.with(["user_id": try scene.user(.otherConsultant)])
        }
    }

    private static let madeAccount: JSONValue = [
        "email": "made@example.com", "first_name": "Made", "last_name": "Account", "role": "consultant",
    ]

    private static let users: [AccessCase] = [
        AccessCase("users.list") { _, _ in [:] }, AccessCase("admin.users") { _, _ in [:] },
        ownAccount("users.get"), ownAccount("users.update", ["first_name": "Nouveau"]),
        anyUser("users.delete"), anyUser("users.activate"), anyUser("users.deactivate"), anyUser("users.activity"),
        AccessCase("users.create") { _, _ in madeAccount },
        AccessCase("users.bulkImport") { _, _ in ["rows": [madeAccount]] },
        AccessCase("superadmin.createAdminUser") { _, _ in
            ["email": "boss@example.com", "first_name": "New", "last_name": "Boss"]
        },
    ]

    private static let notice: JSONValue = ["audience": "everyone", "title": "Pause", "body": "Saturday evening."]

    private static func notification(_ operation: String, _ change: JSONValue = [:]) -> AccessCase {
        AccessCase(operation) { scene, _ in
            change.with(["notification_id": try scene.make("admin.notifications.create", notice)["id"] ?? .null])
        }
    }

    private static let notifications: [AccessCase] = [
        AccessCase("admin.notifications.list") { _, _ in [:] },
        AccessCase("admin.notifications.create") { _, _ in notice },
        notification("admin.notifications.update", ["title": "Longer pause"]),
        notification("admin.notifications.delete"),
        AccessCase("notifications.list") { _, _ in [:] },
        AccessCase("notifications.markRead") { scene, _ in
            ["notification_id": try scene.make("admin.notifications.create", notice)["id"] ?? .null]
        } other: { scene, _ in
            let made = try scene.make(
                "admin.notifications.create",
                ["recipient_id": try scene.user(.otherConsultant), "title": "Hello", "body": "Only for one."])
            return ["notification_id": made["id"] ?? .null]
        },
    ]

    private static let administration: [AccessCase] = [
        AccessCase("admin.settings.get") { _, _ in [:] },
        AccessCase("admin.settings.update") { _, _ in ["settings": ["agency.name": "Cabinet Nord"]] },
        AccessCase("admin.maintenanceMode") { _, _ in ["enabled": true] },
        AccessCase("admin.systemStats") { _, _ in [:] }, AccessCase("admin.performance") { _, _ in [:] },
        AccessCase("admin.backup") { _, _ in [:] }, AccessCase("admin.backups.list") { _, _ in [:] },
        AccessCase("superadmin.systemHealth") { _, _ in ["deep": true] },
        AccessCase("superadmin.databaseStats") { _, _ in [:] },
        AccessCase("superadmin.analytics") { _, _ in [:] },
        AccessCase("superadmin.dataMigration") { _, _ in [:] },
        AccessCase("superadmin.resetSystem") { _, _ in ["confirmation": "delete everything"] },
        AccessCase("trash.list") { _, _ in [:] },
        AccessCase("trash.restore") { scene, _ in
            _ = try scene.make("candidates.delete", ["candidate_id": scene.hiddenCandidate])
            return ["type": "candidate", "row_id": scene.hiddenCandidate]
        },
        AccessCase("applications.people") { scene, _ in
            ["application_id": scene.ownApplication]
        } other: { scene, _ in
            ["application_id": scene.otherApplication]
        },
    ]
}
