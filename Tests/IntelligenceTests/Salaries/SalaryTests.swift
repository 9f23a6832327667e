import Intelligence
import Testing

@Suite struct SalaryTests {
    private func paid(_ amount: Double, _ title: String = "Nurse", country: String = "FR") -> SalaryObservation {
        SalaryObservation(title: title, level: nil, country: country, employmentType: nil, amount: amount)
    }

    @Test func figuresStandInOrderAndInsideWhatWasObserved() throws {
        let model = SalaryModel((0..<40).map { paid(30_000 + Double($0) * 500) })
        let estimate = try #require(model.estimate(paid(0)))
        #expect(estimate.n == 40)
        #expect(estimate.p25 <= estimate.median && estimate.median <= estimate.p75)
        #expect((38_000...41_000).contains(estimate.median))
        #expect((30_000...50_000).contains(estimate.p25) && (30_000...50_000).contains(estimate.p75))
    }

    @Test func fewObservationsSayNothing() {
        #expect(SalaryModel([paid(30_000), paid(31_000)]).estimate(paid(0)) == nil)
        #expect(SalaryModel([]).estimate(paid(0)) == nil)
        #expect(SalaryModel((0..<9).map { _ in paid(30_000) }).estimate(paid(0, "Welder")) == nil)
    }
}
