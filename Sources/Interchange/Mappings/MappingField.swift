/// One field that a table's columns can be mapped to.
public struct MappingField: Sendable, Equatable {
    /// How a cell's text is read.
    public enum Kind: Sendable, Equatable {
        case line(Int)
        /// Text that may be HTML.
        case prose
        case integer, decimal, boolean, date, months
        case emails, email, phones, phone
        case list
        /// A person's whole name, which becomes `first_name` and `last_name`.
        case fullName
        /// "Nantes (44)", "New York, NY": becomes `location`.
        case place
        case country
        /// Pay with both ends, the currency and the unit in one text.
        case salary
        /// One end of the pay, in major units.
        case amount
        case salaryUnit
        case employmentType, employmentTypes, workplace, jobStatus
        case languages
        case profile(String)
    }

    /// The field of the contract, with a dot into objects: `location.city`.
    public var name: String
    public var kind: Kind
    /// Other names that a mapping file may use.
    var shortNames: [String]
    /// Folded headings of columns that mean it, the likeliest first.
    var synonyms: [String]

    init(_ name: String, _ kind: Kind, short: [String] = [], _ synonyms: String = "") {
        self.name = name
        self.kind = kind
        shortNames = short
        self.synonyms = [name.folded] + synonyms.split(separator: ";").map { String($0).folded }
    }

    /// The fields of a location.
    static func location(_ more: String = "") -> [MappingField] {
        [
            MappingField(
                "location.city", .line(120), short: ["city"],
                "city;ville;town;commune;address locality;job location address address locality;location city;"
                    + "localité;ville du poste;lieu ville;job city;candidate city;address parts city;localisation du poste;"
                    + more),
            MappingField(
                "location.region", .line(120), short: ["region"],
                "region;région;state;province;county;département;departement;address region;location state;"
                    + "job location address address region;region du poste;état"),
            MappingField(
                "location.postal_code", .line(20), short: ["postal_code"],
                "postal code;postalcode;zip;zip code;zipcode;postcode;code postal;cp;address parts zip;"
                    + "job location address postal code"),
            MappingField(
                "location.country_code", .country, short: ["country", "country_code"],
                "country;pays;country code;address parts country;code pays;address country;job location address address country;"
                    + "location country"),
            MappingField(
                "location", .place,
                "location;lieu;localisation;adresse;address;addresses 0 value;job location;lieu de travail;localite;"
                    + "location name;offices 0 location name;offices 0 name;place;work location;location address;"
                    + "job location address;site"),
        ]
    }
}
