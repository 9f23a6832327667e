import Engine
import Foundation
import JSON
import Testing

@Suite struct ContractTests {
    @Test func everyOperationOfTheContractIsDeclaredAsTheContractHasIt() {
        for type in Catalogue.operations where type.contract.isContract {
            let contract = type.contract
            let route = AccessTable.routes[contract.id]
            #expect(route?.method == contract.method.rawValue, "\(contract.id)")
            #expect(route?.path == contract.path, "\(contract.id)")
            let cells = AccessTable.cells[contract.id] ?? [:]
            #expect(cells["anonymous"] == contract.access.anonymous.rawValue, "\(contract.id) anonymous")
            #expect(cells["candidate"] == contract.access.candidate.rawValue, "\(contract.id) candidate")
            #expect(cells["employer"] == contract.access.employer.rawValue, "\(contract.id) employer")
            #expect(cells["consultant"] == contract.access.consultant.rawValue, "\(contract.id) consultant")
            #expect(cells["admin"] == contract.access.admin.rawValue, "\(contract.id) admin")
            #expect(cells["superadmin"] == contract.access.superadmin.rawValue, "\(contract.id) superadmin")
        }
    }

    /// The operations of this step; the rest of the contract comes later.
    @Test func theOperationsOfThisStepAreThere() {
        let declared = Set(Catalogue.operations.map { $0.contract.id })
        let later: Set<String> = ["candidates.matches", "candidates.analytics", "jobs.candidates", "jobs.analytics"]
        let expected =
            AccessTable.routes.keys.filter { id in
                ["candidates.", "jobs.", "applications."].contains { id.hasPrefix($0) } && !later.contains(id)
            } + [
                "auth.login", "auth.logout", "auth.profile", "auth.updateProfile", "auth.changePassword",
                "companies.list", "companies.get", "companies.create", "skills.list", "skills.get", "admin.auditLogs",
                "applications.source", "offers.list", "offers.respond", "interviews.list", "interviews.update",
                "reasons.list", "sources.list", "candidates.skills.list",
            ]
        for id in expected { #expect(declared.contains(id), "\(id)") }
        #expect(declared.count == Catalogue.operations.count)
    }

    @Test func everyOperationDescribesItsInputAndItsAnswer() {
        for type in Catalogue.operations {
            #expect(Shape.of(type).failure == nil, "\(type.contract.id)")
            let fields = Set(Shape.fields(of: type).map(\.name))
            let parameters = type.contract.path.split(separator: "/").filter { $0.hasPrefix("{") }
                .map { String($0.dropFirst().dropLast()) }
            for parameter in parameters { #expect(fields.contains(parameter), "\(type.contract.id) \(parameter)") }
        }
    }

    /// Only where the customer's originals are beside the project.
    @Test(arguments: ["routes.tsv", "access.tsv"])
    func theCopiesAreTheOriginals(_ file: String) throws {
        let original = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../../../shared/spec/\(file)").standardized
        guard FileManager.default.fileExists(atPath: original.path) else { return }
        #expect(try String(contentsOf: original, encoding: .utf8) == AccessTable.text(file))
    }
}
