import Measures
import Testing

@Suite struct `A day` {
    @Test func `goes to a date and back for four centuries of days`() {
        var expected = Day(year: 1800, month: 1, day: 1)!
        for year in 1800...2200 {
            for month in 1...12 {
                for date in 1...31 {
                    guard let day = Day(year: year, month: month, day: date) else { continue }
                    #expect(day == expected)
                    let parts = day.components
                    #expect(parts.year == year && parts.month == month && parts.day == date)
                    expected = expected.advanced(by: 1)
                }
            }
        }
    }

    @Test(arguments: [
        ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11016), ("2026-06-28", 20632),
        ("0001-01-01", -719_162),
        ("9999-12-31", 2_932_896),
    ])
    func `has the known number`(text: String, number: Int) {
        #expect(Day(text)?.number == Int32(number))
        #expect(Day(number: number).description == text)
    }

    @Test(arguments: [
        "2026-02-29", "1900-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "2026-4-3", "20260403",
        "2026-04-03 ",
        "2026/04/03", "٢٠٢٦-04-03", "", "-026-04-03", "0000-01-01",
    ])
    func `refuses what is not a date`(text: String) { #expect(Day(text) == nil) }

    @Test func `knows its weekday before and after 1970`() {
        #expect(Day("1970-01-01")?.weekday == 4)
        #expect(Day("1969-12-28")?.weekday == 7)
        #expect(Day("2026-06-28")?.weekday == 7)
        for number in -1000...1000 {
            #expect(Day(number: number + 1).weekday == Day(number: number).weekday % 7 + 1)
        }
    }

    @Test func `is written as people write it`() {
        let day = Day("2026-06-08")!
        #expect(day.long == "8 June 2026")
        #expect(day.short == "8 Jun")
        #expect(day.description == "2026-06-08")
    }

    @Test func `orders and strides as its number does`() {
        let first = Day("2026-02-27")!
        let days = Array(first...first.advanced(by: 3))
        #expect(days.map(\.description) == ["2026-02-27", "2026-02-28", "2026-03-01", "2026-03-02"])
        #expect(first.distance(to: days[3]) == 3)
        #expect(first < days[1])
        #expect(Day(number: Int.max).number == Int32.max)
    }
}

@Suite struct `A week` {
    @Test func `holds its seven days from Monday to Sunday`() {
        for number in -30...30 {
            let week = Week(number: number)
            #expect(week.monday.weekday == 1)
            #expect(week.sunday.weekday == 7)
            #expect(Array(week.days).count == 7)
            for day in week.days { #expect(day.week == week) }
            #expect(week.advanced(by: 1).monday == week.sunday.advanced(by: 1))
        }
    }

    @Test func `counts from the week of the first of January 1970`() {
        #expect(Day("1970-01-01")!.week.number == 0)
        #expect(Day("1969-12-29")!.week.number == 0)
        #expect(Day("1969-12-28")!.week.number == -1)
        #expect(Week(number: 3).distance(to: Week(number: -2)) == -5)
        #expect(Week(number: 1) < Week(number: 2))
    }
}

@Suite struct `A work calendar` {
    @Test func `works Monday to Friday unless told otherwise`() {
        let week = Day("2026-06-24")!.week
        #expect(WorkCalendar().workdays(of: week) == 0b001_1111)
        let calendar = WorkCalendar(weekdays: [1, 6], holidays: [Day("2026-06-22")!])
        #expect(calendar.workdays(of: week) == 0b010_0000)
        #expect(!calendar.isWorkday(Day("2026-06-22")!))
        #expect(calendar.isWorkday(Day("2026-06-27")!))
    }

    @Test func `agrees day by day with its weekly bits`() {
        let calendar = WorkCalendar(weekdays: [2, 3, 7], holidays: [Day("2026-01-06")!, Day("2026-01-11")!])
        for number in 2910...2930 {
            let week = Week(number: number)
            for (offset, day) in week.days.enumerated() {
                #expect((calendar.workdays(of: week) >> UInt8(offset) & 1 == 1) == calendar.isWorkday(day))
            }
        }
    }
}
