/// How many colours a terminal has.
public enum ColorDepth: Int, Comparable, Sendable {
    case mono
    case ansi16
    case palette256
    case trueColor

    public static func < (left: ColorDepth, right: ColorDepth) -> Bool { left.rawValue < right.rawValue }
}
