import Domain
import Engine
import Storage
import Synchronization

/// Remembers which copies were asked for, and makes none.
public final class MemoryBackups: BackupStore {
    private let made = Mutex<[Backup]>([])

    public init() {}

    public func create(_ reason: Backup.Reason, note: String?, at now: Instant) throws -> Backup {
        made.withLock { made in
            let backup = Backup(
                name: "\(now)-\(reason.rawValue)-\(made.count)", reason: reason, note: note, createdAt: now,
                databaseBytes: 4_096, databaseDigest: String(repeating: "0", count: 64), files: 0, fileBytes: 0,
                schemaVersion: 1, verifiedAt: now)
            made.append(backup)
            return backup
        }
    }

    public func list() throws -> [Backup] { made.withLock { $0.reversed() } }
    public func freeBytes() -> Int64? { 1 << 40 }
}
