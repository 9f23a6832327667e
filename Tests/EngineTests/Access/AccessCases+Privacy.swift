import Domain
import Engine
import JSON
import TestSupport

extension AccessCases {
    static let privacy: [AccessCase] =
        records + [
            AccessCase("candidates.duplicates") { _, _ in [:] },
            AccessCase("candidates.anonymise") { scene, _ in
                ["candidate_id": scene.hiddenCandidate, "confirm": "Hidden Person", "reason": "Asked for"]
            },
            AccessCase("candidates.merge") { scene, _ in
                ["keep_id": scene.ownCandidate, "merge_id": scene.hiddenCandidate]
            },
            AccessCase("candidates.merge.undo") { scene, _ in
                let merge = try scene.make(
                    "candidates.merge", ["keep_id": scene.ownCandidate, "merge_id": scene.hiddenCandidate])
                return ["merge_id": merge["merge_id"] ?? .null]
            },
            AccessCase("admin.privacy.retention") { _, _ in [:] },
            AccessCase("admin.privacy.runRetention") { _, _ in [:] },
        ]

    private static let records: [AccessCase] = [
        "candidates.consent.list", "candidates.consent.record", "candidates.personalData",
    ].map { operation in
        AccessCase(operation) { scene, _ in
            ["candidate_id": scene.ownCandidate]
        } other: { scene, _ in
            ["candidate_id": scene.otherCandidate]
        }
    }
}
