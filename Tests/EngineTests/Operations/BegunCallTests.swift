import Engine
import JSON
import TestSupport
import Testing

/// Calls that are read and checked before their turn.
@Suite struct BegunCallTests {
    private func rows(_ names: String...) -> JSONValue {
        let rows = names.map { name -> JSONValue in
            ["first_name": "A", "last_name": .string(name), "emails": [["value": .string("\(name)@b.fr")]]]
        }
        return ["rows": .array(rows)]
    }

    @Test func callsTakeEffectInTheOrderInWhichTheyAreFinished() throws {
        let world = try World()
        let admin = try world.credential(.admin)
        let first = world.engine.begin("candidates.bulkImport", input: rows("x", "y"), as: admin)
        let second = world.engine.begin("candidates.bulkImport", input: rows("y", "z"), as: admin)
        let never = world.engine.begin("candidates.bulkImport", input: rows("w"), as: admin)
        #expect(try world.audited("candidates.bulkImport") == 0)
        #expect(second.finish().body["created"] == 2)
        let answer = first.finish()
        #expect(answer.body["created"] == 1)
        #expect(answer.body["matched"] == 1)
        _ = never
        #expect(try world.audited("candidates.bulkImport") == 2)
        #expect(try world.call("candidates.list", as: .admin).body["total"] == 3)
    }

    @Test func whoCallsIsAskedAgainWhenItsTurnComes() throws {
        let world = try World()
        let admin = try world.credential(.admin)
        let call = world.engine.begin("candidates.bulkImport", input: rows("x"), as: admin)
        #expect(world.engine.dispatch("auth.logout", input: [:], as: admin).isSuccess)
        #expect(call.finish().status == 401)
        #expect(try world.call("candidates.list", as: .admin).body["total"] == 0)
    }

    @Test(arguments: World.Person.allCases)
    func aRefusalIsTheSame(_ person: World.Person) throws {
        let world = try World()
        let credential = try world.credential(person)
        for input in [rows("x"), ["rows": []], ["rows": [["first_name": 1]], "mode": "best_effort"]] {
            let direct = world.engine.dispatch("candidates.bulkImport", input: input, as: credential)
            let begun = world.engine.begin("candidates.bulkImport", input: input, as: credential).finish()
            #expect(begun.status == direct.status)
            #expect(begun.body["type"] == direct.body["type"])
            #expect(begun.body["errors"] == direct.body["errors"])
        }
    }

    @Test func aRefusalIsAuditedInItsTurn() throws {
        let world = try World()
        let consultant = try world.credential(.consultant)
        let before = try world.audited("candidates.bulkImport")
        let begun = world.engine.begin("candidates.bulkImport", input: rows("x"), as: consultant)
        let never = world.engine.begin("candidates.bulkImport", input: rows("y"), as: consultant)
        #expect(try world.audited("candidates.bulkImport") == before)
        #expect(begun.finish().status == 403)
        _ = never
        #expect(try world.audited("candidates.bulkImport") == before + 1)
    }

    @Test func readingsAndUnknownOperationsWaitToo() throws {
        let world = try World()
        let admin = try world.credential(.admin)
        let list = world.engine.begin("candidates.list", input: [:], as: admin)
        #expect(world.engine.dispatch("candidates.bulkImport", input: rows("x"), as: admin).isSuccess)
        #expect(list.finish().body["total"] == 1)
        #expect(world.engine.begin("nothing.here", input: [:], as: admin).finish().status == 404)
    }
}
