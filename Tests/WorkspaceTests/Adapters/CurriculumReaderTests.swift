import Domain
import Engine
import Foundation
import JSON
import Testing
import Workspace

@Suite struct CurriculumReaderTests {
    private let reader = CurriculumReader()

    @Test func plainTextIsReadAsACV() throws {
        let text = """
            Anna Karénine
            anna.karenine@example.com

            Expérience
            2019 – 2023 Infirmière, Clinique du Parc
            """
        let reading = try reader.read(Array(text.utf8), filename: "anna.txt")
        #expect(reading.mediaType == "text/plain")
        #expect(reading.text.contains("Clinique du Parc"))
        #expect(reading.resume["basics"]?["email"] == "anna.karenine@example.com")
        #expect(!reading.parserVersion.isEmpty)
    }

    @Test func jsonResumeIsTakenAsItIs() throws {
        let document: JSONValue = [
            "basics": ["name": "Anna Karénine", "email": "anna@example.com"], "skills": [["name": "Soins"]],
        ]
        let reading = try reader.read(Array(document.serialized().utf8), filename: "anna.json")
        #expect(reading.mediaType == "application/json")
        #expect(reading.resume["basics"]?["name"] == "Anna Karénine")
        #expect(reading.resume["skills"]?[0]?["name"] == "Soins")
    }

    @Test(
        arguments: [
            ([], "empty"), ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0, 1], "wrong_type"),
            (Array("%PDF-1.4 nothing".utf8), "damaged"),
            (Array("{\"invoice\": 7}".utf8), "wrong_type"), (Array("{\\rtf1 text}".utf8), "unsupported"),
        ] as [([UInt8], String)])
    func whatIsNoCVIsRefusedInBothLanguages(contents: [UInt8], code: String) throws {
        let refusal = #expect(throws: DocumentRefusal.self) { try reader.read(contents, filename: "cv.pdf") }
        #expect(refusal?.code == code)
        #expect(refusal?.message.english.isEmpty == false)
        #expect(refusal?.message.english != refusal?.message.french)
    }
}
