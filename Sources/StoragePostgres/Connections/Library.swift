import CPostgres
import Storage

/// libpq, loaded when the first connection is made.
struct Library: @unchecked Sendable {
    // Filled once and never changed, so any thread may call its functions.
    let functions: CPostgresLibrary

    private static let loaded: Result<Library, StorageError> = {
        var functions = CPostgresLibrary()
        if let failure = CPostgresLoad(&functions) {
            return .failure(
                .unreachable(
                    detail: """
                        PostgreSQL needs the library libpq.so.5, which is not here. Install it: on Debian and Ubuntu \
                        `apt-get install libpq5` (\(String(cString: failure)))
                        """))
        }
        return .success(Library(functions: functions))
    }()

    /// Throws `StorageError.unreachable`, which names the package to install, where libpq is missing.
    static func load() throws(StorageError) -> Library { try loaded.get() }
}
