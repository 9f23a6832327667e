import Domain
import Foundation
import Interchange
import JSON
import TestSupport
import Testing

/// Mails to a server that others wrote: aiosmtpd, with TLS and a password.
@Suite struct AiosmtpdTests {
    /// The server as a process. It says its port, and then each mail as a line of JSON.
    private final class Server {
        let place: Place
        private(set) var port = 0
        private let process = Process()
        private let output = Pipe()
        private var unread: [UInt8] = []
        var certificate: String { place.root + "/certificate.pem" }

        private static let program = """
            import asyncio, json, ssl, sys
            from aiosmtpd.smtp import SMTP, AuthResult

            class Handler:
                async def handle_RCPT(self, server, session, envelope, address, options):
                    if address.startswith("nobody"):
                        return "550 5.1.1 No such user"
                    envelope.rcpt_tos.append(address)
                    return "250 2.1.5 Ok"

                async def handle_DATA(self, server, session, envelope):
                    print(json.dumps({"from": envelope.mail_from, "to": envelope.rcpt_tos, "tls": session.ssl is not None
                        or sys.argv[1] == "smtps", "text": envelope.content.decode()}), flush=True)
                    return "250 2.0.0 Taken"

            def check(server, session, envelope, mechanism, data):
                return AuthResult(success=data.login == b"ann" and data.password == "s3cret pass".encode())

            async def main():
                context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
                context.load_cert_chain(sys.argv[2], sys.argv[3])
                outer = sys.argv[1] == "smtps"
                make = lambda: SMTP(Handler(), authenticator=check, auth_required=True, auth_require_tls=not outer,
                    tls_context=None if outer else context, require_starttls=not outer, hostname="localhost")
                server = await asyncio.get_running_loop().create_server(
                    make, "127.0.0.1", 0, ssl=context if outer else None)
                print(server.sockets[0].getsockname()[1], flush=True)
                await server.serve_forever()

            asyncio.run(main())

            """

        init(_ scheme: String) throws {
            place = try Place()
            let openssl = Process()
            openssl.executableURL = URL(filePath: "/usr/bin/openssl")
            openssl.arguments = [
                "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost", "-addext",
                "subjectAltName=DNS:localhost,IP:127.0.0.1", "-keyout", place.root + "/key.pem", "-out",
                place.root + "/certificate.pem",
            ]
            openssl.standardError = FileHandle.nullDevice
            try openssl.run()
            openssl.waitUntilExit()
            try place.write(Self.program, to: place.root + "/server.py")
            // Debian's own, for which its package python3-aiosmtpd is.
            process.executableURL = URL(filePath: "/usr/bin/python3")
            process.arguments = [
                place.root + "/server.py", scheme, place.root + "/certificate.pem", place.root + "/key.pem",
            ]
            process.standardOutput = output
            process.standardError = FileHandle.nullDevice
            try process.run()
            try? output.fileHandleForWriting.close()

            let said = line()
            port = try #require(said.flatMap { Int($0) }, "aiosmtpd did not start; scripts/install-packages test")
        }

        deinit {
            // It may have inherited a mask that keeps SIGTERM away.
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
        }

        func mail() throws -> JSONValue { try JSONValue(parsing: Array((line() ?? "").utf8)) }

        private func line() -> String? {
            while true {
                if let end = unread.firstIndex(of: 10) {
                    let line = String(decoding: unread[..<end], as: UTF8.self)
                    unread.removeSubrange(...end)
                    return line
                }
                let part = output.fileHandleForReading.availableData
                guard !part.isEmpty else { return nil }
                unread += [UInt8](part)
            }
        }

        func transport(_ scheme: String, password: String = "s3cret pass", trusted: Bool = true) -> SMTPTransport {
            SMTPTransport(
                MailServer(
                    url: "\(scheme)://localhost:\(port)", host: "localhost", requiresTLS: scheme == "smtp", user: "ann",
                    password: .text(password), certificates: trusted ? certificate : nil), timeout: 10)
        }
    }

    @Test(arguments: ["smtp", "smtps"])
    func aMailGoesThroughTLSWithAPassword(_ scheme: String) throws {
        let server = try Server(scheme)
        let transport = server.transport(scheme)
        #expect(transport.probe() == nil)
        #expect(transport.deliver([SMTPTests.message(1)]) == [nil])
        #expect(transport.deliver([SMTPTests.message(2, to: "nobody@example.com")])[0]?.kind == .permanent)
        #expect(transport.deliver([SMTPTests.message(3)]) == [nil])
        let mail = try server.mail()
        #expect(mail["from"] == "agency@example.com")
        #expect(mail["to"] == ["zoe@example.com"])
        #expect(mail["tls"] == true)
        #expect(
            mail["text"]?.stringValue?.utf8.elementsEqual(
                MailWriter.bytes(of: SMTPTests.message(1), lineEnd: "\r\n")) == true)
        #expect(try server.mail()["text"]?.stringValue?.contains("Subject: Number 3") == true)
    }

    @Test func aWrongPasswordAndAnUnknownCertificateAreNoRefusalOfTheMail() throws {
        let server = try Server("smtp")
        for transport in [server.transport("smtp", password: "wrong"), server.transport("smtp", trusted: false)] {
            let failure = transport.deliver([SMTPTests.message()])[0]
            #expect(failure?.kind == .unavailable, "\(failure?.reason ?? "delivered")")
            #expect(failure?.reason.contains("wrong") == false)
            #expect(transport.probe()?.kind == .unavailable)
        }
        #expect(server.transport("smtp").deliver([SMTPTests.message()]) == [nil])
    }
}
