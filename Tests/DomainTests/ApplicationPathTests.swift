import Domain
import Testing

/// The table of `domain.md`, written down a second time, pair by pair.
@Suite struct ApplicationPathTests {
    private static let everyone: Set<Role> = [.employer, .consultant, .admin, .superadmin]
    private static let staff: Set<Role> = [.consultant, .admin, .superadmin]
    private static let client: Set<Role> = [.employer, .admin, .superadmin]

    /// Who may make the move, `[]` where no line allows it. `previous` is where a closed application came from.
    private func roles(
        _ from: Application.Status, _ to: Application.Status, previous: Application.Status?
    ) -> Set<Role> {
        let isOpen = from != .hired && from != .rejected && from != .withdrawn
        if isOpen, to == .rejected { return Self.everyone }
        if isOpen, to == .withdrawn { return [.candidate] }
        switch (from, to) {
        case (.sourced, .applied), (.applied, .screening), (.screening, .interview), (.submitted, .interview):
            return Self.everyone
        case (.screening, .submitted): return Self.staff
        case (.interview, .offer), (.offer, .hired): return Self.client
        case (.applied, .sourced), (.screening, .applied), (.submitted, .screening), (.interview, .submitted),
            (.offer, .interview):
            return Self.staff
        case (.hired, .offer): return [.admin, .superadmin]
        case (.rejected, _), (.withdrawn, _): return to == previous ? Self.staff : []
        default: return []
        }
    }

    @Test(arguments: Application.Status.allCases)
    func everyPairIsAllowedToThoseWhomTheTableNames(from: Application.Status) {
        let origins: [Application.Status?] =
            from == .rejected || from == .withdrawn ? Application.Status.open : [nil]
        for previous in origins {
            for to in Application.Status.allCases {
                let move = ApplicationPath.move(from: from, to: to, previous: previous)
                #expect(
                    move?.roles ?? [] == roles(from, to, previous: previous), "\(from) → \(to), from \(previous as Any)"
                )
            }
        }
    }

    @Test func theGuardsAreThoseOfTheTable() {
        func guards(_ from: Application.Status, _ to: Application.Status) -> [ApplicationPath.Guard] {
            ApplicationPath.move(from: from, to: to, previous: .interview)?.guards ?? []
        }
        #expect(guards(.sourced, .applied) == [])
        #expect(guards(.screening, .submitted) == [.curriculumVitaeAttached])
        #expect(guards(.interview, .offer) == [.onlyByMakeOffer])
        #expect(guards(.offer, .hired) == [.acceptedOfferAndOpening])
        #expect(guards(.offer, .rejected) == [.reason])
        #expect(guards(.offer, .withdrawn) == [.onlyByWithdraw])
        #expect(guards(.offer, .interview) == [.internalComment])
        #expect(guards(.rejected, .interview) == [.internalComment])
        #expect(guards(.withdrawn, .interview) == [.internalComment])
        #expect(guards(.hired, .offer) == [])
    }

    @Test func anApplicationThatSkippedAStageStepsBackToWhereItCameFrom() {
        #expect(ApplicationPath.move(from: .interview, to: .screening, previous: .screening)?.kind == .stepBack)
        #expect(ApplicationPath.move(from: .interview, to: .screening, previous: .submitted) == nil)
        #expect(ApplicationPath.move(from: .interview, to: .submitted, previous: .screening)?.kind == .stepBack)
    }

    @Test func onlyMovesBackwardsLookAtTheStageBefore() {
        for from in Application.Status.allCases {
            for to in Application.Status.allCases where !ApplicationPath.needsPrevious(from: from, to: to) {
                for previous in Application.Status.open {
                    #expect(
                        ApplicationPath.move(from: from, to: to, previous: previous)?.kind
                            == ApplicationPath.move(from: from, to: to, previous: nil)?.kind, "\(from) → \(to)")
                }
            }
        }
    }

    @Test func destinationsAreThoseOfTheRole() {
        #expect(
            ApplicationPath.destinations(from: .screening, previous: .applied, role: .employer) == [
                .interview, .rejected,
            ])
        #expect(
            ApplicationPath.destinations(from: .screening, previous: .applied, role: .consultant) == [
                .applied, .submitted, .interview, .rejected,
            ])
        #expect(ApplicationPath.destinations(from: .screening, previous: .applied, role: .candidate) == [.withdrawn])
        #expect(ApplicationPath.destinations(from: .hired, previous: .offer, role: .consultant) == [])
    }
}
