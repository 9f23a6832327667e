import Domain
import Storage

/// The people whom the caller may begin to write to, by name.
public struct ListMessageRecipients: RouteOperation {
    public static let contract = Contract(
        "messaging.recipients.list", .get, "/messaging/recipients", access: .signedIn, effect: .read,
        Phrase(en: "List people to write to", fr: "Personnes à qui écrire"), isContract: false)

    /// The beginning of the name or of the address.
    public var q: Text<200>?
    public var role: Role?
    /// The account of this candidate.
    public var candidateID: Candidate.ID?
    /// The accounts of this company's people.
    public var companyID: Company.ID?
    public var page: PageNumber
    public var pageSize: PageSize
    public var cursor: ListCursor?

    public init(
        q: Text<200>? = nil, role: Role? = nil, candidateID: Candidate.ID? = nil, companyID: Company.ID? = nil,
        page: PageNumber = .defaultInput, pageSize: PageSize = .defaultInput, cursor: ListCursor? = nil
    ) {
        self.q = q
        self.role = role
        self.candidateID = candidateID
        self.companyID = companyID
        self.page = page
        self.pageSize = pageSize
        self.cursor = cursor
    }

    public func perform(in call: Call) throws -> Page<MessageRecipientView> {
        var conditions = [try ConversationPartners.predicate(for: call.principal)]
        if q != nil { conditions.append("u.id = found.id") }
        if let role { conditions.append("u.role = \(role)") }
        if let candidateID {
            conditions.append("u.id = (SELECT k.user_id FROM candidate k WHERE k.id = \(candidateID))")
        }
        if let companyID { conditions.append("u.role = 'employer' AND u.company_id = \(companyID)") }
        return try Listing(
            columns: "u.id, u.first_name, u.last_name, u.role, o.name",
            source: """
                \(q.map(Self.found) ?? .empty) user_account u
                LEFT JOIN company o ON o.id = u.company_id AND u.role = 'employer'
                """, conditions: conditions, orderColumn: "u.name_folded", idColumn: "u.id", descending: false,
            orderName: "name"
        ).page(call, page: page, size: pageSize, cursor: cursor) { columns in
            MessageRecipientView(
                userID: try columns.next(),
                name: ApplicationReading.fullName(try columns.next(), try columns.next()), role: try columns.next(),
                companyName: try columns.next())
        }
    }

    /// A table `found(id)` of the accounts whose name or address begins so, from one range of each index.
    private static func found(_ q: Text<200>) -> SQL {
        let name = Folding.key(q.value)
        let address = q.value.lowercased()
        let last = "\u{10FFFF}"
        return """
            (SELECT id FROM user_account WHERE name_folded >= \(name) AND name_folded < \(name + last)
            UNION SELECT id FROM user_account WHERE email_folded >= \(address) AND email_folded < \(address + last))
            AS found CROSS JOIN
            """
    }
}

/// Somebody to write to.
public struct MessageRecipientView: Codable, Sendable, Equatable {
    public var userID: User.ID
    public var name: String
    public var role: Role
    /// An employer's company.
    public var companyName: String?
}
