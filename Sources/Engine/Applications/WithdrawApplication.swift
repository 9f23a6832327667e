import Domain
import JSON
import Storage

/// A candidate takes its own application back, from any open stage.
public struct WithdrawApplication: RouteOperation {
    public static let contract = Contract(
        "applications.withdraw", .post, "/applications/{application_id}/withdraw", access: .candidateAlone,
        effect: .write, Phrase(en: "Withdraw application", fr: "Retirer sa candidature"))

    public var applicationID: Application.ID
    public var publicComment: Text<2_000>?
    public var expectedFrom: Application.Status?

    public init(
        applicationID: Application.ID, publicComment: Text<2_000>? = nil, expectedFrom: Application.Status? = nil
    ) {
        self.applicationID = applicationID
        self.publicComment = publicComment
        self.expectedFrom = expectedFrom
    }

    public func perform(in call: Call) throws -> ApplicationView {
        var record = try ApplicationRecord.load(applicationID, in: call)
        try TransitionGuards.check(expectedFrom: expectedFrom, record)
        let from = record.view.status
        guard from != .withdrawn else { return record.answer(for: call.principal) }
        let words = TransitionWords(publicComment: publicComment?.value)
        try TransitionGuards(call: call, words: words, byWithdraw: true).check(&record, to: .withdrawn)
        let transition = try record.move(to: .withdrawn, words, in: call)
        call.note(
            "application", applicationID, before: ["status": .string(from.rawValue)],
            after: ["status": "withdrawn"])
        return record.answer(for: call.principal, transition: transition)
    }
}
