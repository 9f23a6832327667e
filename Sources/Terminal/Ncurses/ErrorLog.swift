import Glibc

/// Keeps standard error off the screen: it goes to a file while the screen is up.
struct ErrorLog {
    let path: String
    /// Standard error as it was.
    let original: Int32

    init?(path: String) {
        let file = Glibc.open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        guard file >= 0 else { return nil }
        let original = fcntl(2, F_DUPFD_CLOEXEC, 3)
        guard original >= 0, dup2(file, 2) >= 0 else {
            _ = Glibc.close(file)
            return nil
        }
        _ = Glibc.close(file)
        self.path = path
        self.original = original
    }

    func close() {
        _ = dup2(original, 2)
        _ = Glibc.close(original)
    }
}
