import Engine
import JSON
import Storage
import TestSupport
import Testing

/// Making, changing and deleting candidates.
@Suite struct CandidateLifeTests {
    @Test func aPersonMakesItsOwnProfileOnce() throws {
        let world = try World()
        let answer = try world.call(
            "candidates.create", ["first_name": "Zoé", "last_name": "李 👩‍💻"], as: .candidate)
        #expect(answer.status == 201, "\(answer.body)")
        #expect(answer.body["last_name"] == "李 👩‍💻")
        #expect(answer.body["emails"]?[0]?["value"] == "candidate@example.com")
        #expect(answer.body["consent"]?["basis"] == "consent")
        #expect(answer.body["consent"]?["given_at"] == .string(world.clock.now().description))
        #expect(answer.body["status"] == "active")
        #expect(answer.body["user_id"]?.stringValue != nil)
        let again = try world.call("candidates.create", ["first_name": "Zoé", "last_name": "李"], as: .candidate)
        #expect(again.status == 409)
        #expect(again.body["candidate_id"] == .string(answer.id))
        #expect(try world.call("candidates.get", ["candidate_id": .string(answer.id)], as: .candidate).status == 200)
        #expect(try world.found("zoe 李") == [answer.id])
        #expect(try world.audited("candidates.create") == 2)
    }

    @Test(
        arguments: [
            ["status": "placed"], ["tags": ["vip"]], ["retention_until": "2030-01-01T00:00:00Z"],
            ["consent": ["basis": "contract"]], ["source_id": "0190b7a0-1c2d-7e3f-8a4b-5c6d7e8f9012"],
        ] as [JSONValue])
    func aPersonDoesNotSetWhatTheAgencyKeeps(_ field: JSONValue) throws {
        let world = try World()
        var input: JSONValue = ["first_name": "A", "last_name": "B"]
        for (key, value) in field.objectValue ?? JSONObject() { input[key] = value }
        let answer = try world.call("candidates.create", input, as: .candidate)
        #expect(answer.status == 403, "\(answer.body)")
        let id = try world.applyingCandidate()
        var change = field
        change["candidate_id"] = .string(id)
        let update = try world.call("candidates.update", change, as: .candidate)
        #expect(update.status == 403, "\(update.body)")
        if field["source_id"] == nil {
            #expect(try world.call("candidates.update", change, as: .admin).status == 200)
        } else {
            #expect(try world.call("candidates.update", change, as: .admin).fields == ["source_id"])
        }
    }

    @Test func aKnownAddressIs409ForAdminsAndNoHintForOthers() throws {
        let world = try World()
        let first = try world.candidate("A", "B", ["emails": [["value": "Jean.Dupont@Example.com"]]])
        let double = try world.call(
            "candidates.create",
            ["first_name": "C", "last_name": "D", "emails": [["value": "jean.dupont@example.COM"]]], as: .admin)
        #expect(double.status == 409)
        #expect(double.body["candidate_id"] == .string(first))
        let own = try world.call(
            "candidates.create",
            ["first_name": "C", "last_name": "D", "emails": [["value": "jean.dupont@example.com"]]], as: .candidate)
        #expect(own.status == 201)
        try world.speakFrench(.admin)
        let french = try world.call(
            "candidates.create",
            ["first_name": "C", "last_name": "D", "emails": [["value": "jean.dupont@example.COM"]]], as: .admin)
        #expect(french.body["detail"]?.stringValue?.hasPrefix("Un candidat a déjà l’adresse") == true)
    }

    @Test func anUpdateChangesWhatIsSentAndClearsWhatIsNull() throws {
        let world = try World()
        let id = try world.candidate(
            "Ann", "Smith",
            [
                "headline": "Welder", "current_title": "Welder", "notice_days": 30, "tags": ["a"],
                "phones": [["value": "0612"]],
            ])
        let answer = try world.call(
            "candidates.update",
            [
                "candidate_id": .string(id), "headline": nil, "current_title": "Baker", "tags": ["b", "c"],
                "expected_version": 1,
            ], as: .admin)
        #expect(answer.status == 200, "\(answer.body)")
        #expect(answer.body["headline"] == nil)
        #expect(answer.body["current_title"] == "Baker")
        #expect(answer.body["notice_days"] == 30)
        #expect(answer.body["tags"] == ["b", "c"])
        #expect(answer.body["version"] == 2)
        #expect(try world.found("welder").isEmpty)
        #expect(try world.found("title:baker") == [id])
        let stale = try world.call(
            "candidates.update", ["candidate_id": .string(id), "first_name": "X", "expected_version": 1], as: .admin)
        #expect(stale.status == 409)
        #expect(stale.body["version"] == 2)
        let same = try world.call(
            "candidates.update", ["candidate_id": .string(id), "current_title": "Baker"], as: .admin)
        #expect(same.body["version"] == 2)
        // The change and the refusal; what changed nothing leaves no trace.
        #expect(try world.audited("candidates.update") == 2)
    }

    @Test func theAuditLogKeepsTheChangedFieldsOnly() throws {
        let world = try World()
        let id = try world.candidate("Ann", "Smith", ["headline": "Welder"])
        _ = try world.call(
            "candidates.update", ["candidate_id": .string(id), "headline": "Baker"], as: .admin)
        let pair = try world.database.read { transaction in
            try transaction.first(
                "SELECT before, after FROM audit_log WHERE operation_id = 'candidates.update'"
            ) { columns in (try columns.next(String.self), try columns.next(String.self)) }
        }
        #expect(pair?.0 == #"{"headline":"Welder"}"#)
        #expect(pair?.1 == #"{"headline":"Baker"}"#)
        let report = try world.database.read { try AuditVerification(in: $0) }
        #expect(report.findings.isEmpty)
    }

    @Test func aPersonWithdrawsAndGivesItsConsent() throws {
        let world = try World()
        let id = try world.applyingCandidate()
        #expect(try world.found([:], as: .employer) == [id])
        let withdrawn = try world.call(
            "candidates.update", ["candidate_id": .string(id), "consent": nil], as: .candidate)
        #expect(withdrawn.status == 200, "\(withdrawn.body)")
        #expect(withdrawn.body["consent"] == nil)
        #expect(try world.found([:], as: .employer).isEmpty)
        world.clock.advance(days: 1)
        let given = try world.call(
            "candidates.update", ["candidate_id": .string(id), "consent": [:]], as: .candidate)
        #expect(given.body["consent"]?["basis"] == "consent")
        #expect(given.body["consent"]?["given_at"] == .string(world.clock.now().description))
        #expect(try world.found([:], as: .employer) == [id])
        let forged = try world.call(
            "candidates.update",
            ["candidate_id": .string(id), "consent": ["given_at": "2020-01-01T00:00:00Z"]], as: .candidate)
        #expect(forged.status == 403)
    }

    @Test func aPersonMovesBetweenActiveAndPassiveOnly() throws {
        let world = try World()
        let id = try world.applyingCandidate()
        let change = { (status: String, person: World.Person) in
            try world.call(
                "candidates.update", ["candidate_id": .string(id), "status": .string(status)], as: person
            ).status
        }
        #expect(try change("passive", .candidate) == 200)
        #expect(try change("placed", .candidate) == 403)
        #expect(try change("do_not_contact", .admin) == 200)
        #expect(try change("active", .candidate) == 403)
    }

    @Test func deletingIsRefusedWhileApplicationsAreOpen() throws {
        let world = try World()
        let id = try world.candidate("Ann", "Smith", ["current_title": "Baker"])
        try world.source(id, onto: try world.openJob())
        let refused = try world.call("candidates.delete", ["candidate_id": .string(id)], as: .admin)
        #expect(refused.status == 409)
        #expect(refused.body["dependants"]?[0]?["type"] == "application")
        let free = try world.candidate("Bob", "Jones", ["current_title": "Baker"])
        let deleted = try world.call("candidates.delete", ["candidate_id": .string(free)], as: .admin)
        #expect(deleted.status == 200, "\(deleted.body)")
        #expect(try world.call("candidates.get", ["candidate_id": .string(free)], as: .admin).status == 404)
        #expect(try world.found("baker") == [id])
        #expect(try world.found([:], as: .admin) == [id])
        let tombstones: Int? = try world.database.read {
            try $0.value("SELECT COUNT(*) FROM tombstone WHERE table_name = 'candidate'")
        }
        #expect(tombstones == 1)
        // An address of a deleted candidate is free again.
        #expect(try world.call("candidates.delete", ["candidate_id": .string(free)], as: .admin).status == 404)
    }

    @Test func badInputNamesEachField() throws {
        let world = try World()
        let answer = try world.call(
            "candidates.create",
            [
                "first_name": "", "last_name": "\u{1B}[31mred", "emails": [["value": "no address"]],
                "available_from": "soon", "status": "asleep",
            ], as: .admin)
        #expect(answer.status == 422)
        #expect(
            Set(answer.fields) == ["first_name", "last_name", "emails[0].value", "available_from", "status"])
    }

    @Test(
        arguments: [
            "Robert'); DROP TABLE candidate;--", "Zoé 李 👩‍💻", "<script>alert(1)</script>", "%_\\\"'", "O’Neill-d’Arc",
            "𝕬𝖓𝖓𝖆", "ﬁancée", "שלום עולם",
        ])
    func hostileNamesArePlainText(_ name: String) throws {
        let world = try World()
        let id = try world.candidate(name, name)
        let answer = try world.call("candidates.get", ["candidate_id": .string(id)], as: .admin)
        #expect(answer.body["first_name"] == .string(name))
        let search = try world.call("candidates.list", ["q": .string(name)], as: .admin)
        #expect(search.status == 200 || search.status == 422)
        let typed = try world.call("candidates.list", ["q": .string(name), "as_you_type": true], as: .admin)
        #expect(typed.status == 200)
    }

    @Test func applicationsOfACandidate() throws {
        let world = try World()
        let job = try world.openJob("Nurse")
        let id = try world.applyingCandidate(to: job)
        for person in [World.Person.candidate, .consultant, .admin, .superadmin] {
            let answer = try world.call("candidates.applications", ["candidate_id": .string(id)], as: person)
            #expect(answer.status == 200, "\(answer.body)")
            #expect(answer.body["data"]?[0]?["job_id"] == .string(job))
            #expect(answer.body["total"] == 1)
        }
        let own = try world.call("candidates.applications", ["candidate_id": .string(id)], as: .candidate)
        #expect(own.body["data"]?[0]?["position"] == nil)
    }
}
