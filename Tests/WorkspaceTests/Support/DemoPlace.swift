import Domain
import Engine
import Foundation
import Workspace

/// A small demo workspace, closed, that a test may damage.
struct DemoPlace {
    let place: Place
    var location: WorkspaceLocation { place.location }

    init(_ store: Place.Store = .file) throws {
        place = try Place(store)
        if place.location.server == nil {
            try FileManager.default.copyItem(
                atPath: Self.original.get().location.folder, toPath: place.location.folder)
        } else {
            try Self.make(at: place)
        }
    }

    /// Made once in a process; files are copied.
    private static let original: Result<Place, any Error> = Result {
        // Statics are never freed, so its folder is cleared away when the tests end.
        atexit {
            if case .success(let place) = DemoPlace.original { try? FileManager.default.removeItem(atPath: place.root) }
        }
        let place = try Place()
        try make(at: place)
        return place
    }

    private static func make(at place: Place) throws {
        let request = DemoRequest(applications: 150, candidates: 80, jobs: 20, seed: 5)
        try DemoWorkspace.open(at: place.location, request, options: Place.options).workspace.close()
    }

    /// What doctor says of it in good surroundings; `daysLater` makes files look older.
    func examine(daysLater: Int = 0) -> [Finding] {
        Doctor.examine(
            Doctor.Request(
                location: location, environment: ["TERM": "xterm-256color", "LANG": "fr_FR.UTF-8"],
                now: SystemClock().now().advanced(byDays: daysLater)))
    }

    func damage(daysLater: Int = 0) -> [Finding] { examine(daysLater: daysLater).filter { $0.severity == .damage } }

    func plant(_ sql: String) throws { try RawDatabase.execute(sql, on: location) }

    /// Overwrites part of the database file.
    func overwrite(at offset: Int, with bytes: [UInt8]) throws {
        let handle = try FileHandle(forUpdating: URL(fileURLWithPath: location.database))
        defer { try? handle.close() }
        try handle.seek(toOffset: UInt64(offset))
        try handle.write(contentsOf: Data(bytes))
    }

    /// One of the files of CVs.
    func curriculum() throws -> String {
        let names = try place.names(location.files)
        return location.files + "/" + (names.first ?? "")
    }
}
