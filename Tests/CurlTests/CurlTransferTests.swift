import Curl
import TestSupport
import Testing

@Suite struct CurlTransferTests {
    private func transfer(_ url: String, protocols: CurlProtocols = [.http]) throws -> CurlTransfer {
        let transfer = try CurlTransfer(url, protocols: protocols)
        try transfer.set(.noProxy, "*")
        try transfer.setTimeouts(connecting: 2000, total: 5000)
        return transfer
    }

    @Test func aBodyGoesAndAnAnswerComes() throws {
        let server = LoopbackServer { request in .status(201, "[\(request.text.count)]") }
        defer { server.stop() }
        let transfer = try transfer(server.address + "/path")
        try transfer.set(.headers, ["X-One: first", "X-Two: é"])
        let body = String(repeating: "abc", count: 100_000)
        let response = try transfer.perform(.post(Array(body.utf8)), limit: 100)
        #expect(response.status == 201)
        #expect(String(decoding: response.body, as: UTF8.self) == "[300000]")
        #expect(String(decoding: response.lines, as: UTF8.self).contains("Content-Type: application/json"))
        let request = try #require(server.requests.first)
        #expect(request.head.hasPrefix("POST /path HTTP/1.1"))
        #expect(request.head.contains("X-One: first"))
        #expect(request.head.contains("X-Two: é"))
        #expect(request.text == body)
    }

    @Test func aTransferIsPerformedAgain() throws {
        let server = LoopbackServer { .status(200, $0.head.hasPrefix("GET") ? "get" : $0.text) }
        defer { server.stop() }
        let transfer = try transfer(server.address)
        for (body, expected) in [(CurlBody.none, "get"), (.post([65]), "A"), (.post([66]), "B"), (.none, "get")] {
            #expect(try String(decoding: transfer.perform(body, limit: 10).body, as: UTF8.self) == expected)
        }
    }

    @Test func anAnswerThatIsTooLongEndsTheTransfer() throws {
        let server = LoopbackServer { _ in .endless }
        defer { server.stop() }
        let transfer = try transfer(server.address)
        let error = #expect(throws: CurlError.self) { try transfer.perform(limit: 100_000) }
        #expect(error?.kind == .tooLarge)
    }

    @Test func silenceEndsAtTheTimeOut() throws {
        let server = LoopbackServer { _ in .silence }
        defer { server.stop() }
        let transfer = try transfer(server.address)
        try transfer.setTimeouts(connecting: 100, total: 100)
        let error = #expect(throws: CurlError.self) { try transfer.perform(limit: 10) }
        #expect(error?.kind == .timedOut)
        #expect(error?.code == 28)
    }

    @Test func nobodyThereIsUnreachable() throws {
        let server = LoopbackServer { _ in .silence }
        let address = server.address
        server.stop()
        let transfer = try transfer(address)
        var kind: CurlError.Kind?
        // The socket closes a moment after `stop`.
        for _ in 0..<50 where kind != .unreachable {
            do { _ = try transfer.perform(limit: 10) } catch { kind = error.kind }
        }
        #expect(kind == .unreachable)
    }

    @Test func redirectsAreNotFollowed() throws {
        let other = LoopbackServer { _ in .status(200, "other") }
        defer { other.stop() }
        let target = other.address
        let server = LoopbackServer { _ in
            .raw("HTTP/1.1 302 Found\r\nLocation: \(target)/\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
        }
        defer { server.stop() }
        let response = try transfer(server.address).perform(limit: 10)
        #expect(response.status == 302)
        #expect(other.requests.isEmpty)
    }

    @Test func otherProtocolsAreRefused() throws {
        for url in ["file:///etc/passwd", "http://127.0.0.1:9/", "ftp://127.0.0.1/"] {
            let transfer = try transfer(url, protocols: [.https])
            let error = #expect(throws: CurlError.self) { try transfer.perform(limit: 10) }
            #expect(error?.code == 1)
        }
    }

    @Test func lineBreaksReachNoHeaderAndNoAddress() throws {
        let transfer = try transfer("http://127.0.0.1:9/")
        for text in ["X: 1\r\nY: 2", "X: 1\nY", "X\0"] {
            #expect(throws: CurlError.self) { try transfer.set(.headers, ["A: b", text]) }
            #expect(throws: CurlError.self) { try transfer.set(.mailRecipients, [text]) }
            #expect(throws: CurlError.self) { try transfer.set(.mailFrom, text) }
        }
        #expect(throws: CurlError.self) { try CurlTransfer("http://127.0.0.1/\nx", protocols: [.http]) }
    }
}
