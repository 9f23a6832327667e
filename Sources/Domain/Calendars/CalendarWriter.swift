/// Writes events as iCalendar (RFC 5545).
///
/// Times are written in UTC, which every calendar shows in its reader's own zone, so that no `VTIMEZONE` with rules
/// that change by law has to be carried along; the zone that was chosen is told as `X-WR-TIMEZONE`. Whatever comes
/// from a person is escaped or stripped of line ends, so that no text can add a property of its own.
public enum CalendarWriter {
    /// The events as one `VCALENDAR`. `stamp`, the instant of writing, is given because this has no clock.
    public static func text(of events: [CalendarEvent], method: CalendarEvent.Method, stamp: Int64) -> String {
        var lines = ContentLines()
        lines.add("BEGIN", "VCALENDAR")
        lines.add("VERSION", "2.0")
        lines.add("PRODID", "-//RecrutementPlus//Workstation//EN")
        lines.add("CALSCALE", "GREGORIAN")
        lines.add("METHOD", method.rawValue)
        if let zone = events.map(\.timeZone).first(where: { !$0.isEmpty }) {
            lines.add("X-WR-TIMEZONE", ContentLines.plain(zone))
        }
        for event in events { write(event, method: method, stamp: stamp, to: &lines) }
        lines.add("END", "VCALENDAR")
        return lines.text
    }

    private static func write(
        _ event: CalendarEvent, method: CalendarEvent.Method, stamp: Int64, to lines: inout ContentLines
    ) {
        lines.add("BEGIN", "VEVENT")
        lines.add("UID", ContentLines.escaped(event.uid))
        lines.add("SEQUENCE", String(max(0, event.sequence)))
        lines.add("DTSTAMP", CalendarInstant(stamp).text)
        lines.add("DTSTART", CalendarInstant(event.start).text)
        lines.add("DTEND", CalendarInstant(max(event.end, event.start)).text)
        lines.add("SUMMARY", ContentLines.escaped(event.summary))
        if !event.description.isEmpty { lines.add("DESCRIPTION", ContentLines.escaped(event.description)) }
        if !event.location.isEmpty { lines.add("LOCATION", ContentLines.escaped(event.location)) }
        if !event.url.isEmpty { lines.add("URL", ContentLines.plain(event.url)) }
        if let status = event.status { lines.add("STATUS", (method == .cancel ? .cancelled : status).rawValue) }
        if let organizer = event.organizer {
            lines.add("ORGANIZER\(name(of: organizer))", "mailto:\(ContentLines.address(organizer.email))")
        }
        // A published event is nobody's invitation: RFC 5546 wants no attendees in it.
        for attendee in method == .publish ? [] : event.attendees {
            let role = attendee.isRequired ? "REQ-PARTICIPANT" : "OPT-PARTICIPANT"
            let asks = method == .request && attendee.response == .needsAction
            let parameters = ";ROLE=\(role);PARTSTAT=\(attendee.response.rawValue);RSVP=\(asks ? "TRUE" : "FALSE")"
            lines.add(
                "ATTENDEE\(name(of: attendee))\(parameters)", "mailto:\(ContentLines.address(attendee.email))")
        }
        lines.add("TRANSP", "OPAQUE")
        lines.add("END", "VEVENT")
    }

    private static func name(of person: CalendarEvent.Participant) -> String {
        let name = ContentLines.quoted(person.name)
        return name.isEmpty ? "" : ";CN=\"\(name)\""
    }
}
