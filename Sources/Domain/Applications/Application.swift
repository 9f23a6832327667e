/// A candidate's application to a job.
public enum Application {
    public typealias ID = Identifier<Application>

    /// The stages of the path, in order, and its ends.
    public enum Status: String, Sendable, Codable, CaseIterable, Comparable {
        case sourced, applied, screening, submitted, interview, offer, hired, rejected, withdrawn

        /// The stages an application moves through, in order; `rejected` and `withdrawn` are beside them.
        public static let path: [Status] = [.sourced, .applied, .screening, .submitted, .interview, .offer, .hired]
        /// The stages in which an application is still going on.
        public static let open: [Status] = [.sourced, .applied, .screening, .submitted, .interview, .offer]

        /// Position in `allCases`.
        public var rank: Int {
            switch self {
            case .sourced: 0
            case .applied: 1
            case .screening: 2
            case .submitted: 3
            case .interview: 4
            case .offer: 5
            case .hired: 6
            case .rejected: 7
            case .withdrawn: 8
            }
        }

        /// Whether the application is still going on.
        public var isOpen: Bool { rank <= 5 }
        public static func < (left: Status, right: Status) -> Bool { left.rank < right.rank }
    }
}
