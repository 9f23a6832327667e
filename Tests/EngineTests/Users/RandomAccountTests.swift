import Domain
import Engine
import JSON
import Storage
import TestSupport
import Testing

/// Whatever administrators do to accounts, in whatever order: somebody can still do everything, whoever may not sign in
/// has no session, and the audit log is whole.
@Suite struct RandomAccountTests {
    private struct Dice {
        var state: UInt64

        mutating func roll(_ sides: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % sides
        }
    }

    private func input(_ operation: String, _ user: JSONValue, _ dice: inout Dice, _ world: World) -> JSONValue {
        switch operation {
        case "users.update":
            let changes: [JSONValue] = [
                ["role": "candidate"], ["role": "consultant"], ["status": "inactive"], ["status": "active"],
                ["role": "employer", "company_id": .string(world.ownCompany.description)], ["first_name": "Nouveau"],
                ["status": "pending"],
            ]
            return changes[dice.roll(changes.count)].with(["user_id": user])
        case "trash.restore": return ["type": "user", "row_id": user]
        case "superadmin.createAdminUser":
            return [
                "email": .string("made\(dice.roll(1_000_000))@example.com"), "first_name": "Made", "last_name": "Up",
                "role": dice.roll(2) == 0 ? "admin" : "superadmin", "password": .string(World.password),
            ]
        default: return ["user_id": user]
        }
    }

    @Test(arguments: [1, 2, 3, 4] as [UInt64])
    func invariantsHold(_ seed: UInt64) throws {
        let auth = try AuthWorld()
        var dice = Dice(state: seed)
        let operations = [
            "users.update", "users.update", "users.deactivate", "users.activate", "users.delete", "trash.restore",
            "superadmin.createAdminUser",
        ]
        for step in 0..<120 {
            let accounts = try auth.world.database.read { transaction in
                try transaction.all("SELECT id, email, role, status, deleted_at FROM user_account ORDER BY id") {
                    (
                        id: try $0.next(User.ID.self), email: try $0.next(String.self),
                        role: try $0.next(Role.self), status: try $0.next(User.Status.self),
                        deleted: try $0.next(Instant?.self)
                    )
                }
            }
            let actors = accounts.filter {
                ($0.role == .admin || $0.role == .superadmin) && $0.status == .active && $0.deleted == nil
            }
            let actor = try #require(actors.isEmpty ? nil : actors[dice.roll(actors.count)])
            let user: JSONValue = .string(accounts[dice.roll(accounts.count)].id.description)
            let operation = operations[dice.roll(operations.count)]
            let token = Credential.token(try auth.world.engine.openSession(email: actor.email))
            let answer = auth.call(operation, input(operation, user, &dice, auth.world), as: token)
            #expect(answer.status < 500, "\(step): \(operation) \(answer.body)")
            auth.world.clock.advance(milliseconds: 1)
            try check(auth, step)
        }
        #expect(try auth.chainIsWhole())
    }

    private func check(_ auth: AuthWorld, _ step: Int) throws {
        try auth.world.database.read { transaction in
            let superadmins: Int? = try transaction.value(
                """
                SELECT COUNT(*) FROM user_account WHERE role = 'superadmin' AND status = 'active'
                AND deleted_at IS NULL
                """)
            #expect(superadmins ?? 0 > 0, "step \(step)")
            let ghosts: Int? = try transaction.value(
                """
                SELECT COUNT(*) FROM session s JOIN user_account u ON u.id = s.user_id WHERE s.revoked_at IS NULL
                AND (u.status <> 'active' OR u.deleted_at IS NOT NULL)
                """)
            #expect(ghosts == 0, "step \(step)")
            let homeless: Int? = try transaction.value(
                """
                SELECT COUNT(*) FROM user_account WHERE role = 'employer' AND status = 'active' AND company_id IS NULL
                AND deleted_at IS NULL
                """)
            #expect(homeless == 0, "step \(step)")
        }
    }
}
