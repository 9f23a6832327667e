import Domain
import Terminal
import Workstation

/// A page to read, as large as the screen allows.
enum HelpPageView {
    private static func width(in size: Size) -> Int { max(1, min(size.width - 6, 110)) }

    /// The last row is for the filter and for where the page is.
    private static func rows(in size: Size) -> Int { max(1, size.height - 4) }

    /// The column of names is as wide as the widest of them, up to two fifths of the page.
    private static func nameWidth(_ page: HelpPage, _ width: Int) -> Int {
        let names = page.rows.compactMap { row -> Int? in
            guard case .entry(let name, _) = row.line else { return nil }
            return CellText.width(name)
        }
        return min((names.max() ?? 0) + 2, max(4, width * 2 / 5))
    }

    static func fit(_ page: inout HelpPage, to size: Size) {
        let width = width(in: size)
        page.fit(width: width - 1, nameWidth: nameWidth(page, width), height: rows(in: size), wrap: CellText.wrap)
    }

    static func draw(_ page: HelpPage, isTop: Bool, on canvas: Canvas, in context: DrawingContext) {
        let width = width(in: canvas.size)
        let rows = min(max(1, page.rows.count), rows(in: canvas.size))
        let content = LayerPanel.draw(on: canvas, title: page.title, content: Size(width: width, height: rows + 1))
        if isTop { context.hit(canvas.bounds, of: canvas, .outside) }
        let list = content.subview(Rect(x: 0, y: 0, width: content.width, height: max(0, content.height - 1)))
        let names = nameWidth(page, width)
        for index in page.window.visible where index < page.rows.count {
            draw(page.rows[index].line, nameWidth: names, y: index - page.window.offset, on: list)
        }
        list.scrollbar(page.window, rect: list.bounds)
        drawFoot(page, isTop: isTop, on: content, context)
    }

    private static func draw(_ line: HelpPage.Line, nameWidth: Int, y: Int, on list: Canvas) {
        let width = max(0, list.width - 1)
        switch line {
        case .heading(let text): list.put(text, at: Point(x: 0, y: y), style: .textStrong, maxWidth: width)
        case .text(let text): list.put(text, at: Point(x: 0, y: y), maxWidth: width)
        case .entry(let name, let text):
            list.put(name, at: Point(x: 0, y: y), style: .footerKey, maxWidth: max(1, nameWidth - 1))
            list.put(text, at: Point(x: nameWidth, y: y), maxWidth: max(0, width - nameWidth))
        }
    }

    private static func drawFoot(_ page: HelpPage, isTop: Bool, on content: Canvas, _ context: DrawingContext) {
        let y = content.height - 1
        let language = context.language
        let last = NumberWords.count(page.window.visible.upperBound, language)
        let place = "\(last) / \(NumberWords.count(page.rows.count, language))"
        content.putRight(place, right: content.width, y: y, style: .textDim)
        let room = max(1, content.width - CellText.width(place) - 2)
        let foot = content.subview(Rect(x: 0, y: y, width: room, height: 1))
        if isTop, let text = Layer.help(page).activeText {
            foot.put("/", at: .zero, style: .accent)
            context.drawActive(text, on: foot.subview(Rect(x: 1, y: 0, width: max(1, room - 1), height: 1)))
        } else if !page.filter.isEmpty {
            foot.put("/\(page.filter)", at: .zero, style: .accent, maxWidth: room)
        } else {
            let filter = context.keys(for: .filter).map { "\($0) \(context.say(Phrase(en: "filter", fr: "filtrer")))" }
            let close = (context.keys(for: .close) ?? context.keys(for: .cancel)).map {
                "\($0) \(context.say(Phrase(en: "close", fr: "fermer")))"
            }
            let hints = [filter, close].compactMap(\.self).joined(separator: "   ")
            foot.put(hints, at: .zero, style: .footerText, maxWidth: room)
        }
    }
}
