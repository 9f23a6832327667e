import Domain

/// How alike two job titles are, 0…1: the cosine of their stems and groups of letters, rare ones counting more.
/// Made once for a title and then asked for many others.
public struct TitleSimilarity: Sendable {
    private let weights: [UInt32: Double]
    private let norm: Double
    private let taxonomy: Taxonomy

    public init(_ title: String, _ taxonomy: Taxonomy = .builtIn) {
        self.taxonomy = taxonomy
        weights = Self.vector(title, taxonomy)
        norm = weights.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value * $1.value }.squareRoot()
    }

    private static func vector(_ title: String, _ taxonomy: Taxonomy) -> [UInt32: Double] {
        var weights: [UInt32: Double] = [:]
        for term in TextWords.titleTerms(title) { weights[term] = taxonomy.occupations.rarity(term) }
        return weights
    }

    public func to(_ other: String) -> Double {
        let others = Self.vector(other, taxonomy)
        // Sorted, because the sum of floating-point numbers depends on their order.
        var dot = 0.0
        var length = 0.0
        for (term, weight) in others.sorted(by: { $0.key < $1.key }) {
            length += weight * weight
            dot += weight * (weights[term] ?? 0)
        }
        guard norm > 0, length > 0 else { return 0 }
        return min(1, dot / (norm * length.squareRoot()))
    }
}

extension Taxonomy {
    /// The occupations that a job title most likely names, best first. The score is 0…1: of a French title how likely
    /// the occupation is among those that were weighed, of an English one how alike the nearest form is.
    public func occupations(
        named title: String, in language: Language? = nil, limit: Int = 5
    ) -> [(occupation: Occupation, score: Double)] {
        occupations.find(title, language: language ?? TextWords.language(of: title), limit: limit)
    }
}
