import Domain
import Engine
import JSON
import Storage
import TestSupport
import Testing

/// CVs: upload, reading, versions.
@Suite struct CurriculumVitaeTests {
    private func upload(
        _ world: World, _ id: String, _ text: String, as person: World.Person = .admin, _ more: JSONValue = [:]
    ) throws -> EncodedAnswer {
        var input: JSONValue = [
            "candidate_id": .string(id), "filename": "cv.txt",
            "content_base64": .string(Base64.encode(Array(text.utf8))),
        ]
        for (key, value) in more.objectValue ?? JSONObject() { input[key] = value }
        return try world.call("candidates.cv.upload", input, as: person)
    }

    @Test func anUploadIsReadKeptAndFound() throws {
        let world = try World()
        let id = try world.applyingCandidate()
        let answer = try upload(world, id, "Zoé 李 👩‍💻\nKubernetes, Brieftaube", as: .candidate)
        #expect(answer.status == 201, "\(answer.body)")
        #expect(answer.body["version_no"] == 1)
        #expect(answer.body["is_primary"] == true)
        #expect(answer.body["media_type"] == "text/plain")
        #expect(answer.body["parsed"]?["basics"]?["name"] == "Zoé 李 👩‍💻")
        #expect(answer.body["content_base64"] == nil)
        #expect(world.files.exists(sha256: answer.body["sha256"]?.stringValue ?? ""))
        #expect(try world.found("kubernetes") == [id])
        #expect(try world.found("cv:brieftaube") == [id])
        let read = try world.call(
            "candidates.cv.get", ["candidate_id": .string(id), "include_content": true], as: .consultant)
        #expect(
            read.body["content_base64"] == .string(Base64.encode(Array("Zoé 李 👩‍💻\nKubernetes, Brieftaube".utf8))))
        #expect(try world.call("candidates.cv.get", ["candidate_id": .string(id)], as: .otherCandidate).status == 404)
        #expect(try upload(world, id, "mine", as: .otherCandidate).status == 404)
    }

    @Test func versionsAndThePrimaryOne() throws {
        let world = try World()
        let id = try world.candidate("A", "B")
        _ = try upload(world, id, "first platypus")
        let second = try upload(world, id, "second echidna")
        #expect(second.body["version_no"] == 2)
        let letter = try upload(world, id, "Dear wombat", ["kind": "cover_letter"])
        #expect(letter.body["is_primary"] == false)
        let current = try world.call("candidates.cv.get", ["candidate_id": .string(id)], as: .admin)
        #expect(current.body["version_no"] == 2)
        let old = try world.call("candidates.cv.get", ["candidate_id": .string(id), "version": 1], as: .admin)
        #expect(old.body["text"] == "first platypus")
        #expect(old.body["is_primary"] == false)
        #expect(try world.found("platypus").isEmpty)
        #expect(try world.found("echidna") == [id])
        let back = try upload(world, id, "first platypus", ["primary": true])
        #expect(back.status == 201)
        #expect(back.body["version_no"] == 1)
        #expect(try world.found("platypus") == [id])
        #expect(try world.found("echidna").isEmpty)
        #expect(
            try world.call("candidates.cv.get", ["candidate_id": .string(id), "version": 9], as: .admin).status == 404)
    }

    @Test func theSameFileAgainIsNotDoubled() throws {
        let world = try World()
        let id = try world.candidate("A", "B")
        let first = try upload(world, id, "same")
        let second = try upload(world, id, "same")
        #expect(second.status == 201)
        #expect(second.id == first.id)
        let rows: Int? = try world.database.read { try $0.value("SELECT COUNT(*) FROM cv") }
        #expect(rows == 1)
        #expect(try world.audited("candidates.cv.upload") == 1)
    }

    @Test func badFilesAreRefusedWithTheReason() throws {
        let world = try World()
        let id = try world.candidate("A", "B")
        let noBase64 = try world.call(
            "candidates.cv.upload",
            ["candidate_id": .string(id), "filename": "cv.pdf", "content_base64": "*** no ***"], as: .admin)
        #expect(noBase64.status == 422)
        #expect(noBase64.fields == ["content_base64"])
        #expect(try upload(world, id, "").status == 422)
        let wrongKind = try upload(world, id, "x", ["kind": "other", "primary": true])
        #expect(wrongKind.fields == ["primary"])
        let huge = String(repeating: "A", count: UploadCurriculumVitae.maximumSize / 3 * 4 + 8)
        let tooLarge = try world.call(
            "candidates.cv.upload",
            ["candidate_id": .string(id), "filename": "cv.pdf", "content_base64": .string(huge)], as: .admin)
        #expect(tooLarge.status == 413)
        let rows: Int? = try world.database.read { try $0.value("SELECT COUNT(*) FROM cv") }
        #expect(rows == 0)
    }

    /// Refuses everything, as a scanned PDF is.
    private struct Unreadable: DocumentReader {
        func read(_ contents: [UInt8], filename: String) throws(DocumentRefusal) -> DocumentReading {
            throw DocumentRefusal(
                code: "no_text", message: Phrase(en: "It is a picture.", fr: "C’est une image."))
        }
    }

    @Test func anUnreadableDocumentMakesNoEmptyProfile() throws {
        let world = try World(documents: Unreadable())
        let id = try world.candidate("A", "B")
        let answer = try upload(world, id, "scan")
        #expect(answer.status == 422)
        #expect(answer.body["errors"]?[0]?["code"] == "no_text")
        #expect(answer.body["errors"]?[0]?["message"] == "It is a picture.")
        try world.speakFrench(.admin)
        #expect(try upload(world, id, "scan").body["errors"]?[0]?["message"] == "C’est une image.")
        #expect(try world.call("candidates.cv.get", ["candidate_id": .string(id)], as: .admin).status == 404)
    }

    @Test func theAuditLogHasNoContents() throws {
        let world = try World()
        let id = try world.candidate("A", "B")
        _ = try upload(world, id, "Brieftaube")
        _ = try upload(world, id, "Brieftaube", ["primary": true, "kind": "other"])
        let texts: [String] = try world.database.read { transaction in
            try transaction.column(
                """
                SELECT COALESCE(before, '') || COALESCE(after, '') FROM audit_log
                WHERE operation_id = 'candidates.cv.upload'
                """)
        }
        #expect(texts.count == 2)
        for text in texts {
            #expect(!text.contains("Brieftaube"))
            #expect(!text.contains(Base64.encode(Array("Brieftaube".utf8))))
        }
    }
}
