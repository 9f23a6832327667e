/// The letters under accented ones, for folding. Facts of the Unicode Character Database (NFKD decomposition with the
/// marks removed, in lower case), with the customary spellings of œ, æ, ß, ø, ł, đ, ð, þ; `.` where there is no letter.
enum LatinLetters {
    /// U+00C0 … U+024F
    static let latin = split(
        """
        a a a a a a ae c e e e e i i i i d n o o o o o . o u u u u y th ss a a a a a a ae c e e e e i i i i d n o o \
        o o o . o u u u u y th y a a a a a a c c c c c c c c d d d d e e e e e e e e e e g g g g g g g g h h h h i \
        i i i i i i i i i ij ij j j k k k l l l l l l l· l· l l n n n n n n ʼn n n o o o o o o oe oe r r r r r r s \
        s s s s s s s t t t t t t u u u u u u u u u u u u w w y y y z z z z z z s ƀ ɓ ƃ ƃ ƅ ƅ ɔ ƈ ƈ ɖ ɗ ƌ ƌ ƍ ǝ ə ɛ \
        ƒ ƒ ɠ ɣ ƕ ɩ ɨ ƙ ƙ ƚ ƛ ɯ ɲ ƞ ɵ o o ƣ ƣ ƥ ƥ ʀ ƨ ƨ ʃ ƪ ƫ ƭ ƭ ʈ u u ʊ ʋ ƴ ƴ ƶ ƶ ʒ ƹ ƹ ƺ ƻ ƽ ƽ ƾ ƿ ǀ ǁ ǂ ǃ dz dz \
        dz lj lj lj nj nj nj a a i i o o u u u u u u u u u u ǝ a a a a ae ae ǥ ǥ g g k k o o o o ʒ ʒ j dz dz dz g g \
        ƕ ƿ n n a a ae ae o o a a a a e e e e i i i i o o o o r r r r u u u u s s t t ȝ ȝ h h ƞ ȡ ȣ ȣ ȥ ȥ a a e e o \
        o o o o o o o y y ȴ ȵ ȶ ȷ ȸ ȹ ⱥ ȼ ȼ ƚ ⱦ ȿ ɀ ɂ ɂ ƀ ʉ ʌ ɇ ɇ ɉ ɉ ɋ ɋ ɍ ɍ ɏ ɏ
        """)

    /// U+1E00 … U+1EFF
    static let additional = split(
        """
        a a b b b b b b c c d d d d d d d d d d e e e e e e e e e e f f g g h h h h h h h h h h i i i i k k k k k k \
        l l l l l l l l m m m m m m n n n n n n n n o o o o o o o o p p p p r r r r r r r r s s s s s s s s s s t t \
        t t t t t t u u u u u u u u u u v v v v w w w w w w w w w w x x x x y y z z z z z z h t w y aʾ s ẜ ẝ ss ẟ a \
        a a a a a a a a a a a a a a a a a a a a a a a e e e e e e e e e e e e e e e e i i i i o o o o o o o o o o o \
        o o o o o o o o o o o o o u u u u u u u u u u u u u u y y y y y y y y ỻ ỻ ỽ ỽ ỿ ỿ
        """)

    private static func split(_ text: String) -> [[UInt8]] {
        text.utf8.split(separator: UInt8(ascii: " ")).map { Array($0) }
    }
}
