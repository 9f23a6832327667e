import Domain
import Engine
import JSON
import TestSupport
import Testing

@Suite struct TemplateTests {
    static let thanks: JSONValue = [
        "name": "Merci", "kind": "message", "subject": "Votre candidature : {{job_title}}",
        "body": "Bonjour {{ first_name }},\nmerci pour votre candidature.\n{{sender_full_name}}", "locale": "fr",
    ]

    @Test func aTemplateKnowsItsVariables() throws {
        let world = try MessagingWorld()
        let made = try world.done("messaging.templates.create", Self.thanks, .admin)
        #expect(made["variables"] == ["job_title", "first_name", "sender_full_name"])
        #expect(try world.done("messaging.templates.list", ["kind": "message"], .consultant)["total"] == 1)
        #expect(try world.done("messaging.templates.list", ["q": "MERC"], .consultant)["total"] == 1)
        #expect(try world.status("messaging.templates.create", Self.thanks, .admin) == 409)
        #expect(try world.status("messaging.templates.create", Self.thanks, .consultant) == 403)
        #expect(try world.status("messaging.templates.list", [:], .employer) == 403)
    }

    @Test(arguments: [
        ("Dear {{frist_name}}", "unknown_variable"), ("Dear {{first_name}", "syntax"), ("{{First Name}}", "syntax"),
        ("{{}}", "syntax"),
    ])
    func aVariableThatNobodyKnowsIsRefusedWhenSaved(_ body: String, _ code: String) throws {
        let world = try MessagingWorld()
        let answer = try world.world.call(
            "messaging.templates.create", Self.thanks.with(["body": .string(body)]), as: .admin)
        #expect(answer.status == 422)
        #expect(answer.body["errors"]?[0]?["code"] == .string(code))
        #expect(answer.body["errors"]?[0]?["field"] == "body")
    }

    @Test func declaredVariablesAreFilledInByTheSender() throws {
        let world = try MessagingWorld()
        var input = Self.thanks.with(["body": "Rendez-vous le {{date}}.", "variables": ["date"]])
        let template = try world.done("messaging.templates.create", input, .admin)["id"] ?? .null
        input["variables"] = ["date", "hour"]
        input["name"] = "Other"
        #expect(try world.status("messaging.templates.create", input, .admin) == 422)
        let id = try world.begin(.consultant, with: [.candidate])
        let send: JSONValue = ["conv_id": id, "template_id": template]
        let refused = try world.world.call("messaging.messages.send", send, as: .consultant)
        #expect(refused.status == 422)
        #expect(refused.body["errors"]?[0]?["field"] == "values.date")
        let sent = try world.done(
            "messaging.messages.send", send.with(["values": ["date": "{{first_name}} 3 mars"]]), .consultant)
        // What stands for a variable is not read as a template.
        #expect(sent["body"] == "Rendez-vous le {{first_name}} 3 mars.")
        // Templates are the agency's.
        #expect(try world.status("messaging.messages.send", send, .candidate) == 422)
        // Changing the text keeps the declared variables that are still there.
        let changed = try world.done(
            "messaging.templates.update", ["template_id": template, "body": "Le {{date}}, {{first_name}}"], .admin)
        #expect(changed["variables"] == ["job_title", "date", "first_name"])
    }

    @Test func aMessageKnowsWhomAndWhatItIsAbout() throws {
        let world = try MessagingWorld()
        let template = try world.done(
            "messaging.templates.create",
            Self.thanks.with(["body": "{{first_name}}, {{job_title}} at {{company_name}}. {{sender_first_name}}"]),
            .admin)
        let input: JSONValue = [
            "subject": "s", "participants": [world.user(.candidate)], "related_type": "application",
            "related_id": world.application, "template_id": template["id"] ?? .null,
        ]
        let made = try world.done("messaging.conversations.create", input, .consultant)
        #expect(
            made["last_message"]?["excerpt"] == "candidate, Night nurse at Clinique du Parc. consultant")
    }

    @Test func aTemplateThatAReasonNeedsStays() throws {
        let world = try MessagingWorld()
        let rejection = Self.thanks.with(["kind": "rejection"])
        let template = try world.done("messaging.templates.create", rejection, .admin)["id"] ?? .null
        let reason = try world.done("reasons.list", [:], .admin)["data"]?[0]?["id"] ?? .null
        let plain =
            try world.done(
                "messaging.templates.create", Self.thanks.with(["name": "Plain"]), .admin)["id"] ?? .null
        #expect(try world.status("reasons.update", ["reason_id": reason, "template_id": plain], .admin) == 422)
        try world.done("reasons.update", ["reason_id": reason, "template_id": template], .admin)
        let kept = try world.world.call("messaging.templates.delete", ["template_id": template], as: .admin)
        #expect(kept.status == 409)
        #expect(kept.body["dependants"] == [["type": "reason", "id": reason]])
        // It may change, but not into what a rejection cannot use.
        for change: JSONValue in [["kind": "message"], ["body": "Le {{date}}", "variables": ["date"]]] {
            let refused = try world.world.call(
                "messaging.templates.update", change.with(["template_id": template]), as: .admin)
            #expect(refused.status == 409)
            #expect(refused.body["dependants"]?[0]?["id"] == reason)
        }
        try world.done("messaging.templates.update", ["template_id": template, "body": "Merci."], .admin)
        try world.done("reasons.update", ["reason_id": reason, "template_id": .null], .admin)
        try world.done("messaging.templates.delete", ["template_id": template], .admin)
        #expect(try world.status("messaging.templates.update", ["template_id": template, "name": "x"], .admin) == 404)
    }
}
