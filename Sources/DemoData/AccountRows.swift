import Domain
import Engine
import Storage

extension DemoContext {
    /// The account of a candidate who has one: the demo accounts' own, and one in forty of the others.
    func account(of sketch: CandidateSketch) -> User.ID? {
        if sketch.index < 2 { return users[DemoAccounts.email(.candidate, second: sketch.index == 1)] }
        guard sketch.index % 40 == 7 else { return nil }
        var random = RandomStream(seed: plan.seed, kind: .account, index: sketch.index)
        return random.identifier(at: sketch.createdAt)
    }

    /// Makes the account of a candidate who is none of the demo accounts. It has their password.
    func addAccount(of sketch: CandidateSketch, to rows: inout DemoRows) {
        guard sketch.index >= 2, let id = account(of: sketch) else { return }
        rows.add(
            """
            INSERT INTO user_account (id, created_at, updated_at, version, row_seq, email, email_folded, password_hash,
            first_name, last_name, name_folded, role, status, locale, timezone, email_verified_at, failed_logins,
            token_epoch) VALUES (\(id), \(sketch.createdAt), \(sketch.createdAt), 1, \(rows.clock), \(sketch.email),
            \(sketch.email), \(passwordHash), \(sketch.first), \(sketch.last),
            \(NewAccount.nameKey(sketch.first, sketch.last)), \(Role.candidate), \(User.Status.active),
            \(sketch.isFrench ? "fr" : "en"), \(sketch.city.timeZone), \(sketch.createdAt), 0, 1)
            """)
    }
}
