import Storage

/// One thing that every database must do alike. It has passed if it does not throw.
public struct StorageCheck: Sendable, CustomStringConvertible {
    public let name: String
    let body: @Sendable (StorageFixture) throws -> Void

    init(_ name: String, _ body: @escaping @Sendable (StorageFixture) throws -> Void) {
        self.name = name
        self.body = body
    }

    public var description: String { name }

    /// Runs the check on a fixture that nothing else uses.
    public func run(on fixture: StorageFixture) throws { try body(fixture) }
}

/// What a check found otherwise than it should be.
public struct StorageCheckFailure: Error, CustomStringConvertible {
    public let description: String
}

func expect(_ condition: Bool, _ claim: String, file: String = #fileID, line: Int = #line) throws {
    guard !condition else { return }
    throw StorageCheckFailure(description: "\(file):\(line): \(claim)")
}

func expectEqual<Value: Equatable>(
    _ found: Value, _ wanted: Value, _ claim: String = "", file: String = #fileID, line: Int = #line
) throws {
    guard found != wanted else { return }
    throw StorageCheckFailure(description: "\(file):\(line): \(claim) found \(found), wanted \(wanted)")
}

/// Runs `body`, which must throw a storage error, and answers that error.
func storageError(
    _ claim: String, file: String = #fileID, line: Int = #line, _ body: () throws -> Void
) throws -> StorageError {
    do {
        try body()
    } catch let error as StorageError {
        return error
    }
    throw StorageCheckFailure(description: "\(file):\(line): \(claim): nothing was thrown")
}
