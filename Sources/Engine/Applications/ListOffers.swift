import Domain
import Storage

/// Offers that the caller may see, newest first.
public struct ListOffers: RouteOperation {
    public static let contract = Contract(
        "offers.list", .get, "/offers",
        access: .roles(candidate: .own, employer: .scoped, consultant: .yes, admin: .yes), effect: .read,
        Phrase(en: "List offers", fr: "Lister les propositions d’embauche"), isContract: false)

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
        let chosen = status.map { [OfferReading.condition(status: $0, now: call.now)] } ?? []
        // Those whose time is over are in two states, so no index has them in order.
        if status != .expired { conditions += chosen }
        return try Listing(
            columns: OfferReading.columns(for: call.principal), source: OfferReading.source, conditions: conditions,
            filters: status == .expired ? chosen : [],
            orderColumn: "o.created_at", idColumn: "o.id", descending: true, orderName: "created_at"
        ).page(call, page: page, size: pageSize, cursor: cursor) { columns in
            try OfferReading.read(&columns, for: call.principal, now: call.now)
        }
    }
}
