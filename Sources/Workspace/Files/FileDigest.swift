import Engine
import Glibc

/// The SHA-256 of a file, read piece by piece.
enum FileDigest {
    /// In hexadecimal; `nil` for a file that cannot be read.
    static func sha256(of path: String) -> String? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var hash = SHA256()
        guard PrivateFile.read(descriptor, { hash.update($0) }) == 0 else { return nil }
        return Digest.hexadecimal(hash.finish())
    }
}
