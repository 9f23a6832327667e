import Domain
import Engine
import Foundation
import JSON
import Storage
import TestSupport
import Testing
import Workspace

/// Programs that share one stored session, at a clock that can be moved.
@Suite struct SessionRenewalTests {
    let place: Place
    let clock = FixedClock()
    private static let email = "owner@example.com"

    init() throws {
        place = try Place()
        try Workspace.create(at: place.location, options: options) { engine in
            try engine.createFirstSuperadmin(email: Self.email, password: "correct horse battery staple")
        }.close()
    }

    private var options: WorkspaceOptions {
        var options = Place.options
        options.clock = clock
        return options
    }

    private func open() throws -> Workspace { try Workspace.open(at: place.location, options: options) }

    private func logIn(_ workspace: Workspace) throws -> String {
        let answer = workspace.engine.dispatch(
            "auth.login", input: ["email": .string(Self.email), "password": "correct horse battery staple"],
            as: .anonymous(.english))
        let token = try #require(answer.body["access_token"]?.stringValue)
        try SessionStore(location: place.location).save(
            SessionStore.Session(
                accessToken: token, refreshToken: answer.body["refresh_token"]?.stringValue, email: Self.email))
        return token
    }

    private func isAccepted(_ token: String, _ workspace: Workspace) -> Bool {
        workspace.engine.dispatch("auth.profile", input: [:], as: .token(token)).isSuccess
    }

    @Test func aTokenThatRanOutIsRenewedAndWrittenDown() throws {
        let workspace = try open()
        let first = try logIn(workspace)
        let renewal = SessionRenewal(workspace)
        #expect(try renewal.token() == first)
        for _ in 1...3 {
            clock.advance(minutes: 13 * 60)
            let before = try #require(try SessionStore(location: place.location).load())
            #expect(!isAccepted(before.accessToken, workspace))
            let token = try #require(try renewal.token())
            #expect(isAccepted(token, workspace))
            let stored = try #require(try SessionStore(location: place.location).load())
            #expect(stored.accessToken == token)
            #expect(stored.refreshToken != before.refreshToken)
            #expect(stored.email == Self.email)
        }
        workspace.close()
    }

    @Test func twoWorkstationsOfOnePersonShareTheSession() throws {
        let (one, two) = (try open(), try open())
        let token = try logIn(one)
        clock.advance(minutes: 13 * 60)
        let first = try #require(try SessionRenewal(one).renew(token, of: Self.email))
        // The other still has the old token; exchanging the used refresh token once more would end the session.
        let second = try #require(try SessionRenewal(two).renew(token, of: Self.email))
        #expect(second == first)
        #expect(isAccepted(first, one))
        clock.advance(minutes: 13 * 60)
        let third = try #require(try SessionRenewal(two).renew(second, of: Self.email))
        #expect(try SessionRenewal(one).renew(first, of: Self.email) == third)
        #expect(isAccepted(third, two))
        one.close()
        two.close()
    }

    @Test func atTheSameMomentOnlyOneExchangesIt() async throws {
        let workspaces = try (0..<4).map { _ in try open() }
        let token = try logIn(workspaces[0])
        clock.advance(minutes: 13 * 60)
        let tokens = try await withThrowingTaskGroup(of: String?.self) { group in
            for workspace in workspaces {
                group.addTask { try SessionRenewal(workspace).renew(token, of: Self.email) }
            }
            var tokens: [String?] = []
            for try await token in group { tokens.append(token) }
            return tokens
        }
        #expect(Set(tokens).count == 1)
        let renewed = try #require(tokens.compactMap(\.self).first)
        #expect(isAccepted(renewed, workspaces[3]))
        let refused: Int? = try workspaces[0].database.read {
            try $0.value("SELECT COUNT(*) FROM audit_log WHERE operation_id = 'auth.refresh' AND outcome >= 400")
        }
        #expect(refused == 0)
        for workspace in workspaces { workspace.close() }
    }

    @Test func aSessionThatIsOverOrAnothersIsNotTakenUp() throws {
        let workspace = try open()
        let renewal = SessionRenewal(workspace)
        #expect(try renewal.token() == nil)
        let token = try logIn(workspace)
        #expect(try renewal.renew(token, of: "somebody@example.com") == nil)
        clock.advance(days: 31)
        #expect(try renewal.token() == nil)
        let again = try logIn(workspace)
        _ = workspace.engine.dispatch("auth.logout", input: [:], as: .token(again))
        #expect(try renewal.renew(again, of: Self.email) == nil)
        try SessionStore(location: place.location).remove()
        #expect(try renewal.renew(again, of: Self.email) == nil)
        workspace.close()
    }
}
