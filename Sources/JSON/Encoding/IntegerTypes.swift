/// The integer types of the standard library, compared by identity: far cheaper than asking for a conformance.
enum IntegerTypes {
    @inline(__always)
    static func contain(_ type: Any.Type) -> Bool {
        type == Int.self || type == Int64.self || type == Int32.self || type == UInt8.self || type == UInt.self
            || type == UInt64.self || type == UInt32.self || type == Int16.self || type == UInt16.self
            || type == Int8.self
    }
}
