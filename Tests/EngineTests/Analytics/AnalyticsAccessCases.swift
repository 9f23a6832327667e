import Domain
import Engine
import JSON
import TestSupport

extension AccessCases {
    private static func consultant(_ operation: String) -> AccessCase {
        AccessCase(operation) { scene, _ in
            ["consultant_id": try id(of: .consultant, scene)]
        } other: { scene, _ in
            ["consultant_id": try id(of: .otherConsultant, scene)]
        }
    }

    private static func id(of person: World.Person, _ scene: AccessScene) throws -> JSONValue {
        try scene.make("auth.profile", [:], as: person)["consultant_id"] ?? .null
    }

    static let analytics: [AccessCase] = [
        consultant("consultants.analytics"), consultant("consultants.performance"),
        AccessCase("analytics.dashboard") { _, _ in [:] }, AccessCase("analytics.applications") { _, _ in [:] },
        AccessCase("analytics.jobs") { _, _ in [:] }, AccessCase("analytics.candidates") { _, _ in [:] },
        AccessCase("analytics.consultants") { _, _ in [:] }, AccessCase("analytics.companies") { _, _ in [:] },
        AccessCase("analytics.trends") { _, _ in [:] }, AccessCase("analytics.kpis") { _, _ in [:] },
        AccessCase("analytics.customReport") { _, _ in [:] }, AccessCase("analytics.reports") { _, _ in [:] },
        AccessCase("analytics.report") { scene, _ in
            ["report_id": try scene.make("analytics.customReport", [:])["id"] ?? .null]
        },
        AccessCase("analytics.export") { _, _ in ["format": "json"] },
        AccessCase("analytics.benchmarks") { _, _ in [:] },
        AccessCase("analytics.importBenchmarks") { _, _ in
            [
                "figures": [
                    [
                        "metric": "fill_rate", "segment": "Health care, FR", "value": 0.6, "source": "Survey 2026",
                        "dated": "2026-06-30",
                    ]
                ]
            ]
        },
        AccessCase("candidates.analytics") { scene, _ in
            ["candidate_id": scene.ownCandidate]
        } other: { scene, _ in
            ["candidate_id": scene.otherCandidate]
        },
        AccessCase("jobs.analytics") { scene, _ in
            ["job_id": scene.ownJob]
        } other: { scene, _ in
            ["job_id": scene.hiddenJob]
        },
        AccessCase("companies.analytics") { scene, _ in
            ["company_id": .string(scene.world.ownCompany.description)]
        } other: { scene, _ in
            ["company_id": try scene.make("companies.create", ["name": "Prospect"])["id"] ?? .null]
        },
    ]
}
