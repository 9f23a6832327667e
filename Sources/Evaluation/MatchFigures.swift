import Intelligence
import JSON

/// How well CVs are ordered for a job.
struct MatchFigures {
    let data: DataFolder
    /// CVs among which the right one is looked for.
    private static let pool = 100

    func all() throws -> [Figure] {
        let pairs = try data.lines("match-rjdb/pairs.jsonl")
        var above = 0.0
        var reciprocal = 0.0
        let ranked = pairs.prefix(Self.pool)
        let pool = ranked.map { candidate($0.text("resume_matched")) }
        for (number, pair) in pairs.enumerated() {
            let matcher = matcher(pair)
            let own = matcher.score(candidate(pair.text("resume_matched"))).score
            let weakened = matcher.score(candidate(pair.text("resume_unmatched"))).score
            above += own > weakened ? 1 : own == weakened ? 0.5 : 0
            guard number < ranked.count else { continue }
            let better = pool.indices.filter { $0 != number && matcher.score(pool[$0]).score >= own }.count
            reciprocal += 1 / Double(better + 1)
        }
        return [
            Figure(
                "matched CV above its weakened copy", development: pairs.isEmpty ? 0 : above / Double(pairs.count),
                floor: 0.53, aim: 0.8, n: pairs.count),
            Figure(
                "matching, MRR among \(ranked.count) CVs",
                development: ranked.isEmpty ? 0 : reciprocal / Double(ranked.count), n: ranked.count),
        ]
    }

    private func matcher(_ pair: JSONValue) -> Matcher {
        let text = pair.text("job_description")
        var job = JobProfile(title: pair.text("job_title"), description: text)
        job.experienceMonths = WrittenExperience.required(in: text)
        return Matcher(job, language: .english)
    }

    private func candidate(_ resume: String) -> CandidateProfile {
        var candidate = CandidateProfile()
        candidate.text = resume
        candidate.experienceMonths = WrittenExperience.shown(in: resume)
        return candidate
    }
}
