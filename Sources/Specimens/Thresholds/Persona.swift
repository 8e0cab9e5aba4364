import Inference
import Rollout

/// People of the threshold world: a threshold, a benefit, a friction, some slack.
struct Personas: Sendable {
    /// Share of acquaintances that must be seen using before one tries; 0 for those who need nobody.
    var threshold: [Double] = []
    /// Net worth of a fitting task done with the tool, before friction.
    var benefit: [Double] = []
    /// Trouble of the first tries.
    var friction: [Double] = []
    /// Slack of an ordinary week, in 0...1.
    var slack: [Double] = []
    /// How hard change hits, about 1.
    var frailty: [Double] = []
    /// Ways of answering: yea-saying, and how far from the middle.
    var assent: [Double] = []
    var boldness: [Double] = []
    /// First licensed week of each team.
    var licence: [Int] = []
    /// Warmth of each team's manager.
    var warmth: [Double] = []
    /// Willingness of each team to answer.
    var candour: [Double] = []
    /// How high the whole organisation answers: a shift that says nothing about AI.
    var level = 0.0
    /// How readily this organisation tries things at all.
    var boldOrganisation = 0.0

    init(staff: Staff, using random: inout RandomSource) {
        let roleGain = staff.roles.map { _ in 0.2 * random.drawNormal() }
        level = 0.3 * random.drawNormal()
        boldOrganisation = random.drawNormal()
        for member in staff.members {
            threshold.append(random.uniform() < 0.07 ? 0 : 0.75 * random.drawBeta(1.5, 4))
            benefit.append(1.1 + 0.55 * random.drawNormal() + roleGain[member.role])
            friction.append(random.draw(0.7, 1.7))
            slack.append(random.drawBeta(4, 3))
            frailty.append(random.draw(0.6, 1.4))
            assent.append(0.4 * random.drawNormal())
            boldness.append(random.draw(0.75, 1.35))
        }
        for team in staff.teams.indices {
            let isEarly = random.drawBernoulli(0.35)
            let late = random.draw(2...13)
            licence.append(team == 0 || isEarly ? 0 : late)
            warmth.append(0.5 * random.drawNormal())
            candour.append(0.4 * random.drawNormal())
        }
    }
}
