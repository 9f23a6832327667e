import Domain
import Storage

/// What a consultant has reached in the periods of some targets, from the history of the applications on its jobs: one
/// pass for all of them, over the applications that moved since the earliest period began.
struct TargetProgress {
    private struct Move {
        let id: StatusChange.ID
        let application: Application.ID
        let to: Application.Status
        let at: Instant
        /// Where the application is now.
        let status: Application.Status
    }

    private var moves: [Move] = []
    private var fees: [Application.ID: PlacementFee] = [:]

    init(consultant: Consultant.ID, targets: [TargetView], in transaction: any Transaction) throws {
        guard let first = targets.map(\.periodStart).min() else { return }
        var undone: Set<StatusChange.ID> = []
        var found: [Move] = []
        try transaction.forEach(
            """
            SELECT h.id, h.application_id, h.to_status, h.at, a.status, h.undo_of
            FROM application a CROSS JOIN status_history h
            WHERE a.consultant_id = \(consultant) AND a.deleted_at IS NULL AND a.status_entered_at >= \(first.startOfDay)
            AND h.application_id = a.id AND h.at >= \(first.startOfDay)
            AND (h.to_status IN ('submitted', 'interview', 'offer', 'hired') OR h.undo_of IS NOT NULL)
            """
        ) { row in
            var columns = Columns(row)
            let move = Move(
                id: try columns.next(), application: try columns.next(), to: try columns.next(),
                at: try columns.next(), status: try columns.next())
            if let taken = try columns.next(StatusChange.ID?.self) {
                undone.insert(taken)
            } else {
                found.append(move)
            }
            return true
        }
        moves = found.filter { !undone.contains($0.id) }
        guard targets.contains(where: { $0.metric == .revenue }) else { return }
        for move in moves where Self.isPlacement(move) && fees[move.application] == nil {
            fees[move.application] = try PlacementFee.of(move.application, in: transaction)
        }
    }

    private static func isPlacement(_ move: Move) -> Bool { move.to == .hired && move.status == .hired }

    /// Fills in what was reached.
    func add(to targets: inout [TargetView]) throws {
        for index in targets.indices {
            let target = targets[index]
            let start = target.periodStart.startOfDay
            let end = target.periodEnd.adding(days: 1).startOfDay
            let inside = moves.filter { $0.at >= start && $0.at < end && Self.counts($0, for: target.metric) }
            let applications = Set(inside.map(\.application))
            guard target.metric == .revenue else {
                targets[index].n = applications.count
                targets[index].reached = Int64(applications.count)
                continue
            }
            let amounts = applications.compactMap { application -> Int64? in
                guard let fee = fees[application], fee.currency == target.currency else { return nil }
                return fee.amount
            }
            targets[index].n = amounts.count
            targets[index].reached = amounts.reduce(0, +)
            targets[index].uncounted = applications.count - amounts.count
        }
    }

    private static func counts(_ move: Move, for metric: PerformanceTarget.Metric) -> Bool {
        switch metric {
        case .submissions: move.to == .submitted
        case .interviews: move.to == .interview
        case .offers: move.to == .offer
        case .placements, .revenue: isPlacement(move)
        }
    }
}
