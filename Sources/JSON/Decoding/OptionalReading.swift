/// A keyed container with one way to read an optional field, whatever its type.
///
/// The standard library answers `decodeIfPresent` for each scalar type itself, in three steps that hide the type from a
/// recorder; only an overload for each of them takes its place.
protocol OptionalReading: KeyedDecodingContainerProtocol {
    func readOptional<T: Decodable>(_ type: T.Type, _ key: Key) throws -> T?
}

extension OptionalReading {
    func decodeIfPresent<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T? { try readOptional(type, key) }

    func decodeIfPresent(_ type: Bool.Type, forKey key: Key) throws -> Bool? { try readOptional(type, key) }

    func decodeIfPresent(_ type: String.Type, forKey key: Key) throws -> String? { try readOptional(type, key) }

    func decodeIfPresent(_ type: Double.Type, forKey key: Key) throws -> Double? { try readOptional(type, key) }

    func decodeIfPresent(_ type: Float.Type, forKey key: Key) throws -> Float? { try readOptional(type, key) }

    func decodeIfPresent(_ type: Int.Type, forKey key: Key) throws -> Int? { try readOptional(type, key) }

    func decodeIfPresent(_ type: Int8.Type, forKey key: Key) throws -> Int8? { try readOptional(type, key) }

    func decodeIfPresent(_ type: Int16.Type, forKey key: Key) throws -> Int16? { try readOptional(type, key) }

    func decodeIfPresent(_ type: Int32.Type, forKey key: Key) throws -> Int32? { try readOptional(type, key) }

    func decodeIfPresent(_ type: Int64.Type, forKey key: Key) throws -> Int64? { try readOptional(type, key) }

    func decodeIfPresent(_ type: UInt.Type, forKey key: Key) throws -> UInt? { try readOptional(type, key) }

    func decodeIfPresent(_ type: UInt8.Type, forKey key: Key) throws -> UInt8? { try readOptional(type, key) }

    func decodeIfPresent(_ type: UInt16.Type, forKey key: Key) throws -> UInt16? { try readOptional(type, key) }

    func decodeIfPresent(_ type: UInt32.Type, forKey key: Key) throws -> UInt32? { try readOptional(type, key) }

    func decodeIfPresent(_ type: UInt64.Type, forKey key: Key) throws -> UInt64? { try readOptional(type, key) }
}
