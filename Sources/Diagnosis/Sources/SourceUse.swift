package import Measures
package import Rollout

/// What one file tells of the use of one tool: the input of a comparison of sources.
package struct SourceUse: Sendable {
    /// Fifty-six days of one person.
    package struct Row: Hashable, Sendable {
        package let person: Int32
        package let block: DaySet.Block

        package init(person: Int32, block: DaySet.Block) {
            self.person = person
            self.block = block
        }
    }

    /// The file's name.
    package let name: String
    /// What the file is, for example "GitHub Copilot, per user and day".
    package let kind: String
    package let tool: String
    /// Everybody the file lists, active or not; nil: it lists only those with use.
    package let listed: PeopleSet?
    package let from: Day
    package let to: Day
    package let absence: Coverage.Absence
    /// How late the source tells of a day, in words; nil: not known, or at once.
    package let lateBy: String?
    /// Ascending by person and block, each once.
    package let rows: [Row]

    package init(
        name: String, kind: String, tool: String, listed: PeopleSet?, from: Day, to: Day,
        absence: Coverage.Absence, lateBy: String?, rows: [Row]
    ) {
        self.name = name
        self.kind = kind
        self.tool = tool
        self.listed = listed
        self.from = from
        self.to = to
        self.absence = absence
        self.lateBy = lateBy
        self.rows = rows
    }
}
