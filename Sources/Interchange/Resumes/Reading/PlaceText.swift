import Foundation

/// Finds a town, with its postal code, region and country, in a line of contact data.
enum PlaceText {
    // Made once: a pattern that is written where it is used is compiled anew for every text.
    nonisolated(unsafe) private static let anyPlace = #/\p{Lu}[\p{L}'’\- .]{1,40}/#
    nonisolated(unsafe) private static let afterCity =
        #/(?i)\s+(?:cedex|t[ée]l|email|e-mail|phone|mobile|france|permis)\b.*$/#

    static func find(in line: String, isLabelled: Bool, next: String = "") -> Resume.Location? {
        var found: Resume.Location?
        if let match = line.firstMatch(of: french) {
            found = location(city: match.city, postal: match.code, country: "FR")
        } else if let match = line.firstMatch(of: british) {
            found = location(city: match.city, postal: match.code, country: "GB")
        } else if let match = line.firstMatch(of: american), isRegion(match.region) {
            let country = PlaceNames.isState(match.region) ? "US" : "CA"
            found = location(city: match.city, postal: match.code ?? "", country: country)
            found?.region = String(match.region)
        } else if let match = line.firstMatch(of: foreign) {
            let prefix = match.prefix.map { String($0) } ?? ""
            let countryAfter = match.rest.flatMap { PlaceNames.countryCode(of: String($0)) }
            let fromPrefix = ["B": "BE", "CH": "CH", "L": "LU", "D": "DE"][prefix]
            if fromPrefix != nil || countryAfter != nil || isLabelled {
                found = location(city: match.city, postal: match.code, country: fromPrefix ?? countryAfter ?? "")
            }
        } else {
            for part in line.split(whereSeparator: { "|/•·\t;".contains($0) }) {
                if let match = String(part).trimmed.wholeMatch(of: cityAndCountry),
                    let code = PlaceNames.countryCode(of: String(match.country))
                {
                    found = location(city: match.city, postal: "", country: code)
                    break
                }
            }
            if found == nil, isLabelled, let match = line.prefixMatch(of: Self.anyPlace) {
                found = location(city: match.0, postal: "", country: "")
            }
        }
        guard var place = found else { return nil }
        if place.countryCode == "FR", let tail = line.split(separator: ",").last ?? Optional(Substring(next)),
            let code = PlaceNames.countryCode(of: String(tail)), tail.trimmed.count > 2
        {
            place.countryCode = code
        }
        return place
    }

    private static func isRegion(_ code: Substring) -> Bool {
        PlaceNames.isState(code) || PlaceNames.isProvince(code)
    }

    private static func location(city: Substring, postal: Substring, country: String) -> Resume.Location {
        var location = Resume.Location()
        location.city = tidyCity(String(city))
        location.postalCode = String(postal)
        location.countryCode = country
        return location
    }

    private static func tidyCity(_ city: String) -> String {
        var city = city.trimmingCharacters(in: CharacterSet(charactersIn: " ,-–|/."))
        // A street stands before the town: "12 rue des Lilas, Nantes" was cut at the comma already.
        if let match = city.firstMatch(of: Self.afterCity) {
            city.removeSubrange(match.range)
        }
        return city.trimmed
    }

    nonisolated(unsafe) private static let french =
        #/(?:^|[^\d\p{L}])(?:F-)?(?<code>\d{5})[ \u{A0},]+(?<city>\p{L}[\p{L}'’\-]*(?:[ \u{A0}][\p{L}][\p{L}'’\-]*){0,5}(?: \d{1,2}(?:er|e|ème|eme)\b)?)/#

    nonisolated(unsafe) private static let british =
        #/(?<city>\p{Lu}[\p{L}'\-]+(?: \p{Lu}[\p{L}'\-]+)*),?\s+(?<code>[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2})\b/#

    nonisolated(unsafe) private static let american =
        #/(?<city>\p{Lu}[\p{L}'.\-]+(?: \p{Lu}[\p{L}'.\-]+){0,3}), ?(?<region>[A-Z]{2})\b(?:,? (?<code>\d{5}(?:-\d{4})?|[A-Z]\d[A-Z] ?\d[A-Z]\d))?/#

    nonisolated(unsafe) private static let foreign =
        #/(?:^|[ ,|])(?:(?<prefix>B|CH|L|D)-)?(?<code>\d{4,5})[ ](?<city>\p{Lu}[\p{L}'’\-]+(?:[ \-]\p{L}[\p{L}'’\-]+){0,3})(?:,\s*(?<rest>\p{L}[\p{L} ]+))?/#

    nonisolated(unsafe) private static let cityAndCountry =
        #/(?:.*, ?)?(?<city>\p{Lu}[\p{L}'’\-. ]{1,40}), ?(?<country>\p{Lu}[\p{L} .]{1,30})/#
}
