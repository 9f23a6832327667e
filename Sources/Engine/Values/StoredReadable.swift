import Domain
import JSON

/// A type that is read from the JSON of a column without a decoder, for where very many rows are read: the value that
/// `decoded(isStored: true)` would make, at a fifth of the cost. The counterpart of `JSONRepresentable`.
protocol StoredReadable: Codable {
    /// `nil` for anything that is not as it is written today: the decoder reads that, or says what is wrong.
    init?(stored json: JSONValue)
}

extension JSONValue {
    /// The text of a member: `.some(nil)` where it is absent, `nil` where it is no text.
    fileprivate func text(_ key: String) -> String?? {
        switch self[key] {
        case nil, .null: .some(nil)
        case .string(let text): text
        default: nil
        }
    }

    /// Minor units of a member, as `text(_:)`.
    fileprivate func amount(_ key: String) -> MinorUnits?? {
        switch self[key] {
        case nil, .null: .some(nil)
        case .integer(let number): MinorUnits(number).map { .some($0) }
        default: nil
        }
    }
}

extension String: StoredReadable {
    init?(stored json: JSONValue) {
        guard case .string(let text) = json else { return nil }
        self = text
    }
}

extension Job.EmploymentType: StoredReadable {
    init?(stored json: JSONValue) {
        guard case .string(let text) = json else { return nil }
        self.init(rawValue: text)
    }
}

extension LabelledEmail: StoredReadable {
    init?(stored json: JSONValue) {
        guard case .string(let address) = json["value"], let type = json.text("type") else { return nil }
        self.init(value: EmailAddress(stored: address), type: type.map { Text(stored: $0) })
    }
}

extension LabelledPhone: StoredReadable {
    init?(stored json: JSONValue) {
        guard case .string(let number) = json["value"], let e164 = json.text("e164"), let type = json.text("type")
        else { return nil }
        self.init(value: Text(stored: number), e164: e164.map { Text(stored: $0) }, type: type.map { Text(stored: $0) })
    }
}

extension NetworkProfile: StoredReadable {
    init?(stored json: JSONValue) {
        guard case .string(let network) = json["network"], let username = json.text("username"),
            let page = json.text("url")
        else { return nil }
        let address = page.flatMap { WebAddress($0) }
        guard page == nil || address != nil else { return nil }
        self.init(network: Text(stored: network), username: username.map { Text(stored: $0) }, url: address)
    }
}

extension SpokenLanguage: StoredReadable {
    init?(stored json: JSONValue) {
        guard case .string(let language) = json["language"], let fluency = json.text("fluency") else { return nil }
        self.init(language: Text(stored: language), fluency: fluency.map { Text(stored: $0) })
    }
}

extension DesiredSalary: StoredReadable {
    init?(stored json: JSONValue) {
        guard let min = json.amount("min"), let max = json.amount("max"), case .string(let currency) = json["currency"],
            case .string(let unit) = json["period"], let period = SalaryUnit(rawValue: unit)
        else { return nil }
        self.init(min: min, max: max, currency: CurrencyCode(stored: currency), period: period)
    }
}
