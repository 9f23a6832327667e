/// How much of a split one part wants.
public enum Constraint: Hashable, Sendable {
    /// Exactly so many cells, fewer only when there are not enough.
    case fixed(Int)
    /// At least so many, and an equal share of what is left.
    case min(Int)
    /// A share of the whole in percent.
    case percent(Int)
}

/// Divides a length among parts.
public enum Split {
    /// The lengths of the parts; they never add up to more than `total`, and fill it when one of them is a `min`.
    ///
    /// Where there is too little, the parts at the end lose first.
    public static func lengths(_ total: Int, _ parts: [Constraint], gap: Int = 0) -> [Int] {
        let space = max(0, total - gap * max(0, parts.count - 1))
        var lengths = parts.map { part in
            switch part {
            case .fixed(let length), .min(let length): max(0, length)
            case .percent(let percent): space * min(max(percent, 0), 100) / 100
            }
        }
        var left = space - lengths.reduce(0, +)
        if left > 0 {
            let growing = parts.indices.filter { if case .min = parts[$0] { true } else { false } }
            for (position, index) in growing.enumerated() {
                let share = left / (growing.count - position)
                lengths[index] += share
                left -= share
            }
        }
        for index in lengths.indices.reversed() where left < 0 {
            let cut = min(lengths[index], -left)
            lengths[index] -= cut
            left += cut
        }
        return lengths
    }
}

extension Rect {
    /// Parts beside each other.
    public func columns(_ parts: [Constraint], gap: Int = 0) -> [Rect] {
        var x = self.x
        return Split.lengths(width, parts, gap: gap).map { length in
            defer { x += length + gap }
            return Rect(x: x, y: y, width: length, height: height)
        }
    }

    /// Parts below each other.
    public func rows(_ parts: [Constraint], gap: Int = 0) -> [Rect] {
        var y = self.y
        return Split.lengths(height, parts, gap: gap).map { length in
            defer { y += length + gap }
            return Rect(x: x, y: y, width: width, height: length)
        }
    }
}
