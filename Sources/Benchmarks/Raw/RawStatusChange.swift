import Domain
import Glibc
import Workspace

/// The rows that a change of status writes, by raw SQLite: the clock, the application, its history, the counters of
/// its four scopes, its search document, the audit entry and the audit log's head. Nothing is read or checked, and no
/// hash is computed: the values are made up in the right sizes.
final class RawStatusChange {
    struct Move {
        var actor: User.ID
        var id: Application.ID
        var rowNumber: Int64
        var company: Company.ID
        var job: Job.ID
        var consultant: Consultant.ID?
        var curriculum: CurriculumVitae.ID?
        var enteredAt: Int64
        var position: Int64
        var visible: Int64
        /// The search document: person, job, and the tokens of stage and scopes.
        var words: (String, String, String)
    }

    private let connection: RawConnection
    private let begin, commit, clock, application, history, counts, search, audit, head: RawStatement
    private var auditNumber: Int64
    private let identifiers = SystemIdentifiers()

    init(path: String) throws {
        let connection = try RawConnection(path: path, writes: true)
        self.connection = connection
        begin = try connection.prepare("BEGIN IMMEDIATE")
        commit = try connection.prepare("COMMIT")
        clock = try connection.prepare("UPDATE sync_meta SET clock = clock + 1 WHERE id = 1 RETURNING clock")
        application = try connection.prepare(
            """
            UPDATE application SET status = 'screening', status_entered_at = ?1, position = ?1, closed_at = NULL,
            rejection_reason_id = NULL, on_hold = 0, cv_id = ?2, client_visible = ?3, updated_at = ?1,
            version = version + 1, row_seq = ?4 WHERE id = ?5
            """)
        history = try connection.prepare(
            """
            INSERT INTO status_history (id, application_id, from_status, to_status, at, actor_id, reason_id,
            public_comment, internal_comment, batch_id, undo_of, from_entered_at, from_position, from_client_visible,
            row_seq) VALUES (?1, ?2, 'applied', 'screening', ?3, ?4, NULL, NULL, NULL, NULL, NULL, ?5, ?6, ?7, ?8)
            """)
        counts = try connection.prepare(
            """
            INSERT INTO application_count (scope_id, status, n) VALUES (zeroblob(16), 'applied', -1),
            (zeroblob(16), 'screening', 1), (?1, 'applied', -1), (?1, 'screening', 1), (?2, 'applied', -1),
            (?2, 'screening', 1), (?3, 'applied', -1), (?3, 'screening', 1)
            ON CONFLICT (scope_id, status) DO UPDATE SET n = application_count.n + excluded.n
            """)
        search = try connection.prepare(
            "INSERT OR REPLACE INTO application_search (rowid, person, job, state) VALUES (?1, ?2, ?3, ?4)")
        audit = try connection.prepare(
            """
            INSERT INTO audit_log (seq, at, actor_id, actor_role, origin, request_id, operation_id, target_type,
            target_id, outcome, before, after, salt, payload_digest, previous_hash, hash) VALUES (?1, ?2, ?3,
            'consultant', 'bench', '01934b7a-1c2d-7e3f-8a4b-5c6d7e8f9012', 'applications.changeStatus', 'application',
            ?4, 200, '{"status":"applied"}', '{"status":"screening"}', randomblob(16), ?5, ?5, ?5)
            """)
        head = try connection.prepare("UPDATE audit_head SET seq = ?1, hash = ?2 WHERE id = 1")
        let last = try connection.prepare("SELECT seq FROM audit_head WHERE id = 1")
        auditNumber = try last.step() ? last.integer(0) : 0
        last.reset()
    }

    func move(_ move: Move) throws {
        let now = SystemClock().now()
        let hash = [UInt8](repeating: 7, count: 32)
        try begin.run()
        guard try clock.step() else { throw BenchProblem("sync_meta has no row") }
        let sequence = clock.integer(0)
        clock.reset()
        try application.bind(1, now.milliseconds).bind(2, move.curriculum).bind(3, move.visible).bind(4, sequence)
            .bind(5, move.id).run()
        let change = identifiers.next(at: now)
        try history.bind(1, Identifier<AnyEntity>(high: change.high, low: change.low)).bind(2, move.id)
            .bind(3, now.milliseconds).bind(4, move.actor).bind(5, move.enteredAt).bind(6, move.position)
            .bind(7, move.visible).bind(8, sequence).run()
        try counts.bind(1, move.company).bind(2, move.job).bind(3, move.consultant).run()
        try search.bind(1, move.rowNumber).bind(2, move.words.0).bind(3, move.words.1)
            .bind(4, move.words.2.replacing("=applied", with: "=screening")).run()
        auditNumber += 1
        try audit.bind(1, auditNumber).bind(2, now.milliseconds).bind(3, move.actor).bind(4, move.id).bind(5, hash)
            .run()
        try head.bind(1, auditNumber).bind(2, hash).run()
        try commit.run()
    }
}
