// The kinds of rows, as namespaces for their identifiers and closed lists of values.

public enum User {
    public typealias ID = Identifier<User>
    public enum Status: String, Sendable, Codable, CaseIterable { case pending, active, inactive }
}

public enum SessionRecord { public typealias ID = Identifier<SessionRecord> }

public enum Candidate {
    public typealias ID = Identifier<Candidate>
    public enum Status: String, Sendable, Codable, CaseIterable {
        case active, passive, placed
        case doNotContact = "do_not_contact"
        case archived
    }
}

public enum CurriculumVitae {
    public typealias ID = Identifier<CurriculumVitae>
    public enum Kind: String, Sendable, Codable, CaseIterable {
        case resume
        case coverLetter = "cover_letter"
        case offerLetter = "offer_letter"
        case other
    }
}

public enum Education { public typealias ID = Identifier<Education> }
public enum Experience { public typealias ID = Identifier<Experience> }

public enum Skill {
    public typealias ID = Identifier<Skill>
    public enum Kind: String, Sendable, Codable, CaseIterable { case knowledge, skill, language, transversal }
    /// Who says that a candidate has a skill.
    public enum Origin: String, Sendable, Codable, CaseIterable {
        case own = "self"
        case cv, recruiter
    }
}

public enum SkillCategory { public typealias ID = Identifier<SkillCategory> }
public enum CandidateSkill { public typealias ID = Identifier<CandidateSkill> }

public enum Company {
    public typealias ID = Identifier<Company>
    public enum Status: String, Sendable, Codable, CaseIterable { case prospect, active, inactive, blacklisted }
}

public enum Contact { public typealias ID = Identifier<Contact> }

public enum SkillRequirement {
    public typealias ID = Identifier<SkillRequirement>
    public enum Importance: String, Sendable, Codable, CaseIterable { case required, preferred, nice }
}

public enum StatusChange { public typealias ID = Identifier<StatusChange> }

public enum Reason {
    public typealias ID = Identifier<Reason>
    public enum Kind: String, Sendable, Codable, CaseIterable {
        case weRejected = "we_rejected"
        case theyRejected = "they_rejected"
        case neither
    }
}

public enum Source {
    public typealias ID = Identifier<Source>
    public enum Kind: String, Sendable, Codable, CaseIterable {
        case jobBoard = "job_board"
        case referral, agency, website, event, social, direct, other
    }
}

public enum Note {
    public typealias ID = Identifier<Note>
    public enum Visibility: String, Sendable, Codable, CaseIterable {
        case personal = "private"
        case team, client
        case adminOnly = "admin_only"
    }
}

public enum Interview {
    public typealias ID = Identifier<Interview>
    public enum Kind: String, Sendable, Codable, CaseIterable { case phone, video, onsite, panel, test }
    public enum Status: String, Sendable, Codable, CaseIterable {
        case scheduled
        case awaitingFeedback = "awaiting_feedback"
        case complete, cancelled
        case noShow = "no_show"
    }
    /// A participant's answer to the invitation (RFC 5545, PARTSTAT).
    public enum Response: String, Sendable, Codable, CaseIterable {
        case needsAction = "needs_action"
        case accepted, declined, tentative
    }
}

public enum Offer {
    public typealias ID = Identifier<Offer>
    public enum Status: String, Sendable, Codable, CaseIterable {
        case draft
        case pendingApproval = "pending_approval"
        case approved, sent, accepted, declined, expired, rescinded, superseded

        /// Whether the candidate's answer is still to come.
        public var isPending: Bool {
            switch self {
            case .draft, .pendingApproval, .approved, .sent: true
            case .accepted, .declined, .expired, .rescinded, .superseded: false
            }
        }
    }
}

public enum Consultant {
    public typealias ID = Identifier<Consultant>
    public enum Status: String, Sendable, Codable, CaseIterable { case active, inactive }
}

/// What a consultant is to reach in a span of time.
public enum PerformanceTarget {
    public typealias ID = Identifier<PerformanceTarget>
    public enum Metric: String, Sendable, Codable, CaseIterable {
        case submissions, interviews, offers, placements, revenue
    }
}

public enum HiringPreferences { public typealias ID = Identifier<HiringPreferences> }

public enum Assignment {
    public typealias ID = Identifier<Assignment>
    public enum Role: String, Sendable, Codable, CaseIterable { case owner, secondary }
}

/// Any row, where a column may name rows of several kinds.
public enum AnyEntity { public typealias ID = Identifier<AnyEntity> }
