import Testing

@testable import JSON

@Suite struct JSONValueTests {
    @Test func membersKeepTheirOrder() {
        var object: JSONObject = ["z": 1, "a": 2]
        object["m"] = 3
        object["z"] = 4
        #expect(object.keys == ["z", "a", "m"])
        object["a"] = nil
        #expect(object.keys == ["z", "m"])
        #expect(object["a"] == nil)
        #expect(object.map(\.key) == ["z", "m"])
    }

    @Test func aBigObjectFindsItsMembersAfterRemovals() {
        var object = JSONObject()
        for number in 0..<100 { object["k\(number)"] = .integer(Int64(number)) }
        for number in 0..<90 { object["k\(number)"] = nil }
        object["new"] = true
        #expect(object.count == 11)
        #expect(object["k95"] == 95)
        #expect(object["k5"] == nil)
        #expect(object["new"] == true)
    }

    @Test func equalityIgnoresTheOrderOfMembers() {
        let left: JSONValue = ["a": 1, "b": 2]
        let right: JSONValue = ["b": 2, "a": 1]
        #expect(left == right)
        #expect(left.hashValue == right.hashValue)
        #expect(left != ["a": 1, "b": 3])
        #expect(left != ["a": 1])
    }

    @Test func subscripts() {
        var value: JSONValue = ["a": [10, 20]]
        #expect(value["a"]?[1] == 20)
        #expect(value["a"]?[2] == nil)
        #expect(value["a"]?[-1] == nil)
        #expect(value["b"] == nil)
        value["b"] = "x"
        value["a"] = nil
        #expect(value == ["b": "x"])
        var nothing = JSONValue.null
        nothing["made"] = true
        #expect(nothing == ["made": true])
    }

    @Test func views() {
        #expect(JSONValue.number(3).integerValue == 3)
        #expect(JSONValue.number(3.5).integerValue == nil)
        #expect(JSONValue.number(1e300).integerValue == nil)
        #expect(JSONValue.integer(3).doubleValue == 3)
        #expect(JSONValue.string("3").integerValue == nil)
        #expect(JSONValue.null.isNull && !JSONValue.bool(false).isNull)
    }
}
