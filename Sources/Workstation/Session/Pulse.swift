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
        guard let clock else { return [] }
        // The first comes with the start, when nothing may be read that the first frame does not need.
        if clock == seenClock { return readAhead() }
        let isFirst = seenClock == nil
        seenClock = clock
        return isFirst ? [] : refresh()
    }

    /// Reads the first pages of the lists that are not in sight yet, once the screen stands, so that the first look at
    /// them finds them there.
    private mutating func readAhead() -> [Work] {
        if hasReadAhead { return [] }
        hasReadAhead = true
        var works: [Work] = []
        for other in places where other != place {
            switch other {
            case .candidates where !candidates.isOwnProfile: works += candidates.listWorks()
            case .jobs: works += jobs.listWorks()
            case .conversations: works += conversations.listWorks()
            case .candidates, .pipeline: break
            }
        }
        return works.map(\.inAdvance)
    }
}
