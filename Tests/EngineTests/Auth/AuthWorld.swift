import Domain
import Engine
import JSON
import Storage
import TestSupport
import Testing

/// A world for tests of accounts, with short ways to sign in.
struct AuthWorld {
    let world: World

    init(people: Bool = true) throws { world = try World(people: people) }

    func logIn(_ email: String, _ password: String = World.password) -> EncodedAnswer {
        world.engine.dispatch(
            "auth.login", input: ["email": .string(email), "password": .string(password)], as: .anonymous(.english))
    }

    /// A session that was opened with the password.
    func session(_ person: World.Person, _ password: String = World.password) throws -> Credential {
        let answer = logIn(person.email, password)
        return .token(try #require(answer.body["access_token"]?.stringValue, "\(answer.body)"))
    }

    func call(_ operation: String, _ input: JSONValue = [:], as credential: Credential) -> EncodedAnswer {
        world.engine.dispatch(operation, input: input, as: credential)
    }

    func isOpen(_ credential: Credential) -> Bool { call("auth.profile", as: credential).status == 200 }

    func user(_ person: World.Person) throws -> User.ID {
        try #require(
            try world.database.read {
                try $0.value("SELECT id FROM user_account WHERE email = \(person.email)", as: User.ID.self)
            })
    }

    func number(_ column: String, of person: World.Person) throws -> Int64? {
        try world.database.read { transaction in
            let value: Int64?? = try transaction.value(
                "SELECT \(SQL(trusted: column)) FROM user_account WHERE email = \(person.email)")
            return value ?? nil
        }
    }

    func set(_ assignment: SQL, of person: World.Person) throws {
        try world.database.write {
            _ = try $0.execute("UPDATE user_account SET \(assignment) WHERE email = \(person.email)")
        }
    }

    /// The outcomes that the audit log has of an operation, oldest first.
    func outcomes(_ operation: String) throws -> [Int] {
        try world.database.read {
            try $0.column("SELECT outcome FROM audit_log WHERE operation_id = \(operation) ORDER BY seq")
        }
    }

    /// All that the audit log holds, as text.
    func auditText() throws -> String {
        try world.database.read { transaction in
            try transaction.all("SELECT COALESCE(before, '') || COALESCE(after, '') FROM audit_log") {
                try $0.next(String.self)
            }.joined(separator: "\n")
        }
    }

    func chainIsWhole() throws -> Bool {
        try world.database.read { try AuditVerification(in: $0).findings.isEmpty }
    }
}
