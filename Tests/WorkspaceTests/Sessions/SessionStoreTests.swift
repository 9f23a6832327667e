import Testing
import Workspace

@Suite struct SessionStoreTests {
    @Test func whatIsSavedIsLoaded() throws {
        let place = try Place()
        let store = SessionStore(location: place.location)
        #expect(try store.load() == nil)
        let session = SessionStore.Session(accessToken: "a.b.c", refreshToken: "r", email: "anna@example.com")
        try store.save(session)
        #expect(try store.load() == session)
        #expect(try place.mode(store.path) == 0o600)
        #expect(try place.mode(place.location.state + "/sessions") == 0o700)
        try store.remove()
        #expect(try store.load() == nil)
        try store.remove()
    }

    @Test func eachWorkspaceHasItsOwn() throws {
        let place = try Place()
        let other = WorkspaceLocation(
            folder: place.root + "/elsewhere/workspace", configuration: place.root, state: place.location.state)
        try SessionStore(location: place.location).save(SessionStore.Session(accessToken: "ours"))
        #expect(try SessionStore(location: other).load() == nil)
    }

    @Test func aSpoiltFileIsNoSession() throws {
        let place = try Place()
        let store = SessionStore(location: place.location)
        try store.save(SessionStore.Session(accessToken: "ours"))
        try place.write("{\"access_token\": 7", to: store.path)
        #expect(try store.load() == nil)
    }
}
