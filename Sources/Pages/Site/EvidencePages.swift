package import Disclosure
import Figures
import Measures
package import Rollout

/// What was brought in, and how to bring in more.
package struct EvidenceModel: Sendable {
    /// One import.
    package struct Import: Sendable {
        package let title: String
        package let href: String
        package let when: String
        package let state: String
        package let rows: String
        package let fresh: String

        package init(title: String, href: String, when: String, state: String, rows: String, fresh: String) {
            self.title = title
            self.href = href
            self.when = when
            self.state = state
            self.rows = rows
            self.fresh = fresh
        }
    }

    /// Something a person says is wrong.
    package struct Correction: Sendable {
        package let id: Int64
        package let text: String
        package let who: String
        package let when: String
        package let isOpen: Bool

        package init(id: Int64, text: String, who: String, when: String, isOpen: Bool) {
            self.id = id
            self.text = text
            self.who = who
            self.when = when
            self.isOpen = isOpen
        }
    }

    package let lead: String
    /// Whose change of place or sight is not counted yet, and when it will be; empty where there is none.
    package let waiting: String
    package let importsTitle: String
    package let imports: [Import]
    package let hasImports: Bool
    package let coverage: FigureModel?
    package let corrections: [Correction]
    package let hasCorrections: Bool
    package let settings: String

    package init(
        publication: Publication?, report: ReportModel?, imports: [Import], corrections: [Correction],
        settings: String, waiting: String = ""
    ) {
        self.waiting = waiting
        self.imports = imports
        hasImports = !imports.isEmpty
        importsTitle =
            imports.isEmpty
            ? publication == nil ? "Nothing has been brought in yet" : "No import is on record"
            : "\(imports.count) imports"
        coverage = report?.coverage.figure
        self.corrections = corrections
        hasCorrections = !corrections.isEmpty
        self.settings = settings
        lead =
            publication.map {
                "\(Printed.people($0.organization?.people ?? 0)) on the roster; the evidence reaches to \($0.asOf.long)."
            } ?? "Start with a roster and one export of use: two files are enough for a first reading."
    }
}

/// One import.
package struct ImportModel: Sendable {
    /// Something found while reading.
    package struct Line: Sendable {
        package let severity: String
        package let place: String
        package let message: String
    }

    static let mostNotices = 200

    package let title: String
    package let state: String
    package let isRunning: Bool
    package let percent: Int
    package let href: String
    package let cancelHref: String
    package let facts: [Fact]
    package let noticesTitle: String
    package let noticesHref: String
    package let notices: [Line]
    package let hasNotices: Bool
    package let shown: String

    package init(
        title: String, state: String, isRunning: Bool, percent: Int, href: String, facts: [Fact],
        notices: [Notice]
    ) {
        self.title = title
        self.state = state
        self.isRunning = isRunning
        self.percent = percent
        self.href = href
        cancelHref = href + "/cancel"
        noticesHref = href + "/notices.csv"
        self.facts = facts
        let sorted = notices.enumerated().sorted {
            ($1.element.severity, $0.offset) < ($0.element.severity, $1.offset)
        }.map(\.element)
        self.notices = sorted.prefix(ImportModel.mostNotices).map {
            Line(
                severity: $0.severity.rawValue,
                place: ($0.file ?? "the case") + ($0.line.map { ", line \($0)" } ?? ""), message: $0.message)
        }
        hasNotices = !notices.isEmpty
        noticesTitle =
            notices.isEmpty ? "Nothing was found amiss" : "\(notices.count) things were found on the way"
        shown =
            notices.count > ImportModel.mostNotices
            ? "the first \(ImportModel.mostNotices) of \(notices.count)" : "all of them"
    }
}

/// What is kept, what may be shown, and who looked.
package struct PrivacyModel: Sendable {
    /// A kind of data.
    package struct Flow: Sendable {
        package let what: String
        package let why: String
        package let who: String
        package let until: String

        package init(what: String, why: String, who: String, until: String) {
            self.what = what
            self.why = why
            self.who = who
            self.until = until
        }
    }

    /// A figure the system can show.
    package struct Figure: Sendable {
        package let name: String
        package let says: String
        package let minimum: String

        package init(name: String, says: String, minimum: String) {
            self.name = name
            self.says = says
            self.minimum = minimum
        }
    }

    /// An entry of the audit log.
    package struct Entry: Sendable {
        package let when: String
        package let who: String
        package let kind: String
        package let what: String

        package init(when: String, who: String, kind: String, what: String) {
            self.when = when
            self.who = who
            self.kind = kind
            self.what = what
        }
    }

    package let lead: String
    package let isCouncil: Bool
    package let rules: [Fact]
    package let flow: [Flow]
    package let figures: [Figure]
    package let log: [Entry]
    package let logTitle: String
    package let newer: String?
    package let older: String?

    package init(
        isCouncil: Bool, rules: [Fact], flow: [Flow], figures: [Figure], log: [Entry], logCount: Int,
        newer: String?, older: String?
    ) {
        lead =
            "Nobody is watched. There is no view of one person for anybody but that person, and no list from best to worst."
        self.isCouncil = isCouncil
        self.rules = rules
        self.flow = flow
        self.figures = figures
        self.log = log
        logTitle = "\(logCount) entries, and none can be changed or removed"
        self.newer = newer
        self.older = older
    }
}

extension Site {
    /// What was brought in.
    package static func evidence(_ model: EvidenceModel, shell: ShellModel) -> String {
        render("evidence", title: "Evidence", page: model, shell: shell)
    }

    /// One import.
    package static func importPage(_ model: ImportModel, shell: ShellModel) -> String {
        render("import", title: model.title, page: model, shell: shell)
    }

    /// What is kept and who looked.
    package static func privacy(_ model: PrivacyModel, shell: ShellModel) -> String {
        render("privacy", title: "Privacy", page: model, shell: shell)
    }
}
