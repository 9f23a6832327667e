import Domain
import Storage

/// Offers that the caller may see, newest first.
public struct ListOffers: RouteOperation {
    public static let contract = Contract(
        "offers.list", .get, "/offers",
        access: .roles(candidate: .own, employer: .scoped, consultant: .yes, admin: .yes), effect: .read,
        "List offers", isContract: false)

    public var applicationID: Application.ID?
    public var status: Offer.Status?
    public var page: PageNumber
    public var pageSize: PageSize
    public var cursor: ListCursor?

    public init(
        applicationID: Application.ID? = nil, status: Offer.Status? = nil, page: PageNumber = .defaultInput,
        pageSize: PageSize = .defaultInput, cursor: ListCursor? = nil
    ) {
        self.applicationID = applicationID
        self.status = status
        self.page = page
        self.pageSize = pageSize
        self.cursor = cursor
    }

    public func perform(in call: Call) throws -> Page<OfferView> {
        var conditions = [OfferReading.predicate(for: call.principal)]
        if let applicationID { conditions.append("o.application_id = \(applicationID)") }
        if let status { conditions.append(OfferReading.condition(status: status, now: call.now)) }
        return try Listing(
            columns: OfferReading.columns(for: call.principal), source: OfferReading.source, conditions: conditions,
            orderColumn: "o.created_at", idColumn: "o.id", descending: true, orderName: "created_at"
        ).page(call, page: page, size: pageSize, cursor: cursor) { columns in
            try OfferReading.read(&columns, for: call.principal, now: call.now)
        }
    }
}
