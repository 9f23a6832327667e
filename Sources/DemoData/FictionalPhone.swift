/// Telephone numbers that are set aside for fiction: six blocks of 10,000 in France (ARCEP, decision 2018-0881), and 17
/// blocks of 1,000 in Britain (Ofcom, “Telephone numbers for use in TV and radio drama programmes”).
///
/// A number belongs to one person, since imports know people by it. There are fewer numbers than a large demo has
/// candidates: the newest ones have them.
enum FictionalPhone {
    private struct Block {
        let start: String
        let type: String
    }

    /// What comes before the last four digits.
    private static let french =
        [Block(start: "+3363998", type: "mobile")]
        + ["19900", "26191", "35301", "46571", "53649"].map { Block(start: "+33" + $0, type: "home") }
    /// What comes before the last three digits.
    private static let british =
        [Block(start: "+447700900", type: "mobile")]
        + [
            "113496", "114496", "115496", "116496", "117496", "118496", "121496", "131496", "141496", "151496",
            "161496", "191498", "207946", "289649", "292018", "163296",
        ].map { Block(start: "+44" + $0 + ($0 == "289649" ? "6" : "0"), type: "home") }

    /// In E.164, with the kind that JSON Resume and vCard know; `nil` where no number is left.
    static func number(of sketch: CandidateSketch, plan: DemoPlan) -> (text: String, type: String)? {
        let (blocks, digits) = sketch.isFrench ? (french, 4) : (british, 3)
        let size = digits == 4 ? 10_000 : 1_000
        // The two who have demo accounts come first, then the newest.
        let place = sketch.index < 2 ? sketch.index : plan.candidates + 1 - sketch.index
        guard place < blocks.count * size else { return nil }
        // Mobile numbers for the first, in a sequence that does not look like one: 7,919 has no factor in common with
        // the size of a block.
        let number = String(place % size * 7_919 % size)
        let block = blocks[place / size]
        return (block.start + String(repeating: "0", count: digits - number.count) + number, block.type)
    }
}
