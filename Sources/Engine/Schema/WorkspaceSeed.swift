import Domain
import Storage

/// What every workspace starts with: the audit chain's beginning, reasons and sources that can be picked.
enum WorkspaceSeed {
    private static let reasons: [(Phrase, Reason.Kind)] = [
        (Phrase(en: "Missing a required skill", fr: "Compétence requise absente"), .weRejected),
        (Phrase(en: "Not enough experience", fr: "Expérience insuffisante"), .weRejected),
        (Phrase(en: "Another candidate was chosen", fr: "Un autre candidat a été retenu"), .weRejected),
        (Phrase(en: "Salary expectations too high", fr: "Prétentions salariales trop élevées"), .weRejected),
        (Phrase(en: "Interview did not convince", fr: "Entretien non concluant"), .weRejected),
        (Phrase(en: "Accepted another offer", fr: "A accepté une autre offre"), .theyRejected),
        (Phrase(en: "Salary offered too low", fr: "Salaire proposé trop bas"), .theyRejected),
        (Phrase(en: "Location or commute", fr: "Lieu ou trajet"), .theyRejected),
        (Phrase(en: "Stays with the present employer", fr: "Reste chez son employeur actuel"), .theyRejected),
        (Phrase(en: "Position was closed", fr: "Poste fermé"), .neither),
        (Phrase(en: "Duplicate application", fr: "Candidature en double"), .neither),
    ]

    private static let sources: [(String, Source.Kind)] = [
        ("Job board", .jobBoard), ("Referral", .referral), ("Agency", .agency), ("Company website", .website),
        ("Event", .event), ("Social network", .social), ("Direct approach", .direct), ("Other", .other),
    ]

    /// Accounts of a workspace from before they could be sorted by name get the key for it.
    private static func nameAccounts(in database: any Database) throws {
        let find: SQL = "SELECT 1 FROM user_account WHERE name_folded = ''"
        guard try database.read({ try $0.exists(find) }) else { return }
        try database.write { transaction in
            let accounts = try transaction.all(
                "SELECT id, first_name, last_name, email_folded FROM user_account WHERE name_folded = ''"
            ) { columns in
                let id: User.ID = try columns.next()
                let key = NewAccount.nameKey(try columns.next(), try columns.next())
                return (id, key.isEmpty ? try columns.next(String.self) : key)
            }
            let clock = try transaction.clock()
            for (id, key) in accounts {
                try transaction.execute(
                    "UPDATE user_account SET name_folded = \(key), row_seq = \(clock) WHERE id = \(id)")
            }
        }
    }

    /// Puts it in where it is missing. Safe to run by several processes at once and at every opening.
    static func plant(in database: any Database, now: Instant, identifiers: any IdentifierSource) throws {
        try nameAccounts(in: database)
        if try database.read({ try $0.exists("SELECT 1 FROM audit_head WHERE id = 1") }) { return }
        try database.write { transaction in
            if try transaction.exists("SELECT 1 FROM audit_head WHERE id = 1") { return }
            try transaction.execute(
                "INSERT INTO audit_head (id, seq, hash) VALUES (1, 0, \([UInt8](repeating: 0, count: 32)))")
            try plantLists(now: now, identifiers: identifiers, in: transaction)
        }
    }

    /// The reasons and sources. Their identifiers sort in the order of the lists.
    static func plantLists(
        now: Instant, identifiers: any IdentifierSource, in transaction: any Transaction
    ) throws {
        let clock = try transaction.clock()
        for (name, kind) in reasons {
            let bits = identifiers.next(at: now)
            try transaction.execute(
                """
                INSERT INTO reason (id, created_at, updated_at, version, row_seq, name, name_french, kind)
                VALUES (\(Reason.ID(high: bits.high, low: bits.low)), \(now), \(now), 1, \(clock),
                \(name.english), \(name.french), \(kind.rawValue))
                """)
        }
        for (name, kind) in sources {
            let bits = identifiers.next(at: now)
            try transaction.execute(
                """
                INSERT INTO source (id, created_at, updated_at, version, row_seq, name, name_folded, kind)
                VALUES (\(Source.ID(high: bits.high, low: bits.low)), \(now), \(now), 1, \(clock),
                \(name), \(Folding.key(name)), \(kind.rawValue))
                """)
        }
    }
}
