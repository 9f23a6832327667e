import Domain
import JSON

/// Keeps a change from being made to a row that somebody else has changed since.
enum StaleVersion {
    /// Throws 409 with the current version where the caller has seen another.
    static func check<Entity>(
        _ expected: Int?, current: Int?, _ type: String, _ id: Identifier<Entity>
    ) throws(Problem) {
        guard let expected, let current, expected != current else { return }
        throw Problem.conflict(
            Phrase(
                en: "Somebody changed it in the meantime: it is at version \(current), not \(expected). Load it again.",
                fr: "Modifié entre-temps : version \(current) et non \(expected). Rechargez la fiche."),
            members: ["version": .integer(Int64(current))]
        ).about(type, id)
    }
}
