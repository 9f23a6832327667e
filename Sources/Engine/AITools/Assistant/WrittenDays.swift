/// Days whose month is written in letters, in English or French: `12 mars 1985`, `1er mai 90`, `March 12th, 1985`.
/// A month and a year without a day are of a career.
enum WrittenDays {
    // Made once: a pattern that is written where it is used is compiled anew for every text.
    nonisolated(unsafe) private static let dayFirst =
        #/
        (?i:\b\d{1,2}(?:st|nd|rd|th|er|ère|e)?
        [\u{20}\t\u{A0}\u{202F}.,\/\-]{0,3}
        (?:(?:of|de)\u{20})?
        (?:jan(?:uary|vier|v)?|f[ée]v(?:rier|r)?|feb(?:ruary)?|mar(?:ch|s)?|avr(?:il)?|apr(?:il)?|mai|may|june?|juin
        |juil(?:let)?|july?|aug(?:ust)?|ao[ûu]t|sep(?:t(?:ember|embre)?)?|oct(?:ober|obre)?|nov(?:ember|embre)?
        |d[ée]c(?:ember|embre)?)
        [\u{20}\t\u{A0}\u{202F}.,\/\-]{0,3}
        (?:(?:of|de)\u{20})?
        (?:19|20)?\d\d\b)
        /#
    nonisolated(unsafe) private static let monthFirst =
        #/
        (?i:\b
        (?:jan(?:uary|vier|v)?|f[ée]v(?:rier|r)?|feb(?:ruary)?|mar(?:ch|s)?|avr(?:il)?|apr(?:il)?|mai|may|june?|juin
        |juil(?:let)?|july?|aug(?:ust)?|ao[ûu]t|sep(?:t(?:ember|embre)?)?|oct(?:ober|obre)?|nov(?:ember|embre)?
        |d[ée]c(?:ember|embre)?)
        [\u{20}\t\u{A0}\u{202F}.,\/\-]{1,3}
        (?:the\u{20})?\d{1,2}(?:st|nd|rd|th)?
        [\u{20}\t\u{A0}\u{202F}.,\/\-]{1,3}
        (?:19|20)?\d\d\b)
        /#

    static func all(in text: String) -> [Range<String.Index>] {
        text.ranges(of: dayFirst) + text.ranges(of: monthFirst)
    }
}
