import Domain
import Terminal
import Workstation

/// What can be done: a title with the letters found, what it is about, and the key, or why not.
enum PaletteView {
    static func draw(_ palette: Palette, isTop: Bool, on canvas: Canvas, in context: DrawingContext) {
        let language = context.language
        let count =
            NumberWords.count(palette.shown.count, language) + " / " + NumberWords.count(palette.total, language)
        let list = SearchPanel.draw(
            .palette(palette), title: context.say(Phrase(en: "All actions", fr: "Toutes les actions")), mark: ":",
            count: count, rows: palette.window.height, isTop: isTop, on: canvas, in: context)
        if palette.shown.isEmpty {
            list.put(
                context.say(Phrase(en: "No action is called so", fr: "Aucune action de ce nom")), at: Point(x: 1, y: 0),
                style: .textDim)
        }
        for index in palette.window.visible {
            let y = index - palette.window.offset
            draw(palette.shown[index], isCursor: index == palette.window.cursor, y: y, on: list)
            if isTop { context.hit(Rect(x: 0, y: y, width: list.width, height: 1), of: list, .item(index)) }
        }
        list.scrollbar(palette.window, rect: list.bounds)
    }

    private static func draw(_ shown: Palette.Shown, isCursor: Bool, y: Int, on list: Canvas) {
        let entry = shown.entry
        let isEnabled = entry.disabledReason == nil
        let style: Style = isCursor ? .selectionCursor : isEnabled ? .text : .paletteDisabled
        list.fill(Rect(x: 0, y: y, width: list.width, height: 1), style: style)
        let right = entry.disabledReason ?? entry.keys
        let rightWidth = min(CellText.width(right), list.width / 2)
        let room = max(0, list.width - rightWidth - 5)
        // The detail has its own column as long as the title leaves room for one.
        let titleWidth = min(room, max(CellText.width(entry.title), min(34, room)))
        LayerPanel.put(
            entry.title, marked: isCursor ? [] : shown.places, on: list, at: Point(x: 1, y: y), width: titleWidth,
            style: style)
        if room - titleWidth > 8 {
            list.put(
                entry.detail, at: Point(x: titleWidth + 2, y: y), style: isCursor ? style : .textDim,
                maxWidth: room - titleWidth - 1)
        }
        let rightStyle: Style = isCursor ? style : isEnabled ? .footerKey : .paletteDisabled
        list.putRight(right, right: list.width - 2, y: y, style: rightStyle, maxWidth: rightWidth)
    }
}
