/// The keys held while another is pressed.
public struct Modifiers: OptionSet, Hashable, Sendable {
    public let rawValue: UInt8

    public init(rawValue: UInt8) { self.rawValue = rawValue }

    public static let shift = Modifiers(rawValue: 1)
    public static let alt = Modifiers(rawValue: 2)
    public static let control = Modifiers(rawValue: 4)

    /// From the parameter of a CSI sequence, which is one more than the bits of shift, alt and ctrl.
    init(parameter: Int) {
        let bits = max(0, parameter - 1)
        self.init(rawValue: UInt8(bits & 7))
        if bits & 32 != 0 { insert(.alt) }
    }
}
