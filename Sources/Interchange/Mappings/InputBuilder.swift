import Domain
import Foundation
import JSON

/// Collects the fields of one record, each read as its kind has it.
struct InputBuilder {
    let dateOrder: DateText.Order
    private(set) var object = JSONObject()
    var problems: [RecordMapper.Problem] = []

    init(dateOrder: DateText.Order) { self.dateOrder = dateOrder }

    /// Whether a field has a value; a name with a dot leads into an object.
    func has(_ name: String) -> Bool {
        let steps = name.split(separator: ".").map(String.init)
        guard steps.count > 1 else { return object[name] != nil }
        return object[steps[0]]?[steps[1]] != nil
    }

    mutating func set(_ field: MappingField, _ value: JSONValue, split: String?) {
        switch field.kind {
        case .emails, .phones, .list, .languages, .employmentTypes:
            setList(field, FieldValues.list(value, split: split))
            return
        case .boolean:
            if let flag = value.boolValue { return put(field.name, .bool(flag)) }
        case .place:
            if let members = value.objectValue { return setLocation(members) }
        default: break
        }
        guard let text = FieldValues.text(value), !text.isEmpty else { return }
        setText(field, text)
    }

    private mutating func setText(_ field: MappingField, _ text: String) {
        switch field.kind {
        case .line(let longest):
            let plain = HTMLText.plain(text)
            let line = plain.utf8.contains(0x0A) ? plain.replacing("\n", with: " ") : plain
            if line.count > longest {
                fail(
                    field, "too_long", en: "is longer than \(longest) characters",
                    fr: "dépasse \(longest) caractères")
            } else {
                put(field.name, .string(line))
            }
        case .prose: put(field.name, .string(HTMLText.plain(text)))
        case .integer: put(field, Double(text).flatMap { Int64(exactly: $0.rounded()) }.map { .integer($0) }, text)
        case .decimal: put(field, SalaryText.number(text.filter { $0 != "%" }.trimmed).map { .number($0) }, text)
        case .boolean: put(field, WordValues.boolean(text).map { .bool($0) }, text)
        case .date: put(field, DateText.parse(text, order: dateOrder).map { .string($0.description) }, text)
        case .months: put(field, WordValues.months(text).map { .integer($0) }, text)
        case .email: put(field, EmailSyntax.isAddress(text) ? .string(text) : nil, text)
        case .phone: put(field, PhoneNumber.find(in: text) == nil ? nil : .string(text), text)
        case .country: put(field, PlaceNames.countryCode(of: text).map { .string($0) }, text)
        case .employmentType: put(field, WordValues.employmentType(text).map { .string($0) }, text)
        case .workplace: put(field, WordValues.workplace(text).map { .string($0) }, text)
        case .jobStatus: put(field, WordValues.jobStatus(text).map { .string($0) }, text)
        case .salaryUnit: put(field, (SalaryText.unit(in: text)).map { .string($0) }, text)
        case .fullName:
            let names = FieldValues.names(text)
            if !has("first_name"), !names.first.isEmpty { put("first_name", .string(names.first)) }
            if !has("last_name") { put("last_name", .string(names.last)) }
        case .place: setLocation(FieldValues.place(text))
        case .salary: setSalary(field, text)
        case .amount:
            let amount = SalaryText.parse(text)?.min
            if amount != nil || Double(text) != 0 { put(field, amount.map { .integer($0) }, text) }
        case .profile(let network):
            var profile = JSONObject([("network", .string(network)), ("url", .string(text))])
            if let user = text.split(separator: "/").last, text.contains("/") { profile.put("username", String(user)) }
            append("profiles", .object(profile))
        case .emails, .phones, .list, .languages, .employmentTypes: setList(field, [text])
        }
    }

    private mutating func setList(_ field: MappingField, _ items: [String]) {
        for item in items.prefix(200) where !item.isEmpty {
            switch field.kind {
            case .emails:
                guard EmailSyntax.isAddress(item) else {
                    fail(
                        field, "invalid", en: "is no address of e-mail: \(item.prefix(60))",
                        fr: "n’est pas une adresse : \(item.prefix(60))")
                    continue
                }
                append(field.name, .object(JSONObject([("value", .string(item))])))
            case .phones:
                var phone = JSONObject([("value", .string(item))])
                let country = object["location"]?["country_code"]?.stringValue ?? ""
                if let number = PhoneNumber.e164(item, country: country) { phone["e164"] = .string(number) }
                append(field.name, .object(phone))
            case .languages:
                for language in LanguageReader.languages(in: [ResumeLine(number: 1, text: item)]) {
                    var object = JSONObject([("language", .string(language.language))])
                    object.put("fluency", language.fluency)
                    append(field.name, .object(object))
                }
            case .employmentTypes: if let type = WordValues.employmentType(item) { append(field.name, .string(type)) }
            default: append(field.name, .string(String(item.prefix(200))))
            }
        }
    }

    private mutating func setLocation(_ members: JSONObject) {
        let address = members["address"]?.objectValue ?? members
        let names = [
            ("city", ["city", "addressLocality", "locality", "name"]),
            ("region", ["region", "addressRegion", "state"]),
            ("postal_code", ["postal_code", "postalCode", "zip"]),
            ("country_code", ["country_code", "countryCode", "addressCountry", "country"]),
        ]
        for (name, keys) in names where !has("location." + name) {
            guard let text = keys.compactMap({ address[$0] }).compactMap(FieldValues.text).first else { continue }
            let value = name == "country_code" ? PlaceNames.countryCode(of: text) : text
            if let value, !value.isEmpty { put("location." + name, .string(value)) }
        }
    }

    private mutating func setSalary(_ field: MappingField, _ text: String) {
        guard let salary = SalaryText.parse(text) else { return }
        let unit = field.name == "desired_salary" ? "period" : "unit"
        if let min = salary.min, !has(field.name + ".min") { put(field.name + ".min", .integer(min)) }
        if let max = salary.max, !has(field.name + ".max") { put(field.name + ".max", .integer(max)) }
        if !salary.currency.isEmpty, !has(field.name + ".currency") {
            put(field.name + ".currency", .string(salary.currency))
        }
        if !has(field.name + "." + unit) { put(field.name + "." + unit, .string(salary.unit)) }
    }

    /// Last touches that need more than one field.
    mutating func finish(_ kind: ImportKind) {
        // What is asked of the person comes behind what there is to do.
        if kind == .jobs, let profile = object["profile"]?.stringValue {
            let before = object["description"]?.stringValue ?? ""
            object["description"] = .string(before.isEmpty ? profile : before + "\n\n" + profile)
            object["profile"] = nil
        }
        for name in ["base_salary", "desired_salary"] {
            if let code = object[name]?["currency"]?.stringValue {
                let currency = SalaryText.currency(in: code)
                put(name + ".currency", .string(currency.isEmpty ? code.uppercased() : currency))
            }
        }
        // "83126 LA SEYNE SUR MER" in a column of towns.
        if let city = object["location"]?["city"]?.stringValue, city.first?.isNumber == true {
            let place = FieldValues.place(city)
            for (key, value) in place where key == "city" || !has("location." + key) { put("location." + key, value) }
        }
    }

    private mutating func put(_ field: MappingField, _ value: JSONValue?, _ text: String) {
        if let value {
            put(field.name, value)
        } else {
            fail(
                field, "invalid", en: "cannot be read: \(text.prefix(60))", fr: "illisible : \(text.prefix(60))")
        }
    }

    private mutating func fail(_ field: MappingField, _ code: String, en english: String, fr french: String) {
        let message = Phrase(en: "\(field.name) \(english)", fr: "\(field.name) : \(french)")
        problems.append(RecordMapper.Problem(field: field.name, code: code, message: message))
    }

    private mutating func put(_ name: String, _ value: JSONValue) {
        let steps = name.split(separator: ".").map(String.init)
        guard steps.count > 1 else {
            object[name] = value
            return
        }
        var inner = object[steps[0]]?.objectValue ?? JSONObject()
        inner[steps[1]] = value
        object[steps[0]] = .object(inner)
    }

    private mutating func append(_ name: String, _ value: JSONValue) {
        object[name] = .array((object[name]?.arrayValue ?? []) + [value])
    }
}
