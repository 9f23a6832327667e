import CPostgres
import Storage

extension Connection {
    /// Runs statements whose rows nobody reads, all in one round trip, and answers how many rows they changed together.
    /// After the first one that fails none is run, and its error is thrown.
    func run(_ statements: [SQL]) throws(StorageError) -> Int {
        guard statements.count > 1 else { return try statements.first.map(runAlone) ?? 0 }
        try settle()
        var calls: [StatementCall] = []
        calls.reserveCapacity(statements.count)
        for statement in statements { calls.append(try call(of: statement)) }
        guard functions.enterPipeline(handle) == 1 else { throw functions.error(nil, handle) }
        defer { _ = functions.exitPipeline(handle) }
        let isSent = calls.allSatisfy(send)
        guard isSent, functions.pipelineSync(handle) == 1 else {
            let failure = functions.error(nil, handle)
            // What was sent has to be answered before the connection is of use again.
            if functions.pipelineSync(handle) == 1 { _ = try? takeAnswers() }
            throw failure
        }
        return try takeAnswers()
    }

    private func runAlone(_ statement: SQL) throws(StorageError) -> Int {
        let rows = try start(statement)
        try rows.finish()
        return rows.changed
    }

    /// Takes the answers up to the end of the round trip.
    private func takeAnswers() throws(StorageError) -> Int {
        var changed = 0
        var failure: StorageError?
        while true {
            guard let result = functions.nextResult(handle) else {
                // The end of one statement's answer; where the server is gone, of everything.
                guard functions.status(handle) == Int32(CPOSTGRES_CONNECTION_OK) else {
                    throw failure ?? functions.error(nil, handle)
                }
                continue
            }
            defer { functions.clear(result) }
            switch functions.resultStatus(result) {
            case Int32(CPOSTGRES_PIPELINE_SYNC):
                if let failure { throw failure }
                return changed
            case Int32(CPOSTGRES_COMMAND_OK), Int32(CPOSTGRES_TUPLES_OK): changed += functions.changedRows(result)
            case Int32(CPOSTGRES_PIPELINE_ABORTED): break
            default: failure = failure ?? functions.error(result, handle)
            }
        }
    }
}
