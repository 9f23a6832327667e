import Testing

@testable import Commands

@Suite struct LineReaderTests {
    private func lines(_ text: String, limit: Int = 100, chunk: Int = 3) throws -> [LineReader.Line] {
        var reader = LineReader(Trickle(Array(text.utf8), chunk: chunk), limit: limit)
        var lines: [LineReader.Line] = []
        while let line = try reader.next() { lines.append(line) }
        return lines
    }

    /// Gives its bytes a few at a time.
    private final class Trickle: ByteInput {
        private let inner: MemoryInput
        private let chunk: Int
        var isTerminal: Bool { false }
        var terminal: Int32? { nil }

        init(_ bytes: [UInt8], chunk: Int) {
            inner = MemoryInput(bytes)
            self.chunk = chunk
        }

        func read(_ limit: Int) throws(FileProblem) -> [UInt8] { try inner.read(chunk) }
    }

    @Test(arguments: [1, 2, 3, 7, 1_000])
    func linesAreCutWhateverTheChunks(_ chunk: Int) throws {
        let found = try lines("ab\r\ncde\n\nf\rg\nlast", chunk: chunk)
        #expect(found == ["ab", "cde", "", "f\rg", "last"].map { .bytes(Array($0.utf8)) })
    }

    @Test func noLineFollowsTheLastLineEnd() throws {
        #expect(try lines("a\n") == [.bytes([0x61])])
        #expect(try lines("") == [])
    }

    @Test(arguments: [1, 3, 1_000])
    func aLineThatIsTooLongIsPassedOver(_ chunk: Int) throws {
        let long = String(repeating: "x", count: 60)
        let found = try lines("a\n\(long)\nb\n\(long)", limit: 10, chunk: chunk)
        #expect(found == [.bytes([0x61]), .tooLong, .bytes([0x62]), .tooLong])
    }

    @Test func bytesThatAreNoTextStayAsTheyAre() throws {
        var reader = LineReader(MemoryInput([0xFF, 0xC3, 0x0A, 0x41]), limit: 10)
        #expect(try reader.next() == .bytes([0xFF, 0xC3]))
        #expect(try reader.next() == .bytes([0x41]))
    }
}
