import Domain
import Engine
import Terminal
import Workstation

/// The screen of jobs: the table, and the detail of a job beside or over it.
enum JobsView {
    /// Rows of the pane above what scrolls: title, company, and a rule; the names of the sections and another rule
    /// where there is more than one.
    private static func headHeight(_ table: JobTable) -> Int { table.detail.sections.count > 1 ? 5 : 3 }

    /// Tells the model how much fits, before every drawing; answers what has to be read for that.
    static func fit(_ table: inout JobTable, to size: Size) -> [Work] {
        let works = table.fit(width: size.width, height: size.height)
        let body = bodyRect(table, detailRect(table, size).size)
        table.resizeDetail(width: PaneRows.textWidth(body.width), height: body.height) { CellText.wrap($0, to: $1) }
        return works
    }

    private static func detailRect(_ table: JobTable, _ size: Size) -> Rect {
        let width = table.panes.detailWidth
        if width == 0 { return Rect(x: size.width, y: 2, width: 0, height: 0) }
        if width == size.width { return Rect(x: 1, y: 2, width: width - 1, height: table.panes.detailHeight) }
        return Rect(x: size.width - width, y: 2, width: width, height: table.panes.detailHeight)
    }

    private static func bodyRect(_ table: JobTable, _ size: Size) -> Rect {
        Rect(size: size).inset(top: headHeight(table))
    }

    static func draw(_ table: JobTable, on canvas: Canvas, in context: DrawingContext) {
        TableTop(
            title: table.filter.title(context.language), text: table.filter.text,
            place: TableTop.place(table.list, context), problem: table.problem?.searchSentence(in: context.language)
        ).draw(on: canvas, in: context)
        if table.panes.listWidth > 0 {
            drawTable(
                table, on: canvas.subview(Rect(x: 0, y: 2, width: table.panes.listWidth, height: canvas.height - 2)),
                in: context)
        }
        let detail = detailRect(table, canvas.size)
        guard detail.width > 0 else { return }
        if table.panes.listWidth > 0 {
            canvas.verticalRule(at: Point(x: detail.x - 2, y: 2), height: detail.height)
        }
        drawDetail(table, on: canvas.subview(detail), in: context)
    }

    private static func drawDetail(_ table: JobTable, on canvas: Canvas, in context: DrawingContext) {
        context.hit(canvas.bounds, of: canvas, .detail)
        guard let job = table.detail.job else { return }
        let isFocused = table.focus == .detail
        let status = job.status == .open ? "" : context.say(job.status.title)
        let taken = canvas.putRight(status, right: canvas.width - 1, y: 0, style: .accent, maxWidth: canvas.width / 2)
        canvas.put(
            job.title, at: .zero, style: isFocused ? .tabActive : .textStrong, maxWidth: canvas.width - taken - 2)
        canvas.put(job.companyName, at: Point(x: 0, y: 1), style: .textDim, maxWidth: canvas.width - 1)
        canvas.horizontalRule(at: Point(x: 0, y: 2), width: canvas.width)
        let sections = table.detail.sections
        if sections.count > 1 {
            SectionNames.draw(
                sections.map { context.say($0.title) },
                current: sections.firstIndex(of: table.detail.shownSection) ?? 0, y: 3, on: canvas,
                isFocused: isFocused, in: context)
            canvas.horizontalRule(at: Point(x: 0, y: 4), width: canvas.width)
        }
        PaneRows.draw(table.detail.pane, on: canvas.subview(bodyRect(table, canvas.size)), isFocused: isFocused)
    }

    private static func drawTable(_ table: JobTable, on canvas: Canvas, in context: DrawingContext) {
        if table.list.isEmpty {
            EmptyTable.draw(isFiltered: !table.filter.isEmpty, on: canvas, in: context, nothing: noJobs, none: noMatch)
        }
        let columns = table.columns.map { column(of: $0, context) }
        TableView(
            list: table.list, columns: columns,
            sorted: (
                table.filter.sortBy == .title ? JobColumn.title.rawValue : JobColumn.posted.rawValue,
                table.filter.isDescending
            ),
            isFocused: table.focus == .list
        ) { job in
            table.cells(job, now: context.now)
        } style: { job, index in
            switch table.columns[index] {
            case .title, .company, .applications: .text
            case .status: job.status == .open ? .ok : .textDim
            default: .textDim
            }
        }.draw(on: canvas, in: context)
    }

    private static let noJobs = Phrase(en: "There are no jobs yet.", fr: "Il n’y a pas encore d’offres.")
    private static let noMatch = Phrase(
        en: "No job matches. Esc clears the filter.", fr: "Aucune offre ne correspond. Échap efface le filtre.")

    private static func column(of column: JobColumn, _ context: DrawingContext) -> TableColumn {
        let (minimum, maximum, priority) =
            switch column {
            case .title: (18, 44, 0)
            case .company: (14, 30, 1)
            case .place: (9, 20, 4)
            case .status: (9, 10, 2)
            case .applications: (8, 9, 3)
            case .openings: (7, 8, 5)
            case .posted: (9, 13, 6)
            case .salary: (16, 36, 7)
            case .type: (10, 16, 8)
            case .workplace: (10, 16, 8)
            case .owner: (12, 22, 8)
            case .validThrough: (9, 13, 8)
            }
        return TableColumn(
            column.rawValue, title: context.say(column.title), minimum: minimum, maximum: maximum,
            priority: priority, alignment: column.isNumeric ? .right : .left)
    }
}
