import Domain
import JSON
import Storage

/// The core: every operation on one workspace, for whoever calls. Usable from any thread.
public final class Engine: Sendable {
    public let database: any Database
    public let adapters: Adapters
    let tokens: TokenSigner
    let verifiedTokens = VerifiedTokens()
    let measurements = OperationMeasurements()
    /// When this process opened the workspace.
    public let startedAt: Instant

    /// What the engine needs from outside and never chooses itself.
    public struct Adapters: Sendable {
        public var clock: any Clock
        public var identifiers: any IdentifierSource
        public var entropy: any Entropy
        public var files: any FileStore
        public var documents: any DocumentReader
        public var passwords: PasswordHasher
        /// Where copies of the workspace lie; `nil` where there is no such place.
        public var backups: (any BackupStore)?
        /// Who may write texts beside the program itself; `nil` for nobody.
        public var assistant: (any Assistant)?
        /// Whether the workspace was opened by somebody who develops the product and may empty it.
        public var isDeveloperMode: Bool
        /// Where calls come from, for the audit log: `workstation`, `cli`, `hub`.
        public var origin: String
        /// Takes what the log should keep of an internal error.
        public var report: @Sendable (String) -> Void

        public init(
            clock: any Clock, identifiers: any IdentifierSource, entropy: any Entropy, files: any FileStore,
            documents: any DocumentReader, passwords: PasswordHasher = PasswordHasher(),
            backups: (any BackupStore)? = nil, assistant: (any Assistant)? = nil, isDeveloperMode: Bool = false,
            origin: String = "cli", report: @escaping @Sendable (String) -> Void = { _ in }
        ) {
            self.clock = clock
            self.identifiers = identifiers
            self.entropy = entropy
            self.files = files
            self.documents = documents
            self.passwords = passwords
            self.backups = backups
            self.assistant = assistant
            self.isDeveloperMode = isDeveloperMode
            self.origin = origin
            self.report = report
        }
    }

    /// Opens the engine on a database whose schema is current (`EngineSchema.migrations`).
    public init(database: any Database, adapters: Adapters) throws {
        self.database = database
        self.adapters = adapters
        startedAt = adapters.clock.now()
        try Self.supplement(database, with: adapters)
        let find: SQL = "SELECT value FROM workspace_info WHERE key = 'token_secret'"
        if let secret: String = try database.read({ try $0.value(find) }), let key = Base64URL.decode(secret) {
            tokens = TokenSigner(secret: key)
            return
        }
        let fresh = Base64URL.encode(adapters.entropy.bytes(32))
        let secret: String? = try database.write { transaction in
            try transaction.execute(
                """
                INSERT INTO workspace_info (key, value) VALUES ('token_secret', \(fresh)) ON CONFLICT (key) DO NOTHING
                """)
            return try transaction.value(find)
        }
        tokens = TokenSigner(secret: Base64URL.decode(secret ?? fresh) ?? [])
    }

    /// Adds what every workspace has and what an older program did not keep yet, to a database whose schema has just
    /// become current: a few questions where nothing is missing.
    public static func supplement(_ database: any Database, with adapters: Adapters) throws {
        try WorkspaceSeed.plant(in: database, now: adapters.clock.now(), identifiers: adapters.identifiers)
        try EngineCounters.fillOnce(in: database)
        try RetentionTerms.fillOnce(in: database)
        try EngineSearch.numberAccounts(in: database)
        try EngineSearch.fillApplicationsOnce(in: database)
        try EngineSearch.fillExcerptsOnce(in: database)
        try CandidateContacts.addProfilesOnce(in: database)
        try SharedContacts.fillOnce(in: database)
    }

    /// Makes the reasons and sources of a workspace anew, at an instant and with identifiers of the caller's choice: for
    /// one that is to be the same whenever it is made. Only while no row refers to them.
    public static func replantLists(
        at now: Instant, identifiers: any IdentifierSource, in transaction: any Transaction
    ) throws {
        try transaction.execute("DELETE FROM reason")
        try transaction.execute("DELETE FROM source")
        try WorkspaceSeed.plantLists(now: now, identifiers: identifiers, in: transaction)
    }

    /// Something unexpected went wrong inside; the log gets the words, the caller does not.
    func report(_ error: any Error, operation: String, requestID: String) {
        adapters.report("\(operation) \(requestID): \(error)")
    }
}
