"""Reads a calendar file of ours (calendar_file.ics, which the test compares) with a parser that is not ours."""
import pathlib

from icalendar import Calendar

data = pathlib.Path(__file__).with_suffix(".ics").read_bytes()
assert all(len(line) <= 75 for line in data.split(b"\r\n"))
calendar = Calendar.from_ical(data)
events = list(calendar.walk("VEVENT"))
assert [str(event["UID"]) for event in events] == ["a@firsthand.example.com", "b@firsthand.example.com"]
first = events[0]
assert str(first["SUMMARY"]) == "Commas, semicolons; backslashes \\ and\nlines"
assert str(first["DESCRIPTION"]) == "Übergrößenträger 日本 " * 12
assert first.decoded("DTSTART").isoformat() == "2026-06-01T23:45:00+00:00"
assert first.decoded("DTEND").isoformat() == "2026-06-02T00:15:00+00:00"
assert str(events[1]["STATUS"]) == "CANCELLED"
print("read", len(events), "events; nothing lost")
