package import Archive
package import Discovery
import Measures
import Rollout

/// What a person does with their own pains and trials. Nobody else can call any of it for them.
package struct TrialDesk: Sendable {
    /// Something that cannot be done, in a sentence to show.
    package struct Refusal: Error, Hashable, Sendable {
        package let message: String

        init(_ message: String) { self.message = message }
    }

    private let installation: Installation
    private let owner: Visitor.Standing

    /// The desk of one person.
    package init(_ installation: Installation, owner: Visitor.Standing) {
        self.installation = installation
        self.owner = owner
    }

    private var archive: any Archive { installation.archive }
    private var today: Day { installation.now().day }
    private var member: MemberID { owner.member }

    // MARK: Pains

    /// Pains one person can name; enough for anybody, and a bound for scripts.
    static let mostPains = 50
    /// Letters of a task, a place, a title.
    static let longestTask = 120

    /// The person's own, as they named them.
    package func pains() async throws -> [PainRecord] { try await archive.pains(of: member) }

    /// Names a pain, in own words or by choosing a task.
    /// - Throws: `Refusal` without words or past the bound.
    package func name(_ text: String, kind: PainKind, task: String?) async throws -> PainRecord {
        let chosen = task.flatMap(TaskCatalogue.task)
        let words = chosen?.title ?? TrialDesk.trimmed(text, to: Pain.longestText)
        guard words.contains(where: \.isLetter) else {
            throw Refusal("Choose a task from the list, or say it in a few words of your own.")
        }
        guard try await pains().count < TrialDesk.mostPains else {
            throw Refusal("Fifty are enough. Take one back that no longer bothers you.")
        }
        return try await archive.add(
            PainRecord(
                member: member, role: owner.role, kind: kind, text: words, theme: chosen?.key, named: today))
    }

    /// Says which theme a pain belongs to; nil lets the grouping decide again.
    package func correct(_ pain: Int64, to theme: ThemeKey?) async throws {
        try await archive.setTheme(theme, ofPain: pain, by: member)
    }

    /// Takes a pain back.
    package func forget(pain: Int64) async throws { try await archive.removePain(pain, by: member) }

    // MARK: Trials

    /// The person's own, the latest first.
    package func trials() async throws -> [TrialRecord] {
        try await archive.trials(of: member).reversed()
    }

    /// One of the person's own.
    /// - Throws: `missing`.
    package func trial(_ id: Int64) async throws -> TrialRecord {
        guard let trial = try await archive.trials(of: member).first(where: { $0.id == id }) else {
            throw ArchiveFailure(.missing, "There is no such trial of yours.")
        }
        return trial
    }

    /// What a trial came to, for its owner.
    package func result(_ record: TrialRecord) throws -> OwnResult {
        // The owner's own arithmetic needs no place in an organisation.
        OwnResult(try record.trial(person: PersonID(0), role: 0))
    }

    /// Begins a trial.
    ///
    /// - Parameters:
    ///   - example: The example it was begun from, which is counted there without a name.
    /// - Throws: `TrialFailure`, `ArchiveFailure`.
    package func begin(
        task: String, theme: ThemeKey?, useCase: String?, baseline: Strain, example: Int64?
    ) async throws -> TrialRecord {
        let record = TrialRecord(
            member: member, role: owner.role, task: TrialDesk.trimmed(task, to: TrialDesk.longestTask),
            theme: theme, useCase: useCase, baseline: baseline, began: today)
        _ = try record.trial(person: PersonID(0), role: 0)
        let kept = try await archive.keep(record)
        if let example { try await archive.countReuse(ofExample: example) }
        return kept
    }

    /// Notes one occasion.
    /// - Throws: `TrialFailure` at ten, or once decided.
    package func note(_ after: Strain, usualMinutes: Double?, in id: Int64) async throws -> TrialRecord {
        let record = try await trial(id)
        let usual = try usualMinutes.map { try Strain(minutes: $0).minutes }
        let changed = try record.trial(person: PersonID(0), role: 0).adding(
            Occasion(day: today, after: after, usualMinutes: usual))
        return try await archive.keep(record.with(changed))
    }

    /// Takes the last occasion back, for a slip of the finger.
    package func takeBack(in id: Int64) async throws -> TrialRecord {
        let record = try await trial(id)
        return try await archive.keep(
            TrialRecord(
                id: record.id, member: record.member, role: record.role, task: record.task,
                theme: record.theme, useCase: record.useCase, baseline: record.baseline,
                began: record.began, occasions: record.occasions.dropLast(), consent: record.consent))
    }

    /// Says what came of a trial; it can be said anew at any time.
    /// - Throws: `TrialFailure` before the first occasion.
    package func decide(
        _ verdict: TrialVerdict, why: TrialVerdict.Why?, in id: Int64
    ) async throws -> TrialRecord {
        let record = try await trial(id)
        let changed = try record.trial(person: PersonID(0), role: 0).deciding(verdict, why: why, on: today)
        // What stands on the shelf says what came of it; said anew, it has to be shared anew.
        if verdict != record.verdict, let example = try await example(of: id) {
            try await archive.withdrawExample(example.id, by: member)
            return try await archive.keep(record.with(changed).with(consent: .counted))
        }
        return try await archive.keep(record.with(changed))
    }

    /// Removes a trial with everything it said.
    package func forget(trial id: Int64) async throws { try await archive.removeTrial(id, by: member) }

    // MARK: Sharing

    /// The example made from a trial; nil where it does not stand on the shelf.
    package func example(of trial: Int64) async throws -> ExampleRecord? {
        try await archive.examples().first { $0.trial == trial && $0.member == member }
    }

    /// Says how far a trial may be seen; `none` and `counted` take an example off the shelf.
    ///
    /// - Returns: What keeps it off the shelf; empty: it is done.
    /// - Throws: `Refusal` before there is a verdict.
    package func share(
        _ id: Int64, consent: Consent, conditions: Set<Condition>, tool: String
    ) async throws -> [ExampleCheck.Hint] {
        let record = try await trial(id)
        guard record.verdict == .keep || record.verdict == .drop else {
            throw Refusal("Say first what came of it: keep or drop. Both help others.")
        }
        if consent.isShown {
            let means = TrialDesk.means(record)
            let hints = ExampleCheck.hints(
                task: record.task, minutesBefore: means.before, minutesAfter: means.after)
            guard hints.isEmpty else { return hints }
            _ = try await archive.keep(
                ExampleRecord(
                    member: member, trial: id, role: record.role, task: record.task,
                    useCase: record.useCase ?? "", tool: TrialDesk.trimmed(tool, to: TrialDesk.longestTask),
                    minutesBefore: means.before, minutesAfter: means.after,
                    strainBefore: means.strainBefore, strainAfter: means.strainAfter,
                    occasions: record.occasions.count, conditions: conditions,
                    didNotHelp: record.verdict == .drop ? record.why : nil,
                    isKept: record.verdict == .keep, consent: consent, shared: today))
        } else if let example = try await example(of: id) {
            try await archive.withdrawExample(example.id, by: member)
        }
        _ = try await archive.keep(record.with(consent: consent))
        return []
    }

    /// Means over the occasions, to whole minutes and points.
    static func means(
        _ record: TrialRecord
    ) -> (before: Double, after: Double, strainBefore: Double?, strainAfter: Double?) {
        let count = Double(max(1, record.occasions.count))
        let before = record.occasions.reduce(0) { $0 + ($1.usualMinutes ?? record.baseline.minutes) } / count
        let after = record.occasions.reduce(0) { $0 + $1.after.minutes } / count
        let strains = record.occasions.compactMap(\.after.strain)
        let isPaired = record.baseline.strain != nil && !strains.isEmpty
        return (
            before.rounded(), after.rounded(), isPaired ? record.baseline.strain.map(Double.init) : nil,
            isPaired ? (Double(strains.reduce(0, +)) / Double(strains.count)).rounded() : nil
        )
    }

    // MARK: Leaving and not wanting

    /// Says that the person does not want to, and why; nil takes it back.
    package func decline(_ why: TrialVerdict.Why?) async throws {
        try await archive.setDeclined(why, by: member)
    }

    /// Deletes all of the person's pains, trials, examples, marks and wishes.
    package func leave() async throws { try await archive.leaveDiscovery(member) }

    /// A text without space around it and at most so long.
    static func trimmed(_ text: String, to length: Int) -> String {
        let plain = text.map { $0.isNewline ? " " : $0 }
        return String(String(plain).trimmingPrefix { $0.isWhitespace }.prefix(length)).trimmedEnd
    }
}

extension String {
    /// Without space at its end.
    fileprivate var trimmedEnd: String {
        var text = self
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
    }
}

extension TrialRecord {
    /// The same with what a trial now says.
    func with(_ trial: Trial) -> TrialRecord {
        TrialRecord(
            id: id, member: member, role: role, task: task, theme: theme, useCase: useCase,
            baseline: baseline, began: began, occasions: trial.occasions, verdict: trial.verdict,
            why: trial.why, decided: trial.decided, consent: consent)
    }

    /// The same, seen as far as its owner says.
    func with(consent: Consent) -> TrialRecord {
        TrialRecord(
            id: id, member: member, role: role, task: task, theme: theme, useCase: useCase,
            baseline: baseline, began: began, occasions: occasions, verdict: verdict, why: why,
            decided: decided, consent: consent)
    }
}
