import Domain

/// Amounts of money as people type them, and in the minor units (cents) that the engine counts in.
public enum MoneyEntry {
    /// Minor units of `52000`, `52 000`, `52,000.50`, `52.000,50`, `52k`; nil for what is no amount.
    ///
    /// A separator with exactly three digits behind it separates thousands, the last other one the decimals.
    public static func minorUnits(_ text: String, currency: String) -> Int64? {
        var digits = text.filter { !$0.isWhitespace && $0 != "'" && $0 != "’" && $0 != "_" }
        var factor: Int64 = 1
        if let last = digits.last, last == "k" || last == "K" {
            factor = 1_000
            digits.removeLast()
        }
        let allowed = MoneyWords.decimals(of: currency)
        var whole = digits
        var fraction = ""
        if let mark = digits.lastIndex(where: { $0 == "." || $0 == "," }) {
            let behind = digits[digits.index(after: mark)...]
            let isThousands = behind.count == 3 && factor == 1 && allowed != 3
            if !isThousands {
                whole = String(digits[..<mark])
                fraction = String(behind)
            }
        }
        // Separators that are left set off thousands, or nothing that is an amount.
        let groups = whole.split(omittingEmptySubsequences: false, whereSeparator: { $0 == "." || $0 == "," })
        guard groups.count == 1 || groups.dropFirst().allSatisfy({ $0.count == 3 }) else { return nil }
        whole.removeAll { $0 == "." || $0 == "," }
        guard !whole.isEmpty, whole.count <= 12, (whole + fraction).allSatisfy({ $0.isASCII && $0.isNumber }) else {
            return nil
        }
        // Thousands may have decimals of their own: 52.5k.
        let room = allowed + (factor == 1 ? 0 : 3)
        guard fraction.count <= room else { return nil }
        let padded = fraction + String(repeating: "0", count: room - fraction.count)
        guard let units = Int64(whole + padded) else { return nil }
        return units
    }

    /// Major units, to be typed over: `52000`, `52000.50`.
    public static func text(minorUnits: Int64, currency: String) -> String {
        let places = MoneyWords.decimals(of: currency)
        guard places > 0 else { return "\(minorUnits)" }
        let divisor: Int64 = places == 3 ? 1_000 : 100
        let rest = minorUnits % divisor
        guard rest != 0 else { return "\(minorUnits / divisor)" }
        let digits = String(rest)
        return "\(minorUnits / divisor)." + String(repeating: "0", count: places - digits.count) + digits
    }
}
