import Domain
import Engine
import JSON
import Storage
import TestSupport
import Testing

/// A world with candidates, jobs and applications, made through dispatch.
struct Board {
    let world: World

    init() throws { world = try World() }

    /// Calls and expects success.
    @discardableResult
    func call(
        _ operation: String, _ input: JSONValue = [:], as person: World.Person,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> JSONValue {
        let answer = try world.call(operation, input, as: person)
        try #require(answer.isSuccess, "\(operation): \(answer.body)", sourceLocation: sourceLocation)
        return answer.body
    }

    /// An open job of the own (or other) employer's company.
    func job(
        _ title: String = "Infirmier de bloc", openings: Int = 1, other: Bool = false, confidential: Bool = false,
        publish: Bool = true
    ) throws -> String {
        let employer: World.Person = other ? .otherEmployer : .employer
        let job = try call(
            "jobs.create",
            [
                "title": .string(title), "openings": .integer(Int64(openings)), "confidential": .bool(confidential),
                "description": "Travail de jour.", "public_description": "Travail de jour.",
                "location": ["city": "Lyon", "country_code": "FR"],
            ], as: employer)
        let id = try #require(job["id"]?.stringValue)
        if publish { try call("jobs.publish", ["job_id": .string(id)], as: employer) }
        return id
    }

    /// A candidate record that an admin keeps, with a CV unless told otherwise.
    func candidate(
        _ first: String = "Hélène", _ last: String = "Dupont", title: String? = "Infirmière", cv: Bool = true
    ) throws -> String {
        var input: JSONValue = ["first_name": .string(first), "last_name": .string(last)]
        if let title { input["current_title"] = .string(title) }
        let made = try call("candidates.create", input, as: .admin)
        let id = try #require(made["id"]?.stringValue)
        if cv { try attachCV(id) }
        return id
    }

    func attachCV(_ candidate: String) throws {
        let text = "\(candidate) CV"
        try call(
            "candidates.cv.upload",
            [
                "candidate_id": .string(candidate), "filename": "cv.txt",
                "content_base64": .string(Board.base64(Array(text.utf8))),
            ], as: .admin)
    }

    /// The profile of the person that signs in as `candidate`.
    func ownProfile(_ person: World.Person = .candidate, last: String = "Martin") throws -> String {
        let made = try call(
            "candidates.create", ["first_name": "Zoé", "last_name": .string(last), "current_title": "Aide-soignante"],
            as: person)
        return try #require(made["id"]?.stringValue)
    }

    /// A sourced application.
    func sourced(_ candidate: String, _ job: String) throws -> String {
        let made = try call(
            "applications.source", ["candidate_id": .string(candidate), "job_id": .string(job)], as: .consultant)
        return try #require(made["id"]?.stringValue)
    }

    func reason() throws -> String {
        let id: Reason.ID? = try world.database.read { try $0.value("SELECT id FROM reason ORDER BY id LIMIT 1") }
        return try #require(id).description
    }

    func user(_ person: World.Person) throws -> String {
        let id: User.ID? = try world.database.read {
            try $0.value("SELECT id FROM user_account WHERE email = \(person.email)")
        }
        return try #require(id).description
    }

    func consultant(_ person: World.Person = .consultant) throws -> String {
        let id: Consultant.ID? = try world.database.read {
            try $0.value(
                """
                SELECT k.id FROM consultant k JOIN user_account u ON u.id = k.user_id WHERE u.email = \(person.email)
                """)
        }
        return try #require(id).description
    }

    func move(
        _ application: String, to status: String, _ more: JSONValue = [:], as person: World.Person = .admin
    ) throws -> EncodedAnswer {
        var input = more
        input["application_id"] = .string(application)
        input["status"] = .string(status)
        return try world.call("applications.changeStatus", input, as: person)
    }

    func undo(_ application: String, _ transition: String?, as person: World.Person) throws -> EncodedAnswer {
        try world.call(
            "applications.changeStatus",
            ["application_id": .string(application), "undo_of": .string(transition ?? "")], as: person)
    }

    /// Brings a sourced application along the path to a stage, by an admin.
    func bring(_ application: String, to stage: Application.Status) throws {
        for next in Application.Status.path.dropFirst() where next <= stage || stage.rank > 6 {
            if stage.rank > 6, next > .screening { break }
            switch next {
            case .offer: try offer(application)
            case .hired:
                try accept(application)
                try expectMove(application, "hired")
            default: try expectMove(application, next.rawValue)
            }
            world.clock.advance(minutes: 1)
        }
        if stage == .rejected { try expectMove(application, "rejected", ["reason_id": .string(try reason())]) }
    }

    func expectMove(_ application: String, _ status: String, _ more: JSONValue = [:]) throws {
        let answer = try move(application, to: status, more)
        try #require(answer.status == 200, "to \(status): \(answer.body)")
    }

    @discardableResult
    func offer(_ application: String, _ more: JSONValue = [:], as person: World.Person = .admin) throws -> String {
        var input: JSONValue = [
            "application_id": .string(application), "salary": 4_200_000, "currency": "EUR",
            "start_date": "2027-02-01", "expires_at": "2027-01-15T12:00:00Z",
        ]
        for (key, value) in more.objectValue ?? JSONObject() { input[key] = value }
        return try #require(try call("applications.makeOffer", input, as: person)["id"]?.stringValue)
    }

    /// The last offer of an application whose candidate has no account becomes accepted.
    func accept(_ application: String) throws {
        let id = try #require(Application.ID(application))
        try world.database.write { transaction in
            try transaction.execute(
                "UPDATE offer SET status = 'accepted', resolved_at = created_at WHERE application_id = \(id) AND status = 'sent'"
            )
        }
    }

    func status(_ application: String) throws -> String? {
        try call("applications.get", ["application_id": .string(application)], as: .admin)["status"]?.stringValue
    }

    func history(_ application: String, as person: World.Person = .admin) throws -> [JSONValue] {
        try call("applications.history", ["application_id": .string(application)], as: person)["data"]?.arrayValue ?? []
    }

    static func base64(_ bytes: [UInt8]) -> String {
        let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
        var text = ""
        var index = 0
        while index < bytes.count {
            let chunk = Array(bytes[index..<min(index + 3, bytes.count)])
            let number = (0..<3).reduce(0) { $0 << 8 | ($1 < chunk.count ? Int(chunk[$1]) : 0) }
            for place in 0..<4 {
                text.append(place <= chunk.count ? letters[number >> (18 - 6 * place) & 63] : "=")
            }
            index += 3
        }
        return text
    }
}

/// What must hold of the rows whatever was done: recounted from the applications and their history.
struct BoardInvariants {
    let world: World

    func check(sourceLocation: SourceLocation = #_sourceLocation) throws {
        try world.database.read { transaction in
            for (scope, column) in [("company", "company_id"), ("job", "job_id"), ("consultant", "consultant_id")] {
                let recount = try counts(
                    """
                    SELECT \(SQL(trusted: column)), status, COUNT(*) FROM application
                    WHERE deleted_at IS NULL AND \(SQL(trusted: column)) IS NOT NULL
                    GROUP BY \(SQL(trusted: column)), status
                    """, transaction)
                let kept = try counts(
                    """
                    SELECT n.scope_id, n.status, n.n FROM application_count n JOIN \(SQL(trusted: scope)) s
                    ON s.id = n.scope_id WHERE n.n <> 0
                    """, transaction)
                #expect(kept == recount, "counts of each \(scope)", sourceLocation: sourceLocation)
            }
            let zero = AnyEntity.ID(high: 0, low: 0)
            let all = try counts(
                """
                SELECT \(zero), status, COUNT(*) FROM application WHERE deleted_at IS NULL GROUP BY status
                """, transaction)
            let kept = try counts(
                "SELECT scope_id, status, n FROM application_count WHERE scope_id = \(zero) AND n <> 0", transaction)
            #expect(kept == all, "counts of the workspace", sourceLocation: sourceLocation)

            let wrongStage = try transaction.column(
                """
                SELECT a.id FROM application a WHERE a.status <> (SELECT h.to_status FROM status_history h
                WHERE h.application_id = a.id ORDER BY h.at DESC, h.id DESC LIMIT 1)
                """, as: Application.ID.self)
            #expect(wrongStage.isEmpty, "the history ends where the application is", sourceLocation: sourceLocation)
            let wrongClosing = try transaction.column(
                """
                SELECT id FROM application WHERE (closed_at IS NULL) <> (status NOT IN ('hired', 'rejected', 'withdrawn'))
                OR (rejection_reason_id IS NULL) <> (status <> 'rejected')
                """, as: Application.ID.self)
            #expect(wrongClosing.isEmpty, "closed_at and the reason go with the stage", sourceLocation: sourceLocation)
            let wrongOpenings = try transaction.column(
                """
                SELECT j.id FROM job j WHERE j.openings_filled <> (SELECT COUNT(*) FROM application a
                WHERE a.job_id = j.id AND a.status = 'hired')
                """, as: Job.ID.self)
            #expect(wrongOpenings.isEmpty, "hires are openings taken", sourceLocation: sourceLocation)
            let pending = try transaction.column(
                """
                SELECT o.id FROM offer o JOIN application a ON a.id = o.application_id
                WHERE o.status IN ('draft', 'sent') AND a.status <> 'offer'
                """, as: Offer.ID.self)
            #expect(pending.isEmpty, "pending offers only at the offer stage", sourceLocation: sourceLocation)
            try KeptFacts(transaction).check(sourceLocation: sourceLocation)
            let audit = try AuditVerification(in: transaction)
            #expect(audit.findings.isEmpty, "the audit chain is whole", sourceLocation: sourceLocation)
        }
    }

    private func counts(_ sql: SQL, _ transaction: any Transaction) throws -> [String: Int] {
        var counts: [String: Int] = [:]
        try transaction.forEach(sql) { row in
            var columns = Columns(row)
            let scope: AnyEntity.ID = try columns.next()
            counts["\(scope) \(try columns.next(String.self))"] = try columns.next()
            return true
        }
        return counts
    }
}
