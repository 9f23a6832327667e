import Domain
import Glibc
import Interchange

/// Whether mails can leave and those that come back can be read: the server is greeted, the program looked for. Nothing
/// is sent.
struct MailChecks {
    let examination: Examination
    private var settings: MailSettings { examination.request.mail }

    init(_ examination: Examination) { self.examination = examination }

    func run() {
        // What is wrong with the words of the file is said with the other settings.
        guard settings.problem == nil else { return }
        checkIncoming()
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
        guard let path = settings.configuration.incoming, access(path + "/new", R_OK | W_OK | X_OK) != 0 else { return }
        let reason = String(cString: strerror(errno))
        examination.add(
            .mail, .warning,
            Phrase(
                en: "Mails that come back cannot be read: \(reason).",
                fr: "Les courriers revenus ne peuvent pas être lus : \(reason)."), place: path + "/new",
            remedy: Phrase(
                en: "mail.bounces is a Maildir: a folder with new/, cur/ and tmp/.",
                fr: "mail.bounces est un Maildir : un dossier avec new/, cur/ et tmp/."))
    }

    private func conclude(_ what: Phrase) { examination.conclude(.mail, what) }
}
