package import Measures
import Rollout

/// The two lists of the pulse.
struct MemoryPulse {
    struct Link {
        let ballot: Ballot
        var answeredIn: Week?
    }

    var waves: [PulseWave] = []
    var links: [[UInt8]: Link] = [:]
    var answers: [(wave: Day, answers: BallotAnswers)] = []

    /// The answers as rows.
    var rows: [Rows.Answer] { answers.flatMap { $0.answers.rows(wave: $0.wave) } }

    mutating func forgetAnswers(before day: Day) -> Int {
        let count = answers.reduce(0) { $0 + ($1.wave < day ? $1.answers.replies.count : 0) }
        answers.removeAll { $0.wave < day }
        return count
    }

    func invitations(of member: MemberID) -> [PersonalRecord.Invited] {
        links.values.filter { $0.ballot.member == member }.compactMap { link in
            waves.first { $0.id == link.ballot.wave }.map {
                PersonalRecord.Invited(wave: $0.opens, hasAnswered: link.answeredIn != nil)
            }
        }.sorted { $0.wave < $1.wave }
    }

    mutating func forget(_ member: MemberID) {
        links = links.filter { $0.value.ballot.member != member }
    }
}

extension BallotAnswers {
    /// One row for each item, in the order of items.
    package func rows(wave: Day) -> [Rows.Answer] {
        PulseItem.allCases.compactMap { item in
            replies[item].map { reply in
                Rows.Answer(
                    wave: wave, team: team, role: role, layer: layer, item: item, reply: reply,
                    variant: item == .tedium || item == .interruptionsOrStress ? variant : nil,
                    form: item == .interruptionsOrStress ? form : nil, respondent: respondent)
            }
        }
    }
}

extension MemoryArchive {
    package func waves() -> [PulseWave] {
        pulse.waves.sorted { $0.opens > $1.opens }.map { wave in
            let links = pulse.links.values.filter { $0.ballot.wave == wave.id }
            return PulseWave(
                id: wave.id, opens: wave.opens, closes: wave.closes, minimum: wave.minimum,
                invited: links.count, answered: links.count { $0.answeredIn != nil })
        }
    }

    package func addWave(opens: Day, closes: Day, minimum: Int) throws -> PulseWave {
        guard !pulse.waves.contains(where: { $0.opens == opens }) else {
            throw ArchiveFailure(.taken, "A wave opens on that day already. Choose another day.")
        }
        let wave = PulseWave(
            id: Int64(pulse.waves.count + 1), opens: opens, closes: closes, minimum: minimum, invited: 0,
            answered: 0)
        pulse.waves.append(wave)
        return wave
    }

    package func add(_ ballots: [Ballot]) {
        for ballot in ballots {
            let known = pulse.links.first {
                $0.value.ballot.wave == ballot.wave && $0.value.ballot.member == ballot.member
            }
            if let known {
                guard known.value.answeredIn == nil else { continue }
                pulse.links[known.key] = nil
            }
            pulse.links[ballot.secretHash] = MemoryPulse.Link(ballot: ballot)
        }
    }

    package func ballot(secretHash: [UInt8]) -> (ballot: Ballot, isAnswered: Bool)? {
        pulse.links[secretHash].map { ($0.ballot, $0.answeredIn != nil) }
    }

    package func silentMembers(wave: Int64) -> [MemberID] {
        pulse.links.values.filter { $0.ballot.wave == wave && $0.answeredIn == nil }
            .map(\.ballot.member).sorted()
    }

    package func handIn(_ answers: BallotAnswers, secretHash: [UInt8], week: Week) throws {
        guard let link = pulse.links[secretHash],
            let wave = pulse.waves.first(where: { $0.id == link.ballot.wave })
        else { throw ArchiveFailure(.missing, "There is no such invitation. Ask for a new link.") }
        guard link.answeredIn == nil else {
            throw ArchiveFailure(.taken, "This link has been used: the answers are in. Thank you.")
        }
        pulse.links[secretHash]?.answeredIn = week
        pulse.answers.append((wave.opens, answers))
    }
}
