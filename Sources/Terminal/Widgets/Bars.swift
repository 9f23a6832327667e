import Scrolling

extension Canvas {
    /// A bar of eighths of a cell for a share from 0 to 1; anything above 0 shows. Returns its columns.
    @discardableResult
    public func bar(_ share: Double, at point: Point, width: Int, style: Style = .bar) -> Int {
        put(Bars.text(share, width: width), at: point, style: style)
    }

    /// A spark line of the last `width` values, 0 and more, each as high as its share of the largest.
    public func spark(_ values: [Double], at point: Point, width: Int, style: Style = .bar) {
        put(Bars.spark(values, width: width), at: point, style: style)
    }

    /// A scrollbar along the right edge; nothing when everything is in sight.
    public func scrollbar(_ window: ListWindow, rect: Rect) {
        guard window.count > window.height, rect.height > 0 else { return }
        let x = rect.maxX - 1
        verticalRule(at: Point(x: x, y: rect.y), height: rect.height, style: .scrollbar)
        let thumb = min(rect.height, max(1, rect.height * window.height / window.count))
        let range = max(1, window.count - window.height)
        let top = (rect.height - thumb) * window.offset / range
        fill(Rect(x: x, y: rect.y + top, width: 1, height: thumb), with: "┃", style: .scrollbarThumb)
    }
}

/// Bars as text.
public enum Bars {
    private static let eighths: [Character] = ["▏", "▎", "▍", "▌", "▋", "▊", "▉"]
    private static let heights: [Character] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]

    public static func text(_ share: Double, width: Int) -> String {
        guard share > 0, width > 0 else { return "" }
        let total = max(1, Int((min(share, 1) * Double(width) * 8).rounded()))
        let rest = total % 8
        return String(repeating: "█", count: total / 8) + (rest > 0 ? String(eighths[rest - 1]) : "")
    }

    /// Whole cells of `▇` with no less than one for anything above 0: quieter beside text.
    public static func blocks(_ share: Double, width: Int) -> String {
        guard share > 0, width > 0 else { return "" }
        return String(repeating: "▇", count: max(1, Int((min(share, 1) * Double(width)).rounded())))
    }

    public static func spark(_ values: [Double], width: Int) -> String {
        let values = values.suffix(max(0, width))
        let largest = values.max() ?? 0
        return String(
            values.map { value in
                guard largest > 0, value > 0 else { return " " }
                return heights[min(7, Int(value / largest * 7.999))]
            })
    }
}
