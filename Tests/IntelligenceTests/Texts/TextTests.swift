import Domain
import Testing

@testable import Intelligence

@Suite struct TextTests {
    @Test func tokensKeepTheirPlaceAndPeelOuterPunctuation() {
        let text = TokenizedText("« Java, C++ » (œuvre).")
        let words = text.tokens.map { text.text($0) }
        #expect(words == ["«", "Java", ",", "C++", "»", "(", "œuvre", ")", "."])
    }

    /// What scripts/intelligence/features.py computes for the same; both must agree, or the weights mean nothing.
    @Test func hashesAreThoseOfTheScript() {
        #expect(StableHash("sql").value == 0x8264_7F19_5D05_059F)
        #expect(StableHash("sql").short == 0xDF61_7A86)
        #expect(StableHash("develo").short == 0x3D6E_855E)
    }

    @Test func titlesInBothFormsHaveTheTermsOfOne() {
        #expect(TextWords.titleWords("Vendeur / Vendeuse (h/f)") == ["vendeur"])
        #expect(TextWords.titleWords("Développeur full-stack") == ["developpeur", "full", "stack"])
    }

    @Test func languagesAreToldBySmallWords() {
        #expect(TextWords.language(of: "Vous travaillez avec les équipes de la direction") == .french)
        #expect(TextWords.language(of: "You will work with the teams of our clients") == .english)
    }

    @Test func shapesRunTogether() {
        #expect(String(decoding: TokenShape.bytes(Array("JavaScript2".unicodeScalars)[...]), as: UTF8.self) == "XxXxd")
    }
}
