import Domain
import Engine

/// The pane beside a list: everything about the candidate that has the cursor, as far as the role may see it.
public struct Profile: Sendable {
    let person: Person
    let rights: ProfileRights
    /// The screen whose pane it is.
    private let place: Place

    public private(set) var subject: Subject?
    /// What was read about the subject; nil until then.
    public private(set) var record: ProfileRecord?
    /// Why it could not be read.
    public private(set) var problem: Problem?
    /// The section asked for; `shownSection` where the subject does not have it.
    public private(set) var section = ProfileSection.summary
    public private(set) var pane = Pane()
    /// The names of the sources of candidates.
    private(set) var sources: [Source.ID: String]?
    /// The CV of the candidate shown, once somebody looked at it.
    private(set) var document: Document?
    /// The jobs that go with the candidate, once somebody looked at them.
    private var matching = OnDemand<Candidate.ID, ListCandidateMatches.Matches>()

    /// The application chosen in the list of applications, where the subject names none.
    private var chosen: Application.ID?
    private var cache = ProfileCache()
    /// What is being read.
    private var awaited: Key?
    private var awaitedDocument: Candidate.ID?
    private var isStale = false
    private var isDocumentStale = false

    /// A candidate's CV, or why there is none.
    struct Document: Sendable {
        let candidateID: Candidate.ID
        let answer: Result<CurriculumVitaeView, Problem>
    }

    init(person: Person, place: Place = .pipeline) {
        self.person = person
        self.place = place
        rights = ProfileRights(person.role)
    }

    var language: Language { person.language }

    /// What a reading has to be about now.
    private var key: Key? {
        subject.map { Key(candidateID: $0.candidateID, applicationID: $0.applicationID ?? chosen) }
    }

    /// Whether what is shown is not all yet.
    public var isLoading: Bool { subject != nil && problem == nil && record?.isPartial != false }

    /// The sections that this profile has, in order.
    public var sections: [ProfileSection] {
        let all = ProfileSection.available(to: rights)
        guard let record, record.candidate.anonymous else { return all }
        return all.filter { $0.isForAnonymous && (!$0.isAboutApplication || record.application != nil) }
    }

    public var shownSection: ProfileSection { sections.contains(section) ? section : .summary }

    /// The application that the profile is about.
    var application: ApplicationView? { record?.application }

    // MARK: Following a list

    /// Shows somebody, or nobody; answers what has to be read.
    mutating func follow(_ subject: Subject?) -> [Work] {
        let before = key
        self.subject = subject
        guard let subject else {
            chosen = nil
            record = nil
            problem = nil
            awaited = nil
            compose()
            return []
        }
        if before?.candidateID != subject.candidateID || subject.applicationID != nil { chosen = nil }
        if key != before { adopt() }
        return readings()
    }

    /// Reads the profiles that are likely to be wanted next, so that they are there when the cursor comes.
    func anticipate(_ subjects: [Subject]) -> [Work] {
        let keys = subjects.map { Key(candidateID: $0.candidateID, applicationID: $0.applicationID) }
        let generation = cache.generation
        return keys.enumerated().compactMap { number, key in
            guard cache[key] == nil, key != self.key else { return nil }
            let reading = ProfileReading(key: key, rights: rights)
            let place = place
            return .ahead(Work.Slot("\(slot).ahead.\(number)")) { session in
                // A profile that cannot be read says why when somebody looks at it.
                guard let record = try? reading.read(session) else { return { _ in [] } }
                return { workstation in
                    // What was read before a change is not kept after it.
                    workstation.changeProfile(of: place) { profile in
                        if profile.cache.generation == generation { profile.cache.keep(record) }
                    }
                    return []
                }
            }
        }
    }

    /// Takes what is kept of the subject, or what is known of its candidate.
    private mutating func adopt() {
        guard let key else { return }
        problem = nil
        if let kept = cache[key] {
            record = kept
        } else if let known = record, known.key.candidateID == key.candidateID {
            record = known.withoutApplication(for: key)
        } else {
            record = nil
        }
        compose()
    }

    /// Reads again what is shown; until then it stays.
    mutating func reload() {
        cache.clear()
        awaited = nil
        awaitedDocument = nil
        matching.reload()
        sources = nil
        isStale = true
        isDocumentStale = true
    }

    // MARK: Reading

    private var slot: String { "profile.\(place.rawValue)" }

    private mutating func readings() -> [Work] {
        guard let key else { return [] }
        var works: [Work] = []
        if awaited != key, isStale || cache[key] == nil {
            awaited = key
            works.append(reading(key))
        }
        if shownSection == .curriculumVitae, awaitedDocument != key.candidateID,
            isDocumentStale || document?.candidateID != key.candidateID
        {
            awaitedDocument = key.candidateID
            isDocumentStale = false
            works.append(documentReading(key.candidateID))
        }
        if shownSection == .matches, matching.begins(for: key.candidateID) {
            works.append(matchReading(key.candidateID))
        }
        isStale = false
        return works
    }

    private func reading(_ key: Key) -> Work {
        let reading = ProfileReading(key: key, rights: rights)
        let needsSources = sources == nil
        let place = place
        return .read(Work.Slot(slot)) { session in
            let sources = needsSources ? reading.sources(session) : nil
            let answer = Result { () throws(Problem) in try reading.read(session) }
            return { workstation in
                workstation.changeProfile(of: place) { $0.take(answer, for: key, sources: sources) }
                return []
            }
        }
    }

    private func matchReading(_ candidate: Candidate.ID) -> Work {
        let place = place
        return .aside(Work.Slot(slot + ".matches")) { session in
            let answer = session.attempt(ListCandidateMatches(candidateID: candidate))
            return { workstation in
                workstation.changeProfile(of: place) { profile in
                    profile.matching.take(answer, for: candidate)
                    if profile.shownSection == .matches { profile.compose(keepsPlace: true) }
                }
                return []
            }
        }
    }

    private func documentReading(_ candidate: Candidate.ID) -> Work {
        let place = place
        return .read(Work.Slot(slot + ".cv")) { session in
            let document = Document(
                candidateID: candidate, answer: session.attempt(GetCurriculumVitae(candidateID: candidate)))
            return { workstation in
                workstation.changeProfile(of: place) { $0.take(document) }
                return []
            }
        }
    }

    private mutating func take(
        _ answer: Result<ProfileRecord, Problem>, for key: Key, sources: [Source.ID: String]?
    ) {
        if let sources { self.sources = sources }
        if case .success(let record) = answer { cache.keep(record) }
        guard key == self.key else { return }
        switch answer {
        case .success(let record):
            let keepsPlace = self.record?.key.candidateID == key.candidateID
            self.record = record
            problem = nil
            compose(keepsPlace: keepsPlace)
        case .failure(let problem):
            record = nil
            self.problem = problem
            compose()
        }
    }

    private mutating func take(_ document: Document) {
        guard document.candidateID == subject?.candidateID else { return }
        self.document = document
        if shownSection == .curriculumVitae { compose() }
    }

    // MARK: What the pane shows

    /// Makes the lines of the section in sight.
    private mutating func compose(keepsPlace: Bool = false) {
        let section = shownSection
        guard let record else {
            pane.show(problem.map { [.text($0.sentence(in: language), .attention)] } ?? [])
            return
        }
        let composer = ProfileComposer(
            record: record, person: person, document: document?.candidateID == record.candidate.id ? document : nil,
            matching: matching.answer(for: record.candidate.id))
        pane.show(composer.lines(of: section), hasCursor: section == .applications, keepsPlace: keepsPlace)
        if section == .applications, !keepsPlace, let id = record.application?.id,
            let index = record.applications.rows.firstIndex(where: { $0.id == id })
        {
            pane.move(to: index)
        }
    }

    /// Says how large the part below the head and the names of the sections is.
    public mutating func resize(width: Int, height: Int, wrap: Wrap) {
        pane.resize(width: width, height: height, wrap: wrap)
    }

    // MARK: Keys and mouse

    /// Shows a section by its number among `sections`.
    mutating func show(section number: Int) -> [Work] {
        guard sections.indices.contains(number) else { return [] }
        section = sections[number]
        compose()
        return readings()
    }

    mutating func scroll(by rows: Int) { pane.wheel(by: rows) }

    /// Moves inside the pane; nil for what is not a move.
    mutating func perform(_ invocation: Invocation) -> [Work]? {
        let steps = invocation.times
        switch invocation.action {
        case .moveDown: pane.scroll(by: steps)
        case .moveUp: pane.scroll(by: -steps)
        case .pageDown: pane.page(steps)
        case .pageUp: pane.page(-steps)
        case .goTop: pane.goTop()
        case .goBottom: pane.goBottom()
        case .sectionNext, .moveRight: return turn(by: steps)
        case .sectionPrevious, .moveLeft: return turn(by: -steps)
        default: return nil
        }
        return choose()
    }

    /// Goes on by sections, around from the last to the first.
    private mutating func turn(by steps: Int) -> [Work] {
        let all = sections
        guard let place = all.firstIndex(of: shownSection) else { return [] }
        return show(section: ((place + steps) % all.count + all.count) % all.count)
    }

    /// The application with the cursor becomes the one that the profile is about, where the list names none.
    private mutating func choose() -> [Work] {
        guard shownSection == .applications, subject?.applicationID == nil, let record, let index = pane.cursor,
            record.applications.rows.indices.contains(index)
        else { return [] }
        let id = record.applications.rows[index].id
        guard id != (chosen ?? record.application?.id) else { return [] }
        chosen = id
        if let key, let kept = cache[key] {
            self.record = kept
        } else {
            self.record = record.withoutApplication(for: Key(candidateID: record.candidate.id, applicationID: id))
        }
        compose(keepsPlace: true)
        pane.move(to: index)
        return readings()
    }
}

extension Workstation {
    /// Changes the profile of a screen.
    mutating func changeProfile(of place: Place, _ change: (inout Profile) -> Void) {
        switch place {
        case .pipeline: change(&board.profile)
        case .candidates: change(&candidates.profile)
        case .jobs, .conversations: break
        }
    }

    /// The profile of the screen that is shown.
    var shownProfile: Profile? {
        switch place {
        case .pipeline: board.profile
        case .candidates: candidates.profile
        case .jobs, .conversations: nil
        }
    }
}
