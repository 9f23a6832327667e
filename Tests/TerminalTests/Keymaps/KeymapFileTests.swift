import Glibc
import Testing

@testable import Terminal

@Suite struct KeymapFileTests {
    private func write(_ text: String, _ path: String) {
        let file = fopen(path, "w")
        if let file {
            fputs(text, file)
            fclose(file)
        }
    }

    @Test func reloadsWhenTheFileChanges() {
        let path = "/tmp/keymap-\(getpid())-\(UInt32.random(in: 0 ... .max)).json"
        defer { unlink(path) }
        var file = KeymapFile(path: path, table: SampleTable.all)
        #expect(file.reloadIfChanged() == false)
        write(#"{ "bindings": [ { "keys": "w", "action": "undo" } ] }"#, path)
        #expect(file.reloadIfChanged() == true)
        #expect(file.keymap.resolve([Key("w")], in: ["global"]) == .action(ActionCall("undo")))
        write("{ half", path)
        #expect(file.reloadIfChanged() == true)
        #expect(file.keymap.problems.count == 1)
        #expect(file.keymap.resolve([Key("w")], in: ["global"]) == .action(ActionCall("undo")))
        unlink(path)
        #expect(file.reloadIfChanged() == true)
        #expect(file.keymap.resolve([Key("w")], in: ["global"]) == .none)
    }
}
