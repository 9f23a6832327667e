import Domain
import Engine
import JSON
import TestSupport
import Testing

/// Each operation that an assistant may write for, through dispatch, with an endpoint on loopback.
@Suite struct AssistantTextTests {
    private let endpoint: AssistantServer
    private let scene: AccessScene

    init() throws {
        endpoint = try AssistantServer()
        scene = try AccessScene(assistant: endpoint.assistant())
    }

    private var letter: JSONValue { ["kind": "invitation", "application_id": scene.ownApplication, "language": "en"] }

    @Test func aLetterIsWrittenByTheEndpointAndNamesNeverReachIt() throws {
        endpoint.answers([
            "subject": "Meet us, [[PERSON_1]]",
            "body": "Dear [[PERSON_1]] [[PERSON_2]],\r\n\r\nNight nurse at the clinic.\n[[PERSON_3]]",
        ])
        let answer = try scene.make("ai.emailGeneration", letter, as: .consultant)
        #expect(answer["source"] == "endpoint" && answer["model"] == "small-model" && answer["source_note"] == nil)
        #expect(answer["subject"] == "Meet us, Zoé")
        #expect(answer["body"] == "Dear Zoé Test,\n\nNight nurse at the clinic.\nconsultant Test")
        let request = try #require(endpoint.server.requests.first)
        #expect(request.head.hasPrefix("POST /v1/chat/completions HTTP/1.1"))
        #expect(request.head.contains("Authorization: Bearer " + AssistantServer.key))
        for name in ["Zoé", "Zoe", "Test", "consultant"] { #expect(!request.text.contains(name), "\(name) was sent") }
        #expect(request.text.contains("Night nurse"))
    }

    @Test func namesAreSentWhereThePersonSaysSo() throws {
        let endpoint = try AssistantServer([("personal_data", true)])
        let scene = try AccessScene(assistant: endpoint.assistant())
        endpoint.answers(["subject": "Hello", "body": "Dear Zoé"])
        let input: JSONValue = ["kind": "offer", "application_id": scene.ownApplication]
        #expect(try scene.make("ai.emailGeneration", input, as: .consultant)["body"] == "Dear Zoé")
        #expect(endpoint.received.contains("Zoé"))
    }

    @Test func questionsAreAskedByTheEndpoint() throws {
        let one: JSONValue = ["topic": "skill", "question": "How do nights go?", "reason": "Nights"]
        endpoint.answers(["questions": [one, one, one, one]])
        let input: JSONValue = ["application_id": scene.ownApplication, "count": 3]
        let answer = try scene.make("ai.interviewQuestions", input, as: .employer)
        #expect(answer["source"] == "endpoint")
        #expect(answer["questions"] == [one, one, one])
        for name in ["Zoé", "Test"] { #expect(!endpoint.received.contains(name)) }
        // Too few, or one with a topic of its own, are not taken.
        endpoint.answers(["questions": [one]])
        #expect(try scene.make("ai.interviewQuestions", input, as: .employer)["source"] == "embedded")
        var odd = one
        odd["topic"] = "horoscope"
        endpoint.answers(["questions": [one, one, odd]])
        #expect(try scene.make("ai.interviewQuestions", input, as: .employer)["source"] == "embedded")
    }

    @Test func descriptionsAreRewrittenWithoutTheContactsOfTheCompany() throws {
        let contact = try scene.world.call(
            "companies.contacts.add",
            [
                "company_id": .string(scene.world.ownCompany.description), "first_name": "Bérénice",
                "last_name": "Le Goff",
            ], as: .admin)
        try #require(contact.isSuccess, "\(contact.body)")
        let made = try scene.world.call(
            "jobs.create",
            [
                "title": "Salesman",
                "description": """
                We look for a young rockstar. Ask Berenice LE GOFF (b.legoff@clinic.example, 04 78 12 34 56), \
                or see https://clinic.example/jobs/1.
                """,
            ], as: .employer
        ).body
        let input: JSONValue = ["job_id": made["id"] ?? .null]
        endpoint.answers([
            "text": "We look for a colleague. Ask [[PERSON_1]] ([[EMAIL_1]], [[PHONE_1]]), or see [[LINK_1]]"
        ])
        let review = try scene.make("ai.jobDescriptionOptimization", input, as: .employer)
        #expect(review["source"] == "endpoint")
        #expect(
            review["rewrite"] == """
                We look for a colleague. Ask Berenice LE GOFF (b.legoff@clinic.example, 04 78 12 34 56), or see \
                https://clinic.example/jobs/1.
                """)
        #expect(review["findings"]?.arrayValue?.isEmpty == false)
        for word in ["Berenice", "GOFF", "legoff", "04 78", "clinic.example"] {
            #expect(!endpoint.received.contains(word), "\(word) was sent")
        }
    }

    @Test func skillsThatAreNotInTheTextAreDropped() throws {
        let text = """
            Zoé Martin-Duval
            born on 12 March 1985, 12 rue de la Paix, zoe@host.example, +33 6 12 34 56 78, linkedin.com/in/zoe-md
            Experience in PostgreSQL and glassblowing. Zoé MARTIN teaches it.
            """
        endpoint.answers(["skills": ["glassblowing", "telepathy", "glassblowing", "blowing", "zoe@host.example"]])
        let answer = try scene.make("ai.skillExtraction", ["text": .string(text)], as: .consultant)
        #expect(answer["source"] == "endpoint")
        let scalars = Array(text.unicodeScalars)
        let found = (answer["skills"]?.arrayValue ?? []).filter { $0["confidence"] == 0.5 }
        #expect(found.map { $0["name"] } == ["glassblowing"])
        let start = Int(found.first?["start"]?.integerValue ?? 0)
        #expect(String(String.UnicodeScalarView(scalars[start..<start + 12])) == "glassblowing")
        for word in ["Zoé", "Martin", "MARTIN", "1985", "rue de la Paix", "zoe@", "6 12 34", "linkedin"] {
            #expect(!endpoint.received.contains(word), "\(word) was sent")
        }
        // Nothing but what is not there: the program's own skills alone.
        endpoint.answers(["skills": ["telepathy"]])
        let other = try scene.make("ai.skillExtraction", ["text": .string(text)], as: .consultant)
        #expect(other["source"] == "embedded" && other["source_note"]?.stringValue?.isEmpty == false)
    }

    @Test func aCandidatesCVIsReadWithoutTheName() throws {
        let upload = try scene.world.call(
            "candidates.cv.upload",
            [
                "candidate_id": scene.ownCandidate, "filename": "cv.txt",
                "content_base64": .string(Base64URL.encode(Array("Zoé Test\nGlassblowing, zoe test".utf8))),
            ], as: .candidate)
        try #require(upload.isSuccess, "\(upload.body)")
        endpoint.answers(["skills": ["Glassblowing"]])
        let answer = try scene.make("ai.cvAnalysis", ["candidate_id": scene.ownCandidate], as: .consultant)
        #expect(answer["source"] == "endpoint")
        #expect(answer["skills"]?.arrayValue?.contains { $0["name"] == "Glassblowing" } == true)
        for word in ["Zoé", "zoe", "Test", "test\""] { #expect(!endpoint.received.contains(word), "\(word) was sent") }
    }

    @Test func namesThatRepeatThemselvesAreWithheld() throws {
        let scene = try AccessScene(assistant: endpoint.assistant())
        _ = try scene.make(
            "candidates.update",
            ["candidate_id": scene.ownCandidate, "expected_version": 1, "first_name": "Boris", "last_name": "Boris"])
        let text = "Boris Boris Boris boris\nwww.boris.example/boris https://www.boris.example/boris"
        _ = try scene.make(
            "candidates.cv.upload",
            [
                "candidate_id": scene.ownCandidate, "filename": "cv.txt",
                "content_base64": .string(Base64URL.encode(Array(text.utf8))),
            ], as: .candidate)
        endpoint.answers(["skills": []])
        let answer = try scene.make("ai.cvAnalysis", ["candidate_id": scene.ownCandidate])
        #expect(answer["source"] == "endpoint")
        #expect(!endpoint.received.lowercased().contains("boris"))
    }

    @Test func whoMayNotReadSpendsNothing() throws {
        endpoint.answers(["subject": "x", "body": "y"])
        #expect(try scene.world.call("ai.emailGeneration", letter, as: .employer).status == 403)
        #expect(try scene.world.call("ai.emailGeneration", letter, as: .anonymous).status == 401)
        let questions: JSONValue = ["application_id": scene.otherApplication]
        #expect(try scene.world.call("ai.interviewQuestions", questions, as: .employer).status == 404)
        let job: JSONValue = ["job_id": scene.hiddenJob]
        #expect(try scene.world.call("ai.jobDescriptionOptimization", job, as: .employer).status == 404)
        #expect(try scene.world.call("ai.skillExtraction", ["text": " "], as: .employer).status == 422)
        #expect(endpoint.server.requests.isEmpty)
    }

    @Test func othersReadAndWriteWhileItWrites() throws {
        let world = scene.world
        let own = scene.ownCandidate
        endpoint.answers { _ in
            let read = try? world.call("candidates.get", ["candidate_id": own], as: .admin)
            let written = try? world.call("candidates.create", ["first_name": "Ann", "last_name": "Other"], as: .admin)
            guard read?.isSuccess == true, written?.isSuccess == true else { return .status(500, "") }
            return AssistantServer.completion(#"{"subject": "Hello", "body": "Hello"}"#)
        }
        #expect(try scene.make("ai.emailGeneration", letter, as: .consultant)["source"] == "endpoint")
    }

    @Test func aRecordThatChangedMeanwhileIsNotWrittenAbout() throws {
        let world = scene.world
        let own = scene.ownCandidate
        endpoint.answers { _ in
            let changed = try? world.call(
                "candidates.update", ["candidate_id": own, "expected_version": 1, "first_name": "Zazie"], as: .admin)
            guard changed?.isSuccess == true else { return .status(500, "\(String(describing: changed))") }
            return AssistantServer.completion(#"{"subject": "Hello", "body": "Hello [[PERSON_1]]"}"#)
        }
        let answer = try scene.make("ai.emailGeneration", letter, as: .consultant)
        #expect(answer["source"] == "embedded")
        #expect(answer["source_note"] == "the record changed while the assistant wrote")
        #expect(answer["body"]?.stringValue?.contains("Zazie") == true)
    }

    /// Refuses what is no text, as the reader of the program does.
    private struct Refusing: DocumentReader {
        func read(_ contents: [UInt8], filename: String) throws(DocumentRefusal) -> DocumentReading {
            guard !contents.starts(with: "{\\rtf1".utf8) else {
                throw DocumentRefusal(code: "unsupported", message: Phrase(en: "RTF", fr: "RTF"))
            }
            return try PlainDocuments().read(contents, filename: filename)
        }
    }

    @Test func aTextThatIsNoCVIsNotSent() throws {
        endpoint.answers(["skills": []])
        let scene = try AccessScene(documents: Refusing(), assistant: endpoint.assistant())
        let input: JSONValue = ["text": "{\\rtf1 Zoé Martin\nExperience in PostgreSQL."]
        let answer = try scene.make("ai.skillExtraction", input, as: .consultant)
        #expect(answer["source"] == "embedded" && answer["model"] == nil)
        #expect(answer["source_note"]?.stringValue?.hasPrefix("the text could not be read as a CV") == true)
        #expect(answer["skills"]?.arrayValue?.isEmpty == false)
        #expect(endpoint.server.requests.isEmpty)
    }

    @Test func aDescriptionThatIsTooLongIsNotPaidFor() throws {
        endpoint.answers(["text": "x"])
        let text = String(repeating: "We look for a young rockstar. ", count: 801)
        let answer = try scene.make("ai.jobDescriptionOptimization", ["text": .string(text)], as: .employer)
        #expect(answer["source"] == "embedded" && answer["rewrite"] == nil)
        #expect(
            answer["source_note"] == "the text is longer than the 24000 bytes that the assistant is sent")
        #expect(endpoint.server.requests.isEmpty)
    }

    @Test func aLongTextIsSentInPartAndOnlyThatPartCounts() throws {
        let text = "Zoé Test\n" + String(repeating: "a", count: 30_000) + " glassblowing"
        endpoint.answers(["skills": ["glassblowing"]])
        let answer = try scene.make("ai.skillExtraction", ["text": .string(text)], as: .consultant)
        #expect(endpoint.received.contains(String(repeating: "a", count: 20_000)))
        #expect(!endpoint.received.contains("glassblowing"))
        #expect(answer["source"] == "embedded")
    }

    @Test func aHostileAnswerCostsLittle() throws {
        let names = (0..<4000).map { String(repeating: "a ", count: 5) + String(repeating: "a", count: $0 % 60 + 1) }
        endpoint.answers(["skills": .array((names + names).map { .string($0) })])
        let text = String(repeating: "a ", count: 150_000)
        let answer = try withProcessorLimit {
            try scene.make("ai.skillExtraction", ["text": .string(text)], as: .consultant)
        }
        #expect((answer["skills"]?.arrayValue?.count ?? 0) <= 100)
    }
}
