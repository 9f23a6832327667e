import Foundation
import JSON
import Testing

@testable import Interchange

struct RecordMapperTests {
    private func guessed(_ kind: ImportKind, _ table: String) throws -> RecordMapper.MappedRecord {
        var reader = try RecordReader(data: Data(table.utf8))
        let record = try #require(try reader.next()).get()
        let mapping = ColumnGuess.mapping(of: record.paths, for: kind).mapping
        return RecordMapper(kind, mapping: mapping).map(record)
    }

    @Test func frenchCandidatesAreGuessed() throws {
        let mapped = try guessed(
            .candidates,
            "Prénom;NOM;Adresse e-mail;Téléphone portable;Code postal;Ville;Poste actuel;Compétences;Disponibilité\n"
                + "Zoé;LEFÈVRE;zoe@example.com;06 39 98 12 04;44000;Nantes;Comptable;Paie, TVA;01/02/2025\n")
        #expect(mapped.problems.isEmpty)
        #expect(
            mapped.input == [
                "first_name": "Zoé", "last_name": "LEFÈVRE", "emails": [["value": "zoe@example.com"]],
                "phones": [["value": "06 39 98 12 04", "e164": "+33639981204"]], "current_title": "Comptable",
                "skills": ["Paie", "TVA"], "available_from": "2025-02-01",
                "location": ["city": "Nantes", "postal_code": "44000"],
            ])
    }

    @Test func jobsOfSchemaOrgAreGuessed() throws {
        let mapped = try guessed(
            .jobs,
            """
            {"@type": "JobPosting", "title": "Nurse", "datePosted": "2025-01-31", "employmentType": "FULL_TIME",\
             "hiringOrganization": {"@type": "Organization", "name": "Example Clinic"}, "description": "<p>Care</p>",\
             "jobLocation": {"@type": "Place", "address": {"addressLocality": "Lyon", "addressCountry": "FR"}},\
             "baseSalary": {"currency": "EUR", "value": {"minValue": 2000, "maxValue": 2500, "unitText": "MONTH"}}}
            """)
        #expect(mapped.problems.isEmpty)
        #expect(
            mapped.input == [
                "title": "Nurse", "company": "Example Clinic", "description": "Care", "employment_type": "FULL_TIME",
                "base_salary": ["min": 200_000, "max": 250_000, "currency": "EUR", "unit": "MONTH"],
                "date_posted": "2025-01-31", "location": ["city": "Lyon", "country_code": "FR"],
            ])
    }

    @Test func aMappingFileDecides() throws {
        let mapping = try ColumnMapping(
            parsing: """
                {"columns": {"title": ["none", "Job"], "company": {"constant": "Example"}, "city": "place.town",
                 "employment_type": {"from": "kind", "values": {"Perm": "FULL_TIME"}}, "base_salary": "pay",
                 "tags": {"from": ["a", "b"], "join": ";"}}, "defaults": {"status": "open", "title": "?"}}
                """, for: .jobs)
        let line =
            "{\"Job\":\"Chef\",\"place\":{\"town\":\"Sète\"},\"kind\":\"PERM\",\"pay\":\"12 €/h\",\"a\":\"x\",\"b\":\"y\"}"
        var reader = try RecordReader(data: Data(line.utf8))
        let mapped = RecordMapper(.jobs, mapping: mapping).map(try #require(try reader.next()).get())
        #expect(mapped.problems.isEmpty)
        #expect(
            mapped.input == [
                "title": "Chef", "company": "Example", "location": ["city": "Sète"], "employment_type": "FULL_TIME",
                "base_salary": ["min": 1_200, "max": 1_200, "currency": "EUR", "unit": "HOUR"], "tags": ["x", "y"],
                "status": "open",
            ])
        let again = try ColumnMapping(mapping.json, for: .jobs)
        #expect(again == mapping)
    }

    @Test func problemsAreNamedByField() throws {
        let mapped = try guessed(.candidates, "Name,Email,Available from\n,not an address,soonish\n")
        #expect(mapped.problems.map(\.field) == ["emails", "available_from"])
        #expect(mapped.problems.map(\.code) == ["invalid", "invalid"])
        #expect(try guessed(.jobs, "Title,City\n-,Nantes\n").problems.map(\.code) == ["required"])
    }

    @Test func everyMistakeInAMappingIsNamed() {
        #expect(throws: MappingErrors.self) { try ColumnMapping(parsing: "{", for: .jobs) }
        do {
            _ = try ColumnMapping(
                parsing: "{\"columns\":{\"nope\":\"a\",\"title\":{}},\"dates\":\"x\",\"y\":1}", for: .jobs)
            Issue.record("A wrong mapping was accepted.")
        } catch {
            #expect(error.errors.map(\.path) == ["columns.nope", "columns.title", "dates", "y"])
        }
    }

    @Test(arguments: [
        ("Zoé Martin", "Zoé", "Martin"), ("MARTIN Zoé", "Zoé", "MARTIN"), ("Martin, Zoé", "Zoé", "Martin"),
        ("Jean Paul Martin", "Jean", "Paul Martin"), ("李", "", "李"),
    ])
    func wholeNamesAreDivided(_ name: String, _ first: String, _ last: String) {
        #expect(FieldValues.names(name) == (first, last))
    }

    private static let examples = URL(filePath: #filePath).deletingLastPathComponent().appending(
        path: "../../../examples")

    /// Every mapping of the repository can be read.
    @Test(arguments: [
        ("jobs-microsoft.json", ImportKind.jobs), ("jobs-labonnealternance.json", .jobs),
        ("candidates-crm.json", .candidates),
    ])
    func exampleMappingsAreRight(_ file: String, _ kind: ImportKind) throws {
        let text = try String(contentsOf: Self.examples.appending(path: "mappings/\(file)"), encoding: .utf8)
        #expect(try !ColumnMapping(parsing: text, for: kind).rules.isEmpty)
    }

    /// Every row of the samples is read without a remark, by a guess or by its mapping.
    @Test(arguments: [
        ("companies.csv", ImportKind.companies, String?.none, 4), ("jobs.jsonl", .jobs, nil, 4),
        ("candidates.csv", .candidates, nil, 4), ("crm-export.csv", .candidates, "candidates-crm.json", 2),
    ])
    func examplesMapEveryRow(_ file: String, _ kind: ImportKind, _ map: String?, _ count: Int) throws {
        let path = Self.examples.appending(path: file).path
        var reader = try RecordReader(path: path)
        var mapping = ColumnMapping()
        if let map {
            let text = try String(contentsOf: Self.examples.appending(path: "mappings/\(map)"), encoding: .utf8)
            mapping = try ColumnMapping(parsing: text, for: kind)
        } else {
            var sample = try RecordReader(path: path)
            let columns = reader.columns.isEmpty ? try sample.next()?.get().paths ?? [] : reader.columns
            mapping = ColumnGuess.mapping(of: columns, for: kind).mapping
        }
        var mapped = 0
        while let item = try reader.next() {
            let record = RecordMapper(kind, mapping: mapping).map(try item.get())
            #expect(record.problems.isEmpty)
            mapped += 1
        }
        #expect(mapped == count)
    }
}
