/// Where a person was, for going back and forward.
struct Trail: Sendable {
    private var before: [Place] = []
    private var after: [Place] = []
    private static let limit = 50

    mutating func leave(_ place: Place) {
        before.append(place)
        after = []
        if before.count > Self.limit { before.removeFirst() }
    }

    mutating func back(from place: Place) -> Place? {
        guard let target = before.popLast() else { return nil }
        after.append(place)
        return target
    }

    mutating func forward(from place: Place) -> Place? {
        guard let target = after.popLast() else { return nil }
        before.append(place)
        return target
    }
}
