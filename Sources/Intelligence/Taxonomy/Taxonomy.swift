import Domain

/// Skills and titles of ESCO, O*NET and ROME, looked up in the built-in file.
public struct Taxonomy: Sendable {
    /// Opened when it is first used, and not before.
    public static let builtIn = Taxonomy()

    /// What must be said of the sources wherever the product shows its licences.
    public static let attributions: [String] = [
        "This service uses the ESCO classification of the European Commission (v1.1.1), in an adapted version.",
        "This product includes information from the O*NET 29.2 Database by USDOL/ETA, used under CC BY 4.0; modified.",
        "ROME 3.47 et 4.60, France Travail, Licence Ouverte 2.0 (Etalab); adapté.",
        "French ESCO labels of the MELO benchmark, MIT, Copyright (c) Avature.",
        "Tagger weights learnt from SkillSpan, MIT, Copyright (c) 2023 Mike Zhang (Zhang et al., NAACL 2022), and "
            + "SkillSkape, MIT, Copyright (c) 2024 Antoine Magron.",
    ]

    let skills: SkillTable
    let phrases: PhraseTable
    /// What is looked for in French texts only.
    let frenchPhrases: PhraseTable
    let occupations: OccupationTable
    let skillIndex: TermIndex
    let knowledgeTagger: SequenceTagger
    let skillTagger: SequenceTagger
    /// Bytes of the file.
    public let size: Int

    private init() {
        let file = TaxonomyFile.builtIn
        size = file.size
        skills = SkillTable(file)
        phrases = PhraseTable(file, "phr")
        frenchPhrases = PhraseTable(file, "phf")
        occupations = OccupationTable(file)
        skillIndex = TermIndex(file, "tsk", documents: skills.count)
        knowledgeTagger = SequenceTagger(file, "wk")
        skillTagger = SequenceTagger(file, "ws")
    }

    /// The ESCO skills that a sentence most likely speaks of, best first; `limit` at most.
    public func escoSkills(in sentence: String, limit: Int) -> [(skill: TaxonomySkill, score: Double)] {
        skillIndex.search(TextWords.wordTerms(sentence), limit: limit).map { (skills[$0.document], $0.score) }
    }
}
