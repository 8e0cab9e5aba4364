import Archive
import Casework
import Foundation
import Measures
import Rollout
import Testing

/// What somebody could find out who sees every page of every role, week after week, and knows who left in between.
@Suite("An attacker who waits")
struct DiagnosisAttackTests {
    /// A group's headcount and the denominators of its figures, by week.
    private struct Seen {
        var people: [Int] = []
        var denominators: [String: [Int?]] = [:]
    }

    private static let pages = [
        "/where-we-stand", "/diagnosis", "/build-week", "/use-cases", "/were-we-right", "/privacy",
        "/privacy/audit.csv", "/privacy/summary", "/diagnosis/report.html", "/diagnosis/reading.json",
        "/diagnosis/measures.csv", "/ledger", "/shelf", "/messages", "/evidence",
    ]

    @Test("finds no group that one to four people joined or left, and no name", .timeLimit(.minutes(10)))
    func weeks() async throws {
        try await House.open(withPeople: false) { house in
            let last = try #require(Day("2026-06-28"))
            try await House.bringIn(house.installation, asOf: last.advanced(by: -35))
            let reader = try await house.browser(
                "all", capabilities: [.rolloutLead, .sponsor, .council, .administrator])
            let contacts = await house.archive.contacts()
            let desk = PersonalDesk(house.installation)
            var seen: [String: Seen] = [:]
            for week in 0...5 {
                try await House.bringIn(house.installation, asOf: last.advanced(by: 7 * (week - 5)))
                // In each week somebody does what changes who is counted.
                switch week {
                case 1: try await desk.erase(contacts[10].member)
                case 2: try await desk.object(true, member: contacts[20].member)
                case 3: try await desk.erase(contacts[30].member)
                case 4: try await desk.object(false, member: contacts[20].member)
                default: break
                }
                // As after a restart: what was made before is forgotten.
                await house.readingRoom.invalidate()
                _ = try await house.readingRoom.freshReading()
                for path in Self.pages {
                    let page = try await reader.get(path)
                    #expect(page.status == 200, "\(path): \(page.status)")
                    for entry in contacts {
                        if let email = entry.contact.email { #expect(!page.body.contains(email), "\(path)") }
                        if let name = entry.contact.name { #expect(!page.body.contains(name), "\(path)") }
                        #expect(!page.body.contains(">\(entry.contact.key)<"), "\(path)")
                    }
                    if path == "/diagnosis/reading.json" { try Self.note(page.body, into: &seen) }
                }
            }
            #expect(seen.count > 10)
            for (scope, counts) in seen {
                #expect(counts.people.count == 6, "\(scope)")
                for (before, after) in zip(counts.people, counts.people.dropFirst()) {
                    #expect(before == after || abs(before - after) >= 5, "\(scope): \(before), then \(after)")
                }
                for (measure, sizes) in counts.denominators {
                    for case let size? in sizes { #expect(size >= 5, "\(scope) \(measure): \(size)") }
                }
            }
        }
    }

    /// Takes headcounts and denominators out of the promised JSON, as any reader could.
    private static func note(_ json: String, into seen: inout [String: Seen]) throws {
        let reading = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any] ?? [:]
        let scopes = try #require(reading["scopes"] as? [[String: Any]])
        for scope in scopes {
            let which = try #require(scope["scope"] as? [String: Any])
            let people = try #require(which["people"] as? Int)
            let name = "\(which["kind"] as? String ?? "") \(which["name"] as? String ?? "")"
            seen[name, default: Seen()].people.append(people)
            for measure in scope["measures"] as? [[String: Any]] ?? [] {
                guard let code = measure["code"] as? String else { continue }
                seen[name, default: Seen()].denominators[code, default: []].append(measure["n"] as? Int)
            }
        }
    }
}
