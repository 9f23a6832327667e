import Domain
import Engine
import Foundation
import JSON
import Storage

/// A workspace in a temporary folder with two people of each role: `own…` and `other…`. Everything else is made
/// through dispatch, as a caller would. What all begin with is made once in a process, and copied.
public final class World: Sendable {
    public let clock: FixedClock
    public let identifiers: SeededIdentifiers
    private let entropy: SeededEntropy
    public let files: MemoryFiles
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

    /// Cheap to check; nobody is kept out by it.
    private static let passwords = PasswordHasher(memory: 64, passes: 1, lanes: 1)

    /// Without `people` the workspace is as empty as a new one.
    public convenience init(
        documents: any DocumentReader = PlainDocuments(), assistant: (any Assistant)? = nil, people: Bool = true,
        isDeveloperMode: Bool = false
    ) throws {
        try self.init(
            from: (people ? WorldContents.people : WorldContents.nobody).get(), documents: documents,
            assistant: assistant, isDeveloperMode: isDeveloperMode)
    }

    /// A world that goes on from `contents`; without these a new one, with people or without.
    init(
        from contents: WorldContents?, documents: any DocumentReader = PlainDocuments(),
        assistant: (any Assistant)? = nil, isDeveloperMode: Bool = false, people: Bool = true
    ) throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("rplus-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        clock = contents.map { FixedClock($0.time) } ?? FixedClock()
        identifiers = SeededIdentifiers(after: contents?.identifiers ?? 0)
        entropy = SeededEntropy(seed: contents?.entropy ?? 1)
        files = MemoryFiles(contents?.files ?? [:])
        store = try TestStore(folder: folder, migrations: EngineSchema.migrations, like: contents?.store)
        engine = try Engine(
            database: store.database,
            adapters: Engine.Adapters(
                clock: clock, identifiers: identifiers, entropy: entropy, files: files, documents: documents,
                passwords: Self.passwords, backups: backups, assistant: assistant, isDeveloperMode: isDeveloperMode,
                origin: "test"))
        ownCompany = contents?.ownCompany ?? Self.identifier(identifiers, clock)
        otherCompany = contents?.otherCompany ?? Self.identifier(identifiers, clock)
        if contents == nil && people { try addPeople() }
    }

    /// A world like the one that `contents` were taken from.
    public convenience init(
        like contents: WorldContents, documents: any DocumentReader = PlainDocuments(),
        assistant: (any Assistant)? = nil
    ) throws {
        try self.init(
            from: contents, documents: documents, assistant: assistant, isDeveloperMode: contents.isDeveloperMode)
    }

    /// Everything that is in it now.
    public func contents() throws -> WorldContents {
        WorldContents(
            store: try store.contents(), identifiers: identifiers.count, entropy: entropy.seed, files: files.all,
            time: clock.now(), ownCompany: ownCompany, otherCompany: otherCompany,
            isDeveloperMode: engine.adapters.isDeveloperMode)
    }

    private static func identifier<Entity>(
        _ source: SeededIdentifiers, _ clock: FixedClock
    ) -> Identifier<Entity> {
        let bits = source.next(at: clock.now())
        return Identifier(high: bits.high, low: bits.low)
    }

    private func addPeople() throws {
        let now = clock.now()
        let hash = try Self.passwords.hash(Self.password, salt: [UInt8](repeating: 7, count: 16))
        try database.write { transaction in
            let rowClock = try transaction.clock()
            for (number, company) in [(1, ownCompany), (2, otherCompany)] {
                let name = number == 1 ? "Clinique du Parc" : "Atelier Nord"
                try transaction.execute(
                    """
                    INSERT INTO company (id, created_at, updated_at, version, row_seq, row_no, name, name_folded, status)
                    VALUES (\(company), \(now), \(now), 1, \(rowClock), \(number), \(name), \(Folding.key(name)),
                    'active')
                    """)
            }
            try transaction.execute(
                "INSERT INTO row_number (table_name, last) VALUES ('company', 2), ('consultant', 2)")
            for (number, person) in Person.allCases.enumerated() {
                guard let role = person.role else { continue }
                let company: Company.ID? =
                    person == .employer ? ownCompany : person == .otherEmployer ? otherCompany : nil
                let user: User.ID = Self.identifier(identifiers, clock)
                try transaction.execute(
                    """
                    INSERT INTO user_account (id, created_at, updated_at, version, row_seq, email, email_folded,
                    password_hash, first_name, last_name, name_folded, role, status, company_id, locale, timezone,
                    failed_logins, token_epoch) VALUES (\(user), \(now), \(now), 1, \(rowClock), \(person.email),
                    \(person.email), \(hash), \(person.rawValue), 'Test', \(Folding.key("Test \(person.rawValue)")),
                    \(role), 'active', \(company), 'en', 'Europe/Paris', 0, 1)
                    """)
                if role == .consultant {
                    let consultant: Consultant.ID = Self.identifier(identifiers, clock)
                    try transaction.execute(
                        """
                        INSERT INTO consultant (id, created_at, updated_at, version, row_seq, row_no, user_id, title,
                        specialties, regions, capacity, status) VALUES (\(consultant), \(now), \(now), 1,
                        \(rowClock), \(number), \(user), 'Consultant', '[]', '[]', 20, 'active')
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
