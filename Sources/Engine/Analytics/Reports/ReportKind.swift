import Domain

/// Rows of any kind, as namespaces for their identifiers.
public enum Report {
    public typealias ID = Identifier<Report>

    public enum Status: String, Sendable, Codable, CaseIterable { case queued, running, ready, failed }

    /// What the rows of a report are.
    public enum Kind: String, Sendable, Codable, CaseIterable {
        /// The stages of the path, of the applications that began in the period.
        case stages
        /// Where they came from.
        case sources
        /// The period cut into spans.
        case trends
        /// Consultants.
        case consultants
        /// The jobs that were opened in the period.
        case jobs
        /// Every company.
        case companies
        /// The hires whose offer was accepted in the period.
        case placements

        /// Whether it may have so many rows that it is made in slices, after the call that asked for it.
        public var isLong: Bool {
            switch self {
            case .stages, .sources, .trends, .consultants: false
            case .jobs, .companies, .placements: true
            }
        }
    }
}

/// A figure that was brought in from outside.
public enum Benchmark {
    public typealias ID = Identifier<Benchmark>
}

/// A file that an export made.
public enum ExportFile {
    public typealias ID = Identifier<ExportFile>
}
