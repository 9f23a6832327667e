import Domain
import Engine
import JSON
import TestSupport

/// Every operation of this step, one way to call it that succeeds and one on a foreign row.
enum AccessCases {
    static let all: [AccessCase] =
        account + lists + candidates + candidateRecords + jobs + applications + meetings + organisations + people
        + analytics + messaging + aiTools + privacy

    private static func candidate(_ operation: String, _ more: JSONValue = [:]) -> AccessCase {
        AccessCase(operation) { scene, _ in
            (["candidate_id": scene.ownCandidate] as JSONValue).with(more)
        } other: { scene, role in
            (["candidate_id": role == .employer ? scene.hiddenCandidate : scene.otherCandidate] as JSONValue).with(more)
        }
    }

    private static func job(_ operation: String, _ more: JSONValue = [:]) -> AccessCase {
        AccessCase(operation) { scene, _ in
            (["job_id": scene.ownJob] as JSONValue).with(more)
        } other: { scene, _ in
            (["job_id": scene.hiddenJob] as JSONValue).with(more)
        }
    }

    private static func application(_ operation: String, _ more: JSONValue = [:]) -> AccessCase {
        AccessCase(operation) { scene, _ in
            (["application_id": scene.ownApplication] as JSONValue).with(more)
        } other: { scene, _ in
            (["application_id": scene.otherApplication] as JSONValue).with(more)
        }
    }

    static let account: [AccessCase] = [
        AccessCase("auth.login") { _, _ in ["email": "candidate@example.com", "password": .string(World.password)] },
        AccessCase("auth.profile") { _, _ in [:] },
        AccessCase("auth.updateProfile") { _, _ in ["first_name": "Nouveau"] },
        AccessCase("auth.changePassword") { _, _ in
            ["current_password": .string(World.password), "new_password": "a quite different pass phrase"]
        },
        AccessCase("auth.logout") { _, _ in [:] },
    ]

    static let lists: [AccessCase] = [
        AccessCase("candidates.list") { _, _ in [:] }, AccessCase("jobs.list") { _, _ in [:] },
        AccessCase("applications.list") { _, _ in [:] }, AccessCase("applications.pipeline") { _, _ in [:] },
        AccessCase("exports.record") { _, _ in ["subject": "jobs", "format": "csv", "state": "begun"] },
        AccessCase("companies.list") { _, _ in [:] }, AccessCase("skills.list") { _, _ in [:] },
        AccessCase("reasons.list") { _, _ in [:] }, AccessCase("sources.list") { _, _ in [:] },
        AccessCase("admin.auditLogs") { _, _ in [:] }, AccessCase("admin.verifyAuditLog") { _, _ in [:] },
        AccessCase("offers.list") { _, _ in [:] },
        AccessCase("interviews.list") { _, _ in [:] },
        AccessCase("companies.get") { scene, _ in ["company_id": .string(scene.world.ownCompany.description)] },
        AccessCase("companies.create") { _, _ in ["name": "Nouvelle société"] },
        AccessCase("skills.get") { scene, _ in
            let set = try scene.make(
                "candidates.skills.set",
                ["candidate_id": scene.ownCandidate, "skills": [["name": "Triage", "level": 3]]])
            return ["skill_id": set["data"]?[0]?["skill_id"] ?? set["skills"]?[0]?["skill_id"] ?? .null]
        },
        AccessCase("candidates.create") { scene, role in
            if role == .candidate {
                // The own profile is there already; as soon as it is gone another can be made.
                try scene.world.database.write {
                    try $0.execute("UPDATE candidate SET user_id = NULL, emails = '[]'")
                    try $0.execute("DELETE FROM candidate_contact")
                }
            }
            return ["first_name": "Ada", "last_name": "Byron"]
        },
        AccessCase("candidates.bulkImport") { _, _ in ["rows": [["first_name": "Ada", "last_name": "Byron"]]] },
        AccessCase("jobs.bulkImport") { _, _ in
            ["rows": [["title": "Nurse", "description": "Days.", "company": "Clinique du Parc"]]]
        },
        AccessCase("companies.bulkImport") { _, _ in ["rows": [["name": "Nouvelle société"]]] },
        AccessCase("jobs.create") { scene, role in
            let input: JSONValue = ["title": "Nurse", "description": "Days."]
            return role == .employer
                ? input : input.with(["company_id": .string(scene.world.ownCompany.description)])
        },
    ]

    static let candidates: [AccessCase] = [
        candidate("candidates.get"), candidate("candidates.update", ["headline": "Infirmière"]),
        candidate("candidates.cv.get"), candidate("candidates.applications"), candidate("candidates.skills.list"),
        candidate("candidates.cv.upload", ["filename": "b.txt", "content_base64": "QmVmb3JlCg=="]),
        candidate("candidates.skills.set", ["skills": [["name": "Triage", "level": 3]]]),
        candidate("candidates.education.list"), candidate("candidates.experience.list"),
        candidate("candidates.education.add", ["institution": "Université de Lyon"]),
        candidate(
            "candidates.experience.add", ["name": "Clinique", "position": "Infirmière", "start_date": "2019-04"]),
        AccessCase("candidates.delete") { scene, _ in ["candidate_id": scene.hiddenCandidate] },
    ]

    private static func record(
        _ kind: String, _ verb: String, _ key: String, _ fields: JSONValue, _ change: JSONValue
    ) -> AccessCase {
        @Sendable func input(_ scene: AccessScene, _ candidate: JSONValue) throws -> JSONValue {
            let made = try scene.make(
                "candidates.\(kind).add", (["candidate_id": candidate] as JSONValue).with(fields))
            var input = (["candidate_id": candidate] as JSONValue).with(change)
            input[key] = made["id"]
            return input
        }
        return AccessCase("candidates.\(kind).\(verb)") { scene, _ in
            try input(scene, scene.ownCandidate)
        } other: { scene, _ in
            try input(scene, scene.otherCandidate)
        }
    }

    static let candidateRecords: [AccessCase] = [
        record("education", "update", "edu_id", ["institution": "Université de Lyon"], ["area": "Droit"]),
        record("education", "delete", "edu_id", ["institution": "Université de Lyon"], [:]),
        record(
            "experience", "update", "exp_id", ["name": "Clinique", "position": "Infirmière", "start_date": "2019-04"],
            ["position": "Cadre"]),
        record(
            "experience", "delete", "exp_id", ["name": "Clinique", "position": "Infirmière", "start_date": "2019-04"],
            [:]),
    ]

    private static func requirement(_ verb: String, _ change: JSONValue) -> AccessCase {
        @Sendable func input(_ scene: AccessScene, _ job: JSONValue) throws -> JSONValue {
            let made = try scene.make(
                "jobs.skillRequirements.add", ["job_id": job, "name": "Triage", "importance": "required"])
            var input = (["job_id": job] as JSONValue).with(change)
            input["req_id"] = made["id"]
            return input
        }
        return AccessCase("jobs.skillRequirements.\(verb)") { scene, _ in
            try input(scene, scene.ownJob)
        } other: { scene, _ in
            try input(scene, scene.hiddenJob)
        }
    }

    static let jobs: [AccessCase] = [
        job("jobs.get"), job("jobs.update", ["title": "Senior nurse"]), job("jobs.close"), job("jobs.applications"),
        job("jobs.duplicate"), job("jobs.skillRequirements.list"),
        job("jobs.skillRequirements.add", ["name": "Triage", "importance": "required"]),
        requirement("update", ["importance": "preferred"]), requirement("delete", [:]),
        AccessCase("jobs.publish") { scene, _ in
            ["job_id": try scene.make("jobs.duplicate", ["job_id": scene.ownJob])["id"] ?? .null]
        } other: { scene, _ in
            ["job_id": scene.hiddenJob]
        },
        AccessCase("jobs.delete") { scene, _ in
            ["job_id": try scene.make("jobs.duplicate", ["job_id": scene.ownJob])["id"] ?? .null]
        } other: { scene, _ in
            ["job_id": scene.hiddenJob]
        },
    ]

    static let applications: [AccessCase] = [
        application("applications.get"), application("applications.history"), application("applications.notes.list"),
        application("applications.update", ["rating": 4]),
        application("applications.notes.add", ["body": "Bonne référence.", "visibility": "team"]),
        application("applications.changeStatus", ["status": "screening"]), application("applications.withdraw"),
        AccessCase("applications.submit") { scene, _ in
            ["job_id": scene.otherJob]
        } other: { scene, _ in
            ["job_id": scene.hiddenJob]
        },
        AccessCase("applications.bulkUpdate") { scene, _ in
            ["application_ids": [scene.ownApplication], "status": "screening"]
        },
        AccessCase("applications.source") { scene, _ in
            ["candidate_id": scene.otherCandidate, "job_id": scene.ownJob]
        },
    ]

    private static let interview: JSONValue = [
        "kind": "video", "start_at": "2026-12-01T09:00:00Z", "end_at": "2026-12-01T10:00:00Z",
        "timezone": "Europe/Paris",
    ]
    private static let offer: JSONValue = [
        "salary": 3_800_000, "currency": "EUR", "salary_unit": "YEAR", "start_date": "2027-01-04",
        "expires_at": "2026-12-10T12:00:00Z",
    ]

    static let meetings: [AccessCase] = [
        AccessCase("applications.scheduleInterview") { scene, _ in
            try scene.move(scene.ownApplication, to: ["screening"])
            return interview.with(["application_id": scene.ownApplication])
        } other: { scene, _ in
            try scene.move(scene.otherApplication, to: ["screening"])
            return interview.with(["application_id": scene.otherApplication])
        },
        AccessCase("applications.makeOffer") { scene, _ in
            try scene.move(scene.ownApplication, to: ["screening", "interview"])
            return offer.with(["application_id": scene.ownApplication])
        } other: { scene, _ in
            try scene.move(scene.otherApplication, to: ["screening", "interview"])
            return offer.with(["application_id": scene.otherApplication])
        },
        AccessCase("interviews.update") { scene, role in
            try scene.move(scene.ownApplication, to: ["screening"])
            let made = try scene.make(
                "applications.scheduleInterview", interview.with(["application_id": scene.ownApplication]))
            // Only who takes part may answer an invitation; a candidate may do nothing else.
            let change: JSONValue = role == .candidate ? ["response": "accepted"] : ["status": "cancelled"]
            return change.with(["interview_id": made["id"] ?? .null])
        } other: { scene, _ in
            try scene.move(scene.otherApplication, to: ["screening"])
            let made = try scene.make(
                "applications.scheduleInterview", interview.with(["application_id": scene.otherApplication]))
            return ["interview_id": made["id"] ?? .null, "response": "accepted"]
        },
        AccessCase("offers.respond") { scene, role in
            try scene.move(scene.ownApplication, to: ["screening", "interview"])
            let made = try scene.make(
                "applications.makeOffer", offer.with(["application_id": scene.ownApplication]))
            return ["offer_id": made["id"] ?? .null, "action": role == .candidate ? "accept" : "rescind"]
        } other: { scene, role in
            try scene.move(scene.otherApplication, to: ["screening", "interview"])
            let made = try scene.make(
                "applications.makeOffer", offer.with(["application_id": scene.otherApplication]))
            return ["offer_id": made["id"] ?? .null, "action": role == .candidate ? "accept" : "rescind"]
        },
    ]
}
