import Foundation
import Testing

@testable import JSON

/// Types made of other types in less usual ways, and coders of other people.
@Suite struct CompositionTests {
    struct Point: Codable, Equatable { var x: Int, y: Int }

    /// Encodes as the point that it wraps.
    struct Wrapper: Codable, Equatable {
        var point: Point

        init(_ point: Point) { self.point = point }
        init(from decoder: any Decoder) throws { point = try decoder.singleValueContainer().decode(Point.self) }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            try container.encode(point)
        }
    }

    /// Has the members of a point beside its own.
    struct Named: Codable, Equatable {
        var name: String
        var point: Point

        enum CodingKeys: String, CodingKey { case name }

        init(name: String, point: Point) {
            self.name = name
            self.point = point
        }

        init(from decoder: any Decoder) throws {
            name = try decoder.container(keyedBy: CodingKeys.self).decode(String.self, forKey: .name)
            point = try Point(from: decoder)
        }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(name, forKey: .name)
            try point.encode(to: encoder)
        }
    }

    @Test func wrappersAreTransparent() throws {
        let value: JSONValue = ["x": 1, "y": 2]
        #expect(try JSONValue(encoding: Wrapper(Point(x: 1, y: 2))) == value)
        #expect(try value.decoded(as: Wrapper.self) == Wrapper(Point(x: 1, y: 2)))
        let errors = #expect(throws: InputErrors.self) {
            try JSONValue.object(["x": "", "z": 1]).decoded(as: Wrapper.self)
        }
        #expect(errors?.errors.map(\.field) == ["x", "y", "z"])
        #expect(JSONValue.schema(of: Wrapper.self) == JSONValue.schema(of: Point.self))
    }

    @Test func flattenedTypesShareTheirObject() throws {
        let value: JSONValue = ["name": "n", "x": 1, "y": 2]
        #expect(try JSONValue(encoding: Named(name: "n", point: Point(x: 1, y: 2))) == value)
        #expect(try value.decoded(as: Named.self) == Named(name: "n", point: Point(x: 1, y: 2)))
        #expect(Shape.fields(of: Named.self).map(\.name) == ["name", "x", "y"])
        let errors = #expect(throws: InputErrors.self) {
            try JSONValue.object(["x": 1, "z": 1]).decoded(as: Named.self)
        }
        #expect(errors?.errors.map(\.field) == ["name", "y", "z"])
    }

    @Test func integersOfEveryWidth() throws {
        struct Numbers: Codable, Equatable {
            var a: Int8, b: UInt8, c: Int16, d: UInt16, e: Int32, f: UInt32, g: UInt64, h: UInt, i: Float, j: Int64?
        }
        let numbers = Numbers(a: -1, b: 2, c: -3, d: 4, e: -5, f: 6, g: 7, h: 8, i: 0.5, j: .max)
        #expect(try JSONValue(encoding: numbers).decoded(as: Numbers.self) == numbers)
        #expect(Shape.fields(of: Numbers.self).count == 10)
    }

    @Test func foreignCodersCarryValues() throws {
        let value: JSONValue = ["a": [1, 2.5, nil, true, "x"], "b": ["c": [:]], "big": .integer(.max)]
        let data = try JSONEncoder().encode(value)
        #expect(try JSONDecoder().decode(JSONValue.self, from: data) == value)
        #expect(try JSONValue(parsing: Array(data)) == value)
    }

    @Test func commandLineTextReachesEveryKindOfField() throws {
        struct Filter: Codable, Equatable {
            var statuses: Set<SampleInput.Status>, limit: Patch<Int>, since: Int?, salary: Point
        }
        let value: JSONValue = [
            "statuses": "open,on_hold", "limit": "5", "since": "7", "salary": ["x": "1", "y": 2],
        ]
        #expect(
            try value.decoded(as: Filter.self, leniency: .text)
                == Filter(statuses: [.open, .onHold], limit: .set(5), since: 7, salary: Point(x: 1, y: 2)))
    }
}
