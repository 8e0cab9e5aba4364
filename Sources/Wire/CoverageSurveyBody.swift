import Diagnosis
package import Disclosure
import Measures
import Rollout

/// What `firsthand coverage --format json` promises, version 1.
///
/// The schema is `Schemas/firsthand.coverage.1.schema.json`.
package struct CoverageSurveyBody: WireDocument, Hashable {
    package static let schemaName = "firsthand.coverage/1"

    /// A count that may be withheld: null then, with the reason.
    package struct Count: Codable, Hashable, Sendable {
        package var value: Int?
        package var reason: String?

        init(_ count: Disclosed<Int>) {
            value = count.shown
            reason = count.withheldBecause?.sentence
        }

        package func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(value, forKey: .value)
            try container.encode(reason, forKey: .reason)
        }
    }

    /// Days, both included.
    package struct Span: Codable, Hashable, Sendable {
        package var from: String
        package var to: String
    }

    /// A reason to trust a source less.
    package struct Mark: Codable, Hashable, Sendable {
        package var kind: String
        package var sentence: String
    }

    /// Who is there, and where that comes from.
    package struct Roster: Codable, Hashable, Sendable {
        /// Empty: it was made from those whom the exports name.
        package var files: [String]
        package var teams: Int
        package var roles: Int
        package var marks: [Mark]
    }

    /// A source of use.
    package struct Source: Codable, Hashable, Sendable {
        package var source: String
        package var team: String?
        package var people: Count
        package var listsPeople: Bool
        package var absence: String
        package var stretches: [Span]
        package var marks: [Mark]
        package var files: [String]

        package func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(source, forKey: .source)
            try container.encode(team, forKey: .team)
            try container.encode(people, forKey: .people)
            try container.encode(listsPeople, forKey: .listsPeople)
            try container.encode(absence, forKey: .absence)
            try container.encode(stretches, forKey: .stretches)
            try container.encode(marks, forKey: .marks)
            try container.encode(files, forKey: .files)
        }
    }

    /// Another file on the same axis.
    package struct Other: Codable, Hashable, Sendable {
        package var file: String
        package var what: String
        package var days: [String]
        /// Whether the days are the ends of one span.
        package var isSpan: Bool
    }

    /// One week: of the people at work, the share whose use could be seen.
    package struct Week: Codable, Hashable, Sendable {
        package var monday: String
        package var visible: Double?

        package func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(monday, forKey: .monday)
            try container.encode(visible, forKey: .visible)
        }
    }

    /// A gap in a source.
    package struct Gap: Codable, Hashable, Sendable {
        package var source: String
        package var team: String?
        package var from: String
        package var to: String
        package var isEnd: Bool
        package var isBridged: Bool
        package var isStale: Bool
        package var unseen: Count
        package var measures: [String]

        package func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(source, forKey: .source)
            try container.encode(team, forKey: .team)
            try container.encode(from, forKey: .from)
            try container.encode(to, forKey: .to)
            try container.encode(isEnd, forKey: .isEnd)
            try container.encode(isBridged, forKey: .isBridged)
            try container.encode(isStale, forKey: .isStale)
            try container.encode(unseen, forKey: .unseen)
            try container.encode(measures, forKey: .measures)
        }
    }

    /// An export, and how its names met the roster.
    package struct File: Codable, Hashable, Sendable {
        package var file: String
        package var kind: String
        package var title: String
        package var rows: Int
        package var refused: Int
        package var unmatchedNames: Int
        package var unmatchedRows: Int
        package var concealed: Int
        package var cannotSee: [String]
        package var lateBy: String?

        package func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(file, forKey: .file)
            try container.encode(kind, forKey: .kind)
            try container.encode(title, forKey: .title)
            try container.encode(rows, forKey: .rows)
            try container.encode(refused, forKey: .refused)
            try container.encode(unmatchedNames, forKey: .unmatchedNames)
            try container.encode(unmatchedRows, forKey: .unmatchedRows)
            try container.encode(concealed, forKey: .concealed)
            try container.encode(cannotSee, forKey: .cannotSee)
            try container.encode(lateBy, forKey: .lateBy)
        }
    }

    /// Something that is missing, and what it hides.
    package struct Missing: Codable, Hashable, Sendable {
        package var input: String
        /// The file of a case folder that would bring it.
        package var file: String
        package var remedy: String
        package var isNeededForVerdict: Bool
        /// Barrier weight that bringing it alone would make readable; one a whole barrier.
        package var settles: Double
        package var measures: [String]
        package var barriers: [Hidden]
    }

    /// How much of a barrier is hidden for want of one thing.
    package struct Hidden: Codable, Hashable, Sendable {
        package var code: String
        package var share: Double
        package var tells: [String]
        package var isInvisible: Bool
    }

    /// How much of a barrier can be read.
    package struct Barrier: Codable, Hashable, Sendable {
        package var code: String
        package var share: Double
        package var isInvisible: Bool
        package var hidden: [String]
    }

    /// A measure that is not known although nothing it needs is missing.
    package struct Unknown: Codable, Hashable, Sendable {
        package var code: String
        package var reason: String
        package var reasonCode: String
    }

    package var schema: String
    package var product: String
    package var name: String
    package var asOf: String
    package var people: Int
    /// False where the figures went out without disclosure control.
    package var protected: Bool
    package var roster: Roster
    package var sources: [Source]
    package var others: [Other]
    package var weeks: [Week]
    package var gaps: [Gap]
    package var files: [File]
    /// What would settle most first.
    package var missing: [Missing]
    package var barriers: [Barrier]
    package var unknown: [Unknown]
    package var agreements: [AgreementBody]
    package var notices: [NoticeBody]

    /// The document of a publication.
    package init(_ publication: CoveragePublication, product: String) {
        schema = Self.schemaName
        self.product = product
        name = publication.name
        asOf = publication.asOf.description
        people = publication.people
        protected = publication.isProtected
        roster = Roster(
            files: publication.roster.files, teams: publication.roster.teams,
            roles: publication.roster.roles,
            marks: publication.roster.marks.map { Mark(kind: $0.kind.rawValue, sentence: $0.sentence) })
        sources = publication.sources.map { row in
            Source(
                source: row.source, team: row.team, people: Count(row.people),
                listsPeople: row.listsPeople, absence: row.absence.rawValue,
                stretches: row.stretches.map { Span(from: $0.from.description, to: $0.to.description) },
                marks: row.marks.map { Mark(kind: $0.kind.rawValue, sentence: $0.sentence) },
                files: row.files)
        }
        others = publication.others.map {
            Other(file: $0.file, what: $0.what, days: $0.days.map(\.description), isSpan: $0.isSpan)
        }
        weeks = publication.weeks.map {
            Week(
                monday: $0.week.monday.description, visible: $0.visible.shown.map { Rounding.short($0) })
        }
        gaps = publication.gaps.map { gap in
            Gap(
                source: gap.source, team: gap.team, from: gap.from.description, to: gap.to.description,
                isEnd: gap.isEnd, isBridged: gap.isBridged, isStale: gap.isStale,
                unseen: Count(gap.unseen), measures: gap.measures.map(\.rawValue))
        }
        files = publication.files.map { file in
            File(
                file: file.file, kind: file.kind, title: file.title, rows: file.rows,
                refused: file.refused, unmatchedNames: file.unmatchedNames,
                unmatchedRows: file.unmatchedRows, concealed: file.concealed, cannotSee: file.cannotSee,
                lateBy: file.lateBy)
        }
        missing = publication.missing.map { CoverageSurveyBody.missing($0) }
        barriers = publication.barriers.map {
            Barrier(
                code: $0.code.rawValue, share: Rounding.short($0.share), isInvisible: $0.isInvisible,
                hidden: $0.hidden)
        }
        unknown = publication.unknown.map {
            Unknown(code: $0.code.rawValue, reason: $0.reason.sentence, reasonCode: $0.reason.code)
        }
        agreements = publication.agreements.map(AgreementBody.init)
        notices = publication.notices.map(NoticeBody.init)
    }

    private static func missing(_ missing: BlindSpots.Missing) -> Missing {
        Missing(
            input: missing.input.rawValue, file: missing.input.file.file, remedy: missing.remedy,
            isNeededForVerdict: missing.isNeededForVerdict, settles: Rounding.short(missing.settles),
            measures: missing.measures.map(\.rawValue),
            barriers: missing.barriers.map {
                Hidden(
                    code: $0.code.rawValue, share: Rounding.short($0.share), tells: $0.tells,
                    isInvisible: $0.isInvisible)
            })
    }
}
