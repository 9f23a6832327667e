/// The keys behind the final bytes and numbers of control sequences.
enum KeyCodes {
    static func letter(_ final: UInt8) -> Key.Code? {
        switch final {
        case 0x41: .up
        case 0x42: .down
        case 0x43: .right
        case 0x44: .left
        case 0x46: .end
        case 0x48: .home
        case 0x4D: .enter
        case 0x50...0x53: .function(final - 0x4F)
        default: nil
        }
    }

    static func tilde(_ number: Int) -> Key.Code? {
        switch number {
        case 1, 7: .home
        case 2: .insert
        case 3: .delete
        case 4, 8: .end
        case 5: .pageUp
        case 6: .pageDown
        case 11...15: .function(UInt8(number - 10))
        case 17...21: .function(UInt8(number - 11))
        case 23...26: .function(UInt8(number - 12))
        case 28...29: .function(UInt8(number - 13))
        case 31...34: .function(UInt8(number - 14))
        default: nil
        }
    }

    /// A number pad in application mode.
    static func keypad(_ final: UInt8) -> Key.Code? {
        switch final {
        case 0x6A...0x79: .character(Character(Unicode.Scalar(final - 0x40)))
        case 0x58: .character("=")
        default: nil
        }
    }
}
