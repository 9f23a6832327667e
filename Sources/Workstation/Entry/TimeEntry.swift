import Domain

extension EntryRules {
    /// Reads a day and a time: `2026-11-22 14:30`, `tomorrow 9`, `ven 14h30`, `+3d 2pm`; a time alone is its next
    /// occurrence.
    public func dateAndTime(_ text: String) -> Instant? {
        let words = Folding.key(text).split(separator: " ").map(String.init)
            .filter { !["at", "a", "le", "on", "um"].contains($0) }
        guard let last = words.last else { return nil }
        // "2 pm" is one time in two words.
        let isSplit = words.count > 1 && (last == "am" || last == "pm")
        let time = isSplit ? words[words.count - 2] + last : last
        guard let minutes = Self.time(time) else { return nil }
        let day = words.dropLast(isSplit ? 2 : 1).joined(separator: " ")
        if day.isEmpty {
            let next = instant(today, minutes: minutes)
            return next > now ? next : instant(today.adding(days: 1), minutes: minutes)
        }
        return date(day).map { instant($0, minutes: minutes) }
    }

    /// Minutes since midnight of `14:30`, `14h30`, `14h`, `9`, `2pm`, `noon`, `midi`.
    static func time(_ text: String) -> Int? {
        if text == "noon" || text == "midi" { return 12 * 60 }
        var text = Substring(text)
        var shift: Int?
        if text.hasSuffix("am") || text.hasSuffix("pm") {
            shift = text.hasSuffix("pm") ? 12 : 0
            text = text.dropLast(2)
        }
        let parts = text.split(omittingEmptySubsequences: false, whereSeparator: { $0 == ":" || $0 == "h" })
        guard let first = parts.first, parts.count <= 2, first.count <= 2, var hour = Int(first) else { return nil }
        var minute = 0
        if parts.count == 2, !parts[1].isEmpty {
            guard parts[1].count == 2, let value = Int(parts[1]), value < 60 else { return nil }
            minute = value
        }
        if let shift {
            guard (1...12).contains(hour) else { return nil }
            hour = hour % 12 + shift
        }
        guard (0..<24).contains(hour), minute >= 0 else { return nil }
        return hour * 60 + minute
    }
}
