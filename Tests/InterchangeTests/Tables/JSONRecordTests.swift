import Foundation
import JSON
import Testing

@testable import Interchange

struct JSONRecordTests {
    private func read(_ text: String, path: String? = nil, limits: TableLimits = TableLimits()) throws -> [String] {
        var reader = try RecordReader(
            ByteSource(data: Data(text.utf8), chunkSize: 7), recordsPath: path, limits: limits)
        var result: [String] = []
        while let item = try reader.next() {
            switch item {
            case .success(let record): result.append("\(record.line): \(record["a"]?.serialized() ?? "nil")")
            case .failure(let problem): result.append("\(problem.line)!")
            }
        }
        return result
    }

    @Test func linesWithMistakesDoNotEndTheStream() throws {
        let text = "{\"a\":1}\n\n{\"a\":\nnonsense}\n[1]\n{\"a\":\"}\\\"\"}\n"
        #expect(try read(text) == ["1: 1", "3!", "4!", "5!", "6: \"}\\\"\""])
    }

    @Test func longLinesAreBounded() throws {
        var limits = TableLimits()
        limits.rowBytes = 50
        let text = "{\"a\":1}\n{\"a\":\"\(String(repeating: "x", count: 500))\"}\n{\"a\":2}"
        #expect(try read(text, limits: limits) == ["1: 1", "2!", "3: 2"])
    }

    @Test func arraysAndDocumentsAreRead() throws {
        #expect(try read("[\n {\"a\": [1, {}]},\n {\"a\": \"]\"} ]") == ["2: [1,{}]", "3: \"]\""])
        #expect(try read("{\n \"a\": 1\n}\n") == ["1: 1"])
        #expect(try read("{\n \"x\": {\"ads\": [{\"a\": 1}, {\"a\": 2}]}\n}", path: "x.ads") == ["1: 1", "1: 2"])
        #expect(try read("[{\"a\":1},{\"a\":").last == "1!")
    }

    @Test func pathsLeadIntoObjectsAndLists() throws {
        var reader = try RecordReader(data: Data("{\"x\":{\"y\":[{\"z\":1},{\"z\":2}]},\"p.q\":3}".utf8))
        let record = try #require(try reader.next()).get()
        #expect(record["x.y.1.z"] == .integer(2))
        #expect(record["x.y.z"] == .array([.integer(1), .integer(2)]))
        #expect(record["p.q"] == .integer(3))
        #expect(record["x.none.z"] == nil)
        #expect(record.paths == ["x.y.0.z", "p.q"])
    }
}
