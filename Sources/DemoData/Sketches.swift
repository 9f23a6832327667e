import Domain

/// What a candidate is, made from its number alone.
struct CandidateSketch {
    let index: Int
    let id: Candidate.ID
    let first: String
    let last: String
    let isFrench: Bool
    let occupation: Occupation
    let level: Int
    let city: City
    let createdAt: Instant
    /// The stream to go on with for everything else about this person.
    let random: RandomStream

    init(_ index: Int, plan: DemoPlan) {
        self.index = index
        var random = RandomStream(seed: plan.seed, kind: .candidate, index: index)
        // The numbers rise with time: the workspace has grown faster lately.
        let age = 1 - (Double(index) + 0.5) / Double(plan.candidates)
        createdAt = plan.now.advanced(byMilliseconds: -Int64(age * 780 * 86_400_000) - 86_400_000)
        id = random.identifier(at: createdAt)
        isFrench = random.chance(0.62)
        if random.chance(0.04) {
            let name = random.pick(Names.others)
            (first, last) = name
        } else if isFrench {
            (first, last) = (random.pick(Names.frenchFirst), random.pick(Names.frenchLast))
        } else {
            (first, last) = (random.pick(Names.englishFirst), random.pick(Names.englishLast))
        }
        occupation = Occupations.all[index % Occupations.all.count]
        level = [0, 1, 1, 1, 2, 2, 3][random.below(7)]
        city = isFrench ? Cities.all[random.below(70)] : Cities.all[70 + random.below(Cities.all.count - 70)]
        self.random = random
    }

    var title: String {
        let title = occupation.titles[level]
        return isFrench ? title.french : title.english
    }

    /// Distinct for each candidate: the number is part of it.
    var email: String {
        // Of a name in another script no letter is left, and then the number has to do.
        let words = SearchWords.split(first + " " + last).map { $0.filter(\.isASCII) }.filter { !$0.isEmpty }
        let letters = words.isEmpty ? "candidate" : words.joined(separator: ".")
        return "\(letters).\(index + 1)@example.com"
    }
}

/// What a job is, made from its number alone; whether it is filled is found by its applications.
struct JobSketch {
    let index: Int
    let id: Job.ID
    let company: Int
    let consultant: Int
    let isFrench: Bool
    let occupationIndex: Int
    let level: Int
    let city: City
    let openings: Int
    let openedAt: Instant
    let random: RandomStream

    init(_ index: Int, plan: DemoPlan) {
        self.index = index
        var random = RandomStream(seed: plan.seed, kind: .job, index: index)
        let age = 1 - (Double(index) + 0.5) / Double(plan.jobs)
        // The first ten belong to the two demo employers and are still young, so that there is work to do on them.
        let days = index < 10 ? 20 + age * 60 : 12 + age * 560
        openedAt = plan.now.advanced(byMilliseconds: -Int64(days * 86_400_000))
        id = random.identifier(at: openedAt)
        company = index < 10 ? index / 5 : random.below(plan.companies)
        consultant = index < 10 ? index % 2 : random.below(plan.consultants)
        isFrench = random.chance(0.62)
        occupationIndex = index < 10 ? index % 2 : random.below(Occupations.all.count)
        level = [0, 1, 1, 2, 2, 3][random.below(6)]
        city = isFrench ? Cities.all[random.below(40)] : Cities.all[70 + random.below(Cities.all.count - 70)]
        openings = random.chance(0.75) ? 1 : random.between(2, 5)
        self.random = random
    }

    var occupation: Occupation { Occupations.all[occupationIndex] }

    var title: String {
        let title = occupation.titles[level]
        return isFrench ? title.french : title.english
    }
}

/// A company, made from its number alone.
struct CompanySketch {
    let index: Int
    let id: Company.ID
    let name: String
    let industry: String
    let city: City
    let createdAt: Instant
    let consultant: Int

    init(_ index: Int, plan: DemoPlan) {
        self.index = index
        var random = RandomStream(seed: plan.seed, kind: .company, index: index)
        createdAt = plan.now.advanced(byDays: -900).advanced(byMilliseconds: Int64(index) * 3_600_000)
        id = random.identifier(at: createdAt)
        let occupation = Occupations.all[index < 2 ? index : random.below(Occupations.all.count)]
        industry = occupation.industry
        city = Cities.all[random.below(Cities.all.count)]
        consultant = index < 10 ? index % 2 : random.below(plan.consultants)
        switch index {
        case 0: name = "Clinique du Parc"
        case 1: name = "Atelier Nord"
        default:
            let owner = random.chance(0.6) ? random.pick(Names.frenchLast) : random.pick(Names.englishLast)
            let word = random.pick(occupation.companyWords)
            name = random.chance(0.5) ? "\(word) \(owner)" : "\(owner) \(word) \(city.name)"
        }
    }
}
