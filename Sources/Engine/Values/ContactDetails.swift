import Domain
import JSON

/// An e-mail address with what it is for (`work`, `home`, …).
public struct LabelledEmail: Codable, Sendable, Equatable {
    public var value: EmailAddress
    public var type: Text<40>?

    public init(value: EmailAddress, type: Text<40>? = nil) {
        self.value = value
        self.type = type
    }
}

extension LabelledEmail: JSONRepresentable {
    public var json: JSONValue {
        var object: JSONObject = ["value": .string(value.value)]
        if let type { object["type"] = .string(type.value) }
        return .object(object)
    }
}

/// A telephone number as written and, where it could be told, in E.164.
public struct LabelledPhone: Codable, Sendable, Equatable {
    public var value: Text<40>
    public var e164: Text<20>?
    public var type: Text<40>?

    public init(value: Text<40>, e164: Text<20>? = nil, type: Text<40>? = nil) {
        self.value = value
        self.e164 = e164
        self.type = type
    }
}

extension LabelledPhone: JSONRepresentable {
    public var json: JSONValue {
        var object: JSONObject = ["value": .string(value.value)]
        if let e164 { object["e164"] = .string(e164.value) }
        if let type { object["type"] = .string(type.value) }
        return .object(object)
    }
}

public struct Location: Codable, Sendable, Equatable {
    public var city: Text<120>?
    public var region: Text<120>?
    /// ISO 3166-1 alpha-2, such as `FR`.
    public var countryCode: CountryCode?
    public var postalCode: Text<20>?

    public init(
        city: Text<120>? = nil, region: Text<120>? = nil, countryCode: CountryCode? = nil,
        postalCode: Text<20>? = nil
    ) {
        self.city = city
        self.region = region
        self.countryCode = countryCode
        self.postalCode = postalCode
    }
}

/// A page about the person on some network (JSON Resume `basics.profiles`).
public struct NetworkProfile: Codable, Sendable, Equatable {
    public var network: Text<60>
    public var username: Text<120>?
    public var url: WebAddress?

    public init(network: Text<60>, username: Text<120>? = nil, url: WebAddress? = nil) {
        self.network = network
        self.username = username
        self.url = url
    }
}

/// A language that a person speaks, and how well (JSON Resume `languages`).
public struct SpokenLanguage: Codable, Sendable, Equatable {
    public var language: Text<60>
    public var fluency: Text<60>?

    public init(language: Text<60>, fluency: Text<60>? = nil) {
        self.language = language
        self.fluency = fluency
    }
}
