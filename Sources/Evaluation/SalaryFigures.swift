import Intelligence

/// How near salaries are estimated: learnt from seven tenths of the rows, judged on the others.
struct SalaryFigures {
    let data: DataFolder

    func all() throws -> [Figure] {
        let rows = try data.text("salaries-aijobs/salaries.csv").split(separator: "\n").dropFirst()
        var known: [SalaryObservation] = []
        var asked: [SalaryObservation] = []
        for row in rows {
            guard let observation = Self.observation(row) else { continue }
            // By the contents, so that a row that is there twice is on one side.
            if Self.hash(row) % 10 < 7 { known.append(observation) } else { asked.append(observation) }
        }
        let model = SalaryModel(known)
        let fresh = Self.judged(model, asked)
        let learnt = Self.judged(model, known)
        return [
            Figure(
                "salary, median absolute percentage error", train: learnt.error, development: fresh.error, floor: 0.28,
                aim: 0.22, isError: true, n: asked.count),
            Figure(
                "salary, share inside P25–P75", train: learnt.inside, development: fresh.inside, n: asked.count),
        ]
    }

    private static func judged(
        _ model: SalaryModel, _ asked: [SalaryObservation]
    ) -> (error: Double, inside: Double) {
        var errors: [Double] = []
        var inside = 0
        for observation in asked {
            guard let estimate = model.estimate(observation, least: 0) else { continue }
            errors.append(abs(estimate.median - observation.amount) / observation.amount)
            if estimate.p25 <= observation.amount, observation.amount <= estimate.p75 { inside += 1 }
        }
        errors.sort()
        guard !errors.isEmpty else { return (1, 0) }
        return (errors[errors.count / 2], Double(inside) / Double(errors.count))
    }

    private static func observation(_ row: Substring) -> SalaryObservation? {
        let fields = row.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        guard fields.count == 11, let amount = Double(fields[6]), amount > 0 else { return nil }
        return SalaryObservation(
            title: fields[3], level: fields[1], country: fields[9], employmentType: fields[2], amount: amount)
    }

    private static func hash(_ row: Substring) -> UInt64 {
        row.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 } >> 16
    }
}
