import Domain
import Storage

/// The findings of one examination, as they come in.
final class Examination {
    let location: WorkspaceLocation
    let request: Doctor.Request
    private let progress: (Doctor.Progress) -> Void
    private(set) var findings: [Finding] = []
    /// How many things of one kind are named one by one; the rest are counted.
    static let namedLimit = 20

    init(_ request: Doctor.Request, progress: @escaping (Doctor.Progress) -> Void) {
        location = request.location
        self.request = request
        self.progress = progress
    }

    func add(
        _ check: Finding.Check, _ severity: Finding.Severity, _ what: Phrase, place: String? = nil,
        remedy: Phrase? = nil
    ) {
        findings.append(Finding(check, severity, what, place: place, remedy: remedy))
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
        let reason = (error as? StorageError).map { "\($0)" } ?? problem.phrase.english
        let isDamage =
            switch problem {
            case .damaged, .failed: true
            default: false
            }
        add(
            check, isDamage ? .damage : .warning,
            Phrase(
                en: "This could not be looked at: \(isDamage ? reason : problem.phrase.english)",
                fr: "Vérification impossible : \(isDamage ? reason : problem.phrase.french)"),
            place: location.store, remedy: isDamage ? Remedies.restore(location) : nil)
    }
}
