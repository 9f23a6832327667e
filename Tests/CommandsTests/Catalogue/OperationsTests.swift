import Engine
import JSON
import Testing

@testable import Commands

@Suite struct OperationsTests {
    @Test func jsonDescribesEveryOperationWithoutAWorkspace() throws {
        let desk = try Desk()
        let outcome = desk.run("operations", "--json")
        #expect(outcome.status == .done)
        let list = try #require(outcome.json?.arrayValue)
        #expect(list.map { $0["id"]?.stringValue } == Catalogue.operations.map { $0.contract.id })
        for operation in list {
            #expect(operation["path"]?.stringValue?.hasPrefix("/api/v1/") == true)
            #expect(
                operation["access"]?.objectValue?.keys
                    == ["anonymous", "candidate", "employer", "consultant", "admin", "superadmin"])
            #expect(operation["input"]?["type"] == "object")
            #expect(operation["output"]?.objectValue != nil)
            #expect(operation["method"]?.stringValue != nil)
            #expect(operation["summary"]?.stringValue?.isEmpty == false)
        }
        let create = try #require(list.first { $0["id"] == "candidates.create" })
        #expect(create["access"]?["employer"] == "no")
        #expect(create["access"]?["candidate"] == "own")
        #expect(create["input"]?["required"] == ["first_name", "last_name"])
        #expect(create["contract"] == true)
    }

    @Test func peopleReadALine() throws {
        let desk = try Desk()
        #expect(
            desk.run("operations", "skills.get").output == """
                skills.get  GET /api/v1/skills/{skill_id}
                  Get skill details
                  access: anonymous, candidate, employer, consultant, admin, superadmin
                  input: skill_id

                """)
        #expect(
            desk.run("operations", "applications.withdraw", "--lang", "fr").output == """
                applications.withdraw  POST /api/v1/applications/{application_id}/withdraw
                  Retirer sa candidature
                  accès : candidat (les siens)
                  saisie : application_id, public_comment?, expected_from?

                """)
        #expect(desk.run("operations", "nothing").status == .failed)
    }
}
