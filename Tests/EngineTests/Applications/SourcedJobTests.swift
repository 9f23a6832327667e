import Domain
import Engine
import JSON
import TestSupport
import Testing

/// A candidate that was put onto a job without having applied learns no more of the job than the public.
@Suite struct SourcedJobTests {
    let board: Board
    init() throws { board = try Board() }

    private func texts(_ candidate: String, _ application: String) throws -> [String] {
        [
            try board.call("applications.get", ["application_id": .string(application)], as: .candidate),
            try board.call("candidates.applications", ["candidate_id": .string(candidate)], as: .candidate),
            try board.call("candidates.personalData", ["candidate_id": .string(candidate)], as: .candidate)["data"]?[
                "application"] ?? .null,
        ].map { $0.serialized() }
    }

    @Test func aConfidentialJobStaysSo() throws {
        let candidate = try board.ownProfile()
        let job = try board.job("Directeur secret", confidential: true)
        let application = try board.sourced(candidate, job)
        let secrets = ["Directeur secret", "Clinique du Parc", board.world.ownCompany.description]
        for text in try texts(candidate, application) {
            for secret in secrets { #expect(!text.contains(secret), "\(secret): \(text)") }
        }
        #expect(try board.world.call("jobs.get", ["job_id": .string(job)], as: .candidate).status == 404)
        try board.expectMove(application, "rejected", ["reason_id": .string(try board.reason())])
        for text in try texts(candidate, application) {
            for secret in secrets { #expect(!text.contains(secret), "\(secret): \(text)") }
        }
        #expect(try board.world.call("jobs.get", ["job_id": .string(job)], as: .candidate).status == 404)
        try board.expectMove(application, "sourced", ["internal_comment": "Once more."])
        // Whoever is past that stage is told.
        try board.bring(application, to: .applied)
        for text in try texts(candidate, application) {
            for secret in secrets { #expect(text.contains(secret), "\(secret)") }
        }
    }

    @Test func whatThePublicSeesIsShown() throws {
        let candidate = try board.ownProfile()
        let application = try board.sourced(candidate, try board.job("Infirmier de jour"))
        for text in try texts(candidate, application) { #expect(text.contains("Infirmier de jour")) }
    }

    @Test func theCandidateTakesItBackAllTheSame() throws {
        let candidate = try board.ownProfile()
        let application = try board.sourced(candidate, try board.job("Directeur secret", confidential: true))
        let answer = try board.world.call(
            "applications.withdraw", ["application_id": .string(application)], as: .candidate)
        #expect(answer.status == 200)
        #expect(!answer.body.serialized().contains("Directeur secret"))
        for text in try texts(candidate, application) { #expect(!text.contains("Directeur secret")) }
        try BoardInvariants(world: board.world).check()
    }
}
