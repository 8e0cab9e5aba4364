import Foundation
import Inference
import Measures

extension GeneratedCase {
    /// The files beside people, coverage and use: what a whole diagnosis reads.
    func writeRest(to root: URL) throws {
        try writeUseCases(to: root.appendingPathComponent("use-cases.csv"))
        try writeChampions(to: root.appendingPathComponent("champions.csv"))
        try writeChanges(to: root.appendingPathComponent("changes.csv"))
        try writePulse(to: root.appendingPathComponent("pulse.csv"))
        try writeTies(to: root.appendingPathComponent("ties.csv"))
    }

    private func writeUseCases(to url: URL) throws {
        var file = try ByteFile(url)
        try file.append("use_case,title,roles,idea,started,live\n")
        for index in 0..<40 {
            let idea = firstDay.advanced(by: index * size.days / 60)
            let role = GeneratedCase.roles[index % GeneratedCase.roles.count]
            let live = index % 3 == 2 ? "" : "\(idea.advanced(by: 42))"
            try file.append(
                "case-\(index),Use case \(index),\(role),\(idea),\(idea.advanced(by: 14)),\(live)\n")
        }
        try file.close()
    }

    private func writeChampions(to url: URL) throws {
        var file = try ByteFile(url)
        try file.append("person,week,promised_hours,kept_hours\n")
        for week in 0..<size.weeks {
            let monday = firstDay.advanced(by: 7 * week)
            for champion in 0..<min(size.people, 1 + size.people / 500) {
                try file.append("\(GeneratedCase.person(champion)),\(monday),8,\((champion + week) % 9)\n")
            }
        }
        try file.close()
    }

    private func writeChanges(to url: URL) throws {
        var file = try ByteFile(url)
        try file.append("initiative,team,from,to,weight\n")
        for index in 0..<max(1, size.teams / 4) {
            let from = firstDay.advanced(by: index % max(1, size.days - 60))
            try file.append(
                "Initiative \(index),Team \(1 + index * 4 % size.teams),\(from),\(from.advanced(by: 60)),"
                    + "\(1 + index % 3)\n")
        }
        try file.close()
    }

    /// One wave, answered by six in ten; everybody leans their own way.
    private func writePulse(to url: URL) throws {
        var random = RandomSource(seed: seed, stream: "pulse")
        var file = try ByteFile(url)
        try file.append("wave,team,role,layer,item,answer,variant,respondent\n")
        let wave = GeneratedCase.lastDay.advanced(by: -20)
        for place in roster() where random.bernoulli(0.6) {
            let lean = random.normal() * 0.8
            let isUser = random.bernoulli(0.55)
            let variant = isUser ? "experienced" : "expected"
            for item in 1...9 {
                let answer: Int
                switch item {
                case 1: answer = isUser ? 2 + random.below(3) : random.below(2)
                case 9: answer = min(10, max(0, Int((6 + 2 * (lean + random.normal())).rounded())))
                default: answer = min(5, max(1, Int((3.3 + lean + 0.8 * random.normal()).rounded())))
                }
                try file.append(
                    "\(wave),Team \(place.team + 1),\(GeneratedCase.roles[place.role]),\(place.layer),"
                        + "Q\(item),\(answer),\(item == 2 ? variant : ""),\(place.person)\n")
            }
        }
        try file.close()
    }

    /// Three ties begun by each person: two with team-mates, one with anybody.
    private func writeTies(to url: URL) throws {
        var random = RandomSource(seed: seed, stream: "ties")
        var file = try ByteFile(url)
        let places = roster()
        var members = [[Int]](repeating: [], count: size.teams)
        for place in places { members[place.team].append(place.person) }
        try file.append("a,b,weight\n")
        for place in places {
            for tie in 0..<3 {
                let mates = members[place.team]
                let other = tie < 2 ? mates[random.below(mates.count)] : random.below(size.people)
                if other == place.person { continue }
                try file.append(
                    "\(GeneratedCase.person(place.person)),\(GeneratedCase.person(other)),\(1 + random.below(5))\n"
                )
            }
        }
        try file.close()
    }
}
