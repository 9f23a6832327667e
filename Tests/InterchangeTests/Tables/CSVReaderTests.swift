import Domain
import Foundation
import JSON
import Testing

@testable import Interchange

struct CSVReaderTests {
    static func read(_ data: Data, limits: TableLimits = TableLimits(), chunk: Int = 65_536) throws -> [String] {
        var reader = try RecordReader(ByteSource(data: data, chunkSize: chunk), recordsPath: nil, limits: limits)
        var result: [String] = []
        while let item = try reader.next() {
            switch item {
            case .success(let record):
                let cells = record.fields.map { "\($0.name)=\($0.value.stringValue ?? "?")" }
                result.append("\(record.line): " + cells.joined(separator: " "))
            case .failure(let problem): result.append("\(problem.line)! \(problem.message.english)")
            }
        }
        return result
    }

    static func read(_ text: String, chunk: Int = 65_536) throws -> [String] { try read(Data(text.utf8), chunk: chunk) }

    @Test(arguments: [1, 2, 3, 7, 65_536])
    func quotesDelimitersAndLineEnds(chunk: Int) throws {
        let text = "name,note\r\n\"Martin, Zoé\",\"said \"\"hi\"\"\nand left\"\r\n李,\r\n\r\nx,\"\"\n"
        #expect(
            try Self.read(text, chunk: chunk) == [
                "2: name=Martin, Zoé note=said \"hi\"\nand left", "4: name=李 note=", "6: name=x note=",
            ])
    }

    @Test(arguments: [";", "\t", "|", ","]) func theDelimiterIsFound(_ delimiter: String) throws {
        let text = "a\(delimiter)b\n1\(delimiter)\"2\(delimiter)3\"\n"
        #expect(try Self.read(text) == ["2: a=1 b=2\(delimiter)3"])
    }

    @Test func excelsOwnDeclarationIsRead() throws {
        #expect(try Self.read("sep=;\r\na,b;c\r\n1,2;3\r\n") == ["3: a,b=1,2 c=3"])
    }

    @Test func raggedRowsAreNamedAndTheRestIsRead() throws {
        let rows = try Self.read("a,b\n1\n2,3\n4,5,6\n7,8,\n")
        #expect(rows.map { String($0.prefix(2)) } == ["2!", "3:", "4!", "5:"])
        #expect(rows[0] == "2! The row has 1 cells; the heading has 2.")
    }

    @Test func aQuoteThatIsNeverClosedCostsOneLine() throws {
        let rows = try Self.read("a,b\n1,\"open\n2,x\n3,y\n")
        #expect(rows == ["2! A quotation mark is opened and never closed.", "3: a=2 b=x", "4: a=3 b=y"])
    }

    @Test func headingsWithoutNameOrTwiceGetOne() throws {
        #expect(try Self.read("a,,a\n1,2,3\n") == ["2: a=1 column 2=2 a (2)=3"])
    }

    @Test func encodingsAreFound() throws {
        let text = "prénom;ville\nZoé;Sète\n"
        let expected = ["2: prénom=Zoé ville=Sète"]
        #expect(try Self.read(Data([0xEF, 0xBB, 0xBF] + text.utf8)) == expected)
        let little = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let big = text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        #expect(try Self.read(Data([0xFF, 0xFE] + little), chunk: 5) == expected)
        #expect(try Self.read(Data([0xFE, 0xFF] + big), chunk: 3) == expected)
        #expect(try Self.read(Data(little)) == expected)
        let western = text.unicodeScalars.map { UInt8($0.value) }
        #expect(try Self.read(Data(western)) == expected)
        #expect(try Self.read("prénom;ville\nZoe\u{301};Sète\n") == expected)
    }

    @Test func boundsHold() throws {
        var limits = TableLimits()
        limits.cellBytes = 100
        limits.rowBytes = 500
        let long = String(repeating: "x", count: 5_000)
        let rows = try Self.read(Data("a,b\n1,\(long)\n2,y\n".utf8), limits: limits, chunk: 64)
        #expect(rows == ["2! A cell is longer than 100 bytes.", "3: a=2 b=y"])
    }

    @Test func workbooksAndBinariesAreRefused() {
        #expect(throws: TableError.spreadsheetFile) { try Self.read(Data([0x50, 0x4B, 3, 4, 0, 0])) }
        #expect(throws: TableError.notText) { try Self.read(Data([0x61, 0, 0, 0, 0x62, 1, 2, 0])) }
        #expect(throws: TableError.empty) { try Self.read(Data(" \n\n".utf8)) }
    }

    @Test func twentyThousandRowsAreRead() throws {
        var text = "id,name\n"
        for index in 0..<20_000 { text += "\(index),\"Zoé, \(index)\"\n" }
        var reader = try RecordReader(data: Data(text.utf8))
        var count = 0
        while case .success? = try reader.next() { count += 1 }
        #expect(count == 20_000)
    }

    @Test(arguments: [
        ("=1+1", "'=1+1"), ("@SUM(A1)", "'@SUM(A1)"), ("+33 6", "'+33 6"), ("-12.5", "-12.5"), ("-1+2", "'-1+2"),
        ("\tx", "\"'\tx\""), ("\rx", "\"'\rx\""), ("a,b", "\"a,b\""), ("say \"x\"", "\"say \"\"x\"\"\""),
        ("plain", "plain"),
    ])
    func cellsAreDisarmed(_ value: String, _ written: String) { #expect(CSVWriter().cell(value) == written) }

    @Test func whatIsWrittenIsReadBack() throws {
        let cells = ["=x", "a;\"b\"", "line\nbreak", "Zoé 李", " padded "]
        let text = CSVWriter().row(["a", "b", "c", "d", "e"]) + CSVWriter().row(cells)
        var reader = try RecordReader(data: Data(text.utf8))
        #expect(try reader.next()?.get().fields.map { $0.value.stringValue } == cells)
    }
}
