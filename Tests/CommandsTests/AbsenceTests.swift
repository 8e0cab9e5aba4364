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

/// What must never be seen: people's keys and addresses, and figures of groups under five.
@Suite struct `Nobody is shown` {
    private static let specimen = SpecimenFactory.make(
        SpecimenPlan(illness: .noPersonalValue, world: .small, seed: 11, withExports: true))

    private static func publication(_ policy: DisclosurePolicy = .protected) throws -> Publication {
        var files = ["case.yaml": Array(specimen.yaml.utf8)]
        for table in specimen.files { files[table.file] = CSVWriter.bytes(of: table) }
        for export in specimen.exports { files[export.path] = Array(export.text.utf8) }
        return try Investigation(reading: MemoryCase(files: files)).publish(policy: policy)
    }

    /// Every text the product makes of a publication.
    private static func texts(_ publication: Publication) throws -> [String] {
        let json = try DiagnosisBody(publication: publication, product: "test").encode()
        let pages = DiagnosisText.Detail.allCases.map { detail in
            DiagnosisText(publication: publication, paper: Paper(width: 100, hasColour: true), detail: detail)
                .lines().joined(separator: "\n")
        }
        return [String(decoding: json, as: UTF8.self), Report.render(publication)] + pages
    }

    /// Keys and addresses of everybody on the roster.
    private static var names: [String] {
        guard let people = specimen.files.first(where: { $0.file == "people.csv" }) else { return [] }
        let columns = ["person", "email"].compactMap { people.columns.firstIndex(of: $0) }
        return people.rows.flatMap { row in columns.map { row[$0] } }.filter { $0.count >= 4 }
    }

    @Test func `by key or address, in JSON, report or terminal`() throws {
        #expect(Self.names.count >= 50)
        for text in try Self.texts(Self.publication()) {
            let words = Set(
                text.split { !($0.isLetter || $0.isNumber || $0 == "@" || $0 == ".") }.map(String.init))
            #expect(Self.names.filter { words.contains($0) } == [])
            #expect(!text.contains("@example.com"))
        }
    }

    @Test func `not even without protection`() throws {
        for text in try Self.texts(Self.publication(.unprotected)) { #expect(!text.contains("@example.com")) }
    }

    @Test func `by a figure of a group under five`() throws {
        let publication = try Self.publication()
        for scope in publication.scopes where scope.people < 5 {
            #expect(scope.verdict == nil && scope.barriers.isEmpty)
            for measure in scope.measures where measure.value.shown?.value != nil {
                Issue.record("\(scope.scope.kind.rawValue) of \(scope.people) shows \(measure.code.rawValue)")
            }
        }
        for scope in publication.scopes {
            for measure in scope.measures {
                guard let figure = measure.value.shown?.value, let n = figure.n,
                    figure.unit == .share || figure.unit == .shareDifference
                else { continue }
                #expect(n >= 5, "\(scope.scope.name) \(measure.code.rawValue)")
            }
        }
    }

    @Test func `and without protection every page says so`() throws {
        let texts = try Self.texts(Self.publication(.unprotected))
        #expect(texts[0].contains("\"protected\" : false"))
        for text in texts.dropFirst() {
            #expect(text.lowercased().contains("unprotected") || text.contains("not protected"))
        }
    }
}

@Suite struct `The terminal page` {
    private func lines(_ width: Int, _ detail: DiagnosisText.Detail) throws -> [String] {
        let specimen = SpecimenFactory.make(SpecimenPlan(illness: .noPersonalValue, world: .base, seed: 7))
        var files = ["case.yaml": Array(specimen.yaml.utf8)]
        for table in specimen.files { files[table.file] = CSVWriter.bytes(of: table) }
        let publication = try Investigation(reading: MemoryCase(files: files)).publish()
        return DiagnosisText(
            publication: publication, paper: Paper(width: width, hasColour: false), detail: detail
        )
        .lines()
    }

    @Test func `gives the verdict first, then why, what is missing and what to do`() throws {
        let text = try lines(88, .normal).joined(separator: "\n")
        #expect(text.contains("■ Phase 2: the real wall"))
        let order = ["phase 2", "covered", "Why, strongest first", "What would flip it", "What to do next"]
        let places = order.compactMap { text.range(of: $0)?.lowerBound }
        #expect(places.count == order.count && places == places.sorted())
        #expect(text.contains("We were wrong if"))
    }

    @Test(arguments: [44, 60, 88]) func `keeps to the width`(width: Int) throws {
        for line in try lines(width, .normal) {
            #expect(line.count <= width || !line.contains("  "), "\(line)")
        }
    }

    @Test func `says only the verdict when asked to be quiet`() throws {
        #expect(try lines(88, .quiet).count <= 6)
    }
}
