import Domain

// Closed lists are kept as the text that the API shows.

extension Role: SQLCodable {}
extension User.Status: SQLCodable {}
extension Candidate.Status: SQLCodable {}
extension CurriculumVitae.Kind: SQLCodable {}
extension Skill.Kind: SQLCodable {}
extension Skill.Origin: SQLCodable {}
extension Company.Status: SQLCodable {}
extension SkillRequirement.Importance: SQLCodable {}
extension Reason.Kind: SQLCodable {}
extension Source.Kind: SQLCodable {}
extension Note.Visibility: SQLCodable {}
extension Interview.Kind: SQLCodable {}
extension Interview.Status: SQLCodable {}
extension Offer.Status: SQLCodable {}
extension Assignment.Role: SQLCodable {}
extension Consultant.Status: SQLCodable {}
extension PerformanceTarget.Metric: SQLCodable {}
extension CalendarPeriod: SQLCodable {}
extension Job.Status: SQLCodable {}
extension Job.EmploymentType: SQLCodable {}
extension Job.Workplace: SQLCodable {}
extension SalaryUnit: SQLCodable {}
extension Application.Status: SQLCodable {}
extension PartialDate: SQLCodable {}
extension Conversation.Kind: SQLCodable {}
extension Conversation.Related: SQLCodable {}
extension Template.Kind: SQLCodable {}
extension BulkMailing.Status: SQLCodable {}
extension BulkMailing.Outcome: SQLCodable {}
