import Domain
import Terminal
import Workstation

extension Workbench {
    /// Problems of a keymap are said once each time it is read.
    func reportKeymap() {
        guard keymap.problems != reportedProblems else { return }
        reportedProblems = keymap.problems
        report(keymap.problems, command: "rplus keys --check")
    }

    /// What is wrong with the person's configuration, and where to read all of it.
    func reportComplaints() {
        guard let first = options.complaints.first else { return }
        tell(workstation.say(first), more: options.complaints.count - 1, command: "rplus doctor")
    }

    /// Takes a theme and says what was skipped in it.
    func use(themeNamed name: String) {
        let found = options.themes.theme(named: name)
        theme = found.theme
        report(found.problems, command: "rplus themes")
    }

    /// Says the first of the problems, by the name of its file alone: a line has to do.
    private func report(_ problems: [LoadProblem], command: String) {
        guard let first = problems.first else { return }
        tell(options.words(first.short, workstation.language), more: problems.count - 1, command: command)
    }

    private func tell(_ text: String, more: Int, command: String) {
        workstation.tell(error: "\(text)\(more > 0 ? " (+\(more))" : "") · \(command)")
    }
}
