/// Finds runs of tokens by weights that an averaged perceptron learnt: the best path over begin, inside, outside.
struct SequenceTagger: @unchecked Sendable {
    private let weights: UnsafeBufferPointer<Int8>
    private let scale: Float
    private let bias: Float
    private let moves: [Float]

    private static let begin = 0
    private static let inside = 1
    private static let outside = 2
    private static let never: Float = -1e9

    init(_ file: TaxonomyFile, _ name: String) {
        weights = file.array(name, of: Int8.self)
        let numbers = file.array(name + ".m", of: Float.self)
        scale = numbers[0]
        bias = numbers[1]
        moves = Array(numbers[2..<11])
    }

    /// The tokens of each run found, and how sure it is, 0…1.
    func spans(_ features: TokenFeatures) -> [(tokens: Range<Int>, confidence: Double)] {
        let count = features.count
        guard count > 0 else { return [] }
        var scores: [SIMD4<Float>] = []
        scores.reserveCapacity(count)
        for index in 0..<count {
            var sum = SIMD4<Int32>(repeating: 0)
            let first = index * TokenFeatures.perToken
            for bucket in features.values[first..<first + TokenFeatures.perToken] {
                let place = 3 * Int(bucket)
                sum[0] &+= Int32(weights[place])
                sum[1] &+= Int32(weights[place + 1])
                sum[2] &+= Int32(weights[place + 2])
            }
            var score = SIMD4<Float>(sum) * scale
            score[Self.outside] -= bias
            scores.append(score)
        }
        return spans(along: bestPath(scores), scores)
    }

    private func bestPath(_ scores: [SIMD4<Float>]) -> [Int] {
        var best = scores[0]
        best[Self.inside] = Self.never
        var back: [SIMD4<UInt8>] = []
        back.reserveCapacity(scores.count)
        for score in scores.dropFirst() {
            var next = SIMD4<Float>(repeating: 0)
            var choice = SIMD4<UInt8>(repeating: 0)
            for label in 0..<3 {
                var (value, from) = (best[0] + moves[label], 0)
                let second = best[1] + moves[3 + label]
                if second > value { (value, from) = (second, 1) }
                let third = label == Self.inside ? Self.never : best[2] + moves[6 + label]
                if third > value { (value, from) = (third, 2) }
                next[label] = value + score[label]
                choice[label] = UInt8(from)
            }
            best = next
            back.append(choice)
        }
        var label = 0
        for other in 1..<3 where best[other] > best[label] { label = other }
        var path = [label]
        for choice in back.reversed() {
            label = Int(choice[label])
            path.append(label)
        }
        return path.reversed()
    }

    private func spans(along path: [Int], _ scores: [SIMD4<Float>]) -> [(tokens: Range<Int>, confidence: Double)] {
        var found: [(Range<Int>, Double)] = []
        var start: Int?
        func close(_ end: Int) {
            guard let first = start else { return }
            var margin: Float = 0
            for index in first..<end { margin += scores[index][path[index]] - scores[index][Self.outside] }
            let mean = Double(margin) / Double(end - first)
            found.append((first..<end, (mean / (abs(mean) + 10) + 1) / 2))
            start = nil
        }
        for (index, label) in path.enumerated() {
            if label != Self.inside { close(index) }
            if label == Self.begin { start = index }
        }
        close(path.count)
        return found
    }
}
