import JSON

extension Resume {
    /// The resume as a JSON Resume document. Empty fields are left out.
    public var json: JSONValue {
        var document = JSONObject()
        document["basics"] = basicsJSON
        document.put("work", work.map(\.json))
        document.put("volunteer", volunteer.map(\.json))
        document.put("education", education.map(\.json))
        document.put("certificates", certificates.map { .object(JSONObject([("name", .string($0))])) })
        document.put(
            "skills",
            skills.map { skill in
                var object = JSONObject()
                object.put("name", skill.name)
                object.put("level", skill.level)
                object.put("keywords", skill.keywords.map { .string($0) })
                return .object(object)
            })
        document.put(
            "languages",
            languages.map { language in
                var object = JSONObject()
                object.put("language", language.language)
                object.put("fluency", language.fluency)
                return .object(object)
            })
        document.put("interests", interests.map { .object(JSONObject([("name", .string($0))])) })
        document.put("projects", projects.map { .object(JSONObject([("name", .string($0))])) })
        return .object(document)
    }

    private var basicsJSON: JSONValue {
        var object = JSONObject()
        object.put("name", basics.name)
        object.put("label", basics.label)
        object.put("email", basics.email)
        object.put("phone", basics.phoneE164.isEmpty ? basics.phone : basics.phoneE164)
        object.put("url", basics.url)
        object.put("summary", basics.summary)
        var location = JSONObject()
        location.put("address", basics.location.address)
        location.put("postalCode", basics.location.postalCode)
        location.put("city", basics.location.city)
        location.put("countryCode", basics.location.countryCode)
        location.put("region", basics.location.region)
        if !location.isEmpty { object["location"] = .object(location) }
        object.put(
            "profiles",
            basics.profiles.map { profile in
                var object = JSONObject()
                object.put("network", profile.network)
                object.put("username", profile.username)
                object.put("url", profile.url)
                return .object(object)
            })
        return .object(object)
    }
}

extension Resume.Work {
    /// One entry of `work`.
    public var json: JSONValue {
        var object = JSONObject()
        object.put("name", name)
        object.put("position", position)
        object.put("location", location)
        object.put("startDate", startDate)
        object.put("endDate", endDate)
        object.put("summary", summary)
        object.put("highlights", highlights.map { .string($0) })
        return .object(object)
    }
}

extension Resume.Education {
    /// One entry of `education`.
    public var json: JSONValue {
        var object = JSONObject()
        object.put("institution", institution)
        object.put("area", area)
        object.put("studyType", studyType)
        object.put("startDate", startDate)
        object.put("endDate", endDate)
        object.put("score", score)
        return .object(object)
    }
}

extension JSONObject {
    /// Sets a member unless its text is empty.
    mutating func put(_ key: String, _ text: String) {
        if !text.isEmpty { self[key] = .string(text) }
    }

    /// Sets a member unless its list is empty.
    mutating func put(_ key: String, _ list: [JSONValue]) {
        if !list.isEmpty { self[key] = .array(list) }
    }
}
