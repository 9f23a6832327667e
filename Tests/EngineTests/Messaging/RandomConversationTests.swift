import Domain
import Engine
import JSON
import TestSupport
import Testing

/// Random sequences of operations keep what must always hold: unread counts agree with the messages and receipts, the
/// last message is the newest, and nobody sees a conversation that it takes no part in.
@Suite struct RandomConversationTests {
    private struct Dice {
        var state: UInt64

        mutating func below(_ count: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % max(count, 1)
        }

        mutating func pick<Element>(_ elements: [Element]) -> Element { elements[below(elements.count)] }
    }

    private static let people: [World.Person] = [.candidate, .employer, .consultant, .admin]

    @Test(arguments: [UInt64(1), 2, 3])
    func theCountsAgreeWithTheMessages(_ seed: UInt64) throws {
        let world = try MessagingWorld()
        var dice = Dice(state: seed)
        var conversations = [
            try world.begin(.consultant, with: [.candidate]),
            try world.begin(.employer, with: [.candidate, .consultant]),
            try world.begin(.consultant, with: [.admin]),
        ]
        var messages: [JSONValue] = []
        for _ in 0..<120 {
            let person = dice.pick(Self.people)
            let conversation = dice.pick(conversations)
            switch dice.below(12) {
            case 0...4:
                let sent = try world.world.call(
                    "messaging.messages.send", ["conv_id": conversation, "body": .string("Nr. \(messages.count)")],
                    as: person)
                if let id = sent.body["id"], sent.isSuccess { messages.append(id) }
            case 5...7 where !messages.isEmpty:
                _ = try world.status("messaging.messages.markRead", ["message_id": dice.pick(messages)], person)
            case 8 where !messages.isEmpty:
                _ = try world.status("messaging.messages.delete", ["message_id": dice.pick(messages)], person)
            case 9:
                let change: JSONValue = [
                    "conv_id": conversation, "add_participants": [world.user(dice.pick(Self.people))],
                ]
                _ = try world.status("messaging.conversations.update", change, person)
            case 10:
                let change: JSONValue = ["conv_id": conversation, "archived": .bool(dice.below(2) == 0)]
                _ = try world.status("messaging.conversations.update", change, person)
            case 11 where person != .admin && dice.below(4) == 0:
                _ = try world.status("messaging.conversations.delete", ["conv_id": conversation], person)
                if dice.below(2) == 0 { conversations.append(try world.begin(.consultant, with: [.candidate])) }
            default: world.world.clock.advance(minutes: 1)
            }
        }
        #expect(messages.count > 10)
        for person in Self.people { try check(person, world) }
    }

    private func check(_ person: World.Person, _ world: MessagingWorld) throws {
        let own = world.user(person)
        for archived in [false, true] {
            let list = try world.done(
                "messaging.conversations.list", ["archived": .bool(archived), "mine": true], person)
            for conversation in list["data"]?.arrayValue ?? [] {
                let people = conversation["participants"]?.arrayValue ?? []
                let me = try #require(people.first { $0["user_id"] == own })
                let page = try world.done(
                    "messaging.messages.list",
                    ["conv_id": conversation["id"] ?? .null, "page_size": 200, "sort_order": "asc"], person)
                let all = page["data"]?.arrayValue ?? []
                let read = me["last_read_at"]?.stringValue ?? ""
                let unread = all.filter {
                    $0["sender_id"] != own && $0["deleted_at"] == nil && ($0["sent_at"]?.stringValue ?? "") > read
                }
                #expect(conversation["unread"] == .integer(Int64(unread.count)), "\(person)")
                #expect(conversation["message_count"] == .integer(Int64(all.count)))
                #expect(conversation["last_message"]?["id"] == all.last?["id"])
                let times = all.compactMap { $0["sent_at"]?.stringValue }
                #expect(times == times.sorted() && Set(times).count == times.count)
            }
        }
    }
}
