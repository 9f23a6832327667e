import Testing

@testable import Interchange

/// Layouts that put places and dates in a column of their own, or behind a dash.
struct ColumnLayoutTests {
    private func work(_ lines: String) -> [Resume.Work] {
        ResumeParser.parse(text: "Ada Test\nada@example.com\n\nExperience\n" + lines).work
    }

    private func education(_ lines: String) -> [Resume.Education] {
        ResumeParser.parse(text: "Ada Test\nada@example.com\n\nEducation\n" + lines).education
    }

    @Test func datesBesideTheFirstBulletBelongToTheHeadAboveIt() {
        let found = work(
            """
            Acme Optics, Research Engineer\tLyon, France
            • Built the alignment bench that the second\tJune 2021 – present
            line of lenses is tested on\t2 years 4 months
            • Wrote the manual

            Fictional Motors, Software Intern\tLeeds, UK
            • Ported the diagnosis tool\tMay 2019 – Aug 2019
            """)
        #expect(found.map(\.name) == ["Acme Optics", "Fictional Motors"])
        #expect(found.map(\.position) == ["Research Engineer", "Software Intern"])
        #expect(found.map(\.location) == ["Lyon, France", "Leeds, UK"])
        #expect(found.map(\.startDate) == ["2021-06", "2019-05"])
        #expect(
            found.first?.highlights.first
                == "Built the alignment bench that the second line of lenses is tested on")
        #expect(found.first?.endDate == "")
    }

    @Test(arguments: ["–", "-", "—"])
    func aPlaceBehindADashIsNotTheCompany(_ dash: String) {
        let found = work(
            """
            Research Engineer, Acme Optics \(dash) Lyon, France\tJune 2021 – present
            • Built the alignment bench
            Software Intern, Fictional Motors \(dash) Austin, TX\tMay 2019 – Aug 2019
            • Ported the diagnosis tool
            """)
        #expect(found.map(\.name) == ["Acme Optics", "Fictional Motors"])
        #expect(found.map(\.position) == ["Research Engineer", "Software Intern"])
        #expect(found.map(\.location) == ["Lyon, France", "Austin, TX"])
    }

    @Test func datesBeforeTheHeadAreTakenOff() {
        let found = work(
            """
            June 2021 – present Research Engineer, Acme Optics – Lyon, France
            • Built the alignment bench

            May 2019 – Aug 2019 Software Intern, Fictional Motors – Leeds, UK
            • Ported the diagnosis tool
            """)
        #expect(found.map(\.name) == ["Acme Optics", "Fictional Motors"])
        #expect(found.map(\.position) == ["Research Engineer", "Software Intern"])
    }

    @Test func theDegreeMayStandInAColumnBeforeTheSchool() {
        let found = education(
            """
            PhD\tExample University, Applied Physics\tLyon, France
            • Thesis: on lenses\tSept 2018 – May 2023

            BS\tFictional University, Optics\tAustin, TX
            • Valedictorian\tSept 2014 – June 2018
            """)
        #expect(found.map(\.institution) == ["Example University", "Fictional University"])
        #expect(found.map(\.studyType) == ["PhD, Applied Physics", "BS, Optics"])
        #expect(found.map(\.endDate) == ["2023-05", "2018-06"])
    }

    @Test(arguments: ["", "PhD\t"])
    func theDegreeMayStandBehindTheSchool(_ column: String) {
        let found = education(
            "\(column)Princeton University, PhD in Applied Physics – Princeton, NJ\tSept 2018 – May 2023\n• Thesis")
        #expect(found.map(\.institution) == ["Princeton University"])
        #expect(found.map(\.studyType) == ["PhD"])
        #expect(found.map(\.area) == ["Applied Physics"])
    }

    /// A town behind the school stays with its name where nothing tells that it is none of it.
    @Test func aTownBehindTheSchoolIsKept() {
        let found = education("Licence de droit\tUniversité Exemple, Rennes\t2016 – 2019\n")
        #expect(found.map(\.institution) == ["Université Exemple, Rennes"])
    }
}
