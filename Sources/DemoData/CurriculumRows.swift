import Domain
import Engine
import JSON
import Storage

extension DemoGenerator {
    /// The newest candidates have a CV file of their own; beyond these many, candidates of one occupation and level
    /// share a file without a name, so that a million applications do not mean half a million files.
    static let ownFiles = 20_000

    /// A CV for every candidate, kept as a real file.
    func writeCurriculaVitae(_ context: DemoContext, after before: Int) throws {
        var shared: [String: (sha256: String, text: String)] = [:]
        var index = 0
        while index < plan.candidates {
            let end = min(index + Self.batch, plan.candidates)
            let sketches = (index..<end).map { CandidateSketch($0, plan: plan) }
            let own = sketches.map { $0.index < 2 || $0.index >= plan.candidates - Self.ownFiles }
            let texts = zip(sketches, own).map { curriculum($0, named: $1) }
            let names = try engine.adapters.files.keepAll(zip(texts, own).compactMap { $1 ? Array($0.utf8) : nil })
            var nextName = names.makeIterator()
            try database.write { transaction in
                let clock = try transaction.clock()
                for (number, sketch) in sketches.enumerated() {
                    let sha256: String
                    if own[number] {
                        sha256 = nextName.next() ?? ""
                    } else if let known = shared[texts[number]] {
                        sha256 = known.sha256
                    } else {
                        sha256 = try engine.adapters.files.keep(Array(texts[number].utf8))
                        shared[texts[number]] = (sha256, texts[number])
                    }
                    try insert(sketch, text: texts[number], sha256: sha256, clock, transaction)
                }
            }
            index = end
            progress(before + index, total)
        }
    }

    /// The identifier of a candidate's CV, which applications refer to.
    func curriculumID(_ sketch: CandidateSketch) -> CurriculumVitae.ID {
        var random = RandomStream(seed: plan.seed ^ 0xC7, kind: .identifier, index: sketch.index)
        return random.identifier(at: sketch.createdAt)
    }

    private func insert(
        _ sketch: CandidateSketch, text: String, sha256: String, _ clock: Int64, _ transaction: any Transaction
    ) throws {
        let at = sketch.createdAt
        let parsed: JSONValue = ["basics": ["label": .string(sketch.title)]]
        try transaction.enqueue(
            """
            INSERT INTO cv (id, created_at, updated_at, version, row_seq, candidate_id, version_no, filename,
            media_type, size, sha256, content, parsed, parser_version, is_primary, kind)
            VALUES (\(curriculumID(sketch)), \(at), \(at), 1, \(clock), \(sketch.id), 1, 'cv.txt', 'text/plain',
            \(text.utf8.count), \(sha256), \(text), \(parsed.serialized()), 'demo', 1, \(CurriculumVitae.Kind.resume))
            """)
    }

    private func curriculum(_ sketch: CandidateSketch, named: Bool) -> String {
        let occupation = sketch.occupation
        let skills = occupation.skills.prefix(4 + sketch.level).map { sketch.isFrench ? $0.french : $0.english }
        let heading = sketch.isFrench ? ("Compétences", "Formation") : ("Skills", "Education")
        let degree = sketch.isFrench ? occupation.degree.french : occupation.degree.english
        var lines = [sketch.title, "", heading.0]
        lines += skills.map { "- " + $0 }
        lines += ["", heading.1, degree]
        if named {
            lines.insert(contentsOf: [sketch.first + " " + sketch.last, sketch.email, sketch.city.name, ""], at: 0)
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
