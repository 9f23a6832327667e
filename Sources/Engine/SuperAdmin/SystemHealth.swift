import Domain
import Storage

/// Gathers the checks of `superadmin.systemHealth`.
struct SystemHealth {
    let now: Instant
    let language: Language
    private(set) var checks: [ShowSystemHealth.Check] = []

    /// Mail that could have left is late after so many minutes.
    private static let lateMinutes: Int64 = 15
    private static let oldBackupDays = 7
    private static let scarceBytes: Int64 = 1 << 30
    private static let hardlyAnyBytes: Int64 = 100 << 20

    init(now: Instant, language: Language) {
        self.now = now
        self.language = language
    }

    private mutating func add(_ name: String, _ status: ShowSystemHealth.Status, _ detail: Phrase) {
        checks.append(ShowSystemHealth.Check(name: name, status: status, detail: detail[language]))
    }

    /// A read that answers is a database that works.
    mutating func lookAtDatabase(in transaction: any Transaction) throws {
        let clock: Int64 = try transaction.value("SELECT clock FROM sync_meta WHERE id = 1") ?? 0
        add(
            "database", .ok,
            Phrase(en: "It answers; \(clock) changes so far.", fr: "Elle répond ; \(clock) modifications à ce jour."))
    }

    mutating func lookAtSchema(_ version: Int) {
        let latest = EngineSchema.migrations.last?.number ?? 0
        guard version != latest else {
            return add("schema", .ok, Phrase(en: "Up to date (\(version)).", fr: "À jour (\(version))."))
        }
        add(
            "schema", .failing,
            Phrase(
                en: "At step \(version) of \(latest): run superadmin.dataMigration.",
                fr: "À l’étape \(version) sur \(latest) : lancez superadmin.dataMigration."))
    }

    mutating func lookAtPages(_ problems: [String]) {
        guard let first = problems.first else {
            return add("search_and_pages", .ok, Phrase(en: "Every page is whole.", fr: "Chaque page est intacte."))
        }
        add(
            "search_and_pages", .failing,
            Phrase(
                en: "\(problems.count) problems, the first: \(first). Run `rplus doctor`.",
                fr: "\(problems.count) problèmes, dont : \(first). Lancez `rplus doctor`."))
    }

    mutating func lookAtAudit(_ report: AuditVerification, _ language: Language) {
        guard let first = report.findings.first else {
            return add(
                "audit_log", .ok,
                Phrase(en: "\(report.entries) entries, whole.", fr: "\(report.entries) entrées, intactes."))
        }
        add("audit_log", .failing, first.phrase)
    }

    mutating func lookAtMail(_ mail: ShowSystemStats.Mail) {
        let late =
            mail.oldestWaitingSince.map { $0 < now.advanced(byMilliseconds: -Self.lateMinutes * 60_000) } ?? false
        if mail.failed == 0, !late {
            return add(
                "mail", .ok,
                Phrase(en: "\(mail.waiting) waiting, none failed.", fr: "\(mail.waiting) en attente, aucun échec."))
        }
        add(
            "mail", .warning,
            Phrase(
                en: "\(mail.failed) failed, \(mail.waiting) waiting" + (late ? ", some for too long." : "."),
                fr: "\(mail.failed) en échec, \(mail.waiting) en attente"
                    + (late ? ", dont certains depuis trop longtemps." : ".")))
    }

    mutating func lookAtBackups(_ backups: [Backup]?) {
        guard let backups else {
            return add(
                "backup", .warning,
                Phrase(en: "There is no place for backups.", fr: "Aucun emplacement pour les sauvegardes."))
        }
        guard let last = backups.first(where: { $0.damage == nil }) else {
            return add(
                "backup", .warning,
                Phrase(
                    en: "None yet: run `rplus backup create`.",
                    fr: "Aucune pour l’instant : lancez `rplus backup create`."))
        }
        let isOld = last.createdAt < now.advanced(byDays: -Self.oldBackupDays)
        let damaged = backups.count { $0.damage != nil }
        let lacking = (last.missingFiles?.count ?? 0) + (last.damagedFiles?.count ?? 0)
        let words = Phrase(
            en: (lacking == 0 ? "" : " Files of CVs that it lacks: \(lacking).")
                + (damaged == 0 ? "" : " Damaged: \(damaged); `rplus backup list` names them."),
            fr: (lacking == 0 ? "" : " Fichiers de CV qui lui manquent : \(lacking).")
                + (damaged == 0 ? "" : " Endommagées : \(damaged) ; `rplus backup list` les nomme."))
        add(
            "backup", isOld || damaged > 0 || lacking > 0 ? .warning : .ok,
            Phrase(
                en: "The last is of \(last.createdAt)." + words.english,
                fr: "La dernière date du \(last.createdAt)." + words.french))
    }

    mutating func lookAtDisk(_ free: Int64?) {
        guard let free else { return }
        let megabytes = free >> 20
        add(
            "disk", free < Self.hardlyAnyBytes ? .failing : free < Self.scarceBytes ? .warning : .ok,
            Phrase(en: "\(megabytes) MiB are free.", fr: "\(megabytes) Mio libres."))
    }

    mutating func lookAtMaintenance(_ state: Maintenance.State?) {
        guard let state else {
            return add("maintenance", .ok, Phrase(en: "Changes are taken.", fr: "Les modifications sont acceptées."))
        }
        add(
            "maintenance", .warning,
            Phrase(
                en: "Only superadmins change anything since \(state.since).",
                fr: "Seuls les superadministrateurs modifient, depuis le \(state.since)."))
    }
}
