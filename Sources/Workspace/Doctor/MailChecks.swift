import Domain
import Engine
import Glibc
import Interchange
import Storage

/// Whether mails can leave and those that come back can be read: the server is greeted, the program looked for. Nothing
/// is sent.
struct MailChecks {
    let examination: Examination
    private var settings: MailSettings { examination.request.mail }

    init(_ examination: Examination) { self.examination = examination }

    /// - Parameter inspection: the database, where it opens.
    func run(_ inspection: (any StoreInspection)?) {
        // What is wrong with the words of the file is said with the other settings.
        guard settings.problem == nil else { return }
        checkIncoming()
        if settings.configuration.transport != .maildir, let inspection { checkSender(inspection) }
        switch settings.configuration.transport {
        case .maildir:
            conclude(Phrase(en: "mails go into the folder mail/.", fr: "les courriers vont dans le dossier mail/."))
        case .sendmail(let command):
            let transport = SendmailTransport(command, timeout: 1)
            report(
                transport.probe(),
                Phrase(
                    en: "Install it, or name another one as mail.command.",
                    fr: "Installez-le ou indiquez-en un autre dans mail.command."))
            conclude(Phrase(en: "mails go through \(command[0]).", fr: "les courriers passent par \(command[0])."))
        case .smtp(let server):
            report(
                SMTPTransport(server, timeout: min(settings.configuration.timeout, 10)).probe(),
                Phrase(
                    en: "Mails wait in the outbox until the server can be reached; look at mail.url and the password.",
                    fr: "Les courriers attendent que le serveur réponde ; vérifiez mail.url et le mot de passe."))
            conclude(Phrase(en: "\(server.url) answers.", fr: "\(server.url) répond."))
        }
    }

    private func report(_ failure: MailFailure?, _ remedy: Phrase) {
        guard let failure else { return }
        let reason = String(failure.reason.unicodeScalars.map { $0.value < 0x20 ? " " : Character($0) })
        examination.add(
            .mail, .warning,
            Phrase(en: "No mail can leave: \(reason)", fr: "Aucun courrier ne peut partir : \(reason)"), remedy: remedy)
    }

    private func checkIncoming() {
        guard let path = settings.configuration.incoming else { return }
        // What was read moves to `cur`, which is made where it is not there.
        let isThere = access(path + "/cur", F_OK) == 0 || errno != ENOENT
        for folder in [path + "/new", isThere ? path + "/cur" : path] {
            // With the dot, a file in the place of a folder is none.
            guard access(folder + "/.", R_OK | W_OK | X_OK) != 0 else { continue }
            let reason = String(cString: strerror(errno))
            examination.add(
                .mail, .warning,
                Phrase(
                    en: "Mails that come back cannot be read: \(reason).",
                    fr: "Les courriers revenus ne peuvent pas être lus : \(reason)."), place: folder,
                remedy: Phrase(
                    en: "mail.bounces is a Maildir: a folder with new/, cur/ and tmp/.",
                    fr: "mail.bounces est un Maildir : un dossier avec new/, cur/ et tmp/."))
            return
        }
    }

    /// Servers refuse a sender whose domain leads nowhere, and nobody could answer it.
    private func checkSender(_ inspection: any StoreInspection) {
        let isUnset = try? inspection.read { transaction in
            // The mails of a demo stay here.
            guard try !transaction.exists("SELECT 1 FROM workspace_info WHERE key LIKE 'demo%'") else { return false }
            return try !Engine.hasMailAddress(in: transaction)
        }
        guard isUnset == true else { return }
        examination.add(
            .mail, .warning,
            Phrase(
                en: "Mails come from an address that does not exist, and many servers refuse them.",
                fr: "Les courriers partent d’une adresse qui n’existe pas ; bien des serveurs les refusent."),
            place: "agency.support_email",
            remedy: Phrase(
                en: "Set agency.support_email, as an admin: rplus call admin.settings.update.",
                fr: "Définissez agency.support_email, en tant qu’admin : rplus call admin.settings.update."))
    }

    private func conclude(_ what: Phrase) { examination.conclude(.mail, what) }
}
