import Domain
import Engine
import Terminal
import Workstation

/// The screen of candidates: the table, and the profile beside or over it. A candidate sees its own profile.
enum CandidatesView {
    /// Tells the model how much fits, before every drawing; answers what has to be read for that.
    static func fit(_ table: inout CandidateTable, to size: Size) -> [Work] {
        let works = table.fit(width: size.width, height: size.height)
        let profile = profileRect(table, size)
        ProfileView.resize(&table.profile, to: profile.size)
        return works
    }

    private static func profileRect(_ table: CandidateTable, _ size: Size) -> Rect {
        let width = table.panes.detailWidth
        if table.isOwnProfile { return Rect(size: size).inset(left: 1) }
        if width == 0 { return Rect(x: size.width, y: 2, width: 0, height: 0) }
        if width == size.width { return Rect(x: 1, y: 2, width: width - 1, height: table.panes.detailHeight) }
        return Rect(x: size.width - width, y: 2, width: width, height: table.panes.detailHeight)
    }

    static func draw(_ table: CandidateTable, on canvas: Canvas, in context: DrawingContext) {
        let profile = profileRect(table, canvas.size)
        if table.isOwnProfile {
            return drawOwn(table, on: canvas.subview(profile), in: context)
        }
        TableTop(
            title: table.filter.title(context.language), text: table.filter.text,
            place: TableTop.place(table.list, context), problem: table.problem?.searchSentence(in: context.language)
        ).draw(on: canvas, in: context)
        if table.panes.listWidth > 0 {
            drawTable(
                table, on: canvas.subview(Rect(x: 0, y: 2, width: table.panes.listWidth, height: canvas.height - 2)),
                in: context)
        }
        guard profile.width > 0 else { return }
        if table.panes.listWidth > 0 {
            canvas.verticalRule(at: Point(x: profile.x - 2, y: 2), height: profile.height)
        }
        ProfileView.draw(
            table.profile, on: canvas.subview(profile), isFocused: table.focus == .detail, in: context)
    }

    private static func drawOwn(_ table: CandidateTable, on canvas: Canvas, in context: DrawingContext) {
        guard table.profile.subject == nil else {
            return ProfileView.draw(table.profile, on: canvas, isFocused: true, in: context)
        }
        let empty = Phrase(
            en: "You have no profile yet. Edit it to begin one.",
            fr: "Vous n’avez pas encore de profil. Modifiez-le pour le créer.")
        canvas.put(context.say(empty), at: .zero, style: .textDim, maxWidth: canvas.width)
    }

    private static func drawTable(_ table: CandidateTable, on canvas: Canvas, in context: DrawingContext) {
        if table.list.isEmpty {
            EmptyTable.draw(isFiltered: !table.filter.isEmpty, on: canvas, in: context, nothing: nobody, none: noMatch)
        }
        let columns = table.columns.map { column(of: $0, context) }
        TableView(
            list: table.list, columns: columns,
            sorted: (
                table.filter.sortBy == .name ? CandidateColumn.name.rawValue : CandidateColumn.added.rawValue,
                table.filter.isDescending
            ),
            isFocused: table.focus == .list
        ) { candidate in
            table.cells(candidate, now: context.now)
        } style: { candidate, index in
            switch table.columns[index] {
            case .name: candidate.anonymous ? .textDim : .text
            case .title, .place: .text
            default: .textDim
            }
        }.draw(on: canvas, in: context)
    }

    private static let nobody = Phrase(en: "There are no candidates yet.", fr: "Il n’y a pas encore de candidats.")
    private static let noMatch = Phrase(
        en: "No candidate matches. Esc clears the filter.", fr: "Aucun candidat ne correspond. Échap efface le filtre.")

    private static func column(of column: CandidateColumn, _ context: DrawingContext) -> TableColumn {
        let (minimum, maximum, priority) =
            switch column {
            case .name: (16, 32, 0)
            case .title: (14, 34, 1)
            case .place: (9, 20, 3)
            case .skills: (14, 60, 5)
            case .experience: (6, 8, 4)
            case .availability: (12, 20, 6)
            case .status: (9, 16, 2)
            case .added: (8, 13, 7)
            case .education: (10, 20, 8)
            case .languages: (10, 24, 8)
            case .company: (10, 26, 8)
            case .contact: (14, 34, 8)
            }
        return TableColumn(
            column.rawValue, title: context.say(column.title), minimum: minimum, maximum: maximum,
            priority: priority, alignment: column.isNumeric ? .right : .left)
    }
}

/// What stands in the place of the rows when there are none.
enum EmptyTable {
    static func draw(
        isFiltered: Bool, on canvas: Canvas, in context: DrawingContext, nothing: Phrase, none: Phrase
    ) {
        canvas.put(
            context.say(isFiltered ? none : nothing), at: Point(x: 2, y: 2), style: .textDim,
            maxWidth: canvas.width - 3)
    }
}
