import Discovery
import Foundation
import Measures
import Testing

@Suite struct `A calendar file` {
    private func file(title: String = "Watch me do my own work", text: String = "Thirty minutes.") -> String {
        CalendarFile.text(
            name: "Demonstrations",
            events: [
                CalendarEvent(
                    uid: "demonstration-1@firsthand.example.com", title: title, text: text,
                    starts: CalendarTime(day: Made.day, minute: 1_425), minutes: 30, place: "Room 4",
                    stamped: CalendarTime(day: Made.day, minute: 0))
            ])
    }

    /// Lines as a reader sees them: folds undone.
    private func lines(_ text: String) -> [String] {
        text.replacing("\r\n ", with: "").split(separator: "\r\n").map(String.init)
    }

    @Test func `has what each event needs, and runs over midnight`() {
        let lines = lines(file())
        for line in [
            "VERSION:2.0", "UID:demonstration-1@firsthand.example.com", "DTSTAMP:20260601T000000Z",
            "DTSTART:20260601T234500Z", "DTEND:20260602T001500Z", "STATUS:CONFIRMED",
        ] { #expect(lines.contains(line), "\(line)") }
        #expect(lines.first == "BEGIN:VCALENDAR" && lines.last == "END:VCALENDAR")
    }

    @Test func `ends every line in CRLF and folds at 75 octets, between characters`() {
        let text = file(text: String(repeating: "Übergrößenträger 日本 ", count: 30))
        let bytes = Array(text.utf8)
        #expect(text.hasSuffix("\r\n"))
        #expect(bytes.indices.allSatisfy { bytes[$0] != 10 || ($0 > 0 && bytes[$0 - 1] == 13) })
        for line in text.split(separator: "\r\n") { #expect(line.utf8.count <= 75) }
        #expect(
            text.replacing("\r\n ", with: "").contains(String(repeating: "Übergrößenträger 日本 ", count: 30)))
    }

    @Test func `escapes what would end a text, so that nobody adds a line of their own`() {
        let all = file(title: "a,b;c\\d\r\nBEGIN:VALARM\u{07}")
        #expect(lines(all).contains("SUMMARY:a\\,b\\;c\\\\d\\nBEGIN:VALARM"))
        #expect(!lines(all).contains("BEGIN:VALARM"))
    }

    /// The very bytes that Python's `icalendar` reads in References/calendar_file.py.
    @Test func `is what the reference reads`() throws {
        var root = URL(fileURLWithPath: #filePath)
        for _ in 0..<3 { root.deleteLastPathComponent() }
        let events = ["b", "a"].map { name in
            CalendarEvent(
                uid: "\(name)@firsthand.example.com", title: "Commas, semicolons; backslashes \\ and\nlines",
                text: String(repeating: "Übergrößenträger 日本 ", count: 12),
                starts: CalendarTime(day: Made.day, minute: 1_425), minutes: 30,
                stamped: CalendarTime(day: Made.day, minute: 0), isCancelled: name == "b")
        }
        let text = CalendarFile.text(name: "Reference", events: events)
        let path = root.appendingPathComponent("References/calendar_file.ics")
        #expect(try Data(contentsOf: path) == Data(text.utf8))
    }
}
