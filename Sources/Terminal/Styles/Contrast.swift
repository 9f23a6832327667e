import Glibc

/// The contrast of two colours as WCAG 2 counts it.
public enum Contrast {
    /// From 1 (the same) to 21 (black on white). Colours that the terminal's owner chose have none.
    public static func ratio(_ first: Color, _ second: Color) -> Double? {
        guard let first = luminance(first), let second = luminance(second) else { return nil }
        return (max(first, second) + 0.05) / (min(first, second) + 0.05)
    }

    private static func luminance(_ color: Color) -> Double? {
        guard case .rgb(let red, let green, let blue) = color else { return nil }
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    }

    private static func linear(_ value: UInt8) -> Double {
        let share = Double(value) / 255
        return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }

}
