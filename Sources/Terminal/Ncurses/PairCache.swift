import CNcurses

/// The colour pairs of ncurses, made when a pen first needs one.
struct PairCache {
    /// A pen as ncurses takes it.
    struct Entry {
        let bits: UInt32
        let pair: Int32
    }

    private var entries: [Pen: UInt16] = [:]
    private(set) var table: [Entry] = []
    /// The pens in the same places.
    private(set) var pens: [Pen] = []
    private var pairs: [UInt64: Int32] = [:]
    private let limit = rp_pairs()
    private let colors = rp_colors()

    /// The place of a pen in `table`.
    mutating func index(of pen: Pen) -> UInt16 {
        if let found = entries[pen] { return found }
        var bits = UInt32(pen.attributes.rawValue)
        var pair: Int32 = 0
        if pen.foreground != .terminal || pen.background != .terminal {
            let foreground = number(pen.foreground, &bits)
            var unused: UInt32 = 0
            let background = number(pen.background, &unused)
            // Without pairs left it stays readable, if plain.
            pair = self.pair(foreground, background) ?? 0
        }
        let index = UInt16(min(table.count, Int(UInt16.max)))
        entries[pen] = index
        pens.append(pen)
        table.append(Entry(bits: bits, pair: pair))
        return index
    }

    private mutating func pair(_ foreground: Int32, _ background: Int32) -> Int32? {
        let key = UInt64(UInt32(bitPattern: foreground)) << 32 | UInt64(UInt32(bitPattern: background))
        if let found = pairs[key] { return found }
        let next = Int32(pairs.count + 1)
        guard next < limit, init_extended_pair(next, foreground, background) != ERR else { return nil }
        pairs[key] = next
        return next
    }

    private func number(_ ink: Pen.Ink, _ bits: inout UInt32) -> Int32 {
        switch ink {
        case .terminal: return -1
        case .index(let index):
            let index = Int32(index)
            guard index >= colors, index < 16 else { return index }
            // Eight colours: the bright ones are bold.
            bits |= UInt32(RP_BOLD)
            return index - 8
        // A direct entry takes 0–7 for the ANSI colours.
        case .direct(let value): return Int32(value < 8 ? 8 : value)
        }
    }
}
