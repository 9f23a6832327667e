import Domain

/// What the circumstances of a candidate add: judged only where both sides say something.
extension Matcher {
    func experience(_ candidate: CandidateProfile) -> Part? {
        guard let wanted = job.experienceMonths, wanted > 0 else { return nil }
        let months = candidate.experienceMonths ?? 0
        return Part(
            factor: .experience, weight: 0.15, value: min(1, Double(months) / Double(wanted)),
            evidence: evidence(
                Phrase(en: "\(months) of \(wanted) months", fr: "\(months) mois sur \(wanted)")))
    }

    func location(_ candidate: CandidateProfile) -> Part? {
        func same(_ one: String?, _ other: String?) -> Bool {
            guard let one, let other else { return false }
            return Folding.key(one) == Folding.key(other)
        }
        func part(_ value: Double, _ phrase: Phrase) -> Part {
            Part(factor: .location, weight: 0.05, value: value, evidence: evidence(phrase))
        }
        if job.isRemote { return part(1, Phrase(en: "remote", fr: "à distance")) }
        guard job.city != nil || job.region != nil else { return nil }
        guard candidate.city != nil || candidate.region != nil else { return nil }
        if let city = job.city, same(city, candidate.city) { return part(1, Phrase(en: city, fr: city)) }
        if let region = job.region, same(region, candidate.region) { return part(0.8, Phrase(en: region, fr: region)) }
        if candidate.isWillingToRelocate { return part(0.7, Phrase(en: "would move", fr: "mobile")) }
        return part(0, Phrase(en: "elsewhere", fr: "ailleurs"))
    }

    func salary(_ candidate: CandidateProfile) -> Part? {
        guard let paid = job.yearlySalary, let wanted = candidate.yearlySalary, wanted > 0, let currency = job.currency,
            currency == candidate.currency
        else { return nil }
        func words(_ yearly: Double) -> String {
            let minorUnits = Int64(min(max(yearly, 0), 1e15).rounded()) * 100
            return MoneyWords.amount(minorUnits, currency: currency, language)
        }
        return Part(
            factor: .salary, weight: 0.05, value: paid >= wanted ? 1 : max(0, 1 - (wanted - paid) / wanted * 4),
            evidence: evidence(
                Phrase(
                    en: "wants \(words(wanted)), at most \(words(paid)) a year",
                    fr: "souhaite \(words(wanted)), au plus \(words(paid)) par an")))
    }

    func availability(_ candidate: CandidateProfile) -> Part? {
        guard let days = candidate.daysUntilAvailable else { return nil }
        func words() -> Phrase {
            let later = NumberWords.days(days, language)
            return days > 0 ? Phrase(en: "in \(later)", fr: "dans \(later)") : Phrase(en: "at once", fr: "immédiate")
        }
        return Part(
            factor: .availability, weight: 0.05, value: days <= 30 ? 1 : max(0, 1 - Double(days - 30) / 180),
            evidence: evidence(words()))
    }

    func employment(_ candidate: CandidateProfile) -> Part? {
        guard let wanted = job.employmentType, !candidate.employmentTypes.isEmpty else { return nil }
        let titles = explains ? candidate.employmentTypes.map { $0.title[language] } : []
        return Part(
            factor: .employment, weight: 0.05, value: candidate.employmentTypes.contains(wanted) ? 1 : 0,
            evidence: titles.joined(separator: ", "))
    }
}
