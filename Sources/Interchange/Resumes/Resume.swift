/// A CV in the shape of JSON Resume.
public struct Resume: Sendable, Equatable {
    public struct Location: Sendable, Equatable {
        public var address = ""
        public var city = ""
        public var region = ""
        public var postalCode = ""
        public var countryCode = ""
        public init() {}
    }

    public struct Profile: Sendable, Equatable {
        public var network = ""
        public var username = ""
        public var url = ""
        public init(network: String = "", username: String = "", url: String = "") {
            self.network = network
            self.username = username
            self.url = url
        }
    }

    public struct Basics: Sendable, Equatable {
        public var name = ""
        public var label = ""
        public var email = ""
        /// As the CV has it.
        public var phone = ""
        /// In E.164, where the country could be told.
        public var phoneE164 = ""
        public var url = ""
        public var summary = ""
        public var location = Location()
        public var profiles: [Profile] = []
        public init() {}
    }

    public struct Work: Sendable, Equatable {
        public var name = ""
        public var position = ""
        public var location = ""
        /// `2020`, `2020-01` or `2020-01-31`; empty where unknown.
        public var startDate = ""
        /// Empty for a position still held.
        public var endDate = ""
        public var summary = ""
        public var highlights: [String] = []
        public init() {}
    }

    public struct Education: Sendable, Equatable {
        public var institution = ""
        public var area = ""
        public var studyType = ""
        public var startDate = ""
        public var endDate = ""
        public var score = ""
        public init() {}
    }

    public struct Skill: Sendable, Equatable {
        public var name = ""
        public var level = ""
        /// The skills of a named group, such as "Databases: PostgreSQL, Redis".
        public var keywords: [String] = []
        public init(name: String = "", level: String = "", keywords: [String] = []) {
            self.name = name
            self.level = level
            self.keywords = keywords
        }
    }

    public struct Language: Sendable, Equatable {
        public var language = ""
        public var fluency = ""
        public init(language: String = "", fluency: String = "") {
            self.language = language
            self.fluency = fluency
        }
    }

    public var basics = Basics()
    public var work: [Work] = []
    public var volunteer: [Work] = []
    public var education: [Education] = []
    public var skills: [Skill] = []
    public var languages: [Language] = []
    public var certificates: [String] = []
    public var interests: [String] = []
    public var projects: [String] = []
    /// How sure the reader is of a field, 0 to 1, and the line (from 1) that it was read on.
    public var evidence: [String: Evidence] = [:]

    public struct Evidence: Sendable, Equatable {
        public var confidence: Double
        public var line: Int?
    }

    public init() {}

    /// Every skill by itself: the members of groups, and the names that stand alone.
    public var skillNames: [String] {
        var seen: Set<String> = []
        return skills.flatMap { $0.keywords.isEmpty ? [$0.name] : $0.keywords }
            .filter { !$0.isEmpty && seen.insert($0.folded).inserted }
    }
}
