/// Years of experience as texts write them.
public enum WrittenExperience {
    /// Months that an advertisement asks for: the largest `4 years` or `4 ans` in it, up to thirty years.
    public static func required(in text: String) -> Int? {
        let words = TextWords.words(text)
        let years = zip(words, words.dropFirst()).compactMap { number, unit -> Int? in
            guard ["year", "years", "an", "ans", "annees"].contains(unit) else { return nil }
            return Int(number.filter { $0 != "+" }).flatMap { (1...30).contains($0) ? $0 : nil }
        }
        return years.max().map { $0 * 12 }
    }

    /// Months that spans of years such as `2015 - 2019` cover, none counted twice.
    public static func shown(in text: String) -> Int {
        let words = TextWords.words(text)
        var years: Set<Int> = []
        for (first, last) in zip(words, words.dropFirst()) {
            guard let first = Int(first), let last = Int(last), (1950...2100).contains(first), last > first,
                last <= 2100
            else { continue }
            years.formUnion(first..<last)
        }
        return years.count * 12
    }
}
