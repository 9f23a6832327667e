import Engine

extension Workstation {
    /// Looks whether anybody, another process too, has changed the workspace; then what is in sight is read again.
    public static var pulse: Work {
        .read(Work.Slot("pulse")) { session in
            let clock = session.engine.changeClock()
            return { $0.notice(clock: clock) }
        }
    }

    private mutating func notice(clock: Int64?) -> [Work] {
        guard let clock, clock != seenClock else { return [] }
        let isFirst = seenClock == nil
        seenClock = clock
        return isFirst ? [] : refresh()
    }
}
