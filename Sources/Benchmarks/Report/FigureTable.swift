/// Figures as a table for people.
struct FigureTable {
    let figures: [Figure]

    private static let heads = ["what", "at", "ours", "raw SQLite", "ratio", "budget", "measured", "met"]

    var text: String {
        var rows = [Self.heads]
        for figure in figures {
            rows.append([
                figure.title, figure.applications > 0 ? Decimals.grouped(figure.applications) : "–",
                "\(figure.ours)", figure.raw.map { "\($0)" } ?? "–",
                figure.ratio.map { Decimals.text($0, 2) + " ×" } ?? "–", figure.budget?.text ?? "–",
                figure.budget.map { "\($0.measured)" } ?? "–", figure.budget.map { $0.isMet ? "yes" : "NO" } ?? "",
            ])
            for detail in figure.details { rows.append(["  " + detail.name, "", "\(detail.value)"]) }
        }
        let widths = Self.heads.indices.map { column in
            rows.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0
        }
        let lines = rows.map { row in
            row.enumerated().map { column, cell in
                let space = String(repeating: " ", count: widths[column] - cell.count)
                return column == 0 || column == 5 ? cell + space : space + cell
            }.joined(separator: "  ")
        }
        let rule = String(repeating: "─", count: widths.reduce(0, +) + 2 * (widths.count - 1))
        return ([lines[0], rule] + lines.dropFirst()).joined(separator: "\n")
    }
}
