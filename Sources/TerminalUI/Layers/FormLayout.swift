import Terminal
import Workstation

/// Where the fields of a form lie, one under the other: rows from the top of the first.
struct FormLayout {
    let labelWidth: Int
    /// The rows of each field, with those of its problem and its help.
    let blocks: [Range<Int>]

    var height: Int { blocks.last?.upperBound ?? 0 }

    init(_ form: Form, width: Int, _ context: DrawingContext) {
        let longest = form.fields.map { CellText.width($0.label) + ($0.isRequired ? 2 : 0) }.max() ?? 0
        labelWidth = min(longest + 2, max(6, width * 2 / 5))
        var row = 0
        var blocks: [Range<Int>] = []
        for (index, field) in form.fields.enumerated() {
            var rows = FormFieldView.inputRows(field)
            if field.error != nil { rows += 1 }
            if index == form.cursor, FormFieldView.help(for: field, context) != nil { rows += 1 }
            blocks.append(row..<row + rows)
            row += rows
        }
        self.blocks = blocks
    }

    /// The first row in sight so that the field with the cursor is there whole, with the one after it where possible.
    func firstRow(showing cursor: Int, in rows: Int) -> Int {
        guard height > rows, !blocks.isEmpty else { return 0 }
        let block = blocks[min(cursor, blocks.count - 1)]
        let following = cursor + 1 < blocks.count ? blocks[cursor + 1].upperBound : height
        let last = following - block.lowerBound <= rows ? following : block.upperBound
        return min(max(0, last - rows), block.lowerBound)
    }
}
