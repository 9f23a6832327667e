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

    /// All 159 of the contract, and those that were added beside it.
    @Test func everyOperationOfTheContractIsThere() {
        let declared = Set(Catalogue.operations.map { $0.contract.id })
        for id in AccessTable.routes.keys { #expect(declared.contains(id), "\(id)") }
        for id in [
            "applications.source", "offers.list", "offers.respond", "interviews.list", "interviews.update",
            "reasons.list", "sources.list", "candidates.skills.list",
        ] {
            #expect(declared.contains(id), "\(id)")
        }
        #expect(declared.count == Catalogue.operations.count)
        #expect(Catalogue.operations.filter { $0.contract.isContract }.count == AccessTable.routes.count)
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
