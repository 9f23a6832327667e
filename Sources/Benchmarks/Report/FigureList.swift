import JSON

/// Figures as JSON for programs.
struct FigureList {
    let figures: [Figure]

    var json: JSONValue {
        .array(
            figures.map { figure in
                var object = JSONObject()
                object["id"] = .string(figure.id)
                object["title"] = .string(figure.title)
                object["applications"] = .integer(Int64(figure.applications))
                object["runs"] = .integer(Int64(figure.runs))
                object["ours"] = figure.ours.json
                object["raw"] = figure.raw?.json ?? .null
                object["ratio"] = figure.ratio.map { .number($0) } ?? .null
                if let budget = figure.budget {
                    object["budget"] = .object(
                        JSONObject([
                            ("text", .string(budget.text)), ("limit", budget.limit.json),
                            ("measured", budget.measured.json), ("met", .bool(budget.isMet)),
                        ]))
                }
                object["details"] = .object(JSONObject(figure.details.map { ($0.name, $0.value.json) }))
                return .object(object)
            })
    }
}

extension Quantity {
    var json: JSONValue { ["value": .number(value), "unit": .string(unit.rawValue)] }
}
