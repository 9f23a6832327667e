import Domain

/// A screen that was gone to by a digit while the digit may still turn out to be the beginning of a count: with it,
/// what is needed to be back as if nobody had gone.
public struct Visit: Sendable {
    /// Where the keys were before: what follows the digit means what it meant there.
    public let contexts: [KeyContext]
    /// Where they are on the screen that is visited.
    let visited: [KeyContext]
    let origin: Place
    let target: Place
    let trail: Trail
}

extension Workstation {
    /// Goes to the screen of an action at once; nil where the action is none that can be taken back without a trace.
    public mutating func visit(by action: ActionName) -> (visit: Visit, works: [Work])? {
        guard layers.isEmpty, let number = action.screen, places.indices.contains(number) else { return nil }
        let (contexts, origin, trail) = (contexts, place, trail)
        let works = perform(Invocation(action))
        let visit = Visit(
            contexts: contexts, visited: self.contexts, origin: origin, target: place, trail: trail)
        return (visit, works)
    }

    /// Whether the person is still where the visit led, with nothing over it.
    public func isVisiting(_ visit: Visit) -> Bool { place == visit.target && contexts == visit.visited }

    /// Goes back to where the digit was pressed, because it was a count.
    public mutating func takeBack(_ visit: Visit) -> [Work] {
        trail = visit.trail
        return enter(visit.origin)
    }
}
