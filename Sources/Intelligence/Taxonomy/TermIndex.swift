/// An inverted index of hashed terms: for each term the documents that hold it and their weights, sorted by term.
struct TermIndex: @unchecked Sendable {
    struct Hit: Sendable {
        let document: Int
        let score: Double
    }

    private let keys: UnsafeBufferPointer<UInt32>
    private let starts: UnsafeBufferPointer<UInt32>
    private let postings: UnsafeBufferPointer<UInt16>
    private let weights: UnsafeBufferPointer<Float>

    /// One more than the number of the last document.
    private let documents: Int

    init(_ file: TaxonomyFile, _ name: String, documents: Int) {
        self.documents = documents
        keys = file.array(name + ".key", of: UInt32.self)
        starts = file.array(name + ".sta", of: UInt32.self)
        postings = file.array(name + ".pos", of: UInt16.self)
        weights = file.array(name + ".idf", of: Float.self)
    }

    private func place(_ term: UInt32) -> Int? {
        var low = 0
        var high = keys.count
        while low < high {
            let middle = (low + high) / 2
            if keys[middle] < term { low = middle + 1 } else { high = middle }
        }
        return low < keys.count && keys[low] == term ? low : nil
    }

    /// How much a term says: the logarithm of how rare it is. One that no document has says as much as a rare one.
    func rarity(_ term: UInt32) -> Double { place(term).map { Double(weights[$0]) } ?? 8 }

    /// The documents nearest to the terms, best first, ties by number.
    func search(_ terms: [UInt32], limit: Int) -> [Hit] {
        let scores = scores(terms)
        return Self.best(scores, limit: limit).map { Hit(document: $0, score: scores[$0]) }
    }

    /// How near each document is to the terms, as a cosine, by its number.
    func scores(_ terms: [UInt32]) -> [Double] {
        var counts: [Int: Int] = [:]
        var order: [Int] = []
        for term in terms {
            guard let place = place(term) else { continue }
            if counts.updateValue((counts[place] ?? 0) + 1, forKey: place) == nil { order.append(place) }
        }
        var scores = [Double](repeating: 0, count: documents)
        var norm = 0.0
        for place in order {
            let weight = Double(min(counts[place] ?? 0, 2)) * Double(weights[place])
            norm += weight * weight
        }
        guard norm > 0 else { return scores }
        let root = norm.squareRoot() * 4096
        for place in order {
            let weight = Double(min(counts[place] ?? 0, 2)) * Double(weights[place]) / root
            for posting in Int(starts[place])..<Int(starts[place + 1]) {
                scores[Int(postings[2 * posting])] += weight * Double(postings[2 * posting + 1])
            }
        }
        return scores
    }

    /// The documents with the highest scores above nothing, best first, ties by number.
    private static func best(_ scores: [Double], limit: Int) -> [Int] {
        var best: [Int] = []
        for (document, score) in scores.enumerated() where score > 0 {
            if best.count == limit {
                guard let last = best.last, scores[last] < score else { continue }
                best.removeLast()
            }
            var place = best.count
            while place > 0, scores[best[place - 1]] < score { place -= 1 }
            best.insert(document, at: place)
        }
        return best
    }
}
