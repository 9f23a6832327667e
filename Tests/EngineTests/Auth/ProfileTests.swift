import Domain
import Engine
import JSON
import Storage
import TestSupport
import Testing

@Suite struct ProfileTests {
    let auth: AuthWorld
    init() throws { auth = try AuthWorld() }

    @Test func theProfileNamesWhatBelongsToTheRole() throws {
        let candidate = try auth.world.call(
            "candidates.create", ["first_name": "Zoé", "last_name": "Test"], as: .candidate)
        let own: [(World.Person, String, JSONValue?)] = [
            (.candidate, "candidate_id", candidate.body["id"]),
            (.employer, "company_id", .string(auth.world.ownCompany.description)),
            (.otherEmployer, "company_id", .string(auth.world.otherCompany.description)),
            (
                .consultant, "consultant_id",
                try auth.world.database.read {
                    try $0.value(
                        """
                        SELECT k.id FROM consultant k JOIN user_account u ON u.id = k.user_id
                        WHERE u.email = 'consultant@example.com'
                        """, as: Consultant.ID.self
                    ).map { .string($0.description) }
                }
            ),
        ]
        let keys: Set<String> = ["candidate_id", "company_id", "consultant_id"]
        for (person, key, value) in own {
            let profile = try auth.world.call("auth.profile", as: person)
            #expect(profile.status == 200)
            #expect(profile.body["role"]?.stringValue == person.role?.rawValue)
            #expect(value != nil)
            #expect(profile.body[key] == value)
            #expect(profile.body.fieldNames.intersection(keys) == [key])
        }
        for person in [World.Person.admin, .superadmin] {
            #expect(try auth.world.call("auth.profile", as: person).body.fieldNames.isDisjoint(with: keys))
        }
        #expect(try auth.world.call("auth.profile", as: .anonymous).status == 401)
    }

    @Test func aPersonChangesItsOwnAccount() throws {
        let answer = try auth.world.call(
            "auth.updateProfile",
            [
                "first_name": " Zoé ", "last_name": "李", "locale": "fr_CH.UTF-8", "timezone": "Europe/Zurich",
                "phone": "+41 22 000 00 00", "expected_version": 1,
            ], as: .candidate)
        #expect(answer.status == 200, "\(answer.body)")
        #expect(answer.body["first_name"] == "Zoé")
        #expect(answer.body["last_name"] == "李")
        #expect(answer.body["locale"] == "fr-CH")
        #expect(answer.body["timezone"] == "Europe/Zurich")
        #expect(answer.body["phone"] == "+41 22 000 00 00")
        #expect(answer.body["version"] == 2)
        #expect(answer.body == (try auth.world.call("auth.profile", as: .candidate).body))
        #expect(try auth.world.call("auth.profile", as: .otherCandidate).body["version"] == 1)
        let cleared = try auth.world.call("auth.updateProfile", ["phone": .null], as: .candidate)
        #expect(cleared.body["phone"] == nil)
        // From now on it is answered in French.
        let refused = try auth.world.call("auth.updateProfile", ["locale": "?"], as: .candidate)
        #expect(refused.body["title"] == "Saisie non valide")
    }

    @Test func nothingChangedLeavesNoTrace() throws {
        let answer = try auth.world.call("auth.updateProfile", ["first_name": "candidate"], as: .candidate)
        #expect(answer.body["version"] == 1)
        #expect(try auth.outcomes("auth.updateProfile").isEmpty)
    }

    @Test func aStaleVersionIsAConflict() throws {
        let answer = try auth.world.call(
            "auth.updateProfile", ["first_name": "Zoé", "expected_version": 7], as: .candidate)
        #expect(answer.status == 409)
        #expect(answer.body["version"] == 1)
    }

    @Test(arguments: [
        ("first_name", "" as JSONValue), ("last_name", "a\u{1b}[2J"), ("locale", "french"), ("locale", "fr-FR-x"),
        ("timezone", "Europe/Atlantis"), ("timezone", "europe/paris"), ("timezone", "../../etc/passwd"),
        ("phone", .string(String(repeating: "1", count: 41))), ("role", "admin"), ("status", "active"),
        ("company_id", "0190b7a0-1c2d-7e3f-8a4b-5c6d7e8f9012"), ("email", "other@example.com"),
    ])
    func whatIsRefused(_ field: String, _ value: JSONValue) throws {
        var input: JSONValue = [:]
        input[field] = value
        let answer = try auth.world.call("auth.updateProfile", input, as: .employer)
        #expect(answer.status == 422)
        #expect(answer.body["errors"]?[0]?["field"] == .string(field))
    }

    @Test func theChangeIsAuditedWithWhatItWas() throws {
        _ = try auth.world.call("auth.updateProfile", ["last_name": "Nouveau"], as: .employer)
        let log = try auth.auditText()
        #expect(log.contains(#"{"last_name":"Test"}{"last_name":"Nouveau"}"#))
        #expect(try auth.chainIsWhole())
    }
}
