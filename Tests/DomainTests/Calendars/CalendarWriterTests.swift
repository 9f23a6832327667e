import Testing

@testable import Domain

struct CalendarWriterTests {
    static let event = CalendarEvent(
        uid: "0190-7@example.com", sequence: 2, start: 1_769_851_800_000, end: 1_769_855_400_000,
        timeZone: "Europe/Paris", summary: "Interview: Zoé 李; backend, round 2", description: "Line one\nLine two",
        location: "12 rue des Lilas, Nantes", url: "https://meet.example.com/a?b=c,d",
        organizer: .init(name: "Anne Martin", email: "anne@example.com"),
        attendees: [
            .init(name: "Zoé 李", email: "zoe@example.com"),
            .init(name: "", email: "k@example.com", response: .accepted),
        ])

    private func unfolded(_ text: String) -> [String] {
        text.unicodeScalars.split(separator: "\r\n".unicodeScalars).map { String(String.UnicodeScalarView($0)) }
            .reduce(into: []) { lines, line in
                if line.unicodeScalars.first == " " {
                    lines[lines.count - 1] += String(String.UnicodeScalarView(line.unicodeScalars.dropFirst()))
                } else {
                    lines.append(line)
                }
            }
    }

    @Test func aRequestHasEveryPropertyOnce() {
        let lines = unfolded(CalendarWriter.text(of: [Self.event], method: .request, stamp: 1_767_225_600_000))
        #expect(
            lines == [
                "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//RecrutementPlus//Workstation//EN", "CALSCALE:GREGORIAN",
                "METHOD:REQUEST", "X-WR-TIMEZONE:Europe/Paris", "BEGIN:VEVENT", "UID:0190-7@example.com", "SEQUENCE:2",
                "DTSTAMP:20260101T000000Z", "DTSTART:20260131T093000Z", "DTEND:20260131T103000Z",
                "SUMMARY:Interview: Zoé 李\\; backend\\, round 2", "DESCRIPTION:Line one\\nLine two",
                "LOCATION:12 rue des Lilas\\, Nantes", "URL:https://meet.example.com/a?b=c,d", "STATUS:CONFIRMED",
                "ORGANIZER;CN=\"Anne Martin\":mailto:anne@example.com",
                "ATTENDEE;CN=\"Zoé 李\";ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:zoe@example.com",
                "ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=FALSE:mailto:k@example.com", "TRANSP:OPAQUE",
                "END:VEVENT", "END:VCALENDAR",
            ])
    }

    @Test func linesAreFoldedBetweenCharacters() {
        var event = Self.event
        event.summary = String(repeating: "é", count: 100) + String(repeating: "李", count: 100)
        let text = CalendarWriter.text(of: [event], method: .publish, stamp: 0)
        let lines = Array(text.utf8).split(separator: 0x0A)
        #expect(lines.allSatisfy { $0.last == 0x0D && $0.count <= 76 })
        #expect(lines.allSatisfy { String(validating: $0, as: UTF8.self) != nil })
        #expect(unfolded(text).contains("SUMMARY:" + event.summary))
    }

    @Test(arguments: [
        "Zoé\r\nATTENDEE:mailto:evil@example.com", "a\nEND:VEVENT", "x\"\r;X=1:y", "u\u{2028}BEGIN:VALARM",
    ])
    func noTextAddsAProperty(_ hostile: String) {
        var event = Self.event
        event.summary = hostile
        event.location = hostile
        event.url = hostile
        event.uid = hostile
        event.timeZone = hostile
        event.organizer?.name = hostile
        event.organizer?.email = hostile
        event.attendees = [.init(name: hostile, email: hostile)]
        let names = unfolded(CalendarWriter.text(of: [event], method: .request, stamp: 0)).map { line in
            String(line.prefix { $0 != ":" && $0 != ";" })
        }
        #expect(names.filter { $0 == "ATTENDEE" }.count == 1)
        #expect(names.filter { $0.hasPrefix("BEGIN") }.count == 2)
        #expect(names.filter { $0.hasPrefix("END") }.count == 2)
        #expect(!names.contains("X"))
    }

    @Test func aCancellationIsCancelledForAll() {
        let text = CalendarWriter.text(of: [Self.event], method: .cancel, stamp: 0)
        #expect(text.contains("METHOD:CANCEL\r\n"))
        #expect(text.contains("STATUS:CANCELLED\r\n"))
        #expect(!text.contains("RSVP=TRUE"))
    }

    @Test(arguments: [
        (Int64(0), "19700101T000000Z"), (-1, "19691231T235959Z"), (951_782_400_000, "20000229T000000Z"),
        (4_107_542_400_000, "21000301T000000Z"), (-2_208_988_800_000, "19000101T000000Z"),
        (1_709_251_199_999, "20240229T235959Z"),
    ])
    func instants(_ milliseconds: Int64, _ expected: String) {
        #expect(CalendarInstant(milliseconds).text == expected)
    }
}
