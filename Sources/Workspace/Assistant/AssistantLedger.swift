import Domain
import Engine
import Glibc
import JSON

/// What an endpoint has used today and how often it failed, in `assistant.json` of the state folder: one file for all
/// workspaces and processes of a person, since the key and its bill are the person's.
struct AssistantLedger: Sendable {
    let path: String
    /// Which endpoint it is; a failure of another one does not count.
    let endpoint: String
    let budget: Int

    /// Failures in a row after which nobody waits for the endpoint for a while.
    private static let failuresBeforeRest = 3
    /// The first rest and the longest, in milliseconds; each is twice the one before.
    private static let firstRest: Int64 = 60_000
    private static let longestRest: Int64 = 900_000

    private struct Entry: Codable {
        var day = ""
        var tokens = 0
        var endpoint = ""
        var failures = 0
        var restingUntil: Int64 = 0
    }

    /// Tokens that were taken from the budget of `day` before asking.
    struct Reservation: Sendable {
        let day: String
        let tokens: Int
    }

    /// Takes `tokens` from the budget before the endpoint is asked, so that calls at the same time do not overdraw it.
    func reserve(_ tokens: Int, at now: Instant) throws(AssistantRefusal) -> Reservation {
        let day = now.date.description
        var refusal: AssistantRefusal?
        try change(at: now) { entry in
            if entry.restingUntil > now.milliseconds {
                refusal = .resting(seconds: Int((entry.restingUntil - now.milliseconds + 999) / 1000))
            } else if entry.tokens + tokens > budget {
                refusal = .overBudget
            } else {
                entry.tokens += tokens
            }
        }
        if let refusal { throw refusal }
        return Reservation(day: day, tokens: tokens)
    }

    /// Puts what was really used in the place of what was reserved. A failure counts towards a rest.
    func settle(_ reservation: Reservation, used: Int, isFailure: Bool, at now: Instant) throws(AssistantRefusal) {
        try change(at: now) { entry in
            // On the next day the reservation is gone with all that was counted.
            if entry.day == reservation.day { entry.tokens = max(0, entry.tokens - reservation.tokens + used) }
            guard isFailure else {
                (entry.failures, entry.restingUntil) = (0, 0)
                return
            }
            entry.failures += 1
            let more = entry.failures - Self.failuresBeforeRest
            if more >= 0 {
                entry.restingUntil = now.milliseconds + min(Self.longestRest, Self.firstRest << Int64(min(more, 10)))
            }
        }
    }

    /// The tokens used on the day of `now`.
    func used(at now: Instant) throws(AssistantRefusal) -> Int {
        let entry: Entry
        do throws(WorkspaceProblem) {
            entry = try stored()
        } catch {
            throw .uncounted(path: LogText.safe(path))
        }
        return entry.day == now.date.description ? entry.tokens : 0
    }

    private func change(at now: Instant, _ body: (inout Entry) -> Void) throws(AssistantRefusal) {
        do throws(WorkspaceProblem) {
            try PrivateFile.exclusively(path) { () throws(WorkspaceProblem) in
                var entry = try stored()
                if entry.day != now.date.description { (entry.day, entry.tokens) = (now.date.description, 0) }
                if entry.endpoint != endpoint {
                    (entry.endpoint, entry.failures, entry.restingUntil) = (endpoint, 0, 0)
                }
                // A clock that was set back must not let it rest for ever.
                entry.restingUntil = min(entry.restingUntil, now.milliseconds + Self.longestRest)
                body(&entry)
                guard let json = try? JSONValue(encoding: entry) else { return }
                try PrivateFile.replace(path, with: Array((json.serialized() + "\n").utf8))
            }
        } catch {
            throw .uncounted(path: LogText.safe(path))
        }
    }

    /// What is in the file; nothing was used where there is none or it is broken. One that cannot be read is no reason to
    /// forget what was spent: throws what the system says.
    private func stored() throws(WorkspaceProblem) -> Entry {
        guard let bytes = try PrivateFile.contents(of: path), let json = try? JSONValue(parsing: bytes),
            let entry = try? json.decoded(as: Entry.self), (0...1 << 40).contains(entry.tokens),
            (0...1 << 20).contains(entry.failures)
        else { return Entry() }
        return entry
    }
}
