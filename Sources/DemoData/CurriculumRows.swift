import Domain
import Engine
import JSON

extension DemoGenerator {
    /// A candidate's CV. Its file is kept later, beside other work.
    func addCurriculum(_ sketch: CandidateSketch, to rows: inout DemoRows, _ files: CurriculumFiles) {
        let isOwn = sketch.index < 2 || sketch.index >= plan.candidates - CurriculumFiles.own
        let text = curriculum(sketch, named: isOwn)
        let sha256 = files.add(text, isShared: !isOwn)
        let at = sketch.createdAt
        let parsed: JSONValue = ["basics": ["label": .string(sketch.title)]]
        rows.add(
            """
            INSERT INTO cv (id, created_at, updated_at, version, row_seq, candidate_id, version_no, filename,
            media_type, size, sha256, content, parsed, parser_version, is_primary, kind)
            VALUES (\(curriculumID(sketch)), \(at), \(at), 1, \(rows.clock), \(sketch.id), 1, 'cv.txt', 'text/plain',
            \(text.utf8.count), \(sha256), \(text), \(parsed.serialized()), 'demo', 1, \(CurriculumVitae.Kind.resume))
            """)
    }

    /// The identifier of a candidate's CV, which applications refer to.
    func curriculumID(_ sketch: CandidateSketch) -> CurriculumVitae.ID {
        var random = RandomStream(seed: plan.seed ^ 0xC7, kind: .identifier, index: sketch.index)
        return random.identifier(at: sketch.createdAt)
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
