import Diagnosis
package import Disclosure
import Figures
import Measures

/// The plan of invitations on the diagnosis page: the plan of the week, and what the next one is made for.
package struct PlanSectionModel: Sendable {
    /// A goal that can be chosen.
    package struct Goal: Sendable {
        package let code: String
        package let words: String
        package let isChosen: Bool
    }

    /// The plan of the week; nil where there is none.
    package let plan: PlanModel?
    /// Where there is none: a heading and a sentence.
    package let absence: Absence?
    /// What the next plan is made for; nil for somebody who may not change it.
    package var form: Form?
    /// What was asked for, in a sentence; nil where there is no plan.
    package let asked: String?

    /// Why there is no plan.
    package struct Absence: Sendable {
        package let title: String
        package let text: String

        package init(title: String, text: String) {
            self.title = title
            self.text = text
        }

        /// It is on its way.
        package static let making = Absence(
            title: "The plan of this week is being made",
            text: "Several ways to spend the invitations are played forward. Look again in a minute.")

        /// Nothing can be planned, and why.
        package static func none(_ why: String) -> Absence {
            Absence(title: "There is no plan yet", text: why)
        }
    }

    /// What the next plan is made for.
    package struct Form: Sendable {
        package let invitations: Int
        package let acrossTeams: Bool
        package let goals: [Goal]
        package let problem: String?

        package init(invitations: Int, acrossTeams: Bool, goal: String, problem: String? = nil) {
            self.invitations = invitations
            self.acrossTeams = acrossTeams
            self.problem = problem
            goals = PlanSectionModel.goals.map {
                Goal(code: $0.code, words: $0.words, isChosen: $0.code == goal)
            }
        }
    }

    /// Goals in words, the usual one first.
    private static let goals = [
        (code: "reach", words: "as many people as possible"),
        (code: "outOfSight", words: "those who have no user in sight today"),
        (code: "leastReached", words: "the team that is reached least"),
    ]

    /// - Parameter plan: With the pictures of the reading the map is drawn from.
    package init(
        plan: PlanPublication?, on pictures: PublishedPictures, absence: Absence? = nil, form: Form? = nil
    ) {
        self.plan = plan.map { PlanModel($0, on: pictures) }
        self.absence = absence
        self.form = form
        asked = plan.map { plan in
            let goal = Self.goals.first { $0.code == plan.request.goalCode }?.words ?? plan.request.goalCode
            let hosts =
                plan.request.acrossTeams
                ? "users of another team do all the inviting" : "teams with users invite their own first"
            return
                "Made for \(Printed.count(plan.request.invitations)) invitations, to reach \(goal); \(hosts). Evidence of \(plan.asOf.long). One plan a week is published, whatever comes in."
        }
    }
}
