extension ValueDecoder {
    /// The value is of the wrong kind; `expected` is a JSON Schema type name.
    func mismatch(_ expected: String) -> FieldError {
        if value.isNull {
            return FieldError(
                field: path, code: "required", message: "A value is required, not null.",
                parameters: ["expected": expected])
        }
        let article = "aio".contains(expected.prefix(1)) ? "an" : "a"
        return FieldError(
            field: path, code: "type", message: "Expected \(article) \(expected), not \(value.kindDescription).",
            parameters: ["expected": expected, "actual": value.kindName])
    }

    func fieldError(from fault: ScalarFault) -> FieldError {
        switch fault {
        case .mismatch(let expected): mismatch(expected)
        case .outOfRange(let minimum, let maximum):
            FieldError(
                field: path, code: "out_of_range", message: "The number must be between \(minimum) and \(maximum).",
                parameters: ["minimum": minimum, "maximum": maximum])
        }
    }

    func missingMember(_ name: String) -> FieldError {
        FieldError(field: path(of: name), code: "required", message: "This field is required.")
    }

    func unknownMember(_ name: String, known: [String]) -> FieldError {
        let shown = String(name.prefix(64))
        guard let suggestion = nearestName(to: name, among: known) else {
            return FieldError(field: path(of: shown), code: "unknown", message: "There is no field '\(shown)' here.")
        }
        return FieldError(
            field: path(of: shown), code: "unknown",
            message: "There is no field '\(shown)' here. Did you mean '\(suggestion)'?",
            parameters: ["suggestion": suggestion])
    }

    /// What a type threw while it was decoded from this value, as a fault with a path.
    func fieldError(from error: any Error, decoding type: any Decodable.Type) -> FieldError {
        switch error {
        case let error as FieldError: return error
        case let problem as ValueProblem:
            return FieldError(
                field: problem.field.isEmpty ? path : path(of: problem.field), code: problem.code,
                message: problem.message, parameters: problem.parameters)
        case DecodingError.keyNotFound(let key, _): return missingMember(snakeCase(key.stringValue))
        case DecodingError.typeMismatch(_, let context):
            return FieldError(field: path, code: "type", message: context.debugDescription)
        case DecodingError.valueNotFound(_, let context):
            return FieldError(field: path, code: "required", message: context.debugDescription)
        case DecodingError.dataCorrupted(let context):
            guard let allowed = allowedTexts(of: type) else {
                return FieldError(field: path, code: "invalid", message: context.debugDescription)
            }
            return notAllowed(allowed)
        default: return FieldError(field: path, code: "invalid", message: "\(error)")
        }
    }

    private func notAllowed(_ allowed: [String]) -> FieldError {
        let list = allowed.joined(separator: ", ")
        var fault = FieldError(
            field: path, code: "invalid", message: "Expected one of: \(list).", parameters: ["allowed": list])
        if let text = value.stringValue, let suggestion = nearestName(to: text, among: allowed) {
            fault.message += " Did you mean '\(suggestion)'?"
            fault.parameters["suggestion"] = suggestion
        }
        return fault
    }

    private func path(of member: String) -> String {
        let path = path
        return path.isEmpty ? member : "\(path).\(member)"
    }
}
