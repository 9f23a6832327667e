/// A measured number with its unit.
struct Quantity {
    enum Unit: String {
        case nanoseconds = "ns"
        case bytes
        case perSecond = "per_second"
        case ratio
    }

    var value: Double
    var unit: Unit

    static func time(_ nanoseconds: Double) -> Quantity { Quantity(value: nanoseconds, unit: .nanoseconds) }
    static func bytes(_ count: Double) -> Quantity { Quantity(value: count, unit: .bytes) }
    static func perSecond(_ rate: Double) -> Quantity { Quantity(value: rate, unit: .perSecond) }
    static func ratio(_ value: Double) -> Quantity { Quantity(value: value, unit: .ratio) }
}

extension Quantity: CustomStringConvertible {
    /// `23.4 µs`, `1.9 ms`, `380 bytes`, `52.1 MB`, `6,120 /s`, `1.31 ×`.
    var description: String {
        switch unit {
        case .nanoseconds:
            if value < 1e6 { return Decimals.text(value / 1e3, 1) + " µs" }
            if value < 1e10 { return Decimals.text(value / 1e6, value < 1e8 ? 2 : 0) + " ms" }
            return Decimals.text(value / 1e9, 1) + " s"
        case .bytes:
            return value < 1e6 ? Decimals.grouped(Int(value)) + " bytes" : Decimals.text(value / 1e6, 1) + " MB"
        case .perSecond: return Decimals.grouped(Int(value)) + " /s"
        case .ratio: return Decimals.text(value, 2) + " ×"
        }
    }
}

/// Numbers as text.
enum Decimals {
    /// With `digits` digits after the point.
    static func text(_ value: Double, _ digits: Int) -> String {
        guard value.isFinite else { return "–" }
        var scale = 1
        for _ in 0..<digits { scale *= 10 }
        let whole = Int((value.magnitude * Double(scale)).rounded())
        let sign = value < 0 && whole > 0 ? "-" : ""
        guard digits > 0 else { return sign + String(whole) }
        let fraction = String(whole % scale)
        return sign + String(whole / scale) + "." + String(repeating: "0", count: digits - fraction.count) + fraction
    }

    /// `1,000,000`
    static func grouped(_ value: Int) -> String {
        var digits = String(value.magnitude)
        var groups: [String] = []
        while digits.count > 3 {
            groups.insert(String(digits.suffix(3)), at: 0)
            digits = String(digits.dropLast(3))
        }
        return (value < 0 ? "-" : "") + ([digits] + groups).joined(separator: ",")
    }
}
