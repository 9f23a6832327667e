import Domain
import Storage

/// The findings of one examination, as they come in.
final class Examination {
    let location: WorkspaceLocation
    let request: Doctor.Request
    private let progress: (Doctor.Progress) -> Void
    private(set) var findings: [Finding] = []
    /// Whether lines are missing from histories, from which counters are made.
    var historyHasGaps = false
    /// How many things of one kind are named one by one; the rest are counted.
    static let namedLimit = 20

    init(_ request: Doctor.Request, progress: @escaping (Doctor.Progress) -> Void) {
        location = request.location
        self.request = request
        self.progress = progress
    }

    func add(
        _ check: Finding.Check, _ severity: Finding.Severity, _ what: Phrase, place: String? = nil,
        remedy: Phrase? = nil, command: String? = nil
    ) {
        findings.append(Finding(check, severity, what, place: place, remedy: remedy, command: command))
    }

    func add(_ findings: [Finding]) { self.findings += findings }

    func advance(_ check: Finding.Check, _ done: Int, of total: Int) {
        progress(Doctor.Progress(check: check, done: done, total: total))
    }

    /// Runs one check of the database. Where the database cannot answer, that is the finding.
    func run(_ check: Finding.Check, _ body: () throws -> Void) {
        advance(check, 0, of: 1)
        do {
            try body()
        } catch {
            unreadable(check, error)
        }
        advance(check, 1, of: 1)
    }

    /// How to mend counters: not from histories that have gaps.
    var countersRemedy: Phrase { historyHasGaps ? Remedies.historyFirst : Remedies.rebuild }

    /// Says that a check is clean, unless it has found something.
    func conclude(_ check: Finding.Check, _ what: Phrase) {
        if !findings.contains(where: { $0.check == check }) { add(check, .ok, what) }
    }

    /// Counts those of a kind that were not named.
    func addRest(_ check: Finding.Check, _ count: Int) {
        let rest = count - Self.namedLimit
        guard rest > 0 else { return }
        add(check, .damage, Phrase(en: "And \(rest) more like these.", fr: "Et \(rest) autres de ce genre."))
    }

    private func unreadable(_ check: Finding.Check, _ error: any Error) {
        let problem = WorkspaceProblem(error, at: location)
        let what: Phrase
        switch problem {
        case .damaged(_, let detail):
            what = Phrase(en: "it is damaged (\(detail)).", fr: "elle est endommagée (\(detail)).")
        case .failed(_, let detail): what = Phrase(en: "\(detail).", fr: "\(detail).")
        default:
            return add(
                check, .unexamined,
                Phrase(
                    en: "This could not be examined: \(problem.phrase.english)",
                    fr: "Examen impossible : \(problem.phrase.french)"), place: location.store)
        }
        add(
            check, .damage,
            Phrase(
                en: "This could not be looked at: \(what.english)", fr: "Vérification impossible : \(what.french)"),
            place: location.store, remedy: Remedies.restore(location))
    }
}
