import Domain
import Engine
import Foundation
import Storage
import Testing
import Workspace

/// Lines that are missing in the middle or at the beginning of a history.
@Suite struct HistoryGapTests {
    static let holes: [SQL] = [
        """
        DELETE FROM status_history WHERE id = (SELECT h.id FROM status_history h WHERE h.from_status = 'applied'
        AND h.to_status = 'screening' AND EXISTS (SELECT 1 FROM status_history x
        WHERE x.application_id = h.application_id AND x.from_status = 'screening') ORDER BY h.id LIMIT 1)
        """,
        """
        DELETE FROM status_history WHERE id = (SELECT h.id FROM status_history h WHERE h.from_status IS NULL
        AND EXISTS (SELECT 1 FROM status_history x WHERE x.application_id = h.application_id
        AND x.from_status IS NOT NULL) ORDER BY h.id LIMIT 1)
        """,
    ]

    @Test(arguments: [0, 1])
    func aHoleIsDamageThatRebuildingDoesNotHide(_ number: Int) throws {
        let demo = try DemoPlace(.either)
        #expect(demo.damage() == [])
        let workspace = try Workspace.open(at: demo.location, options: Place.options)
        defer { workspace.close() }
        try workspace.database.write { transaction in
            let removed = try transaction.execute(Self.holes[number])
            #expect(removed == 1)
        }
        let found = demo.damage()
        let gaps = found.filter { $0.check == .history }
        #expect(gaps.count == 1)
        #expect(gaps.first?.place?.hasPrefix("application ") == true)
        #expect(gaps.first?.remedy?.english.contains("backup") == true)
        // Nothing is offered that would hide it.
        #expect(found.allSatisfy { $0.remedy?.english.contains("--rebuild") != true })
        try workspace.rebuild()
        #expect(demo.damage().map(\.check) == [.history])
    }
}
