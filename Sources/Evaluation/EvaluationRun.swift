import Foundation

/// Prints every figure of quality beside its floor and its aim.
public enum EvaluationRun {
    /// `rplus-eval DATA`. Answers the exit code: 0 where no figure is below its floor.
    public static func main(_ arguments: [String]) -> Int32 {
        guard arguments.count == 2 else {
            print("usage: rplus-eval DATA (the folder of the public data sets)")
            return 64
        }
        let data = DataFolder(url: URL(fileURLWithPath: arguments[1], isDirectory: true))
        do {
            let figures = try figures(data)
            print(table(figures))
            return figures.contains { $0.verdict == "BELOW FLOOR" } ? 1 : 0
        } catch {
            print("rplus-eval: \(arguments[1]) cannot be read: \(error)")
            return 66
        }
    }

    static func figures(_ data: DataFolder) throws -> [Figure] {
        try SkillFigures(data: data).all() + TitleFigures(data: data).all() + CurriculumFigures(data: data).all()
            + MatchFigures(data: data).all() + SalaryFigures(data: data).all()
    }

    private static let legend = [
        "",
        "train: what weights were learnt from; – where nothing was learnt. dev: what was not learnt from.",
        "*: settings or rules were chosen by looking at this development part, so the figure flatters; only the parts",
        "   that are held out elsewhere can say by how much. Verdicts go by dev, beside floor and aim.",
    ]

    /// The figures as lines of text, and what their columns mean.
    public static func table(_ figures: [Figure]) -> String {
        func number(_ value: Double?) -> String { value.map { String(format: "%.3f", $0) } ?? "–" }
        func row(_ cells: [String]) -> String {
            let widths = [46, 7, 8, 7, 7, 7]
            let padded = zip(cells, widths).map { cell, width in
                cell + String(repeating: " ", count: max(0, width - cell.count))
            }
            return (padded + cells.dropFirst(widths.count)).joined(separator: " ")
        }
        let head = row(["figure", "train", "dev", "floor", "aim", "n", ""])
        let lines = figures.map { figure in
            row([
                figure.name, number(figure.train), number(figure.development) + (figure.isChosenOn ? "*" : ""),
                number(figure.floor), number(figure.aim),
                String(figure.n), figure.verdict,
            ])
        }
        return ([head] + lines + legend).joined(separator: "\n")
    }
}
