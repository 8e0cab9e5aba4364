import Casework
import Commands
import Diagnosis
import Disclosure
import Foundation
import Intake
import Measures
import Pages
import Rollout
import Specimens
import Testing
import Wire

/// A folder into which somebody dropped the exports they happen to have, under any names.
@Suite struct `Every export at once` {
    /// The sample exports beside the project; nil, with a printed message, where they are not there.
    private static let samples: [URL]? = {
        var folder = URL(fileURLWithPath: #filePath)
        for _ in 0..<8 {
            folder.deleteLastPathComponent()
            let formats = folder.appendingPathComponent("shared/formats")
            guard let names = FileManager.default.subpaths(atPath: formats.path) else { continue }
            return names.sorted().map { formats.appendingPathComponent($0) }.filter { url in
                var isFolder: ObjCBool = false
                return FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder)
                    && !isFolder.boolValue
            }
        }
        print("skipped: there is no shared/formats beside the project")
        return nil
    }()

    /// All samples in one `exports/` folder, each under a name that says nothing.
    private static var dropped: [CaseFile]? {
        samples.map { urls in
            urls.enumerated().compactMap { place, url in
                FileManager.default.contents(atPath: url.path).map {
                    CaseFile(path: "exports/download (\(place)).dat", bytes: [UInt8]($0))
                }
            }
        }
    }

    /// Addresses that stand in any of the samples.
    private static let addresses: Set<String> = {
        guard let pattern = try? Regex(#"[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}"#) else { return [] }
        return (samples ?? []).reduce(into: []) { found, url in
            guard let data = FileManager.default.contents(atPath: url.path) else { return }
            for match in String(decoding: data, as: UTF8.self).matches(of: pattern) {
                found.insert(String(match.output[0].substring ?? "").lowercased())
            }
        }
    }()

    private static func leaks(_ text: String) -> [String] {
        let lower = text.lowercased()
        return addresses.filter { lower.contains($0) }.sorted()
    }

    @Test func `is looked into file by file, and no file is mistaken`() throws {
        guard let dropped = Self.dropped, let samples = Self.samples else { return }
        let inspector = FileInspector()
        let inspections = dropped.map { inspector.inspect($0) }
        let kinds = Dictionary(
            uniqueKeysWithValues: zip(samples, inspections).map {
                ($0.lastPathComponent, $1.kind?.id ?? $1.role.rawValue)
            })
        for (name, kind) in Expected.kinds { #expect(kinds[name] == kind, "\(name)") }
        let body = InspectBody(inspections, product: "test")
        let json = String(decoding: try body.encode(), as: UTF8.self)
        #expect(Self.leaks(json) == [])
        let text = InspectText(
            inspections: inspections, paper: Paper(width: 88, hasColour: false), isQuiet: false,
            showsNames: false
        ).lines()
        #expect(Self.leaks(text.joined(separator: "\n")) == [])
        for inspection in inspections {
            for notice in inspection.notices { #expect(notice.file == inspection.path) }
            let isSilent = inspection.role == .export && inspection.rows == nil
            #expect(!isSilent || !inspection.notices.isEmpty, "\(inspection.path) says nothing of its rows")
        }
    }

    @Test func `becomes one case that coverage explains and a diagnosis uses`() throws {
        guard let dropped = Self.dropped else { return }
        let survey = try CoverageSurvey(reading: MemoryCase(dropped))
        let publication = survey.publish()
        #expect(!survey.investigation.evidence.people.isEmpty)
        #expect(!publication.sources.isEmpty && !publication.files.isEmpty && !publication.missing.isEmpty)
        let diagnosed = survey.investigation.publish()
        let texts = [
            CoverageText(
                publication: publication, paper: Paper(width: 88, hasColour: true), isVerbose: true
            ).lines().joined(separator: "\n"),
            String(
                decoding: try CoverageSurveyBody(publication, product: "test").encode(), as: UTF8.self),
            CoveragePage.render(publication),
            DiagnosisText(
                publication: diagnosed, paper: Paper(width: 88, hasColour: false), detail: .verbose
            ).lines().joined(separator: "\n"), Report.render(diagnosed),
        ]
        for text in texts {
            #expect(text.count > 200)
            #expect(Self.leaks(text) == [])
        }
        // What a file that is read did not bring is never passed over in silence.
        for file in publication.files where file.rows > 0 && file.refused == file.rows {
            #expect(
                publication.notices.contains { $0.file == file.file }, "\(file.title) is lost without a word")
        }
    }

    @Test func `gives the same whatever the names and the order of the files`() throws {
        guard let dropped = Self.dropped else { return }
        func document(_ files: [CaseFile]) throws -> CoverageSurveyBody {
            CoverageSurveyBody(
                try CoverageSurvey(reading: MemoryCase(files)).publish(), product: "test")
        }
        let one = try document(dropped)
        let again = try document(dropped.reversed())
        #expect(one == again)
    }

    /// What the README of the samples says each file is.
    private enum Expected {
        static let kinds: [String: String] = [
            "users-28-day-derived.ndjson": "github-copilot-users",
            "users-1-day.ndjson": "github-copilot-users",
            "usage-user-detail-v1.csv": "microsoft-365-copilot-users",
            "usage-user-detail-v2.csv": "microsoft-365-copilot-users",
            "usage-user-detail-v2-period-last.csv": "microsoft-365-copilot-users",
            "usage-user-detail-semicolon-de.csv": "microsoft-365-copilot-users",
            "usage-user-detail-concealed.csv": "microsoft-365-copilot-users",
            "admin-center-export.csv": "microsoft-365-copilot-users",
            "generic-usage-events.csv": "generic-events",
            "README.md": "unknown",
        ]
    }
}

@Suite struct `A case on one axis` {
    private static func files(_ world: World = .small, without missing: Set<String> = []) -> [String: [UInt8]]
    {
        let specimen = SpecimenFactory.make(
            SpecimenPlan(illness: .noPersonalValue, world: world, seed: 11, withExports: true))
        var files = ["case.yaml": Array(specimen.yaml.utf8)]
        for table in specimen.files where !missing.contains(table.file) {
            files[table.file] = CSVWriter.bytes(of: table)
        }
        for export in specimen.exports { files[export.path] = Array(export.text.utf8) }
        return files
    }

    private static func publish(_ files: [String: [UInt8]]) throws -> CoveragePublication {
        try CoverageSurvey(reading: MemoryCase(files: files)).publish()
    }

    private func text(_ publication: CoveragePublication, width: Int = 88, colour: Bool = false) -> [String] {
        CoverageText(
            publication: publication, paper: Paper(width: width, hasColour: colour), isVerbose: true
        ).lines()
    }

    @Test func `says whom each source sees, what is missing and what it hides`() throws {
        let whole = try Self.publish(Self.files())
        let text = text(whole).joined(separator: "\n")
        let order = [
            "What each source can see, on one axis", "Gaps", "What is missing, what would settle most first",
            "How much of each barrier can be read",
        ]
        let places = order.compactMap { text.range(of: $0)?.lowerBound }
        #expect(places.count == order.count && places == places.sorted())
        let blind = try Self.publish(Self.files(without: ["pulse.csv"]))
        #expect(blind.missing.first?.input == .pulse)
        #expect(blind.barriers.filter(\.isInvisible).map(\.code) == [.enthusiasmGap])
        let words = self.text(blind).joined(separator: " ").split(separator: " ").joined(separator: " ")
        #expect(words.contains("1 Ask the nine questions of the pulse and add the answers as pulse.csv."))
        #expect(words.contains("Without it nothing can be read of enthusiasm gap"))
    }

    @Test(arguments: [40, 60, 88, 110]) func `keeps to the width`(width: Int) throws {
        for line in text(try Self.publish(Self.files()), width: width) {
            #expect(line.count <= width || !line.trimmed.contains(" "), "\(line)")
        }
    }

    @Test func `reads the same without colour`() throws {
        let publication = try Self.publish(Self.files())
        let plain = text(publication).joined(separator: "\n")
        let inked = text(publication, colour: true).joined(separator: "\n")
        #expect(inked.replacing(try Regex("\u{1B}\\[[0-9;]*m"), with: "") == plain)
    }

    @Test func `is written as a page without script, and as JSON that says the same twice`() throws {
        let publication = try Self.publish(Self.files())
        let page = CoveragePage.render(publication)
        #expect(page.contains("<title>") && page.contains("<svg") && !page.contains("<script"))
        #expect(!page.contains("{{"))
        let one = try CoverageSurveyBody(publication, product: "test").encode()
        let other = try CoverageSurveyBody(Self.publish(Self.files()), product: "test").encode()
        #expect(one == other)
    }

    @Test func `shows a gap, whom it hides and which measures it touches`() throws {
        var files = Self.files()
        files["coverage.csv"] = Array(
            "source,from,to,absence\nassistant,2025-12-01,2026-02-15,notUsed\nassistant,2026-04-06,2026-05-10,notUsed\n"
                .utf8)
        for path in files.keys where path.hasPrefix("exports/") { files[path] = nil }
        let publication = try Self.publish(files)
        let gaps = publication.gaps.filter { $0.source == "assistant" }
        #expect(gaps.map(\.isEnd) == [false, true])
        #expect(gaps.first.map { [$0.from, $0.to] } == [Day("2026-02-16")!, Day("2026-04-05")!])
        #expect(gaps.last?.isStale == true)
        #expect(gaps.allSatisfy { $0.measures.contains(.habit) })
        #expect(gaps.first?.measures.contains(.l28) == false && gaps.last?.measures.contains(.l28) == true)
        let groups = CoverageWords.gaps(publication.gaps)
        #expect(groups.first?.says.contains("left out of every rate of use, and not counted as idle") == true)
        #expect(groups.first?.gaps.contains { $0.hasPrefix("assistant: nothing since 10 May 2026") } == true)
    }

    /// Days of the files that `daily` writes.
    private static let days = (1...28).map { "2026-06-\($0 < 10 ? "0" : "")\($0)" }

    /// A case of twenty-five people and one tool: each file has the days of June its rule takes.
    private static func daily(_ rules: [String: (_ person: Int, _ day: Int) -> Bool]) -> [String: [UInt8]] {
        var files = [
            "people.csv": Array(
                ("person,team,role\n" + (0..<25).map { "p\($0),Team \($0 % 3),Clerk\n" }.joined()).utf8)
        ]
        for (path, fits) in rules {
            let rows = (0..<25).flatMap { person in
                days.indices.filter { fits(person, $0) }.map { "p\(person),\(days[$0]),Scribe\n" }
            }
            let header = path == "use.csv" ? "person,date,tool\n" : "person,timestamp,tool\n"
            files[path] = Array((header + rows.joined()).utf8)
        }
        return files
    }

    @Test func `compares use.csv with an export of the same tool`() throws {
        let files = Self.daily([
            "use.csv": { ($0 + $1) % 4 == 0 },
            "exports/x.csv": { ($0 + $1) % 4 == 0 && $1 % 5 != 0 },
        ])
        let pair = try #require(try Self.publish(files).agreements.first)
        #expect([pair.first.name, pair.second.name] == ["use.csv", "exports/x.csv"])
        #expect(pair.reasons.map(\.cause) == [.widerDefinition])
        #expect(pair.firstHasOfSecond.shown?.value?.value == 1)
    }

    @Test func `compares two exports of one tool under the rules of disclosure`() throws {
        // The same export a few days earlier: the last days are missing in it.
        let (late, early) = (Self.days.count, Self.days.count - 5)
        let files = Self.daily([
            "exports/late.csv": { ($0 + $1) % 4 == 0 && $1 < late },
            "exports/early.csv": { ($0 + $1) % 4 == 0 && $1 < early },
        ])
        let pair = try #require(try Self.publish(files).agreements.first)
        #expect([pair.first.name, pair.second.name] == ["exports/early.csv", "exports/late.csv"])
        guard case .known(let share)? = pair.agreement.shown else {
            Issue.record("the agreement is not shown")
            return
        }
        #expect(share.value > 0.9)
        let sentences = CoverageWords.agreement(pair).joined(separator: " ")
        #expect(sentences.contains("of the person-days that either marks are marked by both"))
        if pair.people.shown == nil {
            #expect(pair.personDays.shown == nil && pair.weeks.shown == nil)
        }
    }
}

extension String {
    /// Without spaces around it.
    fileprivate var trimmed: String { trimmingCharacters(in: .whitespaces) }
}
