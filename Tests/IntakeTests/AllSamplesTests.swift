import Foundation
import Intake
import Measures
import Rollout
import Testing

/// Everything somebody has, thrown into one folder under any names.
@Suite struct `All sample exports in one folder` {
    /// Samples by the reader they fall to. Others have their place in the tests of their readers.
    private static let readers: [String: [String]] = [
        "github-billing": ["github-copilot/billing-usage-report.csv"],
        "github-copilot-activity": ["github-copilot/activity-report.csv"],
        "github-copilot-legacy-metrics": ["github-copilot/legacy-metrics-api-organization.json"],
        "github-copilot-links": [
            "github-copilot/mock-download-links-1-day.json", "github-copilot/mock-download-links-28-day.json",
        ],
        "github-copilot-seats": [
            "github-copilot/mock-seats-organization.json",
            "github-copilot/mock-seats-enterprise-with-duplicates.json",
        ],
        "github-copilot-teams": ["github-copilot/user-teams-1-day.ndjson"],
        "github-copilot-totals": [
            "github-copilot/mock-organization-1-day-report.json",
            "github-copilot/mock-enterprise-users-28-day-report.json",
        ],
        "github-copilot-users": [
            "github-copilot/users-1-day.ndjson", "github-copilot/users-28-day-derived.ndjson",
            "github-copilot/mock-organization-users-1-day-report.json",
        ],
        "microsoft-365-copilot-totals": ["m365-copilot/user-count-summary.csv"],
        "microsoft-365-copilot-users": [
            "m365-copilot/usage-user-detail-v1.csv", "m365-copilot/usage-user-detail-v2.csv",
            "m365-copilot/usage-user-detail-v2-period-last.csv",
            "m365-copilot/usage-user-detail-concealed.csv",
            "m365-copilot/usage-user-detail-beta-old-order.csv",
            "m365-copilot/usage-user-detail-semicolon-de.csv", "m365-copilot/usage-user-detail-v1.json",
            "m365-copilot/admin-center-export.csv",
        ],
        "purview-audit-log": ["m365-copilot/purview-audit-log.csv"],
        "viva-person-query": ["viva/person-query-subset.csv"],
    ]

    /// A case of samples whose names say nothing.
    private static func nameless() throws -> (files: [String: [UInt8]], readers: [String: String])? {
        var files: [String: [UInt8]] = [:]
        var expected: [String: String] = [:]
        for (reader, names) in readers {
            for name in names {
                guard let bytes = try ExportCase.sample(name) else { return nil }
                let place = "exports/\(files.count).bin"
                files[place] = bytes
                expected[place] = reader
            }
        }
        return (files, expected)
    }

    @Test func `are each known by their content`() throws {
        guard let (files, readers) = try Self.nameless() else { return }
        let result = try CaseReader().read(MemoryCase(files: files))
        let found = Dictionary(uniqueKeysWithValues: result.exports.map { ($0.file, $0.reader) })
        #expect(found == readers)
        #expect(result.messages(.exportAmbiguous) == [])
        #expect(result.messages(.exportNotRecognised) == [])
        #expect(
            result.exports.allSatisfy {
                !$0.marks.isEmpty && $0.statistics != nil || $0.reader == "github-copilot-links"
            })
    }

    @Test func `make one case without a people.csv, in any order`() throws {
        guard let (files, _) = try Self.nameless() else { return }
        let one = try CaseReader().read(MemoryCase(files: files))
        // Names decide the order of reading, so turning them round turns the order round.
        var turned: [String: [UInt8]] = [:]
        for (name, bytes) in files {
            turned[name.replacing(".bin", with: "").replacing("exports/", with: "exports/z") + "x"] = bytes
        }
        let other = try CaseReader().read(MemoryCase(files: turned))
        // 75 codes of the query, 9 of GitHub's seats less two that share the number of an account in another
        // sample, and 2 of its teams; those only named in passing stay out.
        #expect(one.evidence.people.count == 84)
        #expect(one.evidence.weeks.count == 865)
        #expect(one.evidence.use == other.evidence.use)
        #expect(one.evidence.weeks == other.evidence.weeks)
        #expect(one.evidence.teams == other.evidence.teams)
    }
}
