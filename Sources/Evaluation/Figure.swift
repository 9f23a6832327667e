/// One figure of quality beside what it has to beat.
public struct Figure: Sendable, Hashable {
    public let name: String
    /// On what the program learnt from; absent where it learnt nothing.
    public let train: Double?
    /// On what it did not learn from.
    public let development: Double
    /// Whether settings or rules were chosen by looking at the development part: then the figure flatters, and only
    /// a part that nobody looked at can say by how much.
    public let isChosenOn: Bool
    public let floor: Double?
    public let aim: Double?
    /// Whether less is better.
    public let isError: Bool
    /// How many cases it rests on.
    public let n: Int

    public init(
        _ name: String, train: Double? = nil, development: Double, isChosenOn: Bool = true, floor: Double? = nil,
        aim: Double? = nil, isError: Bool = false, n: Int
    ) {
        self.name = name
        self.train = train
        self.development = development
        self.isChosenOn = isChosenOn
        self.floor = floor
        self.aim = aim
        self.isError = isError
        self.n = n
    }

    /// What the figure comes to, by development only.
    public var verdict: String {
        func reaches(_ mark: Double, strictly: Bool) -> Bool {
            if isError { return strictly ? development < mark : development <= mark }
            return strictly ? development > mark : development >= mark
        }
        if let aim, reaches(aim, strictly: false) { return "aim" }
        guard let floor else { return aim == nil ? "" : "below aim" }
        return reaches(floor, strictly: true) ? "above floor" : "BELOW FLOOR"
    }
}

/// Hits among what was said and what was true.
public struct SpanCount: Sendable, Hashable {
    public var hits = 0
    public var said = 0
    public var wanted = 0

    public init() {}

    public mutating func add<Item: Hashable>(said: [Item], truth: [Item]) {
        let truths = Set(truth)
        let sayings = Set(said)
        hits += sayings.intersection(truths).count
        self.said += sayings.count
        wanted += truths.count
    }

    public var precision: Double { said == 0 ? 0 : Double(hits) / Double(said) }
    public var recall: Double { wanted == 0 ? 0 : Double(hits) / Double(wanted) }
    public var f1: Double { said + wanted == 0 ? 0 : 2 * Double(hits) / Double(said + wanted) }
}
