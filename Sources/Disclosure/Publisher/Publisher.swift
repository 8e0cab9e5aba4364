package import Diagnosis
import Measures
@_spi(Disclosure) import Rollout

/// Turns a diagnosis into what may be shown: the only way from one to the other.
package enum Publisher {
    /// Releases every figure of a diagnosis once, for terminal, JSON and report alike.
    ///
    /// Each measure is released over all scopes together (`FamilyRelease`); sentences are filled
    /// from what was released; a scope whose group is too small keeps its name and headcount and
    /// loses verdict, barriers and sentences.
    /// - Returns: The same for the same diagnosis and policy, always.
    /// - Complexity: one family for each measure, each barrier and each row of the layers picture.
    package static func publish(_ diagnosis: Diagnosis, policy: DisclosurePolicy) -> Publication {
        var office = FamilyRelease(policy: policy)
        let measures = releasedMeasures(diagnosis, &office)
        let severities = releasedSeverities(diagnosis, &office)
        let raised = releasedRaised(diagnosis, &office)
        let scopes = diagnosis.scopes.enumerated().map { index, reading in
            scope(
                reading, measures: measures[index], severities: severities[index], raised: raised[index],
                policy: policy)
        }
        let pictures = PicturePublisher(policy: policy, scopes: scopes)
        return Publication(
            name: diagnosis.name, asOf: diagnosis.asOf, seed: diagnosis.seed,
            thresholds: diagnosis.thresholds, isProtected: policy.isProtected,
            coverage: diagnosis.coverage.map { coverage($0, policy) }, scopes: scopes,
            pictures: pictures.publish(
                diagnosis.pictures, frozenIsSafe: frozenIsSafe(diagnosis, &office), &office),
            notices: diagnosis.notices)
    }

    private static func releasedMeasures(
        _ diagnosis: Diagnosis, _ office: inout FamilyRelease
    ) -> [[PublishedMeasure]] {
        // Readings list their measures in the order of the codes, and so do publications.
        var released = diagnosis.scopes.map { reading in
            var measures: [PublishedMeasure] = []
            measures.reserveCapacity(reading.measures.count)
            return measures
        }
        for code in MeasureCode.allCases {
            let (places, family) = family(of: code, diagnosis, office.policy)
            for (index, value) in zip(places, office.release(family)) {
                released[index].append(PublishedMeasure(code: code, value: value))
            }
        }
        return released
    }

    private static func family(
        of code: MeasureCode, _ diagnosis: Diagnosis, _ policy: DisclosurePolicy
    ) -> (places: [Int], family: Family) {
        var places: [Int] = []
        var members: [Family.Member] = []
        let place = MeasureCode.allCases.firstIndex(of: code) ?? 0
        places.reserveCapacity(diagnosis.scopes.count)
        members.reserveCapacity(diagnosis.scopes.count)
        for (index, reading) in diagnosis.scopes.enumerated() {
            guard let measure = reading.measure(code, usuallyAt: place) else { continue }
            places.append(index)
            members.append(
                Family.Member(scope: reading.scope, everybody: reading.people, figure: measure.value))
        }
        let isResponse = code == .response
        let family = Family(
            members, policy: policy, floor: isResponse ? policy.responseRateMinimum : nil,
            belowFloor: isResponse ? policy.responseTooFewPeople : nil,
            hasTellingDenominator: code.hasTellingDenominator)
        return (places, family)
    }

    /// Whether the frozen group of the trend may stand beside all scopes' habit: its latest point
    /// speaks of the same weeks, so a few joiners would be the difference.
    private static func frozenIsSafe(_ diagnosis: Diagnosis, _ office: inout FamilyRelease) -> Bool {
        guard let trend = diagnosis.pictures.trend.value, let latest = trend.points.last else { return true }
        var (_, family) = family(of: .habit, diagnosis, office.policy)
        let kept = family.members.count
        family.add(
            Family.Member(
                scope: Scope(.team, ""), everybody: latest.share.group.people,
                figure: latest.share.map { .known($0) }, yieldsToAll: true))
        return office.release(family)[kept].shown != nil
    }

    private static func releasedSeverities(
        _ diagnosis: Diagnosis, _ office: inout FamilyRelease
    ) -> [[BarrierCode: Disclosed<Measured<PublishedEstimate>>]] {
        var released = diagnosis.scopes.map { _ in
            [BarrierCode: Disclosed<Measured<PublishedEstimate>>]()
        }
        for code in BarrierCode.allCases {
            var places: [Int] = []
            var members: [Family.Member] = []
            for (index, reading) in diagnosis.scopes.enumerated() {
                let findings = reading.barriers + reading.unnamed
                guard let finding = findings.first(where: { $0.code == code }) else { continue }
                places.append(index)
                members.append(
                    Family.Member(
                        scope: reading.scope, everybody: reading.people, figure: finding.severity))
            }
            let family = Family(members, kind: .scores, policy: office.policy)
            for (index, value) in zip(places, office.release(family)) { released[index][code] = value }
        }
        return released
    }

    /// What each scope raises most, released over all teams together; keyed by the place of the scope.
    private static func releasedRaised(
        _ diagnosis: Diagnosis, _ office: inout FamilyRelease
    ) -> [Int: PublishedRaisedBarrier] {
        var places: [(index: Int, code: BarrierCode)] = []
        var members: [Family.Member] = []
        for (index, reading) in diagnosis.scopes.enumerated() {
            guard let raised = reading.raised else { continue }
            places.append((index, raised.code))
            members.append(
                Family.Member(
                    scope: reading.scope, everybody: reading.people, figure: raised.probability))
        }
        let family = Family(members, kind: .scores, policy: office.policy)
        var released: [Int: PublishedRaisedBarrier] = [:]
        for (place, value) in zip(places, office.release(family)) {
            guard let probability = value.shown?.value else { continue }
            released[place.index] = PublishedRaisedBarrier(code: place.code, probability: probability)
        }
        return released
    }

    /// The sentences that can be filled, and the shifts; what leaders think only where it is shown at all.
    private static func nonResponse(
        _ reading: NonResponse, _ filling: PhraseFilling
    ) -> PublishedNonResponse {
        let showsLeaders = filling.released[.enthusiasmDifference]?.shown?.value != nil
        return PublishedNonResponse(
            shifts: reading.shifts.map { shift in
                NonResponse.Shift(
                    delta: shift.delta, firstBarrier: shift.firstBarrier,
                    leadersKeener: showsLeaders ? shift.leadersKeener : nil)
            }, words: filling.sentences(reading.words))
    }

    private static func scope(
        _ reading: ScopeReading, measures: [PublishedMeasure],
        severities: [BarrierCode: Disclosed<Measured<PublishedEstimate>>],
        raised: PublishedRaisedBarrier?, policy: DisclosurePolicy
    ) -> PublishedScope {
        // Most scopes have no sentences to fill.
        let hasWords = reading.verdict != nil || !reading.barriers.isEmpty || !reading.unnamed.isEmpty
        let filling = PhraseFilling(
            released: hasWords
                ? Dictionary(measures.map { ($0.code, $0.value) }, uniquingKeysWith: { first, _ in first })
                : [:])
        let isOpen = reading.people.count >= policy.minimumGroup
        func barriers(_ findings: [BarrierFinding]) -> [PublishedBarrier] {
            findings.compactMap { finding in
                severities[finding.code].map { barrier(finding, severity: $0, filling) }
            }
        }
        return PublishedScope(
            scope: reading.scope, people: reading.people.count,
            verdict: isOpen ? reading.verdict.map { verdict($0, filling) } : nil, measures: measures,
            barriers: isOpen ? barriers(reading.barriers) : [],
            unnamed: isOpen ? barriers(reading.unnamed) : [], raised: isOpen ? raised : nil,
            nonResponse: isOpen ? reading.nonResponse.map { nonResponse($0, filling) } : nil)
    }

    private static func verdict(_ verdict: Verdict, _ filling: PhraseFilling) -> PublishedVerdict {
        PublishedVerdict(
            code: verdict.code, headline: verdict.headline, probabilities: verdict.probabilities,
            because: filling.sentences(verdict.because), missing: verdict.missing,
            wouldFlip: filling.sentences(verdict.wouldFlip), sensitivity: verdict.sensitivity)
    }

    private static func barrier(
        _ finding: BarrierFinding, severity: Disclosed<Measured<PublishedEstimate>>,
        _ filling: PhraseFilling
    ) -> PublishedBarrier {
        PublishedBarrier(
            code: finding.code, rank: finding.rank, headline: finding.headline, severity: severity,
            firstProbability: finding.firstProbability, restsOn: filling.sentences(finding.restsOn),
            missing: finding.missing, cure: finding.cure, refutedIf: finding.refutedIf)
    }

    private static func coverage(
        _ line: CoverageLine, _ policy: DisclosurePolicy
    ) -> PublishedCoverage {
        let people: Disclosed<Int> =
            line.people.group.people.count < policy.minimumGroup
            ? Disclosed(withheld: policy.groupTooSmall) : Disclosed(shown: line.people.exposed)
        return PublishedCoverage(
            source: line.source, team: line.team, people: people, from: line.from, to: line.to,
            absence: line.absence, note: line.note)
    }
}

extension ScopeReading {
    /// A measure by its code, looked for where it stands in most readings before it is searched.
    fileprivate func measure(_ code: MeasureCode, usuallyAt place: Int) -> MeasureReading? {
        measures.indices.contains(place) && measures[place].code == code
            ? measures[place] : measures.first { $0.code == code }
    }
}
