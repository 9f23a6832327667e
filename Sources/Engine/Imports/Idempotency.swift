import Domain
import JSON
import Storage

/// Carries a call that has an idempotency key out once: the same caller's next call of the operation with the same key
/// and input gets the first one's answer, and with another input a 409.
enum Idempotency {
    /// Runs `body`, or answers what it answered before. `keep` says whether the answer is worth keeping: a call that
    /// changed nothing (a dry run, a batch that failed as a whole) may be repeated.
    static func once<Operation: RouteOperation>(
        _ operation: Operation, key: Text<200>?, in call: Call, keep: (Operation.Answer) -> Bool = { _ in true },
        _ body: () throws -> Operation.Answer
    ) throws -> Operation.Answer {
        guard let key else { return try body() }
        let actor = try call.actor()
        let name = Operation.contract.id
        let hash = SHA256.hash(try JSONText.encode(operation))
        let before = try call.transaction.first(
            """
            SELECT input_hash, answer FROM idempotency
            WHERE user_id = \(actor) AND operation_id = \(name) AND key = \(key)
            """
        ) { columns in (hash: try columns.next([UInt8].self), answer: try columns.next(String.self)) }
        if let before {
            guard before.hash == hash else { throw keyTaken }
            return try JSONValue(parsing: Array(before.answer.utf8)).decoded(
                as: Operation.Answer.self, isStored: true)
        }
        let answer = try body()
        if keep(answer) {
            try call.transaction.execute(
                """
                INSERT INTO idempotency (user_id, operation_id, key, input_hash, answer, at)
                VALUES (\(actor), \(name), \(key), \(hash), \(try JSONValue(encoding: answer).serialized()), \(call.now))
                """)
        }
        return answer
    }

    private static let keyTaken = Problem.conflict(
        Phrase(
            en: "This idempotency key was used before with another input. Use a new key for a new call.",
            fr: "Cette clé d’idempotence a déjà servi pour une autre saisie. Prenez une nouvelle clé."))
}
