import Casework
import Diagnosis
import Disclosure
import Intake
import Measures
import Rollout
import Specimens
import Testing

/// The declared needs of measures and barriers against what the diagnosis does without them.
@Suite struct `What the diagnosis needs` {
    /// Organisations that between them have everything: answers of all layers, ties, orders, kept hours.
    private static let specimens: [Specimen] = [
        (Illness.superficialCompliance, UInt64(100_001)), (.noPersonalValue, 100_002),
        (.echoChamber, 100_003),
    ].map { SpecimenFactory.make(SpecimenPlan(illness: $0, world: .base, seed: $1)) }

    /// Something taken away from a case.
    struct Loss: CustomStringConvertible, Sendable {
        let description: String
        let change: @Sendable ([CaseTable]) -> [CaseTable]

        /// A file that is not there.
        static func file(_ name: String) -> Loss {
            Loss(description: name) { tables in tables.filter { $0.file != name } }
        }

        /// A column that is left empty.
        static func column(_ column: String, of file: String) -> Loss {
            Loss(description: "\(column) of \(file)") { tables in
                tables.map { table in
                    guard table.file == file, let place = table.columns.firstIndex(of: column) else {
                        return table
                    }
                    var emptied = table
                    for row in emptied.rows.indices { emptied.rows[row][place] = "" }
                    return emptied
                }
            }
        }
    }

    static let losses: [Loss] =
        Evidence.Source.allCases.filter { $0 != .people }.map { .file($0.file) }
        + [
            .column("kept_hours", of: "champions.csv"), .column("manager", of: "people.csv"),
            .column("team", of: "pulse.csv"),
            Loss(description: "QL of pulse.csv") { tables in
                tables.map { table in
                    var asked = table
                    if table.file == "pulse.csv", let item = table.columns.firstIndex(of: "item") {
                        asked.rows.removeAll { $0[item] == "QL" }
                    }
                    return asked
                }
            },
            Loss(description: "count of use.csv") { tables in
                tables.map { table in
                    guard table.file == "use.csv", let place = table.columns.firstIndex(of: "count") else {
                        return table
                    }
                    return CaseTable(
                        file: table.file, columns: table.columns.filter { $0 != "count" },
                        rows: table.rows.map { row in
                            row.enumerated().filter { $0.offset != place }.map(\.element)
                        })
                }
            },
            Loss(description: "use.csv and coverage.csv") { tables in
                tables.filter { $0.file != "use.csv" && $0.file != "coverage.csv" }
            },
            Loss(description: "use of the last two months") { tables in
                tables.map { table in
                    var ended = table
                    if table.file == "coverage.csv", let place = table.columns.firstIndex(of: "to") {
                        for row in ended.rows.indices { ended.rows[row][place] = "2026-04-26" }
                    }
                    return ended
                }
            },
            Loss(description: "every day of use, leaving last days seen") { tables in
                tables.map { table in
                    var dimmed = table
                    if table.file == "coverage.csv", let place = table.columns.firstIndex(of: "absence") {
                        for row in dimmed.rows.indices { dimmed.rows[row][place] = "lastSeenOnly" }
                    }
                    return dimmed
                }
            },
        ]

    private static func read(_ tables: [CaseTable], _ yaml: String) throws -> Investigation {
        var files = ["case.yaml": Array(yaml.utf8)]
        for table in tables { files[table.file] = CSVWriter.bytes(of: table) }
        return try Investigation(reading: MemoryCase(files: files))
    }

    private static func known(_ publication: Publication) -> Set<MeasureCode> {
        Set(
            (publication.organization?.measures ?? []).filter { $0.value.shown?.value != nil }.map(\.code))
    }

    private static func severities(_ publication: Publication) -> Set<BarrierCode> {
        let scope = publication.organization
        return Set(
            ((scope?.barriers ?? []) + (scope?.unnamed ?? [])).filter { $0.severity.shown?.value != nil }
                .map(\.code))
    }

    private static let whole: [(Specimen, Publication)] = {
        specimens.compactMap { specimen in
            guard let case0 = try? read(specimen.files, specimen.yaml) else { return nil }
            return (specimen, case0.publish(policy: .unprotected))
        }
    }()

    @Test func `is all there in specimens, but for what only teams have`() {
        #expect(Self.whole.count == Self.specimens.count)
        let known = Self.whole.reduce(into: Set<MeasureCode>()) { $0.formUnion(Self.known($1.1)) }
        #expect(MeasureCode.allCases.filter { !known.contains($0) } == [.bottomThird])
        for (specimen, publication) in Self.whole {
            #expect(Self.severities(publication) == Set(BarrierCode.allCases), "\(specimen.plan.illness)")
        }
    }

    @Test(arguments: losses) func `is what becomes unknown when it is taken away`(loss: Loss) throws {
        for (specimen, publication) in Self.whole {
            let robbed = try Self.read(loss.change(specimen.files), specimen.yaml)
            let present = BlindSpots(robbed.evidence).present
            let reading = robbed.publish(policy: .unprotected)
            let before = Self.known(publication)
            let lost = before.subtracting(Self.known(reading)).map(\.rawValue).sorted()
            let declared = before.filter { !MeasureNeed.of($0).inputs.isSubset(of: present) }
                .map(\.rawValue).sorted()
            #expect(lost == declared, "\(specimen.plan.illness) without \(loss)")
            let unseen = Set(BarrierCode.allCases).subtracting(Self.severities(reading))
            let invisible = Set(BarrierNeed.all.filter { $0.isInvisible(with: present) }.map(\.code))
            #expect(unseen == invisible, "\(specimen.plan.illness) without \(loss)")
        }
    }

    @Test func `has parts that add to one, each resting on something`() {
        for need in BarrierNeed.all {
            #expect(abs(need.parts.reduce(0) { $0 + $1.weight } - 1) < 1e-12)
            #expect(need.parts.allSatisfy { !$0.inputs.isEmpty && !$0.tells.hasSuffix(".") })
            #expect(need.visible(with: Set(EvidenceInput.allCases)) > 0.999)
            #expect(need.visible(with: []) == 0)
        }
        #expect(BarrierNeed.all.map(\.code) == BarrierCode.allCases)
    }

    @Test func `leaves the enthusiasm gap invisible without a pulse, and little of messages and fatigue`() {
        // SCIENCE, finding 8: of eight planted each, without a pulse 8, 8, 8, 6, 6, 4 and 0 were found.
        let blind = BlindSpots(present: Set(EvidenceInput.allCases).subtracting([.pulse, .believed]))
        let visible = Dictionary(uniqueKeysWithValues: blind.visible.map { ($0.code, $0.share) })
        #expect(visible[.enthusiasmGap] == 0)
        #expect(blind.visible.filter(\.isInvisible).map(\.code) == [.enthusiasmGap])
        let found: [(BarrierCode, Int)] = [
            (.echoChamber, 8), (.superficialCompliance, 8), (.noTimeOrFocus, 8), (.noPersonalValue, 6),
            (.changeFatigue, 6), (.messageMisalignment, 4), (.enthusiasmGap, 0),
        ]
        for (one, next) in zip(found, found.dropFirst()) where one.1 > next.1 {
            #expect((visible[one.0] ?? 0) >= (visible[next.0] ?? 1) - 1e-9, "\(one.0) and \(next.0)")
        }
    }

    @Test func `puts first what a verdict cannot do without, then what shows most of the barriers`() {
        let nothing = BlindSpots(present: [])
        #expect(nothing.missing.map(\.input).prefix(3) == [.use, .register, .pulse])
        let blind = BlindSpots(present: [.use, .register, .managerLine])
        #expect(blind.missing.first?.input == .pulse)
        #expect(blind.missing.first?.isNeededForVerdict == false)
        let shares = blind.missing.first?.barriers.map { ($0.code, $0.share) } ?? []
        #expect(shares.first { $0.0 == .enthusiasmGap }?.1 == 1)
    }

    @Test func `has a better answer than the usual one where the case allows it`() throws {
        let specimen = try #require(Self.specimens.first)
        let ended = try #require(Self.losses.first { $0.description == "use of the last two months" })
        let evidence = try Self.read(ended.change(specimen.files), specimen.yaml).evidence
        #expect(
            BlindSpots(evidence).missing.first?.remedy
                == "Every source that tells of single days has ended weeks ago. Export them again, up to today."
        )
        let last = try #require(Self.losses.last)
        let dimmed = try Self.read(last.change(specimen.files), specimen.yaml).evidence
        #expect(
            BlindSpots(dimmed).missing.first?.remedy
                == "The sources there tell of last days of use only. Add an export that tells of every day, for example an audit log."
        )
        let unasked = BlindSpots(Evidence(asOf: dimmed.asOf), hasUnmappedSurveys: true)
        #expect(
            unasked.missing.first { $0.input == .pulse }?.remedy.hasPrefix(
                "Surveys are there, and their questions")
                == true)
    }
}
