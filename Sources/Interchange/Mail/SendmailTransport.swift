import Foundation

/// Hands mails to a program with the interface of sendmail, which Postfix, Exim, OpenSMTPD and msmtp bring along: the
/// mail on its input, the envelope in its arguments, and an exit status of sysexits.h. No shell is involved.
public struct SendmailTransport: MailTransport {
    public let batch = 1
    /// The program's full path, and arguments that stand before the others.
    private let command: [String]
    private let timeout: Int
    private let environment: [String]

    /// - Parameters:
    ///   - timeout: how many seconds it may take for one mail; then it is killed.
    ///   - environment: what it finds in its environment, such as `HOME` for a configuration of one's own.
    public init(_ command: [String], timeout: Int, environment: [String: String] = [:]) {
        self.command = command
        self.timeout = timeout
        let passed = ["HOME", "USER", "LOGNAME"].compactMap { name in environment[name].map { "\(name)=\($0)" } }
        self.environment = ["PATH=/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL=C.UTF-8"] + passed
    }

    /// A program is not stopped half-way: nobody would know whether it has taken the mail.
    public func deliver(_ messages: [MailMessage], until isStopped: @escaping () -> Bool) -> [MailFailure?] {
        messages.map(deliver)
    }

    /// Why the program cannot be run; `nil` where it can.
    public func probe() -> MailFailure? {
        guard let program = command.first, access(program, X_OK) == 0 else {
            return MailFailure("\(command.first ?? "sendmail"): \(String(cString: strerror(errno)))", .unavailable)
        }
        return nil
    }

    private func deliver(_ message: MailMessage) -> MailFailure? {
        if let missing = probe() { return missing }
        let sender = MailHeader.atom(message.from.address)
        let recipient = MailHeader.atom(message.to.address)
        do throws(ProcessRunner.Failure) {
            let child = try ChildProcess(
                command + ["-i", "-f", sender, "--", recipient], input: MailWriter.bytes(of: message),
                environment: environment)
            let outcome = try child.collect(
                ProcessRunner.Limits(seconds: Double(timeout), outputBytes: 1 << 20))
            return failure(outcome)
        } catch {
            switch error {
            // It may have taken the mail before it was killed.
            case .timedOut: return MailFailure("\(command[0]): no end after \(timeout) s", .unavailable)
            case .outputTooLong: return MailFailure("\(command[0]): it writes without end")
            case .missing(let name): return MailFailure("\(name): not there", .unavailable)
            case .notStarted(let code):
                return MailFailure("\(command[0]): \(String(cString: strerror(code)))", .unavailable)
            }
        }
    }

    private func failure(_ outcome: ProcessRunner.Outcome) -> MailFailure? {
        guard outcome.status != 0 else { return nil }
        let said = outcome.errorText.split(whereSeparator: \.isNewline).joined(separator: " ")
        let reason = "\(command[0]): exit status \(outcome.status)\(said.isEmpty ? "" : ": \(said.prefix(300))")"
        // EX_DATAERR, EX_NOUSER, EX_NOHOST; anything else, EX_TEMPFAIL (75) foremost, may go better another time.
        return MailFailure(reason, [65, 67, 68].contains(outcome.status) ? .permanent : .temporary)
    }
}
