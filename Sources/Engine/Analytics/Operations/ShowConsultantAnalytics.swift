import Domain
import JSON
import Storage

/// One consultant's jobs and applications of a period.
public struct ShowConsultantAnalytics: RouteOperation {
    public static let contract = Contract(
        "consultants.analytics", .get, "/consultants/{consultant_id}/analytics",
        access: .roles(consultant: .own, admin: .yes), effect: .read,
        Phrase(en: "Consultant analytics", fr: "Analyse d’un consultant"))

    public var consultantID: Consultant.ID
    /// The first day; a year before `to` unless said otherwise.
    public var from: CalendarDate?
    /// The last day; today unless said otherwise.
    public var to: CalendarDate?
    public var sourceID: Source.ID?

    public init(
        consultantID: Consultant.ID, from: CalendarDate? = nil, to: CalendarDate? = nil, sourceID: Source.ID? = nil
    ) {
        self.consultantID = consultantID
        self.from = from
        self.to = to
        self.sourceID = sourceID
    }

    /// What comes back.
    public struct ConsultantAnalytics: Codable, Sendable {
        public var consultantID: Consultant.ID
        public var name: String
        /// Of the jobs that the consultant owns now.
        public var jobs: JobFigures
        public var analytics: ApplicationAnalytics
    }

    public func perform(in call: Call) throws -> ConsultantAnalytics {
        let name = try ConsultantName.find(consultantID, in: call)
        let analysis = try Analysis(call, from: from, to: to).filtered(consultant: consultantID, source: sourceID)
        let hires = try analysis.hires()
        return ConsultantAnalytics(
            consultantID: consultantID, name: name, jobs: try analysis.jobFigures(hires),
            analytics: try analysis.applicationAnalytics(hires))
    }
}

/// The name of a consultant whose figures the caller may see: admins all of them, a consultant its own.
enum ConsultantName {
    static func find(_ id: Consultant.ID, in call: Call) throws -> String {
        let own: SQL =
            call.principal.isAdmin ? "1 = 1" : call.principal.consultantID.map { "k.id = \($0)" } ?? "1 = 0"
        let name = try call.transaction.first(
            """
            SELECT u.first_name, u.last_name FROM consultant k JOIN user_account u ON u.id = k.user_id
            WHERE k.id = \(id) AND k.deleted_at IS NULL AND \(own)
            """
        ) { columns in ApplicationReading.fullName(try columns.next(), try columns.next()) }
        guard let name else {
            throw Problem.notFound(Phrase(en: "consultant", fr: "consultant")).about("consultant", id)
        }
        return name
    }
}
