import Domain

extension Form {
    /// What the fields hold, as the engine takes it: days as `2026-11-22`, times as instants, money in minor units.
    /// Says of every field what is wrong with it.
    func checkedValues() -> Result<[String: String], FormFault> {
        var values: [String: String] = [:]
        var messages: [String: String] = [:]
        for field in fields {
            guard let text = field.value.nonBlank else {
                values[field.name] = ""
                if field.isRequired { messages[field.name] = rules.say(FormWords.required) }
                continue
            }
            switch read(field, text) {
            case .success(let value): values[field.name] = value
            case .failure(let fault): messages[field.name] = rules.say(fault.phrase)
            }
        }
        return messages.isEmpty ? .success(values) : .failure(FormFault(messages))
    }

    /// Writes what was typed the way it was understood, so that a person sees which day "friday" is; says what is
    /// wrong before the form is sent.
    mutating func settle(_ index: Int) {
        guard fields.indices.contains(index), let text = fields[index].value.nonBlank else { return }
        switch (fields[index].kind, read(fields[index], text)) {
        case (.date, .success(let value)): fields[index].value = value
        case (.dateAndTime, .success(let value)):
            if let instant = Instant(value) { fields[index].value = rules.text(instant) }
        case (.date, .failure(let fault)), (.dateAndTime, .failure(let fault)), (.number, .failure(let fault)),
            (.money, .failure(let fault)):
            fields[index].error = rules.say(fault.phrase)
        default: break
        }
    }

    private struct Fault: Error { let phrase: Phrase }

    private func read(_ field: FormField, _ text: String) -> Result<String, Fault> {
        switch field.kind {
        case .text(let limit), .longText(let limit), .secret(let limit):
            // A text from a person's own editor may be longer than what can be typed here.
            guard text.count <= limit else {
                return .failure(Fault(phrase: FormWords.tooLong(text.count, limit: limit)))
            }
            return .success(text)
        case .choice, .lookup, .toggle: return .success(text)
        case .date:
            guard let date = rules.date(text) else { return .failure(Fault(phrase: FormWords.noDate)) }
            return .success(date.description)
        case .dateAndTime:
            guard let instant = rules.dateAndTime(text) else { return .failure(Fault(phrase: FormWords.noTime)) }
            return .success(instant.description)
        case .number:
            let plain = text.filter { !$0.isWhitespace }.map { $0 == "," ? "." : $0 }
            guard Double(String(plain)) != nil else { return .failure(Fault(phrase: FormWords.noNumber)) }
            return .success(String(plain))
        case .money(let currencyField):
            let currency = fields.first { $0.name == currencyField }?.value.nonBlank ?? "EUR"
            guard let units = MoneyEntry.minorUnits(text, currency: currency) else {
                return .failure(Fault(phrase: FormWords.noAmount))
            }
            return .success(String(units))
        }
    }
}

extension EntryRules {
    func say(_ phrase: Phrase) -> String { phrase[language] }
}

/// What a form says by itself.
public enum FormWords {
    static let required = Phrase(en: "is required", fr: "ce champ est obligatoire")
    static func tooLong(_ count: Int, limit: Int) -> Phrase {
        let english = (NumberWords.count(count, .english), NumberWords.count(limit, .english))
        let french = (NumberWords.count(count, .french), NumberWords.count(limit, .french))
        return Phrase(
            en: "is too long: \(english.0) of at most \(english.1) characters",
            fr: "trop long : \(french.0) caractères sur \(french.1) au plus")
    }
    static let noDate = Phrase(
        en: "is no day: 2026-11-22, 22/11, tomorrow, fri, +3d",
        fr: "date non comprise : 2026-11-22, 22/11, demain, ven, +3j")
    static let noTime = Phrase(
        en: "is no day and time: 2026-11-22 14:30, tomorrow 9:00, fri 2pm",
        fr: "date et heure non comprises : 2026-11-22 14:30, demain 9h, ven 14h30")
    static let noNumber = Phrase(en: "is no number", fr: "ce n’est pas un nombre")
    static let noAmount = Phrase(
        en: "is no amount: 52000, 52k, 52,000.50", fr: "montant non compris : 52000, 52k, 52 000,50")

    /// Said under a field that has no help of its own.
    public static func help(for kind: FormField.Kind) -> Phrase? {
        switch kind {
        case .choice: Phrase(en: "Space: list   ← →: change", fr: "Espace : liste   ← → : changer")
        case .lookup: Phrase(en: "Space, or type: search", fr: "Espace, ou tapez : chercher")
        case .toggle: Phrase(en: "Space: yes or no", fr: "Espace : oui ou non")
        case .date: Phrase(en: "tomorrow, fri, +3d, 22/11, 2026-11-22", fr: "demain, ven, +3j, 22/11, 2026-11-22")
        case .dateAndTime:
            Phrase(en: "tomorrow 9:00, fri 2pm, 2026-11-22 14:30", fr: "demain 9h, ven 14h30, 2026-11-22 14:30")
        case .money: Phrase(en: "52000, 52k, 52,000.50", fr: "52000, 52k, 52 000,50")
        case .text, .longText, .number, .secret: nil
        }
    }

    public static let yes = Phrase(en: "Yes", fr: "Oui")
    public static let no = Phrase(en: "No", fr: "Non")
}
