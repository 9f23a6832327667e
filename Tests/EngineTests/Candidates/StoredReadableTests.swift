import Domain
import JSON
import Testing

@testable import Engine

/// What is read without a decoder is what the decoder reads.
@Suite struct StoredReadableTests {
    private func agree<Element: Equatable & StoredReadable>(_ type: Element.Type, _ texts: [String]) throws {
        for text in texts {
            let json = try JSONValue(parsing: text)
            let decoded = try? json.decoded(as: Element.self, unknownFields: .ignore, isStored: true)
            if let read = Element(stored: json) { #expect(read == decoded, "\(text)") }
            let list: [Element]? = try? StoredJSON.directList("[\(text), \(text)]")
            #expect(list == decoded.map { [$0, $0] }, "\(text)")
            let value: Element? = try? StoredJSON.directValue(text)
            #expect(value == decoded, "\(text)")
        }
        // At least what is written today is read the short way.
        #expect(Element(stored: try JSONValue(parsing: texts[0])) != nil)
    }

    @Test func contacts() throws {
        try agree(
            LabelledEmail.self,
            [
                #"{"value":"zoé@exemple.fr","type":"work"}"#, #"{"value":"a..b@c"}"#,
                #"{"value":"a@b.fr","type":null}"#,
                #"{"value":3}"#, #"{"type":"work"}"#, #""a@b.fr""#, #"{"value":"a@b.fr","type":4}"#,
                #"{"value":"a@b.fr","unknown":1}"#,
            ])
        try agree(
            LabelledPhone.self,
            [
                #"{"value":"06 12 34","e164":"+33612345678","type":"mobile"}"#, #"{"value":"1"}"#, #"{"e164":"+33"}"#,
                #"{"value":"1","e164":7}"#,
            ])
        try agree(
            NetworkProfile.self,
            [
                #"{"network":"LinkedIn","url":"https://example.com/in/zoe","username":"zoe"}"#, #"{"network":"x"}"#,
                #"{"network":"x","url":"ftp://example.com"}"#, #"{"network":"x","url":null}"#,
            ])
    }

    @Test func wishes() throws {
        try agree(SpokenLanguage.self, [#"{"language":"fr","fluency":"C2"}"#, #"{"language":"李"}"#, "{}", "[]"])
        try agree(
            DesiredSalary.self,
            [
                #"{"min":1,"max":2,"currency":"EUR","period":"YEAR"}"#, #"{"currency":"XXQ","period":"YEAR"}"#,
                #"{"min":-1,"currency":"EUR","period":"YEAR"}"#, #"{"min":1.0,"currency":"EUR","period":"YEAR"}"#,
                #"{"min":1.5,"currency":"EUR","period":"YEAR"}"#, #"{"currency":"EUR","period":"age"}"#,
            ])
        try agree(Job.EmploymentType.self, [#""FULL_TIME""#, #""full_time""#, "1"])
        try agree(String.self, [#""a""#, "1", "null"])
    }
}
