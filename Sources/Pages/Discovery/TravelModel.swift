package import Discovery

/// How discovery travels, for the diagnosis page: crossings, where people stand and why, and both over time.
package struct TravelModel: Sendable {
    /// A row of a table.
    package struct Row: Sendable {
        package let name: String
        package let shares: [String]

        package init(name: String, shares: [String]) {
            self.name = name
            self.shares = shares
        }
    }

    /// A layer or role over some weeks, one row a stance.
    package struct History: Sendable {
        package let name: String
        package let weeks: [String]
        package let rows: [Row]

        /// - Parameter shares: By stance, one a week, the earliest first; nil where it was withheld or not kept.
        package init(name: String, weeks: [String], shares: [(stance: Stance, byWeek: [String?])]) {
            self.name = name
            self.weeks = weeks
            rows = shares.map { entry in
                Row(
                    name: DiscoveryWords.words(entry.stance), shares: entry.byWeek.map { $0 ?? "withheld" })
            }
        }
    }

    /// Why people of a role laid it down or would rather not.
    package struct Reasons: Sendable {
        package let role: String
        package let lines: [String]

        package init(role: String, reasons: [(why: TrialVerdict.Why, atLeast: Int)]) {
            self.role = role
            lines = reasons.map { "\(DiscoveryWords.words($0.why)): at least \($0.atLeast)" }
        }
    }

    package let title: String
    package let crossings: String
    package let bridges: [String]
    package let hasBridges: Bool
    package let heads: [String]
    package let rows: [Row]
    package let hasRows: Bool
    package let trend: String?
    package let since: String
    package let histories: [History]
    package let hasHistories: Bool
    package let reasons: [Reasons]
    package let hasReasons: Bool
    /// What those who tried kept, and who watched; each nil where it is withheld.
    package let said: [String]

    /// Stances that are shown over time.
    package static let followed: [Stance] = [.advocate, .quietUser, .reluctantComplier, .refuser]

    /// - Parameters:
    ///   - shares: By name of role or layer with its people, shares in words by stance; nil where withheld.
    ///   - kept: Of those who let a trial be counted, how many kept something, in words.
    ///   - watched: Of those who use nothing and were asked, how many watched a colleague.
    package init(
        followed: Int?, crossed: Int?, bridges: [(from: String, to: String)],
        shares: [(name: String, people: Int?, byStance: [Stance: String])], trend: String?, since: String,
        histories: [History] = [], reasons: [Reasons] = [], kept: String? = nil, watched: String? = nil
    ) {
        title =
            crossed.map { "Discovery has crossed team borders at least \($0) times" }
            ?? "Discovery has not crossed team borders often enough to count"
        if let crossed {
            crossings =
                followed.map {
                    "At least \($0) invitations from a colleague were followed, at least \(crossed) of them into another team."
                } ?? "At least \(crossed) invitations from a colleague were followed into another team."
        } else {
            crossings =
                "Fewer than five invitations from a colleague were followed into another team. People who kept something can show it from their own page."
        }
        self.bridges = bridges.map { "\($0.from) → \($0.to)" }
        hasBridges = !bridges.isEmpty
        let stances = Stance.allCases
        heads = ["People"] + stances.map { DiscoveryWords.words($0) }
        rows = shares.map { entry in
            Row(
                name: entry.name,
                shares: [entry.people.map(String.init) ?? "–"]
                    + stances.map { entry.byStance[$0] ?? "withheld" })
        }
        hasRows = !rows.isEmpty
        self.trend = trend
        self.since = since
        self.histories = histories
        hasHistories = !histories.isEmpty
        self.reasons = reasons
        hasReasons = !reasons.isEmpty
        said = [
            kept.map {
                "Of those who tried something on their own work and let it be counted, \($0) kept something. They are volunteers: others may keep less."
            },
            watched.map {
                "Of those without firsthand experience who were asked, \($0) watched a colleague."
            },
        ].compactMap(\.self)
    }
}
