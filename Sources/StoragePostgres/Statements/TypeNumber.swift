import Storage

/// The numbers by which PostgreSQL names the types that cross the wire here (`pg_type.oid` of built-in types).
enum TypeNumber {
    /// The server finds the type of a parameter out by itself.
    static let unknown: UInt32 = 0
    static let boolean: UInt32 = 16
    static let bytes: UInt32 = 17
    static let character: UInt32 = 18
    static let name: UInt32 = 19
    static let integer64: UInt32 = 20
    static let integer16: UInt32 = 21
    static let integer32: UInt32 = 23
    static let text: UInt32 = 25
    static let object: UInt32 = 26
    static let real32: UInt32 = 700
    static let real64: UInt32 = 701
    static let varyingText: UInt32 = 1043
    static let decimal: UInt32 = 1700
    static let uuid: UInt32 = 2950
}

extension SQLValue {
    /// The type that the value is sent as.
    var typeNumber: UInt32 {
        switch self {
        case .null: TypeNumber.unknown
        case .integer: TypeNumber.integer64
        case .real: TypeNumber.real64
        case .text: TypeNumber.text
        case .bytes: TypeNumber.bytes
        case .identifier: TypeNumber.uuid
        }
    }
}
