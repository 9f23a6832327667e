/// The words of a text as the full-text index keeps them: folded, separated by spaces, each only letters and digits.
///
/// The field's names that are made of signs keep their meaning: `C++` → `cplusplus`, `C#` → `csharp`, `.NET` →
/// `dotnet`, `R&D` → `randd`, so both databases find them with their plainest tokenizer.
public enum SearchWords {
    /// A word is cut after so many letters.
    static let letters = 40

    /// The words in order, at most `limit` of them; a word is cut at 40 letters.
    public static func split(_ text: some StringProtocol, limit: Int = .max) -> [String] {
        words(text, limit).split(separator: UInt8(ascii: " ")).map { String(decoding: $0, as: UTF8.self) }
    }

    /// The words joined by single spaces, ready for an index.
    public static func indexed(_ text: some StringProtocol, limit: Int = 20_000) -> String {
        String(decoding: words(text, limit), as: UTF8.self)
    }

    private static func words(_ text: some StringProtocol, _ limit: Int) -> [UInt8] {
        Folding.bytes(text).withUnsafeBufferPointer { bytes in
            var scanner = SearchWordScanner(bytes: bytes)
            return scanner.words(limit: limit)
        }
    }
}
