package import Measures

/// A minute of a day in UTC.
package struct CalendarTime: Hashable, Comparable, Sendable {
    package let day: Day
    /// Minutes since midnight, 0..<1,440.
    package let minute: Int

    /// A minute of a day; minutes over the day's end run into the next.
    package init(day: Day, minute: Int) {
        self.day = day.advanced(by: minute >= 0 ? minute / 1_440 : (minute - 1_439) / 1_440)
        self.minute = ((minute % 1_440) + 1_440) % 1_440
    }

    package static func < (left: CalendarTime, right: CalendarTime) -> Bool {
        left.day == right.day ? left.minute < right.minute : left.day < right.day
    }

    /// The time as calendars write it, for example `20260302T133000Z`.
    var text: String {
        func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
        return CalendarFile.date(day) + "T\(two(minute / 60))\(two(minute % 60))00Z"
    }
}

/// Something that stands in a calendar.
package struct CalendarEvent: Hashable, Sendable {
    /// Lasting and unique over all calendars, for example `demonstration-12@firsthand.example.com`.
    package let uid: String
    package let title: String
    package let text: String
    package let starts: CalendarTime
    package let minutes: Int
    /// Where to go, or a link; nil: nowhere in particular.
    package let place: String?
    /// When the event was last changed.
    package let stamped: CalendarTime
    package let isCancelled: Bool

    package init(
        uid: String, title: String, text: String, starts: CalendarTime, minutes: Int, place: String? = nil,
        stamped: CalendarTime, isCancelled: Bool = false
    ) {
        self.uid = uid
        self.title = title
        self.text = text
        self.starts = starts
        self.minutes = minutes
        self.place = place
        self.stamped = stamped
        self.isCancelled = isCancelled
    }
}

/// A calendar as a file or a feed.
///
/// - Source: RFC 5545: lines end in CRLF and are folded at 75 octets (3.1), texts are escaped (3.3.11), a UID and a DTSTAMP in
///   each event (3.6.1). Read back by Python's `icalendar` in References/calendar_file.py.
package enum CalendarFile {
    /// The media type to send it with.
    package static let mediaType = "text/calendar; charset=utf-8"

    /// A calendar of events, by start, then by uid.
    /// - Complexity: O(letters).
    package static func text(name: String, events: [CalendarEvent]) -> String {
        var lines = [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Firsthand//Discovery 1//EN", "CALSCALE:GREGORIAN",
            "METHOD:PUBLISH", "X-WR-CALNAME:\(escaped(name))",
        ]
        for event in events.sorted(by: { $0.starts == $1.starts ? $0.uid < $1.uid : $0.starts < $1.starts }) {
            let ends = CalendarTime(day: event.starts.day, minute: event.starts.minute + event.minutes)
            lines += [
                "BEGIN:VEVENT", "UID:\(escaped(event.uid))", "DTSTAMP:\(event.stamped.text)",
                "DTSTART:\(event.starts.text)", "DTEND:\(ends.text)", "SUMMARY:\(escaped(event.title))",
                "DESCRIPTION:\(escaped(event.text))",
            ]
            if let place = event.place { lines.append("LOCATION:\(escaped(place))") }
            lines.append("STATUS:\(event.isCancelled ? "CANCELLED" : "CONFIRMED")")
            lines.append("END:VEVENT")
        }
        lines.append("END:VCALENDAR")
        return lines.map { folded($0) + "\r\n" }.joined()
    }

    /// A text with backslashes, semicolons, commas and line ends escaped; other control characters are left out.
    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.replacing("\r\n", with: "\n").unicodeScalars {
            switch scalar {
            case "\\", ";", ",": result += "\\\(scalar)"
            case "\n", "\r": result += "\\n"
            default: if scalar.value >= 32, scalar.value != 127 { result.unicodeScalars.append(scalar) }
            }
        }
        return result
    }

    /// A line cut so that no piece has more than 75 octets; no character is cut in two.
    static func folded(_ line: String) -> String {
        var result = ""
        var octets = 0
        for scalar in line.unicodeScalars {
            let size = String(scalar).utf8.count
            if octets + size > 75 {
                result += "\r\n "
                octets = 1
            }
            result.unicodeScalars.append(scalar)
            octets += size
        }
        return result
    }

    static func date(_ day: Day) -> String { day.description.filter { $0 != "-" } }
}
