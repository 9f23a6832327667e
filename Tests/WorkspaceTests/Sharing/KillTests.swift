import Domain
import Engine
import JSON
import Storage
import Testing
import Workspace

/// `kill -9` in the middle of writing: what was answered is there, and the workspace is whole.
@Suite struct KillTests {
    private func writes(_ run: Int) -> [JSONValue] {
        (0..<1_000).map { number in
            [
                "id": .integer(Int64(number)), "operation": "candidates.create",
                "input": ["first_name": "Anna", "last_name": .string("Numéro \(run)-\(number)")],
            ]
        }
    }

    @Test func nothingThatWasAnsweredIsLost() throws {
        let demo = try DemoPlace(.either)
        let opened = try DemoWorkspace.open(at: demo.location, as: .admin, options: Place.options)
        let token = opened.token
        opened.workspace.close()
        var answered: Set<String> = []
        for (run, limit) in [3, 90, 240, 415].enumerated() {
            let process = try BatchProcess(on: demo.place, token: token)
            process.send(writes(run))
            var count = 0
            while let answer = process.nextAnswer() {
                #expect(answer["status"] == 201)
                answered.insert(try #require(answer["body"]?["id"]?.stringValue))
                count += 1
                if count == limit { process.kill() }
            }
            process.waitUntilExit()
            #expect(count >= limit && count < 1_000, "killed in the middle")

            #expect(demo.damage() == [])
            let workspace = try Workspace.open(at: demo.location, options: Place.options)
            let kept = try workspace.database.read {
                try $0.column("SELECT id FROM candidate", as: Candidate.ID.self).map(\.description)
            }
            workspace.close()
            #expect(answered.isSubset(of: kept))
            #expect(demo.damage() == [])
        }
    }

    @Test func aQuotaThatIsUsedUpLosesNothing() throws {
        let demo = try DemoPlace()
        let opened = try DemoWorkspace.open(at: demo.location, as: .admin, options: Place.options)
        let token = opened.token
        opened.workspace.close()
        // No file may grow beyond some hundred kilobytes; the signal that says so is ignored, as for a quota.
        let process = try BatchProcess(on: demo.place, token: token, shell: "trap '' XFSZ; ulimit -f 512")
        process.send(Array(writes(9).prefix(60)))
        var kept: [String] = []
        var refused: [JSONValue] = []
        while let answer = process.nextAnswer() {
            if answer["status"] == 201, let id = answer["body"]?["id"]?.stringValue {
                kept.append(id)
            } else {
                refused.append(answer)
            }
        }
        process.waitUntilExit()
        #expect(!kept.isEmpty)
        #expect(kept.count + refused.count == 60)
        #expect(!refused.isEmpty)
        #expect(refused.allSatisfy { $0["status"] == 500 || $0["status"] == 503 })

        let workspace = try Workspace.open(at: demo.location, options: Place.options)
        let there = try workspace.database.read {
            try $0.column("SELECT id FROM candidate", as: Candidate.ID.self).map(\.description)
        }
        workspace.close()
        #expect(Set(kept).isSubset(of: there))
        #expect(demo.damage() == [])
    }
}
