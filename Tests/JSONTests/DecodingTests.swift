import Testing

@testable import JSON

@Suite struct DecodingTests {
    /// The faults as "field code", in the order in which they are listed.
    private func faults<T: Decodable>(
        _ type: T.Type, _ value: JSONValue, unknownFields: UnknownFields = .refuse, leniency: Leniency = .strict
    ) -> [String] {
        do throws(InputErrors) {
            _ = try value.decoded(as: type, unknownFields: unknownFields, leniency: leniency)
            return []
        } catch {
            return error.errors.map { "\($0.field) \($0.code)" }
        }
    }

    private let good: JSONValue = [
        "title": "Cook", "status": "open", "salary": ["min": 1], "rows": [["email": "a@b"]], "count": 3,
    ]

    @Test func decodes() throws {
        let job = try good.decoded(as: SampleInput.self)
        #expect(job.title.value == "Cook")
        #expect(job.status == .open)
        #expect(job.rows.map(\.email) == ["a@b"])
        #expect(job.pageSize.value == 50)
        #expect(job.note == .keep)
        #expect(job.extra == nil)
    }

    @Test func findsEveryFaultAtOnce() {
        let bad: JSONValue = [
            "title": "far too long a title", "status": "opne", "salary": ["min": "1", "maxx": 2],
            "rows": [["email": "x"], ["email": 5], [:], 7], "count": 3.5, "page_size": 1000, "nickname": "y",
        ]
        #expect(
            faults(SampleInput.self, bad) == [
                "title too_long", "status invalid", "salary.min type", "salary.maxx unknown", "rows[1].email type",
                "rows[2].email required", "rows[3] type", "count type", "page_size out_of_range", "nickname unknown",
            ])
        #expect(
            faults(SampleInput.self, [:]) == [
                "title required", "status required", "salary required", "rows required", "count required",
            ])
    }

    private struct WithAnyJSON: Codable {
        var filter: JSONValue?
        var count: Int
    }

    @Test func anyJSONHasNoFaultsBesideOthers() {
        #expect(faults(WithAnyJSON.self, ["filter": ["q": ["deep": 1]], "count": "x"]) == ["count type"])
    }

    @Test func ignoresUnknownFieldsWhenAsked() {
        var value = good
        value["salary"] = ["min": 1, "other": 2]
        value["more"] = 1
        #expect(faults(SampleInput.self, value) == ["salary.other unknown", "more unknown"])
        #expect(faults(SampleInput.self, value, unknownFields: .ignore) == [])
    }

    @Test func messagesCarrySuggestionsAndParameters() throws {
        var value = good
        value["statsu"] = 1
        value["status"] = "opne"
        value["title"] = "far too long a title"
        let errors = try #require(throws: InputErrors.self) { try value.decoded(as: SampleInput.self) }.errors
        #expect(
            errors == [
                FieldError(field: "title", code: "too_long", message: "Too long.", parameters: ["maximum": "10"]),
                FieldError(
                    field: "status", code: "invalid", message: "Expected one of: open, on_hold. Did you mean 'open'?",
                    parameters: ["allowed": "open, on_hold", "suggestion": "open"]),
                FieldError(
                    field: "statsu", code: "unknown",
                    message: "There is no field 'statsu' here. Did you mean 'status'?",
                    parameters: ["suggestion": "status"]),
            ])
    }

    @Test func nullAndTheWrongKind() {
        #expect(faults(SampleInput.self, nil) == [" required"])
        #expect(faults(SampleInput.self, [1]) == [" type"])
        var value = good
        value["title"] = .null
        value["rows"] = .null
        value["extra"] = .null
        #expect(faults(SampleInput.self, value) == ["title required", "rows required"])
        #expect(faults([Int].self, [1, "2", nil]) == ["[1] type", "[2] required"])
        #expect(faults([String: Int].self, ["a": 1, "bC": "2"]) == ["bC type"])
        #expect(faults(Int8.self, 300) == [" out_of_range"])
        #expect(faults(UInt.self, -1) == [" out_of_range"])
        #expect(faults(Int.self, 2.0) == [])
        #expect(faults(Int.self, .number(1e300)) == [" out_of_range"])
    }

    @Test func aTypeWithoutFieldsRefusesEveryField() {
        struct Nothing: Codable {}
        #expect(faults(Nothing.self, [:]) == [])
        #expect(faults(Nothing.self, ["a": 1]) == ["a unknown"])
        #expect(faults(Nothing.self, 3) == [" type"])
    }

    @Test func checksOfTheWholeCome() {
        #expect(faults(Range.self, ["low": 1, "high": 2]) == [])
        #expect(faults(Range.self, ["low": 3, "high": 2]) == ["high out_of_range"])
        #expect(
            faults([Range].self, [["low": 3, "high": 2], ["low": "", "high": 2]]) == [
                "[0].high out_of_range", "[1].low type",
            ])
    }

    @Test func patchesHaveThreeStates() throws {
        struct Update: Codable { var note: Patch<Int> }
        #expect(try JSONValue.object([:]).decoded(as: Update.self).note == .keep)
        #expect(try JSONValue.object(["note": nil]).decoded(as: Update.self).note == .clear)
        #expect(try JSONValue.object(["note": 3]).decoded(as: Update.self).note == .set(3))
        #expect(faults(Update.self, ["note": "3"]) == ["note type"])
        #expect(Patch.keep.applied(to: 1) == 1)
        #expect(Patch.clear.applied(to: 1) == nil)
        #expect(Patch.set(2).applied(to: 1) == 2)
    }

    @Test func textIsAcceptedWhenAsked() throws {
        struct Query: Codable, Equatable {
            var page: Int, ratio: Double?, active: Bool, ids: [Int], tags: [String], name: String
        }
        let value: JSONValue = [
            "page": "25", "ratio": "0.5", "active": "true", "ids": "1, 2,3", "tags": ["a,b", "c"], "name": "7",
        ]
        let query = try value.decoded(as: Query.self, leniency: .text)
        #expect(query == Query(page: 25, ratio: 0.5, active: true, ids: [1, 2, 3], tags: ["a,b", "c"], name: "7"))
        #expect(faults(Query.self, value).count == 4)
        let bad: JSONValue = [
            "page": "x", "ratio": "nan", "active": "maybe", "ids": "1,x", "tags": "one", "name": "7",
        ]
        #expect(
            faults(Query.self, bad, leniency: .text) == ["page type", "ratio type", "active type", "ids[1] type"])
        #expect(faults(Int8.self, "300", leniency: .text) == [" out_of_range"])
        #expect(faults(Int.self, "-99999999999999999999", leniency: .text) == [" out_of_range"])
    }

    @Test func keysOfDictionariesAreData() throws {
        #expect(try JSONValue.object(["aB": 1, "c_d": 2]).decoded(as: [String: Int].self) == ["aB": 1, "c_d": 2])
    }

    @Test func choicesWithValuesRoundTrip() throws {
        enum Choice: Codable, Equatable {
            case byApplicationID(Int)
            case none(textPart: String)
        }
        for choice in [Choice.byApplicationID(3), .none(textPart: "x")] {
            let value = try JSONValue(encoding: choice)
            #expect(try value.decoded(as: Choice.self) == choice)
        }
        #expect(try JSONValue(encoding: Choice.byApplicationID(3)) == ["by_application_id": ["_0": 3]])
    }

    @Test func manyFaultsAreCutShort() {
        let many = JSONValue.array(Array(repeating: "x", count: 10_000))
        #expect(faults([Int].self, many).count == InputErrors.limit)
        let unknown = JSONValue.object(JSONObject((0..<10_000).map { ("x\($0)", 1) }))
        #expect(faults(SampleInput.self, unknown).count == InputErrors.limit)
    }

    @Test(
        arguments: [
            ("statsu", "status"), ("titel", "title"), ("STATUS", "status"), ("compny_id", "company_id"), ("zzz", nil),
        ] as [(String, String?)])
    func nearestNames(written: String, meant: String?) {
        #expect(nearestName(to: written, among: ["title", "status", "company_id"]) == meant)
    }
}
