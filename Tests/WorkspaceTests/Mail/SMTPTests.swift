import Domain
import Foundation
import Interchange
import Synchronization
import TestSupport
import Testing

/// Mails to a server on loopback that refuses, stalls and drops.
@Suite struct SMTPTests {
    static func transport(_ server: LoopbackMailServer, timeout: Int = 1) -> SMTPTransport {
        SMTPTransport(MailServer(url: server.url, host: "127.0.0.1", requiresTLS: false), timeout: timeout)
    }

    static func message(_ number: Int = 1, to address: String = "zoe@example.com") -> MailMessage {
        MailMessage(
            id: "0190b7a0-1c2d-7e3f-8a4b-5c6d7e8f9\(100 + number)", date: FixedClock().now(),
            from: .init(name: "Agence", address: "agency@example.com"), to: .init(name: "Zoé 李 👩‍💻", address: address),
            subject: "Number \(number)", body: "Hello\n.\nFrom here\n..two\n")
    }

    private func outcome(
        _ stage: LoopbackMailServer.Stage, _ action: LoopbackMailServer.Action
    ) -> MailFailure? {
        let server = LoopbackMailServer { at, _ in at == stage ? action : .goOn }
        defer { server.stop() }
        return Self.transport(server).deliver([Self.message()])[0]
    }

    @Test func manyMailsGoOverOneConnection() {
        let server = LoopbackMailServer()
        defer { server.stop() }
        let transport = Self.transport(server)
        for number in 1...20 { #expect(transport.deliver([Self.message(number)]) == [nil]) }
        #expect(server.connections == 1)
        #expect(server.taken.count == 20)
        #expect(Set(server.taken.map(\.messageID)).count == 20)
        let mail = server.taken[0]
        #expect(mail.sender.contains("<agency@example.com>"))
        #expect(mail.recipients == ["zoe@example.com"])
        #expect(mail.text.hasSuffix("Hello\r\n=2E\r\n=46rom here\r\n=2E.two\r\n"))
    }

    @Test(arguments: [
        (LoopbackMailServer.Stage.recipient, "550 5.1.1 No such user", MailFailure.Kind.permanent),
        (.recipient, "450 4.2.1 Busy", .temporary), (.data, "554 5.7.1 No", .permanent),
        (.data, "451 4.3.0 Later", .temporary), (.text, "554 5.6.0 Spam", .permanent),
        (.text, "452 4.3.1 Full", .temporary), (.sender, "451 4.7.1 Greylisted", .temporary),
        (.sender, "530 5.7.0 Log in", .unavailable), (.sender, "550 5.7.1 Not you", .unavailable),
        (.sender, "552 5.3.4 Too large", .permanent), (.greeting, "554 5.3.2 Away", .unavailable),
        (.greeting, "421 4.3.2 Away", .unavailable), (.recipient, "421 4.3.2 Away", .unavailable),
    ])
    func aRefusalSaysWhetherItIsWorthAnotherTry(
        _ stage: LoopbackMailServer.Stage, _ words: String, _ kind: MailFailure.Kind
    ) {
        let failure = outcome(stage, .say(words))
        #expect(failure?.kind == kind, "\(stage) \(words): \(failure?.reason ?? "delivered")")
        if kind != .unavailable {
            #expect(failure?.reason.contains(words.prefix(3)) == true, "\(failure?.reason ?? "")")
        }
    }

    @Test(arguments: LoopbackMailServer.Stage.ofMail, [LoopbackMailServer.Action.stall, .drop])
    func stallingAndDroppingIsNoRefusal(_ stage: LoopbackMailServer.Stage, _ action: LoopbackMailServer.Action) {
        #expect(outcome(stage, action)?.kind == .unavailable)
    }

    @Test func aRecipientThatIsRefusedDoesNotHoldUpTheOthers() {
        let server = LoopbackMailServer { stage, line in
            stage == .recipient && line.hasPrefix("no") ? .say("550 5.1.1 No such user") : .goOn
        }
        defer { server.stop() }
        let addresses = ["a@example.com", "no1@example.com", "b@example.com", "no2@example.com", "c@example.com"]
        let transport = Self.transport(server)
        let failures = addresses.enumerated().map { transport.deliver([Self.message($0, to: $1)])[0]?.kind }
        #expect(failures == [nil, .permanent, nil, .permanent, nil])
        #expect(server.taken.map(\.recipients) == [["a@example.com"], ["b@example.com"], ["c@example.com"]])
    }

    /// libcurl by itself waits two minutes for the goodbye. Behind a refusal it waits as long as for any answer, else not.
    /// The server says goodbye after a minute, and to nobody if it can help it.
    @Test(arguments: [false, true]) func nobodyWaitsForAGoodbye(_ isRefused: Bool) {
        let isGone = Mutex(false)
        let wasAwaited = Mutex(false)
        let server = LoopbackMailServer { stage, _ in
            if stage == .recipient, isRefused { return .say("550 5.1.1 No such user") }
            guard stage == .quit else { return .goOn }
            for _ in 0..<6_000 {
                if isGone.withLock({ $0 }) { return .drop }
                usleep(10_000)
            }
            wasAwaited.withLock { $0 = true }
            return .goOn
        }
        defer { server.stop() }
        do {
            let transport = Self.transport(server, timeout: isRefused ? 1 : 300)
            #expect(transport.deliver([Self.message()])[0]?.kind == (isRefused ? .permanent : nil))
        }
        isGone.withLock { $0 = true }
        #expect(!wasAwaited.withLock { $0 })
    }

    @Test(arguments: [LoopbackMailServer.Stage.greeting, .recipient, .data])
    func whoWantsToLeaveDoesNotWaitForAServer(_ stage: LoopbackMailServer.Stage) {
        let isStalling = Mutex(false)
        let server = LoopbackMailServer { at, _ in
            guard at == stage else { return .goOn }
            isStalling.withLock { $0 = true }
            return .stall
        }
        defer { server.stop() }
        let failure = Self.transport(server, timeout: 30)
            .deliver([Self.message()], until: { isStalling.withLock { $0 } })[0]
        #expect(failure?.kind == .unavailable)
        #expect(failure?.reason.contains("the program ended") == true, "\(failure?.reason ?? "")")
    }

    /// The server answers only after the program has said that it wants to leave.
    @Test func theAnswerToAWholeMailIsWaitedForALittle() {
        let wantsToLeave = Mutex(false)
        let server = LoopbackMailServer { stage, _ in
            while stage == .kept, !wantsToLeave.withLock({ $0 }) { usleep(1_000) }
            return .goOn
        }
        defer {
            wantsToLeave.withLock { $0 = true }
            server.stop()
        }
        let transport = Self.transport(server, timeout: 30)
        let failures = transport.deliver(
            [Self.message()],
            until: {
                guard !server.taken.isEmpty else { return false }
                wantsToLeave.withLock { $0 = true }
                return true
            })
        #expect(failures == [nil])
        #expect(wantsToLeave.withLock { $0 })
    }

    @Test(arguments: ["454 4.7.0 No TLS", "502 5.5.1 No TLS"]) func aRefusalOfTLSIsNoAnswer(_ words: String) {
        let server = LoopbackMailServer { stage, _ in
            switch stage {
            case .hello: .say("250-loopback\r\n250 STARTTLS")
            case .encryption: .say(words)
            default: .goOn
            }
        }
        defer { server.stop() }
        let strict = SMTPTransport(MailServer(url: server.url, host: "127.0.0.1"), timeout: 1)
        #expect(strict.probe()?.kind == .unavailable)
        #expect(strict.deliver([Self.message()])[0]?.kind == .unavailable)
    }

    @Test func whoKnowsNoHelpAnswersAllTheSame() {
        let server = LoopbackMailServer { stage, _ in stage == .help ? .say("502 5.5.1 What?") : .goOn }
        defer { server.stop() }
        #expect(Self.transport(server).probe() == nil)
    }

    @Test func nobodyThereIsUnavailable() {
        let server = LoopbackMailServer()
        let transport = Self.transport(server)
        server.stop()
        #expect(transport.deliver([Self.message()])[0]?.kind == .unavailable)
        #expect(transport.probe()?.kind == .unavailable)
    }

    @Test func aServerWithoutTLSIsNotTrustedWhereTLSIsAskedFor() {
        let server = LoopbackMailServer()
        defer { server.stop() }
        let strict = SMTPTransport(MailServer(url: server.url, host: "127.0.0.1"), timeout: 1)
        #expect(strict.deliver([Self.message()])[0]?.kind == .unavailable)
        #expect(server.taken.isEmpty)
        #expect(Self.transport(server).probe() == nil)
    }
}
