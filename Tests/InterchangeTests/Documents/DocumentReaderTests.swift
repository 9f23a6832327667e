import Foundation
import Testing

@testable import Interchange

struct DocumentReaderTests {
    static func problem(_ data: Data, _ reader: DocumentReader = DocumentReader()) -> DocumentProblem? {
        do {
            _ = try reader.read(data)
            return nil
        } catch {
            return error
        }
    }

    @Test func aWordDocumentGivesItsParagraphsCellsAndHeaders() throws {
        let cell = { (text: String) in "<w:tc>\(ZipArchive.paragraph(text))</w:tc>" }
        let body =
            ZipArchive.paragraph("Zo&#xE9; &amp; 李") + "<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r></w:p>"
            + "<w:tbl><w:tr>\(cell("2019"))\(cell("Nurse"))</w:tr></w:tbl>"
            + "<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent>\(ZipArchive.paragraph("box"))"
            + "</w:txbxContent></mc:Choice><mc:Fallback>\(ZipArchive.paragraph("box"))</mc:Fallback>"
            + "</mc:AlternateContent></w:r></w:p>"
        let document = try DocumentReader().read(
            ZipArchive.document(body, header: ZipArchive.paragraph("zoe@example.com")), filename: "cv.docx")
        #expect(document.type == .docx)
        #expect(document.notes.isEmpty)
        let lines = document.text.split(separator: "\n").map(String.init)
        #expect(lines == ["zoe@example.com", "Zoé & 李", "a\tb", "2019\tNurse", "box"])
    }

    @Test func archivesThatAreNoCVAreNamed() {
        var bomb = DocumentReader()
        bomb.limits.unpackedBytes = 100_000
        let large = ZipArchive.document(ZipArchive.paragraph(String(repeating: "x", count: 200_000)))
        #expect(Self.problem(large, bomb) == .expandsTooFar(limit: 100_000))
        let whole = ZipArchive.document(ZipArchive.paragraph("text of a CV"))
        #expect(Self.problem(whole) == nil)
        #expect(Self.problem(whole.prefix(whole.count / 2)) == .damaged(.docx))
        #expect(Self.problem(ZipArchive.document("<w:p><w:r><w:t>cut")) == .damaged(.docx))
        #expect(Self.problem(ZipArchive.document("<w:p/>")) == .noText)
        for (entry, problem) in [
            ("content.xml", DocumentProblem.unsupported("ODT")), ("xl/workbook.xml", .unsupported("XLSX")),
            ("a.txt", .wrongType(found: "ZIP")),
        ] {
            var archive = ZipArchive()
            archive.add(entry, Data("x".utf8))
            #expect(Self.problem(archive.data) == problem)
        }
    }

    @Test func aPDFIsReadWhateverItIsCalled() throws {
        let data = PortableDocument.data(pages: [PortableDocument.page(["Anne Martin", "anne@example.com"])])
        let document = try DocumentReader().read(data, filename: "cv.docx")
        #expect(document.type == .pdf)
        #expect(document.pages == 1)
        #expect(document.notes == [.wrongExtension(found: .pdf)])
        #expect(document.text.contains("Anne Martin\nanne@example.com"))
    }

    @Test func aSideBarIsReadBeforeTheMainColumn() throws {
        let left = PortableDocument.page(["Contact", "44000 Nantes", "Skills", "Swift", "Rust", "SQL"])
        let right = PortableDocument.page(
            [
                "Anne Martin", "Software developer of long standing", "Experience", "Developer at Example",
                "2019 - 2021",
                "Wrote programs that people use each day",
            ], x: 250)
        let text = try DocumentReader().read(PortableDocument.data(pages: [left + right])).text
        #expect(text.contains("Swift\nRust\nSQL"))
        #expect(text.contains("Experience\nDeveloper at Example\n2019 - 2021"))
    }

    @Test func boundsOfPDFHold() {
        let many = PortableDocument.data(pages: Array(repeating: PortableDocument.page(["x"]), count: 500))
        #expect(Self.problem(many) == .tooManyPages(count: 500, limit: 100))
        #expect(Self.problem(PortableDocument.data(pages: [[]])) == .noText)
        let whole = PortableDocument.data(pages: [PortableDocument.page(["x"])])
        #expect(Self.problem(whole.prefix(60)) == .damaged(.pdf))
        var small = DocumentReader()
        small.limits.fileBytes = 100
        #expect(Self.problem(whole, small) == .tooLarge(limit: 100))
    }

    @Test func otherTypesAreRefusedByTheirContent() {
        #expect(Self.problem(Data()) == .empty)
        #expect(Self.problem(Data("  \n".utf8)) == .empty)
        #expect(Self.problem(Data("{\\rtf1 hello}".utf8)) == .unsupported("RTF"))
        #expect(Self.problem(Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A])) == .wrongType(found: "PNG"))
        #expect(Self.problem(Data([1, 2, 0, 3, 4, 0, 0, 0, 9])) == .wrongType(found: "binary"))
        #expect(Self.problem(Data([0xD0, 0xCF, 0x11, 0xE0, 0xA1])) == .unsupported("DOC"))
    }

    @Test func textComesInAnyEncoding() throws {
        let text = "Zoé Lefèvre\nSète"
        let western = Data(text.unicodeScalars.map { UInt8($0.value) })
        let wide = Data([0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
        for data in [Data(text.utf8), western, wide, Data("Zoe\u{301} Lefe\u{300}vre\r\nSe\u{300}te".utf8)] {
            #expect(try DocumentReader().read(data).text.unicodeScalars.elementsEqual(text.unicodeScalars))
        }
        #expect(try DocumentReader().read(western).notes == [.encoding("Windows-1252")])
    }

    @Test func longTextIsCutWithANote() throws {
        var reader = DocumentReader()
        reader.limits.textBytes = 10
        let document = try reader.read(Data("0123456789abcdef".utf8))
        #expect(document.text == "0123456789")
        #expect(document.notes == [.cutOff(limit: 10)])
    }

    @Test func everyProblemHasWordsInBothLanguages() {
        let problems: [DocumentProblem] = [
            .tooLarge(limit: 1_048_576), .tooManyPages(count: 2, limit: 1), .encrypted, .noText, .empty, .damaged(.pdf),
            .wrongType(found: "PNG"), .timedOut, .toolMissing(name: "pdftotext", package: "poppler-utils"),
            .unsupported("RTF"), .unreadable("x"), .expandsTooFar(limit: 1_048_576),
        ]
        #expect(Set(problems.map(\.code)).count == problems.count)
        for problem in problems {
            #expect(problem.message(in: .english) != problem.message(in: .french))
        }
        #expect(problems[8].message(in: .english).contains("apt install poppler-utils"))
    }
}
