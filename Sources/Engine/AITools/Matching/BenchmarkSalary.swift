import Domain
import Intelligence
import JSON
import Storage

/// What a position is paid, from the jobs and offers of this workspace that the caller may see; nothing is invented.
/// Below five of them the answer is `insufficient_data`.
public struct BenchmarkSalary: RouteOperation {
    public static let contract = Contract(
        "ai.salaryBenchmarking", .post, "/ai-tools/salary-benchmarking",
        access: .roles(employer: .scoped, admin: .yes), effect: .read,
        Phrase(en: "AI salary benchmarking", fr: "Comparer les salaires (IA)"))

    /// By the experience asked for: under two years, under five, five and more.
    public enum Level: String, Codable, Sendable, CaseIterable {
        case junior, mid, senior

        init(months: Int) { self = months < 24 ? .junior : months < 60 ? .mid : .senior }
    }

    public var title: Text<200>
    /// A city, region or country code.
    public var location: Text<120>?
    /// EUR unless said otherwise.
    public var currency: CurrencyCode?
    public var level: Level?
    public var employmentType: Job.EmploymentType?

    public init(
        title: Text<200>, location: Text<120>? = nil, currency: CurrencyCode? = nil, level: Level? = nil,
        employmentType: Job.EmploymentType? = nil
    ) {
        self.title = title
        self.location = location
        self.currency = currency
        self.level = level
        self.employmentType = employmentType
    }

    /// What comes back: minor units a year. The three figures are absent where `insufficient_data`.
    public struct Benchmark: Codable, Sendable, Equatable {
        public struct Origin: Codable, Sendable, Equatable {
            /// `jobs` or `offers` of this workspace.
            public var name: String
            public var n: Int
        }

        public var n: Int
        public var p25: Int64?
        public var median: Int64?
        public var p75: Int64?
        public var currency: String
        public var period: SalaryUnit
        public var sources: [Origin]
        public var asOf: Instant
        public var insufficientData: Bool
        public var source: AnswerSource
    }

    /// Rows that are looked at, the newest first.
    private static let bound = 3000
    /// Titles at least as alike as this are the same position.
    private static let alike = 0.55

    public func perform(in call: Call) throws -> Benchmark {
        let currency = currency?.value ?? "EUR"
        let jobs = try observations(of: jobRows(currency, in: call))
        let offers = try observations(of: offerRows(currency, in: call))
        let wanted = SalaryObservation(
            title: title.value, level: level?.rawValue, country: location.map { Folding.key($0.value) },
            employmentType: employmentType?.rawValue, amount: 0)
        let estimate = SalaryModel(jobs + offers).estimate(wanted)
        func minor(_ amount: Double) -> Int64 { Int64((amount * 100).rounded()) }
        return Benchmark(
            n: jobs.count + offers.count, p25: estimate.map { minor($0.p25) },
            median: estimate.map { minor($0.median) },
            p75: estimate.map { minor($0.p75) }, currency: currency, period: .year,
            sources: [
                Benchmark.Origin(name: "jobs", n: jobs.count), Benchmark.Origin(name: "offers", n: offers.count),
            ], asOf: call.now, insufficientData: estimate == nil, source: .embedded)
    }

    /// One row that names a salary.
    private struct Paid {
        var title: String
        var places: [String]
        var months: Int?
        var employmentType: String
        var amount: Double
    }

    /// The rows whose title is like the one asked for, under that title.
    private func observations(of rows: [Paid]) -> [SalaryObservation] {
        let similarity = TitleSimilarity(title.value)
        return rows.filter { similarity.to($0.title) >= Self.alike }.map { row in
            let place = location.flatMap { wanted in
                row.places.map { Folding.key($0) }.first { $0 == Folding.key(wanted.value) }
            }
            return SalaryObservation(
                title: title.value, level: row.months.map { Level(months: $0).rawValue }, country: place ?? "elsewhere",
                employmentType: row.employmentType, amount: row.amount)
        }
    }

    private func match(in call: Call) -> SearchMatch? {
        let words = TextWords.words(title.value).filter { !TextWords.stopWords.contains($0) }.prefix(8)
        guard !words.isEmpty else { return nil }
        let query = SearchQuery.any(words.map { .word($0, fields: ["title"]) })
        return call.transaction.search.match(query, in: EngineSchema.jobSearch)
    }

    private static let jobColumns: SQL =
        "j.title, j.city, j.region, j.country_code, j.experience_months, j.employment_type"

    private func read(_ columns: inout Columns) throws -> Paid {
        let title: String = try columns.next()
        var places: [String] = []
        for _ in 0..<3 { if let place = try columns.next(String?.self) { places.append(place) } }
        return Paid(
            title: title, places: places, months: try columns.next(), employmentType: try columns.next(), amount: 0)
    }

    /// Jobs whose salary the caller may see.
    private func jobRows(_ currency: String, in call: Call) throws -> [Paid] {
        guard let match = match(in: call) else { return [] }
        var shown: SQL = "1 = 1"
        if !call.principal.isStaff { shown = "(j.salary_public = 1 OR j.company_id = \(call.principal.companyID))" }
        return try call.transaction.all(
            """
            SELECT \(Self.jobColumns), j.salary_min, j.salary_max, j.salary_unit
            FROM \(match.table) JOIN job j ON j.row_no = \(match.key)
            WHERE \(match.condition) AND \(JobVisibility.condition(call.principal)) AND \(shown)
            AND j.salary_currency = \(currency) ORDER BY \(match.key) DESC LIMIT \(Self.bound)
            """
        ) { columns -> Paid? in
            var paid = try read(&columns)
            let bounds = [try columns.next(Int64?.self), try columns.next(Int64?.self)]
                .compactMap { $0.flatMap { MinorUnits($0) } }
            guard !bounds.isEmpty, let unit = try columns.next(String?.self).flatMap(SalaryUnit.init(rawValue:)) else {
                return nil
            }
            paid.amount = bounds.reduce(0) { $0 + unit.yearly($1) } / Double(bounds.count)
            return paid
        }.compactMap(\.self)
    }

    /// Offers that were sent or answered, on applications that the caller may see.
    private func offerRows(_ currency: String, in call: Call) throws -> [Paid] {
        guard let match = match(in: call) else { return [] }
        return try call.transaction.all(
            """
            SELECT \(Self.jobColumns), o.salary, o.salary_unit FROM \(match.table) JOIN job j ON j.row_no = \(match.key)
            JOIN application a ON a.job_id = j.id JOIN offer o ON o.application_id = a.id
            WHERE \(match.condition) AND a.deleted_at IS NULL AND o.deleted_at IS NULL
            AND \(ApplicationVisibility.predicate(for: call.principal)) AND o.currency = \(currency)
            AND o.status IN ('sent', 'accepted', 'declined', 'expired')
            ORDER BY \(match.key) DESC LIMIT \(Self.bound)
            """
        ) { columns -> Paid? in
            var paid = try read(&columns)
            guard let amount = MinorUnits(try columns.next(Int64.self)),
                let unit = SalaryUnit(rawValue: try columns.next(String.self))
            else { return nil }
            paid.amount = unit.yearly(amount)
            return paid
        }.compactMap(\.self)
    }
}
