import Storage

extension Engine {
    /// The clock of the last write of any process; `nil` where it cannot be read. It grows with every write, so two
    /// readings that are the same mean that nothing changed in between.
    public func changeClock() -> Int64? {
        let find: SQL = "SELECT clock FROM sync_meta WHERE id = 1"
        do {
            return try database.read { try $0.value(find) }
        } catch {
            report(error, operation: "changeClock", requestID: "")
            return nil
        }
    }
}
