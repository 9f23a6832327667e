import Foundation

/// Prints every figure of quality beside its floor and its aim.
public enum EvaluationRun {
    private static let usage = """
        usage: rplus-eval DATA [--only PART]
        DATA is the folder of the public data sets; PART is one of
        \(Part.allCases.map(\.rawValue).joined(separator: ", "))
        """

    /// What can be measured by itself.
    enum Part: String, CaseIterable {
        case skills, titles, curricula, matching, salaries

        func figures(_ data: DataFolder) throws -> [Figure] {
            switch self {
            case .skills: try SkillFigures(data: data).all()
            case .titles: try TitleFigures(data: data).all()
            case .curricula: try CurriculumFigures(data: data).all()
            case .matching: try MatchFigures(data: data).all()
            case .salaries: try SalaryFigures(data: data).all()
            }
        }
    }

    /// `rplus-eval DATA [--only PART]`. Answers the exit code: 0 where no figure is below its floor.
    public static func main(_ arguments: [String]) -> Int32 {
        var parts = Part.allCases
        if arguments.count == 4, arguments[2] == "--only", let part = Part(rawValue: arguments[3]) {
            parts = [part]
        } else if arguments.count != 2 {
            print(usage)
            return 64
        }
        let data = DataFolder(url: URL(fileURLWithPath: arguments[1], isDirectory: true))
        do {
            let figures = try parts.flatMap { try $0.figures(data) }
            print(table(figures))
            return figures.contains { $0.verdict == "BELOW FLOOR" } ? 1 : 0
        } catch {
            print("rplus-eval: \(arguments[1]) cannot be read: \(error)")
            return 66
        }
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
