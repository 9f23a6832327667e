/// Finds the nearest colour that a terminal has.
enum Quantiser {
    static func ink(_ color: Color, depth: ColorDepth) -> Pen.Ink {
        switch color {
        case .terminal: return .terminal
        case .ansi(let index): return depth == .mono ? .terminal : .index(index)
        case .rgb(let red, let green, let blue):
            switch depth {
            case .mono: return .terminal
            case .ansi16: return .index(nearest16(Int(red), Int(green), Int(blue)))
            case .palette256: return .index(nearest256(Int(red), Int(green), Int(blue)))
            case .trueColor: return .direct(UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue))
            }
        }
    }

    /// The red, green and blue of a palette entry, as xterm has them.
    static func components(of index: UInt8) -> (Int, Int, Int) {
        if index < 16 { return ansi[Int(index)] }
        if index >= 232 {
            let grey = 8 + 10 * (Int(index) - 232)
            return (grey, grey, grey)
        }
        let cube = Int(index) - 16
        return (steps[cube / 36], steps[cube / 6 % 6], steps[cube % 6])
    }

    /// Entries 0–15 are left alone: their owner may have changed them.
    static func nearest256(_ red: Int, _ green: Int, _ blue: Int) -> UInt8 {
        let cube = 16 + 36 * step(red) + 6 * step(green) + step(blue)
        let average = (red + green + blue) / 3
        let grey = 232 + min(23, max(0, (average - 3) / 10))
        let candidates = [UInt8(cube), UInt8(grey)]
        return closest(candidates, red, green, blue)
    }

    static func nearest16(_ red: Int, _ green: Int, _ blue: Int) -> UInt8 {
        closest(Array(0..<16), red, green, blue)
    }

    private static func closest(_ candidates: [UInt8], _ red: Int, _ green: Int, _ blue: Int) -> UInt8 {
        var best = candidates[0]
        var least = Int.max
        for candidate in candidates {
            let (r, g, b) = components(of: candidate)
            let distance = 2 * (r - red) * (r - red) + 4 * (g - green) * (g - green) + 3 * (b - blue) * (b - blue)
            if distance < least {
                least = distance
                best = candidate
            }
        }
        return best
    }

    private static func step(_ value: Int) -> Int {
        value < 48 ? 0 : value < 115 ? 1 : (value - 35) / 40
    }

    private static let steps = [0, 95, 135, 175, 215, 255]
    private static let ansi: [(Int, Int, Int)] = [
        (0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0), (0, 0, 238), (205, 0, 205), (0, 205, 205),
        (229, 229, 229), (127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0), (92, 92, 255), (255, 0, 255),
        (0, 255, 255), (255, 255, 255),
    ]
}
