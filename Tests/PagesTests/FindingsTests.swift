import Measures
import Pages
import Testing

@Suite struct `Finding over the trend` {
    private let now = Week(containing: Day("2026-06-28")!)

    private func weeks(_ shares: [Double?]) -> [Findings.WeekShare] {
        shares.enumerated().map {
            .init(week: now.advanced(by: $0.offset - shares.count + 1), share: $0.element)
        }
    }

    @Test func `says since when habit has stood`() {
        let rise = [0.05, 0.08, 0.11, 0.14] + [Double](repeating: 0.18, count: 16)
        #expect(Findings.trend(weeks(rise)) == "Habit has stood at 18\u{A0}% since March")
    }

    @Test func `says the year where it is another`() {
        let rise = [0.05] + [Double](repeating: 0.18, count: 40)
        #expect(Findings.trend(weeks(rise)) == "Habit has stood at 18\u{A0}% since September 2025")
    }

    @Test func `says all weeks where it never moved`() {
        #expect(
            Findings.trend(weeks([Double](repeating: 0.2, count: 9)))
                == "Habit has stood at 20\u{A0}% in all the weeks we can see")
    }

    @Test func `says rose and fell with both ends`() {
        let rise = (0..<12).map { 0.1 + 0.02 * Double($0) }
        #expect(Findings.trend(weeks(rise)) == "Habit rose from 16\u{A0}% in April to 32\u{A0}%")
        #expect(Findings.trend(weeks(rise.reversed())) == "Habit fell from 26\u{A0}% in April to 10\u{A0}%")
    }

    @Test func `says so when it goes up and down`() {
        let wave = (0..<12).map { $0 % 2 == 0 ? 0.1 : 0.2 }
        #expect(Findings.trend(weeks(wave)) == "Habit is at 20\u{A0}% and has gone up and down since April")
    }

    @Test func `passes over weeks that are withheld`() {
        #expect(
            Findings.trend(weeks([nil, nil] + [Double](repeating: 0.2, count: 9) + [nil]))
                == "Habit has stood at 20\u{A0}% in all the weeks we can see")
    }

    @Test func `claims no trend from one week or none`() {
        #expect(Findings.trend(weeks([0.2])) == "Habit is at 20\u{A0}%; one week cannot show a trend")
        #expect(Findings.trend(weeks([nil])) == "How habit has moved cannot be shown")
        #expect(Findings.trend([]) == "How habit has moved cannot be shown")
    }
}

@Suite struct `Findings over the other charts` {
    @Test func `count people in tens`() {
        #expect(
            Findings.loss(tried: 0.31, habit: 0.18) == "Three in ten have tried one; 18\u{A0}% keep using one"
        )
        #expect(Findings.loss(tried: 0.1, habit: 0.02) == "One in ten has tried one; 2\u{A0}% keep using one")
        #expect(
            Findings.loss(tried: 0.02, habit: 0)
                == "Fewer than one in ten have tried one; 0\u{A0}% keep using one")
        #expect(Findings.loss(tried: 1, habit: 0.5) == "Everybody has tried one; 50\u{A0}% keep using one")
        #expect(
            Findings.loss(tried: nil, habit: 0.18)
                == "18\u{A0}% keep using one; how many tried cannot be shown")
        #expect(
            Findings.loss(tried: 0.97, habit: nil)
                == "Nearly everybody has tried one; how many keep using one cannot be shown")
        #expect(Findings.loss(tried: nil, habit: nil) == "Where people are lost cannot be shown")
    }

    @Test func `read the power-user curve`() {
        #expect(
            Findings.powerCurve(total: 100, none: 60, median: 0)
                == "60\u{A0}% used it on no day of the last 28")
        #expect(
            Findings.powerCurve(total: 100, none: 10, median: 1)
                == "Half used it on 1 day or fewer in the last 28")
        #expect(
            Findings.powerCurve(total: 100, none: 10, median: nil)
                == "90\u{A0}% used it on at least one day of the last 28")
        #expect(Findings.powerCurve(total: 0, none: 0, median: nil) == "Nobody is on the roster")
    }

    @Test func `name a leader only with its chance`() {
        #expect(
            Findings.barriers([("No personal value", 0.74), ("Echo chamber", 0.2)])
                == "“No personal value” is the likeliest first barrier: 74\u{A0}%")
        #expect(
            Findings.barriers([("Echo chamber", 0.41)])
                == "No barrier clearly leads; “Echo chamber” is first with 41\u{A0}%")
        #expect(Findings.barriers([]) == "No barrier deserves a name on this evidence")
    }

    @Test func `set belief beside fact`() {
        #expect(
            Findings.layers(believed: ("executives", 0.76, 0.31), widest: nil)
                == "Executives believe 76\u{A0}% gain from it; 31\u{A0}% of contributors say so: 45 points apart"
        )
        #expect(
            Findings.layers(believed: nil, widest: ("I get time", ("executives", 0.7), ("contributors", 0.3)))
                == "The layers differ most on “I get time”: 70\u{A0}% of executives, 30\u{A0}% of contributors"
        )
        #expect(
            Findings.layers(believed: nil, widest: nil) == "What the layers feel cannot be set side by side")
    }

    @Test func `say who is out of sight`() {
        #expect(
            Findings.map(dark: 6, known: 12)
                == "In 6 of 12 teams we can show, most people who do not use it see nobody who does")
        #expect(
            Findings.map(dark: 1, known: 1)
                == "In the one team we can show, most people who do not use it see nobody who does")
        #expect(
            Findings.map(dark: 0, known: 3)
                == "In no team we can show are most non-users out of sight of a user")
        #expect(
            Findings.map(dark: 0, known: 0) == "Who has a user in sight cannot be shown")
    }

    @Test func `name no group as the last`() {
        func share(_ share: Double, _ words: String? = nil) -> Findings.GroupShare {
            Findings.GroupShare(share: share, words: words ?? "\(Int((share * 100).rounded()))\u{A0}%")
        }
        #expect(
            Findings.groups(kind: "teams", shares: [share(0.46), share(0.04), share(0.2)])
                == "Habit runs from 4\u{A0}% to 46\u{A0}% between teams")
        #expect(
            Findings.groups(
                kind: "teams", shares: [share(0.45, "about 45\u{A0}%"), share(0.05, "hardly anybody")])
                == "Habit runs from hardly anybody to about 45\u{A0}% between teams")
        #expect(
            Findings.groups(kind: "teams", shares: [share(0.2), share(0.22)])
                == "Habit is much the same in all teams we can show")
        let few = share(0.05, "hardly anybody")
        #expect(
            Findings.groups(kind: "teams", shares: [few, few])
                == "Hardly anybody has a habit in any of the teams we can show")
        let most = share(0.95, "nearly everybody")
        #expect(
            Findings.groups(kind: "teams", shares: [most, most])
                == "Nearly everybody has a habit in each of the teams we can show")
        #expect(Findings.groups(kind: "teams", shares: [share(0.2)]) == "How teams differ cannot be shown")
        #expect(
            Findings.spread(kind: "teams", shares: [0, 0.19, 0.2, 0.5, 0.8, 1], all: 12_000)
                == "All 12\u{202F}000 teams by their habit share: under 20\u{A0}%: 2; 20–40\u{A0}%: 1; 40–60\u{A0}%: 1; "
                + "60–80\u{A0}%: 0; 80–100\u{A0}%: 2; cannot be shown: 11\u{202F}994.")
    }

    @Test func `count changes and free weeks`() {
        func words(_ running: Int, _ teams: Int, _ without: Int) -> String {
            Findings.changes(running: running, teams: teams, withoutRoom: without, weeks: "12 weeks")
        }
        #expect(
            words(6, 4, 2) == "6 changes are under way; 2 of 4 teams have no free week in the next 12 weeks")
        #expect(words(1, 4, 1) == "1 change is under way; 1 of 4 teams has no free week in the next 12 weeks")
        #expect(words(2, 4, 4) == "2 changes are under way; no team has a free week in the next 12 weeks")
        #expect(words(0, 3, 0) == "No change is under way; every team has free weeks in the next 12 weeks")
    }

    @Test func `open coverage with who is missing`() {
        #expect(
            Findings.coverage(everybody: 412, unseen: 30, late: 1)
                == "For 30 of 412\u{A0}people, use cannot be seen; one source ends early")
        #expect(Findings.coverage(everybody: 412, unseen: 0, late: 0) == "Everybody’s use can be seen")
        #expect(
            Findings.coverage(everybody: nil, unseen: nil, late: 2)
                == "How many people’s use cannot be seen is withheld; 2 sources end early")
    }

    @Test func `say whether thresholds matter`() {
        #expect(
            Findings.sensitivity(same: 9, all: 9)
                == "The verdict is the same at all 9 settings of the thresholds")
        #expect(
            Findings.sensitivity(same: 5, all: 9)
                == "The verdict is the same at 5 of 9 settings of the thresholds")
        #expect(Findings.sensitivity(same: 0, all: 0) == "The verdict was not tried at other thresholds")
    }
}
