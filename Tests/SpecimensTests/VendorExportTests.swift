import Foundation
import Rollout
import Specimens
import Testing

@Suite struct `Vendor exports of a specimen` {
    let plain = CaseReading(.healthy, seed: 17)
    let exported = CaseReading(.healthy, seed: 17, withExports: true)

    private func text(_ path: String) -> String {
        exported.specimen.exports.first { $0.path == path }?.text ?? ""
    }

    private func copilotRows() throws -> [[String: Any]] {
        try text("exports/copilot-users.ndjson").split(separator: "\n").map {
            try #require(JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
        }
    }

    @Test func `are there only when asked for`() {
        #expect(plain.specimen.exports.isEmpty)
        #expect(plain.table("people.csv")?.columns.contains("email") == false)
        #expect(
            exported.specimen.exports.map(\.path) == [
                "exports/copilot-users.ndjson", "exports/Microsoft365CopilotUsageUserDetail.csv",
            ])
    }

    @Test func `hold each day of the engineers' tool once, there or in the table`() throws {
        func days(_ reading: CaseReading) -> [String] {
            reading.records("use.csv").filter {
                $0["tool"] == "GitHub Copilot" && $0["mode"] != "editor" && $0["mode"] != "review"
            }
            .map { "\($0["person"] ?? "") \($0["date"] ?? "")" }
        }
        #expect(days(exported).isEmpty)
        var keys: [String: String] = [:]
        for person in exported.records("people.csv") {
            let address = person["email"] ?? ""
            keys[String(address.prefix { $0 != "@" })] = person["person"]
        }
        let moved = try copilotRows().map {
            "\(keys[$0["user_login"] as? String ?? ""] ?? "nobody") \($0["day"] as? String ?? "")"
        }
        #expect(moved.count > 100)
        #expect(moved.sorted() == days(plain).sorted())
    }

    @Test func `name every login in the settings`() throws {
        for row in try copilotRows() {
            let login = try #require(row["user_login"] as? String)
            #expect(exported.specimen.yaml.contains(": [\(login)]\n"))
        }
    }

    @Test func `write the licence report as its vendor does`() {
        let text = text("exports/Microsoft365CopilotUsageUserDetail.csv")
        #expect(
            text.hasPrefix("\u{FEFF}Report Refresh Date,User Principal Name,Display Name,Last Activity Date,")
        )
        #expect(text.hasSuffix("\r\n"))
        let lines = text.split(separator: "\r\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false)
        }
        #expect(lines.allSatisfy { $0.count == 22 })
        let addresses = Set(exported.column("email", of: "people.csv"))
        #expect(addresses.count == exported.column("email", of: "people.csv").count)
        #expect(addresses.isSuperset(of: lines.dropFirst().map { String($0[1]) }))
        #expect(addresses.allSatisfy { $0.hasSuffix("@example.com") })
    }

    @Test func `give the last day the table knows`() {
        var last: [String: String] = [:]
        for use in exported.records("use.csv") where use["tool"] == "Microsoft 365 Copilot" {
            last[use["person"] ?? ""] = max(last[use["person"] ?? ""] ?? "", use["date"] ?? "")
        }
        var keys: [String: String] = [:]
        for person in exported.records("people.csv") { keys[person["email"] ?? ""] = person["person"] }
        let lines = text("exports/Microsoft365CopilotUsageUserDetail.csv").split(separator: "\r\n")
            .dropFirst()
        for line in lines {
            let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            #expect(cells[3] == last[keys[cells[1]] ?? ""] ?? "")
        }
        #expect(lines.count > 50)
    }
}
