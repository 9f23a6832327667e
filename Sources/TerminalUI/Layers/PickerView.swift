import Domain
import Terminal
import Workstation

/// Options under the line that narrows them.
enum PickerView {
    static func draw(_ picker: Picker, isTop: Bool, on canvas: Canvas, in context: DrawingContext) {
        let searching = picker.isSearching ? "…" : NumberWords.count(picker.shown.count, context.language)
        let list = SearchPanel.draw(
            .picker(picker), title: picker.title, mark: ">", count: searching, rows: picker.window.height, isTop: isTop,
            on: canvas, in: context)
        if picker.shown.isEmpty, !picker.isSearching {
            list.put(
                context.say(Phrase(en: "Nothing found", fr: "Aucun résultat")), at: Point(x: 1, y: 0), style: .textDim)
        }
        for index in picker.window.visible {
            let shown = picker.shown[index]
            let y = index - picker.window.offset
            let isCursor = index == picker.window.cursor
            let style: Style = isCursor ? .selectionCursor : .text
            list.fill(Rect(x: 0, y: y, width: list.width, height: 1), style: style)
            let hintWidth = min(CellText.width(shown.option.hint), list.width / 2)
            LayerPanel.put(
                shown.option.label, marked: isCursor ? [] : shown.places, on: list, at: Point(x: 1, y: y),
                width: max(0, list.width - hintWidth - 5), style: style)
            list.putRight(
                shown.option.hint, right: list.width - 2, y: y, style: isCursor ? style : .textDim, maxWidth: hintWidth)
            if isTop { context.hit(Rect(x: 0, y: y, width: list.width, height: 1), of: list, .item(index)) }
        }
        list.scrollbar(picker.window, rect: list.bounds)
    }
}
