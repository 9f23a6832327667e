import Domain
import Engine
import Foundation
import JSON
import Storage

/// A workspace in a temporary folder with two people of each role: `own…` and `other…`. Everything else is made
/// through dispatch, as a caller would.
public final class World: Sendable {
    public let clock = FixedClock()
    public let identifiers = SeededIdentifiers()
    public let files = MemoryFiles()
    public let backups = MemoryBackups()
    /// A file, or a database of the server that the tests run on (`TestServer`).
    private let store: TestStore
    public var database: any Database { store.database }
    public let engine: Engine
    public let folder: URL
    /// Two companies; the first is the own employer's.
    public let ownCompany: Company.ID
    public let otherCompany: Company.ID

    /// The people. The `second` of each role owns other rows.
    public enum Person: String, Sendable, CaseIterable {
        case anonymous, candidate, otherCandidate, employer, otherEmployer, consultant, otherConsultant, admin
        case superadmin

        public var role: Role? {
            switch self {
            case .anonymous: nil
            case .candidate, .otherCandidate: .candidate
            case .employer, .otherEmployer: .employer
            case .consultant, .otherConsultant: .consultant
            case .admin: .admin
            case .superadmin: .superadmin
            }
        }

        public var email: String { "\(rawValue.lowercased())@example.com" }
    }

    public static let password = "correct horse battery staple"

    /// Without `people` the workspace is as empty as a new one.
    public init(
        documents: any DocumentReader = PlainDocuments(), assistant: (any Assistant)? = nil, people: Bool = true,
        isDeveloperMode: Bool = false
    ) throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("rplus-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        store = try TestStore(folder: folder, migrations: EngineSchema.migrations)
        let passwords = PasswordHasher(memory: 64, passes: 1, lanes: 1)
        engine = try Engine(
            database: store.database,
            adapters: Engine.Adapters(
                clock: clock, identifiers: identifiers, entropy: SeededEntropy(), files: files, documents: documents,
                passwords: passwords, backups: backups, assistant: assistant, isDeveloperMode: isDeveloperMode,
                origin: "test"))
        let now = clock.now()
        let source = identifiers
        func id<Entity>(_ type: Entity.Type) -> Identifier<Entity> {
            let bits = source.next(at: now)
            return Identifier(high: bits.high, low: bits.low)
        }
        let companies = (id(Company.self), id(Company.self))
        ownCompany = companies.0
        otherCompany = companies.1
        guard people else { return }
        let hash = try passwords.hash(Self.password, salt: [UInt8](repeating: 7, count: 16))
        try database.write { transaction in
            let clock = try transaction.clock()
            for (number, company) in [(1, companies.0), (2, companies.1)] {
                let name = number == 1 ? "Clinique du Parc" : "Atelier Nord"
                try transaction.execute(
                    """
                    INSERT INTO company (id, created_at, updated_at, version, row_seq, row_no, name, name_folded, status)
                    VALUES (\(company), \(now), \(now), 1, \(clock), \(number), \(name), \(Folding.key(name)), 'active')
                    """)
            }
            try transaction.execute(
                "INSERT INTO row_number (table_name, last) VALUES ('company', 2), ('consultant', 2)")
            for (number, person) in Person.allCases.enumerated() {
                guard let role = person.role else { continue }
                let company: Company.ID? =
                    person == .employer ? companies.0 : person == .otherEmployer ? companies.1 : nil
                let user = id(User.self)
                try transaction.execute(
                    """
                    INSERT INTO user_account (id, created_at, updated_at, version, row_seq, email, email_folded,
                    password_hash, first_name, last_name, name_folded, role, status, company_id, locale, timezone,
                    failed_logins, token_epoch) VALUES (\(user), \(now), \(now), 1, \(clock), \(person.email), \(person.email), \(hash),
                    \(person.rawValue), 'Test', \(Folding.key("Test \(person.rawValue)")), \(role), 'active', \(company), 'en', 'Europe/Paris', 0, 1)
                    """)
                if role == .consultant {
                    try transaction.execute(
                        """
                        INSERT INTO consultant (id, created_at, updated_at, version, row_seq, row_no, user_id, title,
                        specialties, regions, capacity, status) VALUES (\(id(Consultant.self)), \(now), \(now), 1,
                        \(clock), \(number), \(user), 'Consultant', '[]', '[]', 20, 'active')
                        """)
                }
            }
        }
        try EngineSearch.numberAccounts(in: database)
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    /// A credential of that person. The session is made without a password, as the owner of a workspace's files may.
    public func credential(_ person: Person) throws -> Credential {
        guard person != .anonymous else { return .anonymous(.english) }
        return .token(try engine.openSession(email: person.email))
    }

    /// Runs an operation with JSON input, the way every edge does.
    public func call(_ operation: String, _ input: JSONValue = [:], as person: Person) throws -> EncodedAnswer {
        engine.dispatch(operation, input: input, as: try credential(person))
    }
}
