/// Finds every fault of an input that did not decode, by decoding each of its parts by itself.
struct ErrorCollector {
    let rules: DecodingRules
    var errors: [FieldError] = []

    mutating func collect<T: Decodable>(_ type: T.Type, _ decoder: ValueDecoder) {
        guard errors.count < InputErrors.limit else { return }
        let before = errors.count
        collectParts(type, decoder)
        guard errors.count == before else { return }
        // The parts are sound; what is left is what the type says of them together.
        do throws(FieldError) {
            _ = try decoder.decode(type)
        } catch {
            errors.append(error)
        }
    }

    private mutating func collectParts(_ type: any Decodable.Type, _ decoder: ValueDecoder) {
        if let optional = type as? any OptionalInput.Type {
            guard !decoder.value.isNull, let wrapped = optional.wrappedInput else { return }
            collectParts(wrapped, decoder)
        } else if let patch = type as? any PatchInput.Type {
            guard !decoder.value.isNull else { return }
            collectParts(patch.valueInput, decoder)
        } else if let list = type as? any ListInput.Type {
            guard let element = list.elementInput, let elements = try? decoder.elements() else { return }
            for (index, value) in elements.enumerated() where errors.count < InputErrors.limit {
                collect(element, ValueDecoder(value, in: decoder, at: .index(index)))
            }
        } else if let dictionary = type as? any DictionaryInput.Type {
            guard let element = dictionary.textKeyedInput, case .object(let object) = decoder.value else { return }
            for member in object.members where errors.count < InputErrors.limit {
                collect(element, ValueDecoder(member.value, in: decoder, at: .key(member.key)))
            }
        } else if case .object(let object) = decoder.value {
            let shape = Shape.of(type)
            if let single = shape.single {
                // A type that decodes itself, such as any JSON, has no parts.
                if ObjectIdentifier(single) != ObjectIdentifier(type) { collectParts(single, decoder) }
            } else {
                collectFields(shape, object, decoder)
            }
        }
    }

    private mutating func collectFields(_ shape: TypeShape, _ object: JSONObject, _ decoder: ValueDecoder) {
        guard shape.isObject, shape.failure == nil else { return }
        for field in shape.fields where errors.count < InputErrors.limit {
            if let value = object[field.name] {
                if value.isNull && field.isOptional { continue }
                collect(field.type, ValueDecoder(value, in: decoder, at: .key(field.name)))
            } else if !field.isOptional && !field.hasDefault {
                errors.append(decoder.missingMember(field.name))
            }
        }
        guard rules.unknownFields == .refuse else { return }
        let known = shape.fields.map(\.name)
        let names = Set(known)
        for member in object.members where !names.contains(member.key) && errors.count < InputErrors.limit {
            errors.append(decoder.unknownMember(member.key, known: known))
        }
    }
}
