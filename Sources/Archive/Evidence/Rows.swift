package import Measures
package import Rollout

/// The rows in which evidence is kept: members instead of places in a roster, names instead of indices.
///
/// Every cellar keeps these and nothing else, so that filing and assembling are written once.
package enum Rows {
    /// A person's place in the organisation.
    package struct Person: Hashable, Sendable {
        package let member: MemberID
        package let team: String
        package let role: String
        package let layer: Layer
        package let manager: MemberID?
        package let from: Day?
        package let to: Day?
        package let occupation: String?
        /// Whether the person has agreed to be invited; nil: not told.
        package let mayBeInvited: Bool?

        package init(
            member: MemberID, team: String, role: String, layer: Layer, manager: MemberID?, from: Day?,
            to: Day?, occupation: String?, mayBeInvited: Bool? = nil
        ) {
            self.member = member
            self.team = team
            self.role = role
            self.layer = layer
            self.manager = manager
            self.from = from
            self.to = to
            self.occupation = occupation
            self.mayBeInvited = mayBeInvited
        }

        /// This row after an earlier one: a roster that does not tell who may be invited takes back nobody's answer.
        package func after(_ earlier: Person?) -> Person {
            guard mayBeInvited == nil, let answer = earlier?.mayBeInvited else { return self }
            return Person(
                member: member, team: team, role: role, layer: layer, manager: manager, from: from, to: to,
                occupation: occupation, mayBeInvited: answer)
        }
    }

    /// One block of 56 days of one member's use.
    package struct Use: Hashable, Sendable {
        package let member: MemberID
        package let key: UseKey
        package let block: DaySet.Block

        package init(member: MemberID, key: UseKey, block: DaySet.Block) {
            self.member = member
            self.key = key
            self.block = block
        }
    }

    /// One block of 56 days at work.
    package struct Work: Hashable, Sendable {
        package let member: MemberID
        package let block: DaySet.Block

        package init(member: MemberID, block: DaySet.Block) {
            self.member = member
            self.block = block
        }
    }

    /// A week of use of which no day is told.
    package struct WeekUse: Hashable, Sendable {
        package let member: MemberID
        package let tool: String
        package let mode: UseMode
        package let week: Week
        package let activeDays: Int?

        package init(member: MemberID, tool: String, mode: UseMode, week: Week, activeDays: Int?) {
            self.member = member
            self.tool = tool
            self.mode = mode
            self.week = week
            self.activeDays = activeDays
        }
    }

    /// Counted actions of one member's week.
    package struct Depth: Hashable, Sendable {
        package let member: MemberID
        package let week: Week
        package let actions: Int
        package let activeDays: Int
        package let singleActionDays: Int

        package init(member: MemberID, week: Week, actions: Int, activeDays: Int, singleActionDays: Int) {
            self.member = member
            self.week = week
            self.actions = actions
            self.activeDays = activeDays
            self.singleActionDays = singleActionDays
        }
    }

    /// Where use can be seen.
    package struct Coverage: Hashable, Sendable {
        package let source: String
        package let team: String?
        /// Whom the source lists, ascending; nil: not listed one by one.
        package let members: [MemberID]?
        package let from: Day
        package let to: Day
        package let absence: Rollout.Coverage.Absence
        package let note: String?

        package init(
            source: String, team: String?, members: [MemberID]?, from: Day, to: Day,
            absence: Rollout.Coverage.Absence, note: String?
        ) {
            self.source = source
            self.team = team
            self.members = members
            self.from = from
            self.to = to
            self.absence = absence
            self.note = note
        }
    }

    /// A use case of the register.
    package struct UseCase: Hashable, Sendable {
        package let id: String
        package let title: String
        package let tool: String?
        package let roles: [String]
        package let builder: MemberID?
        package let idea: Day?
        package let started: Day?
        package let live: Day?
        package let retired: Day?

        package init(
            id: String, title: String, tool: String?, roles: [String], builder: MemberID?, idea: Day?,
            started: Day?, live: Day?, retired: Day?
        ) {
            self.id = id
            self.title = title
            self.tool = tool
            self.roles = roles
            self.builder = builder
            self.idea = idea
            self.started = started
            self.live = live
            self.retired = retired
        }
    }

    /// A champion's week.
    package struct Champion: Hashable, Sendable {
        package let member: MemberID
        package let week: Week
        package let promised: Double
        package let kept: Double?

        package init(member: MemberID, week: Week, promised: Double, kept: Double?) {
            self.member = member
            self.week = week
            self.promised = promised
            self.kept = kept
        }
    }

    /// A change that lands on people.
    package struct Change: Hashable, Sendable {
        package let initiative: String
        package let team: String?
        package let from: Day
        package let to: Day?
        package let weight: Int

        package init(initiative: String, team: String?, from: Day, to: Day?, weight: Int) {
            self.initiative = initiative
            self.team = team
            self.from = from
            self.to = to
            self.weight = weight
        }
    }

    /// Days on which use was ordered.
    package struct Mandate: Hashable, Sendable {
        package let from: Day
        package let to: Day
        package let team: String?
        package let what: String

        package init(from: Day, to: Day, team: String?, what: String) {
            self.from = from
            self.to = to
            self.team = team
            self.what = what
        }
    }

    /// Two members who work with each other; `a` < `b`.
    package struct Tie: Hashable, Sendable {
        package let a: MemberID
        package let b: MemberID
        package let weight: Double

        package init(a: MemberID, b: MemberID, weight: Double) {
            self.a = a
            self.b = b
            self.weight = weight
        }
    }

    /// One reply to one item.
    package struct Answer: Hashable, Sendable {
        package let wave: Day
        package let team: String?
        package let role: String
        package let layer: Layer
        package let item: PulseItem
        package let reply: PulseAnswer.Reply
        package let variant: PulseAnswer.Variant?
        package let form: Character?
        package let respondent: Int64?

        package init(
            wave: Day, team: String?, role: String, layer: Layer, item: PulseItem, reply: PulseAnswer.Reply,
            variant: PulseAnswer.Variant?, form: Character?, respondent: Int64?
        ) {
            self.wave = wave
            self.team = team
            self.role = role
            self.layer = layer
            self.item = item
            self.reply = reply
            self.variant = variant
            self.form = form
            self.respondent = respondent
        }
    }

    /// A measured example; `example.role` is an index into nothing and the role's name stands beside it.
    package struct Example: Hashable, Sendable {
        package let role: String
        package let example: Rollout.Example

        package init(role: String, example: Rollout.Example) {
            self.role = role
            // The role is the name above; a number of one import's roles would make equal examples differ.
            self.example = example.moved(toRole: 0)
        }
    }
}
