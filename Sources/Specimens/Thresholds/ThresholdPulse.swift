import Inference
import Rollout

/// What people of the threshold world answer: other latents, yea-saying, boldness, and a level of the
/// whole organisation, cut into scale points of unequal width.
extension ThresholdWorld {
    func sheets(
        causes: Causes, surroundings: Surroundings, history: History, using random: inout RandomSource
    ) -> [AnswerSheet] {
        let strain = strain(causes)
        return Waves.weeks(season).flatMap { week -> [AnswerSheet] in
            var used = [Int](repeating: 0, count: staff.count)
            var byRole = [Int](repeating: 0, count: staff.roles.count)
            for one in history.cases where one.live < week * 7 { byRole[one.family] += 1 }
            for member in staff.members.indices {
                for past in max(0, week - 3)...week {
                    used[member] += history[member, past].days.nonzeroBitCount
                }
            }
            let around = Double(used.count { $0 > 0 }) / Double(max(1, used.count))
            return staff.members.indices.compactMap { member in
                let person = staff.members[member]
                guard Presence.belongs(person, week), presence.days(member, week) != 0 else { return nil }
                let team = staff.team(of: member, week: week, reorganised: reorganised)
                let tired = weariness(member, load: surroundings.load[team][week])
                let isBusy = strain.hurry[member] + 0.5 * tired + 0.6 * (1 - personas.slack[member])
                let answering =
                    0.75 + personas.candour[team] + (used[member] > 0 ? 0.35 : 0) - 0.6 * isBusy
                guard random.uniform() < logistic(answering) else { return nil }
                let seen = network.share(of: member, week: week, wall: strain.wall) { used[$0] > 0 }
                return answers(
                    member, team: team, week: week, used: used[member], seen: seen, around: around,
                    tired: tired,
                    worth: benefit(member, strain: strain, live: byRole[person.role]), strain: strain,
                    using: &random)
            }
        }
    }

    private func answers(
        _ member: Int, team: Int, week: Int, used: Int, seen: Double, around: Double, tired: Double,
        worth: Double, strain: Strain, using random: inout RandomSource
    ) -> AnswerSheet {
        let person = staff.members[member]
        var sheet = AnswerSheet(week: week, member: member, team: team)
        let glance = random.uniform()
        let experience =
            used == 0
            ? (glance < 1 - exponential(-6 * seen - (1 - strain.wall[member]) * 1.2 * around) ? 1 : 0)
            : used <= 2 ? 2 : used <= 9 ? 3 : 4
        sheet.isExperienced = experience >= 2
        sheet.form = random.drawBernoulli(0.5) ? "a" : "b"
        let lift = person.layer == .executive ? 0.6 : person.layer == .manager ? 0.15 : 0
        let felt = sheet.isExperienced ? 2.85 + 0.85 * worth : 3.15 + 0.15 * worth
        let strainOfForm =
            sheet.form == "a" ? -0.15 * personas.friction[member] : 0.4 * (personas.slack[member] - 0.7)
        let latent: [(PulseItem, Double)] = [
            (.tedium, felt), (.interruptionsOrStress, felt + strainOfForm),
            (.time, 3.55 + 1.8 * (personas.slack[member] - 0.57) - 1.7 * strain.hurry[member] - 0.2 * tired),
            (
                .managerSupport,
                3.6 + 0.7 * personas.warmth[team] - 1.8 * strain.cold[member] + 0.4 * random.drawNormal()
            ),
            (.clarity, 3.55 + 0.15 * worth - 1.75 * strain.fog[member] + lift),
            (.changeLoad, 2.1 + 2.3 * tired + 0.3 * (personas.frailty[member] - 1) - lift),
            (.choice, 3.35 + 0.3 * worth - 1.7 * strain.pressure[member]),
        ]
        reply(.experience, experience, to: &sheet, using: &random)
        for (item, value) in latent {
            let styled =
                3 + (value + personas.level + personas.assent[member] - 3) * personas.boldness[member]
                + 0.75 * random.drawNormal()
            reply(item, ThresholdWorld.point(styled), to: &sheet, using: &random)
        }
        let advocacy =
            5.6 + 0.9 * worth - 1.2 * strain.cold[member]
            - (person.layer == .manager ? strain.cold[member] : 0)
            - 0.8 * strain.pressure[member] + 1.5 * personas.level + 2 * lift + 1.9 * random.drawNormal()
        reply(.advocacy, Int(clip(advocacy.rounded(), 0, 10)), to: &sheet, using: &random)
        if person.layer != .contributor {
            let rosy = person.layer == .executive ? 0.28 : 0.08
            let believed = 10 * clip(0.55 * seen + rosy + 0.14 * random.drawNormal())
            reply(.believed, Int(believed.rounded()), to: &sheet, using: &random)
        }
        return sheet
    }

    /// The scale point of a latent: cuts at 1.65, 2.45, 3.35 and 4.3.
    private static func point(_ latent: Double) -> Int {
        latent < 1.65 ? 1 : latent < 2.45 ? 2 : latent < 3.35 ? 3 : latent < 4.3 ? 4 : 5
    }

    private func reply(
        _ item: PulseItem, _ value: Int, to sheet: inout AnswerSheet, using random: inout RandomSource
    ) {
        let fate = random.uniform()
        sheet.answers.append((item, fate < 0.04 ? nil : fate < 0.06 ? AnswerSheet.cannotSay : value))
    }
}
