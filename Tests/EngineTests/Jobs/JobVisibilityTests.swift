import Domain
import JSON
import Storage
import TestSupport
import Testing

@Suite struct JobVisibilityTests {
    let jobs: JobWorld
    init() throws { jobs = try JobWorld() }

    /// Everything that a public view may hold.
    private let publicFields: Set<String> = [
        "id", "title", "description", "status", "employment_type", "workplace", "location", "base_salary",
        "experience_months", "education_level", "date_posted", "valid_through", "company_id", "company_name",
    ]

    private let salary: JSONValue = ["min": 3_000_000, "max": 4_000_000, "currency": "EUR", "unit": "YEAR"]

    @Test(arguments: [World.Person.anonymous, .candidate, .otherEmployer])
    func thePublicSeesPublicFieldsOnly(_ person: World.Person) throws {
        let id = try jobs.published("Nurse", ["base_salary": salary, "public_description": "Come and join us."])
        let job = try jobs.body("jobs.get", ["job_id": .string(id)], as: person)
        #expect(job.fieldNames.isSubset(of: publicFields))
        #expect(job["description"] == "Come and join us.")
        #expect(job["base_salary"] == nil)
        let listed = try jobs.body("jobs.list", as: person)["data"]?[0]
        #expect(listed == job)
    }

    @Test func aPublicSalaryIsShown() throws {
        let id = try jobs.published("Nurse", ["base_salary": salary, "salary_public": true])
        let job = try jobs.body("jobs.get", ["job_id": .string(id)], as: .anonymous)
        #expect(job["base_salary"] == salary)
    }

    @Test(arguments: [World.Person.employer, .consultant, .admin, .superadmin])
    func thoseWhoSeeItInFull(_ person: World.Person) throws {
        let id = try jobs.draft(
            "Nurse", ["base_salary": salary, "fee": ["type": "percent", "value": 18.5]], of: .admin)
        let job = try jobs.body("jobs.get", ["job_id": .string(id)], as: person)
        #expect(job["base_salary"] == salary)
        #expect(job["fee"]?["value"] == 18.5)
        #expect(job["requisition_id"] == "R-000001")
        #expect(job["confidential"] == false)
    }

    @Test func whatIsNotPublishedDoesNotExistForTheRest() throws {
        let draft = try jobs.draft()
        let secret = try jobs.published("Chief", ["confidential": true])
        let closed = try jobs.published("Cook")
        _ = try jobs.body("jobs.close", ["job_id": .string(closed)], as: .employer)
        for person in [World.Person.anonymous, .candidate, .otherEmployer] {
            for id in [draft, secret, closed] {
                #expect(try jobs.status("jobs.get", ["job_id": .string(id)], as: person) == 404)
            }
            let list = try jobs.body("jobs.list", as: person)
            #expect(list["total"] == 0)
            #expect(try jobs.body("jobs.list", ["status": "draft"], as: person)["total"] == 0)
            #expect(try jobs.body("jobs.list", ["q": "chief"], as: person)["total"] == 0)
        }
        #expect(try jobs.body("jobs.list", as: .employer)["total"] == 3)
        #expect(try jobs.body("jobs.list", as: .consultant)["total"] == 3)
    }

    @Test func aCandidateKeepsSeeingWhatItAppliedTo() throws {
        let id = try jobs.published()
        _ = try jobs.apply(to: id)
        _ = try jobs.body("jobs.close", ["job_id": .string(id)], as: .employer)
        #expect(try jobs.body("jobs.get", ["job_id": .string(id)], as: .candidate)["status"] == "closed")
        #expect(jobs.ids(try jobs.body("jobs.list", as: .candidate)) == [id])
        #expect(try jobs.status("jobs.get", ["job_id": .string(id)], as: .otherCandidate) == 404)
    }

    @Test func beingSourcedShowsNoConfidentialJob() throws {
        let id = try jobs.published("Chief", ["confidential": true])
        let person = try jobs.body("candidates.create", ["first_name": "A", "last_name": "B"], as: .candidate)
        let candidate = try #require(person["id"])
        _ = try jobs.body("applications.source", ["candidate_id": candidate, "job_id": .string(id)], as: .consultant)
        #expect(try jobs.status("jobs.get", ["job_id": .string(id)], as: .candidate) == 404)
        #expect(try jobs.body("jobs.list", as: .candidate)["total"] == 0)
    }

    @Test func theOwnerFilterTellsThePublicNothing() throws {
        let owner: JSONValue = .string(try jobs.consultants()[0].description)
        let own = try jobs.draft("Own", ["owner_consultant_id": owner], of: .admin)
        _ = try jobs.body("jobs.publish", ["job_id": .string(own)], as: .admin)
        let filter: JSONValue = ["owner_consultant_id": owner]
        #expect(try jobs.status("jobs.list", filter, as: .anonymous) == 422)
        #expect(try jobs.status("jobs.list", filter, as: .candidate) == 422)
        #expect(try jobs.body("jobs.list", filter, as: .otherEmployer)["total"] == 0)
        #expect(jobs.ids(try jobs.body("jobs.list", filter, as: .employer)) == [own])
        #expect(jobs.ids(try jobs.body("jobs.list", filter, as: .consultant)) == [own])
    }

    @Test func aSearchFindsNoHiddenWord() throws {
        let own = try jobs.published(
            "Nurse", ["public_description": "Come and join us.", "requisition_id": "SECRET-7"])
        let job: JSONValue = .string(own)
        _ = try jobs.body("jobs.skillRequirements.add", ["job_id": job, "name": "Phlebotomy"], as: .employer)
        for word in ["margin", "SECRET", "phlebotomy", "text:margin", "text:phlebotomy", "\"margin thirty\""] {
            for person in [World.Person.anonymous, .candidate, .otherEmployer] {
                #expect(try jobs.body("jobs.list", ["q": .string(word)], as: person)["total"] == 0, "\(word)")
                let sorted: JSONValue = ["q": .string(word), "sort_by": "title"]
                #expect(try jobs.body("jobs.list", sorted, as: person)["total"] == 0, "\(word)")
            }
            for person in [World.Person.employer, .consultant, .admin] {
                #expect(jobs.ids(try jobs.body("jobs.list", ["q": .string(word)], as: person)) == [own], "\(word)")
                let sorted: JSONValue = ["q": .string(word), "sort_by": "title"]
                #expect(jobs.ids(try jobs.body("jobs.list", sorted, as: person)) == [own], "\(word)")
            }
        }
        // Taking away by a hidden word would tell it as well.
        for person in [World.Person.anonymous, .otherEmployer] {
            #expect(jobs.ids(try jobs.body("jobs.list", ["q": "nurse NOT margin"], as: person)) == [own])
        }
        #expect(try jobs.body("jobs.list", ["q": "nurse NOT margin"], as: .employer)["total"] == 0)
        #expect(jobs.ids(try jobs.body("jobs.list", ["q": "join clinique lyon"], as: .anonymous)) == [own])
    }

    @Test func anEmployerSearchesBothItsOwnAndTheOpenOnes() throws {
        let own = try jobs.draft("Nurse by night")
        let other = try jobs.published("Nurse by day", of: .otherEmployer)
        _ = try jobs.draft("Nurse hidden", of: .otherEmployer)
        #expect(jobs.ids(try jobs.body("jobs.list", ["q": "nurse"], as: .employer)) == [other, own])
        let filtered: JSONValue = ["q": "nurse", "company_id": .string(jobs.world.ownCompany.description)]
        #expect(jobs.ids(try jobs.body("jobs.list", filtered, as: .employer)) == [own])
    }

    @Test func listsPageSortAndRefuseWhatTheyDoNotKnow() throws {
        let ids = try ["Cook", "Élagueur", "Baker"].map { try jobs.published($0) }
        let byTitle = try jobs.body("jobs.list", ["sort_by": "title", "page_size": 2], as: .anonymous)
        #expect(jobs.ids(byTitle) == [ids[2], ids[0]])
        #expect(byTitle["total"] == 3)
        let rest: JSONValue = ["sort_by": "title", "page_size": 2, "cursor": byTitle["next_cursor"] ?? .null]
        #expect(jobs.ids(try jobs.body("jobs.list", rest, as: .anonymous)) == [ids[1]])
        #expect(jobs.ids(try jobs.body("jobs.list", as: .anonymous)) == ids.reversed())
        #expect(try jobs.status("jobs.list", ["colour": "red"], as: .anonymous) == 422)
        #expect(try jobs.status("jobs.list", ["page_size": 201], as: .anonymous) == 422)
        #expect(try jobs.status("jobs.list", ["q": "(nurse"], as: .anonymous) == 422)
    }
}
