import Domain
import Intelligence
import Testing

@Suite struct TaxonomyTests {
    @Test func theFileIsWithinItsBudget() {
        #expect(Taxonomy.builtIn.size <= 12_000_000)
        #expect(Taxonomy.builtIn.size > 1_000_000)
    }

    @Test func sentencesLeadToSkills() {
        let found = Taxonomy.builtIn.escoSkills(in: "You will use markup languages such as HTML", limit: 5)
        #expect(found.contains { $0.skill.name == "use markup languages" })
    }

    @Test(arguments: [
        ("Vendeur / Vendeuse en boulangerie (h/f)", Language.french), ("infirmier", .french),
        ("software developer", .english),
    ])
    func titlesLeadToOccupations(_ title: String, _ language: Language) throws {
        let found = Taxonomy.builtIn.occupations(named: title, in: language)
        let first = try #require(found.first)
        #expect(first.occupation.code.hasPrefix("occupation/"))
        #expect(found.map(\.score) == found.map(\.score).sorted(by: >))
        let word = String(title.lowercased().prefix(6))
        #expect(first.occupation.name[language].lowercased().contains(word))
    }

    /// `cariste` has no form in ESCO with these words, but ROME calls it so; and a chief is no worker.
    @Test func namesOfROMEAndLevelsTellOccupationsApart() throws {
        func first(_ title: String) throws -> String {
            try #require(Taxonomy.builtIn.occupations(named: title, in: .french).first).occupation.name[.french]
        }
        #expect(try first("Conducteur / Conductrice de chariots élévateurs").contains("cariste"))
        #expect(try first("Chef d'équipe de maçons (h/f)").contains("chef d’équipe maçon"))
        #expect(try first("Product manager").contains("chef de produit"))
        #expect(Taxonomy.builtIn.occupations(named: "🚀", in: .french).isEmpty)
    }

    @Test func theSourcesAreNamed() {
        let text = Taxonomy.attributions.joined()
        for source in ["ESCO", "O*NET", "ROME", "SkillSpan"] { #expect(text.contains(source)) }
    }
}
