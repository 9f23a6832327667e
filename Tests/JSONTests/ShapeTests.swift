import Testing

@testable import JSON

@Suite struct ShapeTests {
    @Test func fieldsInDeclaredOrder() {
        let shape = Shape.of(SampleInput.self)
        #expect(shape.failure == nil)
        #expect(shape.isObject)
        #expect(
            shape.fields.map(\.name) == [
                "title", "status", "salary", "rows", "count", "extra", "company_id", "page_size", "note",
            ])
        #expect(shape.fields.filter(\.isOptional).map(\.swiftName) == ["extra", "companyID"])
        #expect(shape.fields.filter(\.hasDefault).map(\.name) == ["page_size", "note"])
        #expect(
            shape.fields.map { "\($0.type)" } == [
                "Short", "Status", "Salary", "Array<Row>", "Int", "JSONValue", "Short", "PageSize", "Patch<Short>",
            ])
    }

    @Test func typesThatAreNoObjects() {
        #expect(Shape.of(Short.self).single == String.self)
        #expect(Shape.fields(of: Short.self).isEmpty)
        #expect(Shape.of(SampleInput.Status.self).single == String.self)
        #expect(!Shape.of([Int].self).isObject)
        struct Nothing: Codable {}
        #expect(Shape.of(Nothing.self).isObject)
    }

    @Test func aTypeThatChecksItsFieldsIsRecordedThroughItsExample() {
        struct User: Decodable { var range: Range, after: Int }
        #expect(Shape.fields(of: Range.self).map(\.name) == ["low", "high"])
        #expect(Shape.fields(of: User.self).map(\.name) == ["range", "after"])
    }

    @Test func aTypeThatRefusesEveryExampleIsReported() throws {
        struct Picky: Decodable {
            init(from decoder: any Decoder) throws {
                _ = try decoder.singleValueContainer().decode(String.self)
                throw ValueProblem(code: "invalid", message: "No.")
            }
        }
        struct User: Decodable { var picky: Picky, after: Int }
        #expect(try #require(Shape.of(User.self).failure).contains("Picky"))
    }

    @Test func schema() {
        #expect(
            JSONValue.schema(of: SampleInput.self) == [
                "type": "object",
                "properties": [
                    "title": ["type": "string", "maxLength": 10],
                    "status": ["type": "string", "enum": ["open", "on_hold"]],
                    "salary": [
                        "type": "object",
                        "properties": ["min": ["type": "integer"], "max": ["type": "integer"]],
                        "required": ["min"], "additionalProperties": false,
                    ],
                    "rows": [
                        "type": "array",
                        "items": [
                            "type": "object", "properties": ["email": ["type": "string"]], "required": ["email"],
                            "additionalProperties": false,
                        ],
                    ],
                    "count": ["type": "integer"],
                    "extra": [:],
                    "company_id": ["type": "string", "maxLength": 10],
                    "page_size": ["type": "integer", "default": 50],
                    "note": ["anyOf": [["type": "string", "maxLength": 10], ["type": "null"]]],
                ],
                "required": ["title", "status", "salary", "rows", "count"],
                "additionalProperties": false,
            ])
        #expect(
            JSONValue.schema(of: [String: Double].self) == [
                "type": "object", "additionalProperties": ["type": "number"],
            ])
        #expect(JSONValue.schema(of: Set<Bool>.self)["uniqueItems"] == true)
    }

    @Test func schemasOfRecursiveTypesEnd() {
        struct Tree: Codable { var name: String, children: [Tree] }
        #expect(
            JSONValue.schema(of: Tree.self)["properties"]?["children"] == [
                "type": "array", "items": ["type": "object"],
            ])
    }
}
