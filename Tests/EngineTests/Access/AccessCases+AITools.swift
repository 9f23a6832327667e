import Engine
import JSON
import TestSupport

/// The AI tools.
extension AccessCases {
    private static func about(_ operation: String, job more: JSONValue = [:]) -> AccessCase {
        AccessCase(operation) { scene, _ in
            (["job_id": scene.ownJob] as JSONValue).with(more)
        } other: { scene, _ in
            (["job_id": scene.hiddenJob] as JSONValue).with(more)
        }
    }

    static let aiTools: [AccessCase] = [
        AccessCase("candidates.matches") { scene, _ in
            ["candidate_id": scene.ownCandidate]
        } other: { scene, _ in
            ["candidate_id": scene.otherCandidate]
        },
        about("jobs.candidates"), about("ai.jobMatching"), about("ai.interviewQuestions"),
        about("ai.jobDescriptionOptimization"),
        AccessCase("ai.cvAnalysis") { scene, _ in
            ["candidate_id": scene.ownCandidate]
        } other: { scene, role in
            ["candidate_id": role == .employer ? scene.hiddenCandidate : scene.otherCandidate]
        },
        AccessCase("ai.candidateScoring") { scene, _ in
            ["candidate_id": scene.ownCandidate, "job_id": scene.ownJob]
        } other: { scene, role in
            role == .employer
                ? ["candidate_id": scene.hiddenCandidate, "job_id": scene.ownJob]
                : ["candidate_id": scene.otherCandidate, "job_id": scene.hiddenJob]
        },
        AccessCase("ai.emailGeneration") { scene, _ in
            ["kind": "acknowledgement", "application_id": scene.ownApplication]
        },
        AccessCase("ai.recommendations") { _, _ in [:] },
        AccessCase("ai.skillExtraction") { _, _ in ["text": "Experience in Java and PostgreSQL"] },
        AccessCase("ai.salaryBenchmarking") { _, _ in ["title": "Night nurse"] },
    ]
}
