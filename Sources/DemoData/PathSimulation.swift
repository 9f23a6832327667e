import Domain

/// The life of one application, as it could have been: entered stages with their times.
struct PathSimulation {
    struct Step {
        var status: Application.Status
        var at: Instant
        var reason: ReasonKey?
        /// The step was made by the candidate itself.
        var byCandidate = false
    }

    /// Which of the workspace's reasons a rejection has.
    enum ReasonKey: Int, CaseIterable {
        case skill = 0
        case experience, another, salary, interview
        case closed = 9
    }

    var steps: [Step]
    var status: Application.Status { steps[steps.count - 1].status }
    var enteredAt: Instant { steps[steps.count - 1].at }

    /// Chance to go on, to be rejected and to withdraw once a stage is done with; the rest stay for good.
    private static let outcomes:
        [Application.Status: (next: Double, rejected: Double, withdrawn: Double, days: Double)] = [
            .sourced: (0.62, 0.22, 0.10, 5), .applied: (0.58, 0.34, 0.03, 4), .screening: (0.56, 0.34, 0.05, 6),
            .submitted: (0.62, 0.28, 0.05, 7), .interview: (0.42, 0.44, 0.08, 11), .offer: (0.80, 0.05, 0.12, 6),
        ]

    /// Runs from `start` until `now`. `mayHire` is asked when it comes to that; where no opening is left the
    /// application ends as another candidate's gain.
    init(start: Instant, now: Instant, random: inout RandomStream, mayHire: () -> Bool) {
        let first: Application.Status = random.chance(0.16) ? .sourced : .applied
        steps = [Step(status: first, at: start, byCandidate: first == .applied)]
        while let outcome = Self.outcomes[status] {
            let at = enteredAt.advanced(byMilliseconds: random.dwell(days: outcome.days))
            let draw = random.unit()
            guard at < now else { return }
            if draw < outcome.next {
                guard let next = Self.next(after: status, &random) else { return }
                if next == .hired && !mayHire() {
                    steps.append(Step(status: .rejected, at: at, reason: .another))
                } else {
                    steps.append(Step(status: next, at: at))
                }
            } else if draw < outcome.next + outcome.rejected {
                let reason: ReasonKey = status >= .interview ? .interview : random.pick([.skill, .experience, .salary])
                steps.append(Step(status: .rejected, at: at, reason: reason))
            } else if draw < outcome.next + outcome.rejected + outcome.withdrawn {
                steps.append(Step(status: .withdrawn, at: at, byCandidate: true))
            } else {
                return
            }
        }
    }

    /// The job was closed while the application was still going on.
    mutating func close(at instant: Instant, now: Instant) {
        guard status.isOpen else { return }
        let at = max(instant, enteredAt).advanced(byMilliseconds: 3_600_000)
        if at < now { steps.append(Step(status: .rejected, at: at, reason: .closed)) }
    }

    private static func next(after status: Application.Status, _ random: inout RandomStream) -> Application.Status? {
        if status == .screening && random.chance(0.25) { return .interview }
        guard let index = Application.Status.path.firstIndex(of: status) else { return nil }
        return Application.Status.path[index + 1]
    }
}
