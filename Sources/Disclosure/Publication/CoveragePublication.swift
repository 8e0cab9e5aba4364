package import Diagnosis
package import Measures
package import Rollout

/// What a case can see and what it cannot, as it may be shown: the one source of terminal, JSON and report.
package struct CoveragePublication: Sendable {
    package let name: String
    package let asOf: Day
    /// People of the roster on the as-of day: a fact of the roster, not of anybody's behaviour.
    package let people: Int
    /// False where the analyst asked for `--unprotected`; every page says so.
    package let isProtected: Bool
    package let roster: Roster
    /// Sources of use, by name and then by team.
    package let sources: [SourceRow]
    /// Everything else that has a time, in the order of the files.
    package let others: [OtherRow]
    package let weeks: [WeekRow]
    package let gaps: [GapRow]
    /// Exports, in the order of their paths.
    package let files: [FileRow]
    /// What is missing, what would settle most first.
    package let missing: [BlindSpots.Missing]
    /// How much of each barrier can be read, in the order of the codes.
    package let barriers: [BarrierSight]
    /// Measures of the organisation that are not known although nothing they need is missing.
    package let unknown: [UnknownMeasure]
    package let agreements: [PublishedAgreement]
    package let notices: [Notice]

    package init(
        name: String, asOf: Day, people: Int, isProtected: Bool, roster: Roster, sources: [SourceRow],
        others: [OtherRow], weeks: [WeekRow], gaps: [GapRow], files: [FileRow],
        missing: [BlindSpots.Missing], barriers: [BarrierSight], unknown: [UnknownMeasure],
        agreements: [PublishedAgreement], notices: [Notice]
    ) {
        self.name = name
        self.asOf = asOf
        self.people = people
        self.isProtected = isProtected
        self.roster = roster
        self.sources = sources
        self.others = others
        self.weeks = weeks
        self.gaps = gaps
        self.files = files
        self.missing = missing
        self.barriers = barriers
        self.unknown = unknown
        self.agreements = agreements
        self.notices = notices
    }

    /// A reason to trust a source less.
    package struct Mark: Hashable, Sendable {
        /// Why.
        package enum Kind: String, Hashable, Sendable, CaseIterable {
            /// Names are codes that join nobody.
            case concealed
            /// Part of its rows or people stay out.
            case partial
            /// It tells of a day late, or ended some time ago.
            case late
            /// What it covers was not said and is assumed.
            case assumed
            /// What it tells was worked out from something else.
            case derived
            /// Only the last days of use are told.
            case lastSeenOnly

            /// The mark as a page writes it.
            package var words: String { self == .lastSeenOnly ? "last days only" : rawValue }
        }

        package let kind: Kind
        /// One sentence.
        package let sentence: String

        package init(_ kind: Kind, _ sentence: String) {
            self.kind = kind
            self.sentence = sentence
        }
    }

    /// Who is there: where that comes from, and why to trust it less.
    package struct Roster: Hashable, Sendable {
        /// Files that say who is there, `people.csv` first; empty: it was made from those who are named.
        package let files: [String]
        package let teams: Int
        package let roles: Int
        package let marks: [Mark]

        package init(files: [String], teams: Int, roles: Int, marks: [Mark]) {
            self.files = files
            self.teams = teams
            self.roles = roles
            self.marks = marks
        }
    }

    /// A source of use, for a team or for everybody it sees.
    package struct SourceRow: Sendable {
        /// Days the source speaks of in one go.
        package struct Stretch: Hashable, Sendable {
            package let from: Day
            package let to: Day

            package init(from: Day, to: Day) {
                self.from = from
                self.to = to
            }
        }

        package let source: String
        package let team: String?
        package let people: Disclosed<Int>
        /// Whether the source lists the people it sees; otherwise it sees whoever is there.
        package let listsPeople: Bool
        package let absence: Coverage.Absence
        /// Ascending, apart from each other.
        package let stretches: [Stretch]
        package let marks: [Mark]
        /// The files it comes from.
        package let files: [String]

        package init(
            source: String, team: String?, people: Disclosed<Int>, listsPeople: Bool,
            absence: Coverage.Absence, stretches: [Stretch], marks: [Mark], files: [String]
        ) {
            self.source = source
            self.team = team
            self.people = people
            self.listsPeople = listsPeople
            self.absence = absence
            self.stretches = stretches
            self.marks = marks
            self.files = files
        }
    }

    /// Another file of the case on the same axis: single days, or a span.
    package struct OtherRow: Hashable, Sendable {
        package let file: String
        /// What it tells, in a few words.
        package let what: String
        /// Days it speaks of, ascending; at most one a week.
        package let days: [Day]
        /// Whether the days are the ends of one span.
        package let isSpan: Bool

        package init(file: String, what: String, days: [Day], isSpan: Bool) {
            self.file = file
            self.what = what
            self.days = days
            self.isSpan = isSpan
        }
    }

    /// One week: of the people at work, the share whose use could be seen.
    package struct WeekRow: Sendable {
        package let week: Week
        package let visible: Disclosed<Double>

        package init(week: Week, visible: Disclosed<Double>) {
            self.week = week
            self.visible = visible
        }
    }

    /// A gap in a source.
    package struct GapRow: Sendable {
        package let source: String
        package let team: String?
        package let from: Day
        package let to: Day
        package let isEnd: Bool
        package let isBridged: Bool
        package let isStale: Bool
        package let unseen: Disclosed<Int>
        package let measures: [MeasureCode]

        package init(_ gap: Visibility.Gap, unseen: Disclosed<Int>) {
            source = gap.source
            team = gap.team
            from = gap.from
            to = gap.to
            isEnd = gap.isEnd
            isBridged = gap.isBridged
            isStale = gap.isStale
            measures = gap.measures
            self.unseen = unseen
        }
    }

    /// An export: what it is and how its names met the roster. Numbers of names are facts of the files.
    package struct FileRow: Hashable, Sendable {
        package let file: String
        package let kind: String
        package let title: String
        package let rows: Int
        package let refused: Int
        package let unmatchedNames: Int
        package let unmatchedRows: Int
        package let concealed: Int
        package let cannotSee: [String]
        package let lateBy: String?

        package init(
            file: String, kind: String, title: String, rows: Int, refused: Int, unmatchedNames: Int,
            unmatchedRows: Int, concealed: Int, cannotSee: [String], lateBy: String?
        ) {
            self.file = file
            self.kind = kind
            self.title = title
            self.rows = rows
            self.refused = refused
            self.unmatchedNames = unmatchedNames
            self.unmatchedRows = unmatchedRows
            self.concealed = concealed
            self.cannotSee = cannotSee
            self.lateBy = lateBy
        }
    }

    /// How much of a barrier can be read.
    package struct BarrierSight: Hashable, Sendable {
        package let code: BarrierCode
        /// Share of its severity that can be read with what is there, 0...1.
        package let share: Double
        /// Whether nothing of it can be read.
        package let isInvisible: Bool
        /// What cannot be read, as clauses.
        package let hidden: [String]

        package init(code: BarrierCode, share: Double, isInvisible: Bool, hidden: [String]) {
            self.code = code
            self.share = share
            self.isInvisible = isInvisible
            self.hidden = hidden
        }
    }

    /// A measure that is not known, with the diagnosis's own reason.
    package struct UnknownMeasure: Hashable, Sendable {
        package let code: MeasureCode
        package let reason: Reason

        package init(code: MeasureCode, reason: Reason) {
            self.code = code
            self.reason = reason
        }
    }
}
