/// The pens of a theme on one terminal, looked up once a style.
struct PenTable {
    let theme: Theme
    let depth: ColorDepth
    private var pens: [Pen?] = []

    init(theme: Theme, depth: ColorDepth) {
        self.theme = theme
        self.depth = depth
        pens = Array(repeating: nil, count: Style.count)
    }

    subscript(style: Style) -> Pen {
        mutating get {
            let index = Int(style.id)
            if index >= pens.count { pens += Array(repeating: nil, count: index + 1 - pens.count) }
            if let pen = pens[index] { return pen }
            let pen = theme.pen(style, depth: depth)
            pens[index] = pen
            return pen
        }
    }
}
