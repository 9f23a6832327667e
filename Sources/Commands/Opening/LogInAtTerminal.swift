import Domain
import Engine
import JSON
import Workspace

/// Asks a person for an address and a password until one pair is right, three times at most.
struct LogInAtTerminal {
    let context: CommandContext

    private static let attempts = 3

    func token(in workspace: Workspace) throws -> String? {
        for _ in 0..<Self.attempts {
            let email = try AccountOptions.parse([]).address(context)
            let password = try PasswordSource(context: context, readsInput: false).existing(for: email)
            let answer = workspace.engine.dispatch(
                "auth.login", input: ["email": .string(email), "password": .string(password)],
                as: .anonymous(context.language))
            guard answer.isSuccess, let token = answer.body["access_token"]?.stringValue else {
                ProblemText.print(answer.body, to: context)
                continue
            }
            let session = SessionStore.Session(
                accessToken: token, refreshToken: answer.body["refresh_token"]?.stringValue, email: email)
            let store = SessionStore(location: workspace.location)
            try store.exclusively { () throws(WorkspaceProblem) in try store.save(session) }
            return token
        }
        return nil
    }
}
