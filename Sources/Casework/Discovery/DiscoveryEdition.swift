package import Disclosure
import Discovery
package import Measures
package import Rollout

/// What a week says of everybody's discoveries: made once a week, kept, and the same for all who look.
///
/// Figures that moved with each entry would say, from one look to the next, what somebody had just done. So an edition rests on
/// what was there before its Monday and stays as it is until the next. It is made of disclosed figures only.
package struct DiscoveryEdition: Codable, Hashable, Sendable {
    /// A figure as it was let through, in words; or why it was not.
    package struct Figure: Codable, Hashable, Sendable {
        /// For example "about 80 %"; nil where it is withheld or not known.
        package let words: String?
        /// The value behind the words, rounded as they are.
        package let value: Double?
        /// Why there are no words.
        package let reason: String?

        /// A disclosed figure; "about" stands before what was rounded.
        package init(_ figure: Disclosed<Measured<PublishedEstimate>>) {
            switch figure.state {
            case .withheld(let reason): self.init(words: nil, value: nil, reason: reason.sentence)
            case .shown(.notKnown(let reason)):
                self.init(words: nil, value: nil, reason: reason.sentence)
            case .shown(.known(let estimate)):
                let words = FigureText.value(estimate)
                self.init(
                    words: estimate.precision == .fivePoints ? "about \(words)" : words,
                    value: estimate.value, reason: nil)
            }
        }

        private init(words: String?, value: Double?, reason: String?) {
            self.words = words
            self.value = value
            self.reason = reason
        }

        /// This figure, or the one published before it where fewer than so many people can have moved since.
        ///
        /// From week to week a share of a known group would say of single people that they moved; so it stays where it was until
        /// at least `minimum` of the group have moved. What is withheld now stays withheld.
        package func held(_ before: Figure?, people: Int, minimum: Int) -> Figure {
            guard let value, let before, before.words != nil, let old = before.value else { return self }
            return abs(value - old) * Double(people) < Double(minimum) ? before : self
        }
    }

    /// A use case that answers a theme.
    package struct Answer: Codable, Hashable, Sendable {
        /// Id of the use case.
        package let useCase: String
        /// People who confirmed it at least; nil below five.
        package let confirmed: Int?

        package init(useCase: String, confirmed: Disclosed<Int>) {
            self.useCase = useCase
            self.confirmed = confirmed.shown
        }
    }

    /// A theme of a role that enough people named.
    package struct Theme: Codable, Hashable, Sendable {
        /// What the theme goes by (`ThemeMask`): no word of anybody's.
        package let key: String
        package let title: String
        /// What it does to most: a `PainKind`.
        package let kind: String
        /// People who named it at least.
        package let named: Int
        /// In somebody's words, from ten people on.
        package let statement: String?
        package let answers: [Answer]
    }

    /// What is in it for one role.
    package struct Role: Codable, Hashable, Sendable {
        package let role: String
        package let themes: [Theme]
        /// Whether a personal benefit is confirmed.
        package let isCovered: Bool
    }

    /// How keeping goes with a condition.
    package struct Dependence: Codable, Hashable, Sendable {
        package let condition: String
        package let with: Figure
        package let without: Figure
    }

    /// What trials of one use case in one role came to.
    package struct Aggregate: Codable, Hashable, Sendable {
        package let role: String
        package let useCase: String
        package let kept: Figure
        /// Median minutes saved, in steps of five.
        package let saving: Figure
        /// Ends of the interval, where it may be shown.
        package let low: Double?
        package let high: Double?
        package let dependsOn: [Dependence]
    }

    /// Shares by stance in one role or layer.
    package struct Stances: Codable, Hashable, Sendable {
        package let kind: String
        package let name: String
        /// By `Stance`.
        package let shares: [String: Figure]
        /// People in it: published with the roster's other headcounts. Nil in editions of before they were kept.
        package let people: Int?
    }

    /// Why people of a role laid it down, or would rather not.
    package struct Reasons: Codable, Hashable, Sendable {
        /// One reason and how many gave it at least.
        package struct Line: Codable, Hashable, Sendable {
            /// A `TrialVerdict.Why`.
            package let why: String
            package let atLeast: Int
        }

        package let role: String
        package let lines: [Line]
    }

    /// What of the crossings may be shown.
    package struct Crossings: Codable, Hashable, Sendable {
        package let followed: Int?
        package let crossed: Int?
        /// Pairs of teams with five and more crossings: from, to.
        package let bridges: [[String]]
    }

    /// The number of the week it was made for.
    package let week: Int
    package let roles: [Role]
    package let covered: Int
    package let largeRoles: Int
    package let aggregates: [Aggregate]
    package let stances: [Stances]
    package let crossings: Crossings
    /// Reasons by role; nil in editions of before they were kept, as the next two.
    package let reasons: [Reasons]?
    /// Of those without firsthand experience who were asked in the last twelve weeks: who watched a colleague.
    package let watched: Figure?
    /// Of those who let a trial be counted: who kept something.
    package let kept: Figure?
}

extension DiscoveryEdition {
    /// What the diagnosis may rest on: published figures, each of at least as many people as the rules ask for.
    package var testimony: Testimony? {
        let floor = DisclosurePolicy.protected.responseRateMinimum
        func share(_ figure: Figure?) -> Double? { figure?.words == nil ? nil : figure?.value }
        var compliers: Double?
        if let line = stances.first(where: { $0.kind == "layer" && $0.name == Layer.contributor.rawValue }),
            let complies = share(line.shares[Stance.reluctantComplier.rawValue]),
            let quiet = share(line.shares[Stance.quietUser.rawValue]),
            let shows = share(line.shares[Stance.advocate.rawValue]), complies + quiet + shows > 0
        {
            compliers = complies / (complies + quiet + shows)
        }
        let testimony = Testimony(
            kept: share(kept).map { Testimony.Share(value: $0, people: floor) },
            notWatched: share(watched).map { Testimony.Share(value: 1 - $0, people: floor) },
            compliers: compliers.map { Testimony.Share(value: $0, people: floor) })
        return testimony.isEmpty ? nil : testimony
    }
}
