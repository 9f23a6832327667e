/// Words by which tools are told from everyday speech, folded, as UTF-8.
enum SkillWords {
    private static func set(_ words: String) -> Set<[UInt8]> { Set(words.split(separator: " ").map { Array($0.utf8) }) }

    /// Names of tools and fields that are words of every day too.
    static let everyday = set(
        """
        go r c d excel word access project spark express rest swift ruby node rust dart flask basic office teams \
        outlook chef puppet salt ant maven hive pig storm beam drill impact focus act vision sage notion slack make \
        less sass stylus ember react backbone meteor phoenix rails play grape scratch logo design services \
        management support data information software systems email web art sport content media planning training \
        le la les un une des du de en au aux ce se sa son janvier fevrier mars avril mai juin juillet aout septembre \
        octobre novembre decembre
        """)

    /// Words before which a tool is named.
    static let announcing = set(
        """
        in with using use language languages programming experience knowledge of skills tools langage langages avec sous \
        utilisation maitrise logiciel logiciels outil outils programmation developpement connaissance connaissances
        """)

    /// What stands between the members of a list.
    static let joining = set("and or et ou & , /")
}
