import Domain

/// Random numbers that are the same for the same seed on every machine (SplitMix64, Steele, Lea and Flood 2014).
struct RandomStream {
    private var state: UInt64

    /// A stream of its own for the `index`-th thing of some kind, so that any thing can be made without the others.
    init(seed: UInt64, kind: Kind, index: Int) {
        state = seed &+ kind.rawValue &* 0x9E37_79B9_7F4A_7C15 &+ UInt64(index) &* 0xD1B5_4A32_D192_ED03
        _ = next()
        state ^= next() << 1
    }

    enum Kind: UInt64 {
        case company = 1
        case consultant, candidate, job, jobApplications, application, identifier, contact, hiringPreferences, target
        case skillCategory, account
    }

    mutating func next() -> UInt64 {
        state = state &+ 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }

    /// A whole number from 0 to `count` - 1.
    mutating func below(_ count: Int) -> Int {
        Int(truncatingIfNeeded: next().multipliedFullWidth(by: UInt64(max(count, 1))).high)
    }

    mutating func between(_ low: Int, _ high: Int) -> Int { low + below(high - low + 1) }

    /// From 0 up to, not reaching, 1.
    mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

    mutating func chance(_ probability: Double) -> Bool { unit() < probability }

    mutating func pick<Element>(_ elements: [Element]) -> Element { elements[below(elements.count)] }

    /// A span of milliseconds around `days`, long ones rare: the sum of two even draws, squared.
    mutating func dwell(days: Double) -> Int64 {
        let shape = (unit() + unit()) / 2
        return Int64(shape * shape * 3.4 * days * 86_400_000) + Int64(between(20, 600)) * 60_000
    }

    /// A new identifier that says `instant`.
    mutating func identifier<Entity>(_ type: Entity.Type = Entity.self, at instant: Instant) -> Identifier<Entity> {
        let bits = IdentifierFormat.version7(at: instant, random: (next(), next()))
        return Identifier(high: bits.high, low: bits.low)
    }
}
