import Testing

@testable import JSON

@Suite struct EncodingTests {
    static let names: [(String, String)] = [
        ("title", "title"), ("applicationID", "application_id"), ("cvID", "cv_id"), ("videoURL", "video_url"),
        ("escoURI", "esco_uri"), ("e164", "e164"), ("isPrimary", "is_primary"), ("sha256", "sha256"),
        ("skillIDs", "skill_ids"), ("skillIDsToAdd", "skill_ids_to_add"), ("videoURLText", "video_url_text"),
        ("URL", "url"), ("URLText", "url_text"), ("address2Line", "address2_line"), ("sha256Hash", "sha256_hash"),
        ("cvMD5", "cv_md5"), ("already_snake", "already_snake"), ("aB", "a_b"), ("", ""), ("hasCV", "has_cv"),
        ("écoleID", "école_id"),
    ]

    @Test(arguments: names)
    func snakeCases(swift: String, json: String) { #expect(snakeCase(swift) == json) }

    struct Salary: Codable, Equatable { var min: Int, max: Int? }
    struct Job: Codable, Equatable {
        var zTitle: String
        var companyID: UInt32
        var salary: Salary
        var closesOn: String?
        var scores: [Double]
        var labels: [String: Int]
        var extra: JSONValue
        var note: Patch<String> = .keep
        var other: Patch<String> = .clear
        var third: Patch<String> = .set("x")
    }
    struct Empty: Codable {}

    static let job = Job(
        zTitle: "T", companyID: 7, salary: Salary(min: 1, max: nil), closesOn: nil, scores: [1, 2.5],
        labels: ["bKey": 1, "aKey": 2], extra: ["aB": [1, nil]])

    @Test func writesFieldsInDeclaredOrderAndOmitsWhatIsAbsent() throws {
        let text = String(decoding: try JSONText.encode(Self.job), as: UTF8.self)
        #expect(
            text == #"{"z_title":"T","company_id":7,"salary":{"min":1},"scores":[1.0,2.5],"#
                + #""labels":{"aKey":2,"bKey":1},"extra":{"aB":[1,null]},"other":null,"third":"x"}"#)
    }

    @Test func whatIsEncodedDecodes() throws {
        #expect(try JSONValue(encoding: Self.job).decoded(as: Job.self) == Self.job)
    }

    @Test func encodesSingleValues() throws {
        #expect(try JSONValue(encoding: [1, 2]) == [1, 2])
        #expect(try JSONValue(encoding: Optional<Int>.none) == .null)
        #expect(try JSONValue(encoding: [Int?.none, 3]) == [nil, 3])
        #expect(try JSONValue(encoding: UInt64.max) == .number(18_446_744_073_709_551_616))
        #expect(try JSONValue(encoding: Float(0.1)) == 0.1)
        #expect(try JSONValue(encoding: Empty()) == [:])
        #expect(try JSONValue(encoding: JSONValue.array([nil])) == [nil])
        #expect(try JSONValue(encoding: Patch<Int>.keep) == .null)
    }

    struct Nesting: Encodable {
        enum Outer: String, CodingKey { case innerPart, list, last }
        func encode(to encoder: any Encoder) throws {
            var outer = encoder.container(keyedBy: Outer.self)
            var inner = outer.nestedContainer(keyedBy: Outer.self, forKey: .innerPart)
            var list = outer.nestedUnkeyedContainer(forKey: .list)
            try outer.encode(1, forKey: .last)
            try inner.encode(2, forKey: .last)
            try list.encode("a")
            var deep = list.nestedUnkeyedContainer()
            try deep.encode(true)
        }
    }

    @Test func encodesNestedContainers() throws {
        let value = try JSONValue(encoding: Nesting())
        #expect(value.serialized() == #"{"inner_part":{"last":2},"list":["a",[true]],"last":1}"#)
    }
}
