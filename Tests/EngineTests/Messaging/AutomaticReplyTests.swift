import Domain
import Engine
import JSON
import TestSupport
import Testing

/// What a company answers to whoever applies.
@Suite struct AutomaticReplyTests {
    let world: MessagingWorld
    let template: JSONValue

    static let reply: JSONValue = [
        "name": "Reçu", "kind": "auto_reply", "subject": "Votre candidature : {{job_title}}",
        "body": "Bonjour {{first_name}}, {{company_name}} vous remercie.", "locale": "fr",
    ]

    init() throws {
        world = try MessagingWorld()
        template = try world.done("messaging.templates.create", Self.reply, .admin)["id"] ?? .null
    }

    private func preferences(_ template: JSONValue, _ person: World.Person = .employer) throws -> EncodedAnswer {
        try world.world.call(
            "companies.hiringPreferences.update",
            ["company_id": .string(world.world.ownCompany.description), "auto_reply_template_id": template], as: person)
    }

    private func apply(_ person: World.Person = .otherCandidate, to job: JSONValue? = nil) throws -> JSONValue {
        try world.done("applications.submit", ["job_id": job ?? world.job], person)["id"] ?? .null
    }

    @Test(arguments: [World.Person.employer, .admin, .superadmin])
    func whoeverAppliesIsAnsweredAtOnceAndOnce(_ person: World.Person) throws {
        #expect(try preferences(template, person).isSuccess)
        let application = try apply()
        let mails = try world.world.engine.claimMail()
        #expect(mails.map(\.recipient) == ["othercandidate@example.com"])
        #expect(mails.map(\.subject) == ["Votre candidature : Night nurse"])
        #expect(mails.map(\.body) == ["Bonjour Omar, Clinique du Parc vous remercie."])
        let mail = try #require(try world.mails().first)
        #expect(mail["related_id"] == application)
        // Applying again is refused, and moving on says nothing more.
        #expect(try world.status("applications.submit", ["job_id": world.job], .otherCandidate) == 409)
        try world.done(
            "applications.changeStatus", ["application_id": application, "status": "screening"], .consultant)
        #expect(try world.mails().count == 1)
        // Another application is another one.
        try world.done("applications.withdraw", ["application_id": application], .otherCandidate)
        _ = try apply()
        #expect(try world.mails().count == 2)
    }

    @Test func aRejectionThatIsTakenBackDoesNotTakeTheReplyBack() throws {
        #expect(try preferences(template).isSuccess)
        let application = try apply()
        let reason = try world.done("reasons.list", [:], .admin)["data"]?[0]?["id"] ?? .null
        let moved = try world.done(
            "applications.changeStatus",
            ["application_id": application, "status": "rejected", "reason_id": reason], .consultant)
        try world.done(
            "applications.changeStatus",
            ["application_id": application, "undo_of": moved["transition_id"] ?? .null], .consultant)
        #expect(try world.mails().map { $0["status"] } == ["waiting"])
    }

    @Test func whoTakesNoMailIsNotAnswered() throws {
        #expect(try preferences(template).isSuccess)
        try world.done("applications.withdraw", ["application_id": world.application], .candidate)
        for change: JSONValue in [["can_email": false], ["can_email": true, "status": "do_not_contact"]] {
            try world.done("candidates.update", change.with(["candidate_id": world.candidate]), .admin)
            let application = try apply(.candidate)
            try world.done("applications.withdraw", ["application_id": application], .candidate)
        }
        #expect(try world.mails().isEmpty)
    }

    @Test func nobodyIsAnsweredForAnotherCompanyOrForBeingSourced() throws {
        #expect(try preferences(template).isSuccess)
        let job =
            try world.done(
                "jobs.create",
                ["title": "Turner", "description": "Days.", "location": ["city": "Lyon"]], .otherEmployer)["id"]
            ?? .null
        try world.done("jobs.publish", ["job_id": job], .otherEmployer)
        _ = try apply(to: job)
        let person =
            try world.done("candidates.create", ["first_name": "Ana", "last_name": "N"], .admin)["id"] ?? .null
        try world.done("applications.source", ["candidate_id": person, "job_id": world.job], .consultant)
        #expect(try world.mails().isEmpty)
    }

    @Test func aTemplateThatDoesNotFitThePersonIsAFailedMailAndTheApplicationStands() throws {
        try world.done(
            "messaging.templates.update", ["template_id": template, "body": "{{current_title}}"], .admin)
        #expect(try preferences(template).isSuccess)
        _ = try apply()
        #expect(try world.mails().map { $0["last_error"] } == ["no value for current_title"])
    }

    @Test func onlyWhatNobodyHasToFillInIsTaken() throws {
        func made(_ change: JSONValue) throws -> JSONValue {
            try world.done("messaging.templates.create", Self.reply.with(change), .admin)["id"] ?? .null
        }
        let refused = [
            try made(["name": "A", "kind": "message"]), try made(["name": "B", "body": "{{sender_full_name}}"]),
            try made(["name": "C", "body": "{{date}}", "variables": ["date"]]),
            "0190b7a0-1c2d-7e3f-8a4b-5c6d7e8f9012",
        ]
        for template in refused {
            let answer = try preferences(template)
            #expect(answer.status == 422)
            #expect(answer.body["errors"]?[0]?["field"] == "auto_reply_template_id")
        }
        for person in [World.Person.candidate, .consultant] {
            #expect(try preferences(template, person).status == 403)
        }
        #expect(try preferences(template, .otherEmployer).status == 403)
        #expect(try preferences(template, .anonymous).status == 401)
    }

    @Test func aTemplateThatACompanyAnswersWithStaysAndStaysFit() throws {
        #expect(try preferences(template).isSuccess)
        let kept = try world.world.call("messaging.templates.delete", ["template_id": template], as: .admin)
        #expect(kept.status == 409)
        let dependants: JSONValue = [["type": "company", "id": .string(world.world.ownCompany.description)]]
        #expect(kept.body["dependants"] == dependants)
        let changed = try world.world.call(
            "messaging.templates.update", ["template_id": template, "body": "{{sender_full_name}}"], as: .admin)
        #expect(changed.status == 409)
        #expect(changed.body["dependants"] == dependants)
        #expect(try preferences(.null).isSuccess)
        try world.done("messaging.templates.delete", ["template_id": template], .admin)
        #expect(try preferences(template).status == 422)
    }
}
