import Domain
import Engine
import JSON
import TestSupport

/// Companies, consultants and skills.
extension AccessCases {
    static let organisations: [AccessCase] = companies + contacts + consultants + targets + skills

    @Sendable private static func ownCompany(_ scene: AccessScene) -> JSONValue {
        .string(scene.world.ownCompany.description)
    }

    /// A company that only the agency sees.
    @Sendable private static func prospect(_ scene: AccessScene) throws -> JSONValue {
        try scene.make("companies.create", ["name": "Prospect"])["id"] ?? .null
    }

    private static func company(_ operation: String, _ more: JSONValue = [:]) -> AccessCase {
        AccessCase(operation) { scene, _ in
            (["company_id": ownCompany(scene)] as JSONValue).with(more)
        } other: { scene, _ in
            (["company_id": try prospect(scene)] as JSONValue).with(more)
        }
    }

    private static let companies: [AccessCase] = [
        company("companies.update", ["industry": "Santé"]), company("companies.jobs"),
        company("companies.employees"), company("companies.hiringPreferences.get"),
        company("companies.hiringPreferences.update", ["interview_rounds": 2]),
        AccessCase("companies.delete") { scene, _ in ["company_id": try prospect(scene)] },
    ]

    private static func contact(_ verb: String, _ change: JSONValue) -> AccessCase {
        @Sendable func input(_ scene: AccessScene, _ company: JSONValue) throws -> JSONValue {
            let made = try scene.make(
                "companies.contacts.add", ["company_id": company, "first_name": "Ana", "last_name": "Silva"])
            return (["company_id": company, "contact_id": made["id"] ?? .null] as JSONValue).with(change)
        }
        return AccessCase("companies.contacts.\(verb)") { scene, _ in
            try input(scene, ownCompany(scene))
        } other: { scene, _ in
            try input(scene, try prospect(scene))
        }
    }

    private static let contacts: [AccessCase] = [
        company("companies.contacts.list"),
        company("companies.contacts.add", ["first_name": "Ana", "last_name": "Silva"]),
        contact("update", ["title": "DRH"]), contact("delete", [:]),
    ]

    /// The profile of one of the two consultants.
    @Sendable static func consultant(_ scene: AccessScene, _ person: World.Person = .consultant) throws -> JSONValue {
        let list = try scene.make("consultants.list", [:])["data"]?.arrayValue ?? []
        return list.first { $0["email"] == .string(person.email) }?["id"] ?? .null
    }

    private static func consultant(_ operation: String, _ more: JSONValue = [:]) -> AccessCase {
        AccessCase(operation) { scene, _ in
            (["consultant_id": try consultant(scene)] as JSONValue).with(more)
        } other: { scene, _ in
            (["consultant_id": try consultant(scene, .otherConsultant)] as JSONValue).with(more)
        }
    }

    private static let consultants: [AccessCase] = [
        AccessCase("consultants.list") { _, _ in [:] }, consultant("consultants.get"),
        consultant("consultants.update", ["title": "Senior consultant"]), consultant("consultants.clients"),
        consultant("consultants.candidates"), consultant("consultants.targets.get"),
        AccessCase("consultants.create") { scene, _ in
            let user: User.ID? = try scene.world.database.write { transaction in
                let found: User.ID? = try transaction.value(
                    "SELECT id FROM user_account WHERE email = \(World.Person.otherConsultant.email)")
                try transaction.execute("DELETE FROM consultant WHERE user_id = \(found)")
                return found
            }
            return ["user_id": .string(user?.description ?? ""), "title": "Consultant"]
        },
        AccessCase("consultants.delete") { scene, _ in
            ["consultant_id": try consultant(scene, .otherConsultant)]
        },
        AccessCase("consultants.assignCandidate") { scene, _ in
            ["consultant_id": try consultant(scene), "candidate_id": scene.otherCandidate]
        } other: { scene, _ in
            ["consultant_id": try consultant(scene, .otherConsultant), "candidate_id": scene.otherCandidate]
        },
        AccessCase("consultants.unassignCandidate") { scene, _ in
            try assigned(scene, .consultant)
        } other: { scene, _ in
            try assigned(scene, .otherConsultant)
        },
    ]

    @Sendable private static func assigned(_ scene: AccessScene, _ person: World.Person) throws -> JSONValue {
        let input: JSONValue = [
            "consultant_id": try consultant(scene, person), "candidate_id": scene.otherCandidate,
        ]
        _ = try scene.make("consultants.assignCandidate", input)
        return input
    }

    private static let targets: [AccessCase] = [
        AccessCase("consultants.targets.update") { scene, _ in
            [
                "consultant_id": try consultant(scene),
                "targets": [["metric": "placements", "period": "year", "period_start": "2026-01-01", "goal": 12]],
            ]
        }
    ]

    @Sendable private static func skill(_ scene: AccessScene) throws -> JSONValue {
        try scene.make("skills.create", ["name": "Soudure"])["id"] ?? .null
    }

    @Sendable private static func category(_ scene: AccessScene) throws -> JSONValue {
        try scene.make("skills.categories.create", ["name": "Santé"])["id"] ?? .null
    }

    private static let skills: [AccessCase] = [
        AccessCase("contacts.bulkImport") { scene, _ in
            ["rows": [["company_id": ownCompany(scene), "first_name": "Ana", "last_name": "Silva"]]]
        },
        AccessCase("applications.bulkImport") { scene, _ in
            ["rows": [["candidate_id": scene.otherCandidate, "job_id": scene.ownJob]]]
        },
        AccessCase("skills.create") { _, _ in ["name": "Soudure"] },
        AccessCase("skills.update") { scene, _ in ["skill_id": try skill(scene), "name": "Soudage"] },
        AccessCase("skills.delete") { scene, _ in ["skill_id": try skill(scene)] },
        AccessCase("skills.categories.list") { _, _ in [:] },
        AccessCase("skills.categories.create") { _, _ in ["name": "Santé"] },
        AccessCase("skills.categories.update") { scene, _ in ["category_id": try category(scene), "name": "Soin"] },
        AccessCase("skills.categories.delete") { scene, _ in ["category_id": try category(scene)] },
        AccessCase("skills.trending") { _, _ in [:] }, AccessCase("skills.demandAnalysis") { _, _ in [:] },
        AccessCase("skills.bulkImport") { _, _ in ["rows": [["name": "Soudure"]]] },
    ]
}
