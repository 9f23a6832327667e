import Domain
import Storage

/// A location kept in four columns: city, region, country_code, postal_code.
enum StoredLocation {
    static func read(_ columns: inout Columns) throws -> Location {
        let city: String? = try columns.next()
        let region: String? = try columns.next()
        let country: String? = try columns.next()
        let postalCode: String? = try columns.next()
        return Location(
            city: city.flatMap { Text($0) }, region: region.flatMap { Text($0) },
            countryCode: country.map(CountryCode.init(stored:)), postalCode: postalCode.flatMap { Text($0) })
    }
}

/// A salary kept in four columns: salary_min, salary_max, salary_currency, salary_unit.
enum StoredSalary {
    static func read(_ columns: inout Columns) throws -> SalaryRange? {
        let least: Int64? = try columns.next()
        let most: Int64? = try columns.next()
        let currency: String? = try columns.next()
        let unit: String? = try columns.next()
        guard let currency = currency.map(CurrencyCode.init(stored:)),
            let unit = unit.flatMap(SalaryUnit.init(rawValue:))
        else { return nil }
        return SalaryRange(
            min: least.flatMap { MinorUnits($0) }, max: most.flatMap { MinorUnits($0) }, currency: currency, unit: unit)
    }
}
