import Domain
import JSON
import Storage
import TestSupport
import Testing

@testable import Engine

@Suite struct PersonalDataTests {
    private func data(_ scene: PrivacyScene, _ person: World.Person, html: Bool = false) throws -> JSONValue {
        try scene.board.call(
            "candidates.personalData",
            ["candidate_id": .string(scene.keep), "format": html ? "html" : "json"], as: person)
    }

    @Test func everythingIsThereAndNothingThatIsSecret() throws {
        let scene = try PrivacyScene()
        try scene.merge()
        let answer = try data(scene, .admin)
        let sections = try #require(answer["data"]?.objectValue)
        for table in [
            "candidate", "cv", "experience", "education", "candidate_skill", "candidate_consent", "user_account",
            "application", "status_history", "offer", "note", "conversation", "message", "audit_log",
        ] { #expect(sections[table] != nil, "\(table)") }
        #expect(sections["candidate"]?["rows"]?.arrayValue?.count == 2, "the merged record is the person's too")
        let text = answer.serialized()
        for word in ["Zoé", "z.queribus@work.example", "Dix ans de bloc", "convainc", "Ici Zoé"] {
            #expect(text.contains(word), "\(word)")
        }
        for word in ["password_hash", "argon2", "refresh_hash", "token_hash", "\"salt\""] {
            #expect(!text.contains(word), "\(word)")
        }
        #expect(answer["files"]?.arrayValue?.isEmpty == false)
    }

    @Test func thePersonSeesItsOwnAndNotWhatOthersKeepToThemselves() throws {
        let scene = try PrivacyScene()
        for (visibility, person) in [("private", World.Person.consultant), ("admin_only", .admin)] {
            try scene.board.call(
                "applications.notes.add",
                [
                    "application_id": .string(scene.keptApplication), "body": .string("Note \(visibility)"),
                    "visibility": .string(visibility),
                ], as: person)
        }
        try scene.board.expectMove(scene.keptApplication, "screening", ["internal_comment": "Entre nous"])
        let own = try data(scene, .candidate)
        let text = own.serialized()
        #expect(text.contains("convainc"))
        for word in ["Note private", "Note admin_only", "Entre nous", "author_id", "match_score"] {
            #expect(!text.contains(word), "\(word)")
        }
        #expect(own["withheld_notes"]?.integerValue == 2)
        let consultant = try data(scene, .consultant).serialized()
        #expect(consultant.contains("Note private") && !consultant.contains("Note admin_only"))
        #expect(
            try scene.world.call(
                "candidates.personalData", ["candidate_id": .string(scene.keep)], as: .otherCandidate
            ).status == 404)
        #expect(
            try scene.world.call(
                "candidates.personalData", ["candidate_id": .string(scene.keep)], as: .employer
            ).status == 403)
    }

    @Test func thePageRunsNothing() throws {
        let scene = try PrivacyScene()
        try scene.board.call(
            "candidates.update",
            ["candidate_id": .string(scene.keep), "summary": "<script>alert(1)</script> & \"x\""], as: .admin)
        let page = try #require(try data(scene, .admin, html: true)["html"]?.stringValue)
        #expect(page.hasPrefix("<!DOCTYPE html>"))
        #expect(!page.contains("<script"))
        #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;x&quot;"))
        #expect(page.contains("Zoé Quéribus"))
        let traces = try scene.board.call("admin.auditLogs", ["operation_id": "candidates.personalData"], as: .admin)
        #expect(traces["total"]?.integerValue == 1)
    }

    @Test func everyColumnOfThePageHasAFrenchName() {
        for table in PersonalTable.all where table.heading != nil {
            let shown = table.columns.filter {
                ColumnLabels.isShown($0) && !table.secret.contains($0) && !PersonalData.internals.contains($0)
            }
            for column in shown { #expect(ColumnLabels.hasFrenchLabel(column), "\(table.name).\(column)") }
        }
        #expect(ColumnLabels.label("can_email", .english) == "Can email")
    }

    @Test func aPageHasNoEmptyLinesAndNoIdentifiers() throws {
        let scene = try PrivacyScene()
        let page = try #require(try data(scene, .admin, html: true)["html"]?.stringValue)
        #expect(!page.contains("<td></td>"))
        #expect(!page.contains("<th>Id</th>") && !page.contains("<th>Created by</th>"))
    }
}
