import Domain
import Storage

/// Does now what the period for keeping records asks for: warns those who are about to be due, and anonymises those who
/// were warned in time and did not answer. Only says what it would do unless `dry_run` is false.
public struct RunRetention: RouteOperation {
    public static let contract = Contract(
        "admin.privacy.runRetention", .post, "/admin/privacy/retention", access: .roles(admin: .yes), effect: .write,
        Phrase(en: "Carry out retention", fr: "Appliquer les durées de conservation"), isContract: false)

    /// True where nothing is said.
    public var dryRun: Bool?
    /// How many records at most; 25 where nothing is said.
    public var limit: Bounded<1, 200>?

    public init(dryRun: Bool? = nil, limit: Bounded<1, 200>? = nil) {
        self.dryRun = dryRun
        self.limit = limit
    }

    /// Where those who are to be anonymised are named, looked for before the write lock is taken.
    public struct Search: Sendable {
        var found: [Candidate.ID: Mentions.Found] = [:]
        var failed: Set<Candidate.ID> = []
    }

    public func prepare(in preparation: Preparation) throws -> Search {
        guard dryRun == false else { return Search() }
        return try preparation.database.read { transaction in
            let retention = try Retention(in: transaction, now: preparation.now)
            let plan = try RetentionPlan(retention, limit: limit?.value ?? 25, in: transaction)
            var search = Search()
            for due in plan.steps where retention.step(due) == .anonymise {
                do {
                    let scope = try PersonScope(due.id, in: transaction)
                    search.found[due.id] = try Mentions(of: scope, in: transaction).find(in: transaction)
                } catch let error where RetentionWork.isOfOneRecord(error) {
                    search.failed.insert(due.id)
                }
            }
            return search
        }
    }

    public func perform(in call: Call, prepared: Search) throws -> RetentionReport {
        let retention = try Retention(in: call.transaction, now: call.now)
        let plan = try RetentionPlan(retention, limit: limit?.value ?? 25, in: call.transaction)
        var report = RetentionReport(
            dryRun: dryRun ?? true, warned: [], anonymised: [], waiting: plan.waiting, remaining: plan.remaining,
            failed: [])
        let work = RetentionWork(retention: retention)
        for due in plan.steps where !prepared.failed.contains(due.id) {
            let notes = call.auditNotes
            do {
                try call.transaction.savepoint { try carryOut(due, work, prepared, &report, in: call) }
            } catch let error where RetentionWork.isOfOneRecord(error) {
                // One record that is broken must not keep all others.
                call.auditNotes = notes
                report.failed.append(due.id)
            }
        }
        report.failed += plan.steps.map(\.id).filter(prepared.failed.contains)
        return report
    }

    private func carryOut(
        _ due: Retention.Due, _ work: RetentionWork, _ prepared: Search, _ report: inout RetentionReport, in call: Call
    ) throws {
        // What is kept of it has only said whom to look at.
        guard let due = try work.retention.due(due.id, until: work.retention.warningEnd, in: call.transaction) else {
            return
        }
        switch work.retention.step(due) {
        case .warn:
            if !report.dryRun { try work.warn(due, in: call) }
            report.warned.append(due.id)
        case .anonymise:
            if !report.dryRun {
                // Whoever became due in this very moment is left to the next run.
                guard let found = prepared.found[due.id] else {
                    report.remaining += 1
                    return
                }
                try work.anonymise(due, found: found, in: call)
            }
            report.anonymised.append(due.id)
        case .wait: break
        }
    }
}
