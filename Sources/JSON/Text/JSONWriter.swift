/// Writes values as JSON text.
struct JSONWriter {
    var bytes: [UInt8] = []
    private let pretty: Bool
    private var indentation = 0

    init(pretty: Bool) { self.pretty = pretty }

    mutating func write(_ value: JSONValue) {
        switch value {
        case .null: write(ascii: "null")
        case .bool(let value): write(ascii: value ? "true" : "false")
        case .integer(let value): write(value)
        case .number(let value): write(value)
        case .string(let value): write(value)
        case .array(let elements): write(elements)
        case .object(let object): write(object)
        }
    }

    private mutating func write(_ elements: [JSONValue]) {
        bytes.append(UInt8(ascii: "["))
        indentation += 1
        for (index, element) in elements.enumerated() {
            startItem(isFirst: index == 0)
            write(element)
        }
        end(UInt8(ascii: "]"), isEmpty: elements.isEmpty)
    }

    private mutating func write(_ object: JSONObject) {
        bytes.append(UInt8(ascii: "{"))
        indentation += 1
        for (index, member) in object.members.enumerated() {
            startItem(isFirst: index == 0)
            write(member.key)
            bytes.append(UInt8(ascii: ":"))
            if pretty { bytes.append(UInt8(ascii: " ")) }
            write(member.value)
        }
        end(UInt8(ascii: "}"), isEmpty: object.isEmpty)
    }

    private mutating func startItem(isFirst: Bool) {
        if !isFirst { bytes.append(UInt8(ascii: ",")) }
        if pretty { startLine() }
    }

    private mutating func end(_ bracket: UInt8, isEmpty: Bool) {
        indentation -= 1
        if pretty && !isEmpty { startLine() }
        bytes.append(bracket)
    }

    private mutating func startLine() {
        bytes.append(UInt8(ascii: "\n"))
        bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indentation * 2))
    }

    private mutating func write(ascii text: StaticString) {
        bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    private mutating func write(_ value: Int64) {
        if value < 0 { bytes.append(UInt8(ascii: "-")) }
        let start = bytes.count
        var rest = value.magnitude
        repeat {
            bytes.append(UInt8(ascii: "0") + UInt8(rest % 10))
            rest /= 10
        } while rest > 0
        bytes[start...].reverse()
    }

    private mutating func write(_ value: Double) {
        guard value.isFinite else { return write(ascii: "null") }
        bytes.append(contentsOf: value.description.utf8)
    }
}
