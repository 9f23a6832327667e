/// Which part of a data set a record belongs to: by its contents, so that the same record is always on the same side.
enum StableSplit {
    /// Whether the record is among the seven tenths that are learnt from (`scripts/intelligence/titles.py` learns from
    /// the same ones).
    static func isTraining(_ text: String) -> Bool {
        text.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 } % 10 < 7
    }
}
