import Domain
import JSON
import Testing

@testable import Engine

/// Rows that are read without a decoder are what a decoder would have made of them.
@Suite struct CandidateRowReadingTests {
    private static let full: JSONValue = [
        "first_name": " Zoé ", "last_name": "李 👩‍💻", "headline": "Welder", "summary": "Two\nlines",
        "emails": [["value": "zoe@example.com", "type": "work"], ["value": " Zoé@exämple.fr "]],
        "phones": [["value": "+33 6 99", "e164": "+33699", "type": "home"]],
        "location": ["city": "Lyon", "region": "Rhône", "country_code": "fr", "postal_code": "69001"],
        "profiles": [["network": "LinkedIn", "username": "zoe", "url": "https://example.com/zoe"]],
        "languages": [["language": "French", "fluency": "native"], ["language": "English"]],
        "current_title": "Soudeuse", "current_company": "Atelier", "work_authorization": "EU",
        "available_from": "2026-12", "status": "passive", "can_email": false, "tags": ["a", "b"],
        "skills": ["C++", "Soudure"],
        "experience": [
            [
                "name": "Atelier", "position": "Soudeuse", "location": "Lyon", "start_date": "2020-01",
                "end_date": "2020-12", "summary": "Work", "highlights": ["One", "Two"],
            ]
        ],
        "education": [
            [
                "institution": "Lycée", "area": "Metal", "study_type": "CAP", "start_date": "2015",
                "end_date": "2018-06-30", "score": "A", "courses": ["X"],
            ]
        ],
    ]

    @Test(arguments: [
        full, ["first_name": "A", "last_name": "B"],
        ["last_name": "B", "first_name": "A", "emails": [], "location": [:], "headline": .null, "skills": .null],
    ])
    func plainRowsAreReadAlike(_ value: JSONValue) throws {
        let plain = try #require(CandidateImportRow(plain: value))
        let decoded: CandidateImportRow = try value.decoded(leniency: .text)
        #expect(try JSONValue(encoding: plain).serialized() == JSONValue(encoding: decoded).serialized())
    }

    @Test(
        arguments: [
            "last_name": .null, "colour": "red", "first_name": 1, "headline": "", "summary": "\u{1B}[2J",
            "emails": [["value": "nobody"]], "phones": [["type": "home"]], "tags": "a,b", "can_email": "true",
            "status": "asleep", "available_from": 2019, "notice_days": 30, "location": ["country_code": "France"],
            "languages": [["language": "French", "since": "2000"]], "experience": [["name": "A", "position": "B"]],
            "education": [["institution": "A", "url": "https://example.com"]],
        ] as [String: JSONValue])
    func unusualRowsAreLeftToTheDecoder(_ field: String, _ value: JSONValue) {
        var row = Self.full
        row[field] = value
        #expect(CandidateImportRow(plain: row) == nil)
    }

    @Test func otherValuesAreNoRows() {
        for value: JSONValue in [.null, "text", 1, [], [:], ["first_name": "A"]] {
            #expect(CandidateImportRow(plain: value) == nil)
        }
    }

    /// What is written by hand is what an encoder writes, which is asked through a list.
    @Test func whatIsWrittenByHandIsWhatAnEncoderWrites() throws {
        let id = AnyEntity.ID(high: 1, low: 2)
        let error = ImportError(field: "a\"b", code: "format", message: "é")
        let row = ImportRowResult(row: 3, status: .failed, id: nil, errors: [error])
        let result = ImportResult(
            dryRun: true, created: 1, matched: 2, failed: 3,
            results: [row, ImportRowResult(row: 4, status: .created, id: id, errors: nil)])
        let address = try #require(EmailAddress("a@example.com"))
        let number = try #require(Text<40>("+33 6"))
        try expectAlike(result)
        try expectAlike(LabelledEmail(value: address))
        try expectAlike(LabelledEmail(value: address, type: Text("work")))
        try expectAlike(LabelledPhone(value: number))
        try expectAlike(LabelledPhone(value: number, e164: Text("+336"), type: Text("home")))
    }

    private func expectAlike(_ value: some JSONRepresentable) throws {
        #expect(try JSONValue(encoding: [value])[0]?.serialized() == value.json.serialized())
    }
}
