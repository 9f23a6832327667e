import Engine
import Foundation
import Storage
import StoragePostgres
import StorageSQLite
import TestSupport
import Workspace

/// A temporary folder with room for a workspace, its settings and its state; gone with the value.
final class Place: Sendable {
    let root: String
    let location: WorkspaceLocation
    private let made: TestDatabase?

    /// What holds the rows.
    enum Store {
        case file
        /// A database where the tests run on a server, else a file.
        case either
    }

    init(_ store: Store = .file) throws {
        root = NSTemporaryDirectory() + "rplus-place-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
        made = store == .either ? try TestServer.shared?.makeDatabase() : nil
        location = WorkspaceLocation(
            folder: root + "/workspace", configuration: root + "/config", state: root + "/state",
            server: made?.address)
    }

    deinit { try? FileManager.default.removeItem(atPath: root) }

    /// The store itself, opened before there is a workspace in it.
    func emptyStore() throws -> any Database {
        if let server = location.server { return try PostgresDatabase(server) }
        return try SQLiteDatabase(path: location.database)
    }

    static var options: WorkspaceOptions {
        var options = WorkspaceOptions(origin: "test")
        options.passwords = PasswordHasher(memory: 64, passes: 1, lanes: 1)
        return options
    }

    func mode(_ path: String) throws -> Int {
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        return (attributes[.posixPermissions] as? NSNumber)?.intValue ?? 0
    }

    func names(_ folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    }

    func write(_ text: String, to path: String) throws {
        try text.write(toFile: path, atomically: false, encoding: .utf8)
    }
}
