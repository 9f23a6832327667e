import Testing

@testable import Intelligence

@Suite struct CareerTests {
    private let spans = [
        CareerSpan(firstMonth: 2020 * 12, lastMonth: 2020 * 12 + 11, text: "Java developer"),
        CareerSpan(firstMonth: 2020 * 12 + 6, lastMonth: 2021 * 12 + 5, text: "Java and C++"),
        CareerSpan(firstMonth: 2022 * 12, lastMonth: 2022 * 12 + 5, text: "Cook"),
    ]

    @Test func gapsLieBetweenPositions() {
        #expect(CareerReview.gaps(spans) == [CareerGap(from: "2021-07", to: "2021-12", months: 6)])
        #expect(CareerReview.gaps([]).isEmpty)
    }

    @Test func monthsOfTwoPositionsCountOnce() {
        #expect(CareerReview.years(of: ["Java", "C++", "Rust"], in: spans) == ["Java": 1.5, "C++": 1])
    }
}
