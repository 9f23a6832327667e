import Domain
import Intelligence
import Storage

/// Something that the caller could do next, and why.
public struct Recommendation: Codable, Sendable, Equatable {
    public enum Subject: String, Codable, Sendable, CaseIterable { case candidate, job, application, interview, offer }

    public var subject: Subject
    public var subjectID: AnyEntity.ID?
    /// What it is about, for a person.
    public var title: String
    /// The operation that does it.
    public var operation: String
    public var why: String
}

/// What to do next, by role, and why: the most pressing first, and only what the caller may do. It only ever suggests.
public struct ListRecommendations: RouteOperation {
    public static let contract = Contract(
        "ai.recommendations", .get, "/ai-tools/recommendations",
        access: .roles(candidate: .own, employer: .scoped, consultant: .yes, admin: .yes), effect: .read,
        Phrase(en: "AI recommendations", fr: "Recommandations (IA)"))

    /// 10 unless said otherwise.
    public var limit: Bounded<1, 50>?

    public init(limit: Bounded<1, 50>? = nil) { self.limit = limit }

    /// What comes back.
    public struct Recommendations: Codable, Sendable {
        public var data: [Recommendation]
        public var source: AnswerSource
    }

    public func perform(in call: Call) throws -> Recommendations {
        let desk = RecommendationDesk(call: call, limit: limit?.value ?? 10)
        let found = try call.principal.role == .candidate ? desk.forCandidate() : desk.forOffice()
        // Nobody is told to do what only others may.
        let allowed = found.filter { recommendation in
            let contract = Catalogue.operation(recommendation.operation)?.contract
            return contract.map { $0.access.cell(for: call.principal.role) != .no } ?? false
        }
        return Recommendations(data: Array(allowed.prefix(desk.limit)), source: .embedded)
    }
}
