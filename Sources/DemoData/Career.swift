import Domain
import Storage

/// Where somebody worked and studied, the latest first, with dates that follow one another.
struct Career {
    struct Stay {
        var employer: String
        var position: String
        var start: PartialDate
        var end: PartialDate?
    }

    let jobs: [Stay]
    let school: String
    let graduated: Int
    /// Months worked in all.
    let months: Int
    let degree: String

    init(_ sketch: CandidateSketch, plan: DemoPlan, random: inout RandomStream) {
        var stays: [Stay] = []
        let start = sketch.createdAt.date
        var month = start.year * 12 + start.month - 1 - random.between(0, 2)
        var total = 0
        let count = 1 + random.below(sketch.level + 2)
        let titles = sketch.occupation.titles
        for number in 0..<count {
            let length = random.between(9, 60)
            let level = max(0, sketch.level - number)
            let begin = month - length
            stays.append(
                Stay(
                    employer: CompanySketch(random.below(plan.companies), plan: plan).name,
                    position: sketch.isFrench ? titles[level].french : titles[level].english,
                    start: PartialDate(year: begin / 12, month: begin % 12 + 1),
                    end: number == 0 && random.chance(0.6) ? nil : PartialDate(year: month / 12, month: month % 12 + 1))
            )
            total += length
            month = begin - random.between(0, 5)
        }
        jobs = stays
        months = total
        graduated = month / 12
        degree = ["CAP", "Bac", "Licence", "Master"][min(3, sketch.level + random.below(2))]
        school = (sketch.isFrench ? "Université de " : "University of ") + sketch.city.name
    }

    func summary(_ sketch: CandidateSketch) -> String {
        let years = max(1, months / 12)
        return sketch.isFrench
            ? "\(years == 1 ? "1 an" : "\(years) ans") d’expérience. \(sketch.title) à \(sketch.city.name), disponible "
                + "pour un entretien."
            : "\(years == 1 ? "1 year" : "\(years) years") of experience. \(sketch.title) in \(sketch.city.name), "
                + "available for an interview."
    }

    func add(_ sketch: CandidateSketch, _ random: inout RandomStream, to rows: inout DemoRows) {
        let at = sketch.createdAt
        for stay in jobs {
            let id: Experience.ID = random.identifier(at: at)
            rows.add(
                """
                INSERT INTO experience (id, created_at, updated_at, version, row_seq, candidate_id, name, position,
                location, start_date, end_date, highlights) VALUES (\(id), \(at), \(at), 1, \(rows.clock), \(sketch.id),
                \(stay.employer), \(stay.position), \(sketch.city.name), \(stay.start), \(stay.end), '[]')
                """)
        }
        let id: Education.ID = random.identifier(at: at)
        let area = sketch.isFrench ? sketch.occupation.degree.french : sketch.occupation.degree.english
        rows.add(
            """
            INSERT INTO education (id, created_at, updated_at, version, row_seq, candidate_id, institution, area,
            study_type, start_date, end_date, courses) VALUES (\(id), \(at), \(at), 1, \(rows.clock), \(sketch.id), \(school),
            \(area), \(degree), \("\(graduated - 3)"), \("\(graduated)"), '[]')
            """)
    }
}
