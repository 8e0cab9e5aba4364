package import Measures
package import Rollout

/// What doing a task once was like.
package struct Strain: Hashable, Sendable {
    /// Minutes of one's own time, 0...1,440.
    package let minutes: Double
    /// Times one was pulled out of it; nil: not noted.
    package let interruptions: Int?
    /// How much of a strain it was, 0 none to 10; nil: not noted.
    package let strain: Int?
    /// How tedious it was, 0 not at all to 10; nil: not noted.
    package let tedium: Int?

    /// What one occasion was like.
    /// - Throws: `outOfRange`, naming the field.
    package init(
        minutes: Double, interruptions: Int? = nil, strain: Int? = nil, tedium: Int? = nil
    ) throws(TrialFailure) {
        guard minutes.isFinite, (0...1_440).contains(minutes) else {
            throw TrialFailure(.outOfRange, "Minutes go from 0 to 1440. Give the time it took you.")
        }
        guard (0...100).contains(interruptions ?? 0) else {
            throw TrialFailure(.outOfRange, "Interruptions go from 0 to 100.")
        }
        guard (0...10).contains(strain ?? 0), (0...10).contains(tedium ?? 0) else {
            throw TrialFailure(.outOfRange, "Strain and tedium go from 0 to 10.")
        }
        self.minutes = minutes
        self.interruptions = interruptions
        self.strain = strain
        self.tedium = tedium
    }
}

/// Why a step of a trial cannot be taken: a code and the sentence to show.
package struct TrialFailure: Error, Hashable, Sendable, CustomStringConvertible {
    /// What was wrong.
    package enum Code: String, Hashable, Sendable {
        case outOfRange, noTask, full, decided, noOccasion
    }

    package let code: Code
    package let message: String

    init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    package var description: String { message }
}

/// One time the task was done in the new way.
package struct Occasion: Hashable, Sendable {
    package let day: Day
    package let after: Strain
    /// Minutes this very piece of work would have taken before, where its owner says; else the baseline is meant.
    package let usualMinutes: Double?

    package init(day: Day, after: Strain, usualMinutes: Double? = nil) {
        self.day = day
        self.after = after
        self.usualMinutes = usualMinutes
    }
}

/// What came of a trial.
package enum TrialVerdict: String, Hashable, Sendable, CaseIterable {
    case keep, drop, notYet

    /// Why, to choose from; a sentence of one's own may stand beside it.
    package enum Why: String, Hashable, Sendable, CaseIterable {
        case savesTime, lessTedious, fewerInterruptions, calmer, betterResult
        case wrongResults, moreChecking, doesNotFitTask, tooSlow, notAllowed, preferOwnWay, noTimeToTry
    }
}

/// Somebody's try of a use case on a task of their own; theirs alone until they share it.
package struct Trial: Hashable, Sendable {
    /// Occasions a trial has at most: then it is time to say what came of it.
    package static let mostOccasions = 10
    /// Occasions from which a verdict's arithmetic says something.
    package static let fewestForInterval = 5

    package let id: Int64
    package let person: PersonID
    /// Index into `Evidence.roles`.
    package let role: Int
    /// The task in its owner's words.
    package let task: String
    package let theme: ThemeKey?
    /// Id of the use case tried; nil: something of their own.
    package let useCase: String?
    package let baseline: Strain
    package let began: Day
    package let occasions: [Occasion]
    package let verdict: TrialVerdict?
    package let why: TrialVerdict.Why?
    package let decided: Day?

    package init(
        id: Int64, person: PersonID, role: Int, task: String, theme: ThemeKey? = nil, useCase: String? = nil,
        baseline: Strain, began: Day, occasions: [Occasion] = [], verdict: TrialVerdict? = nil,
        why: TrialVerdict.Why? = nil, decided: Day? = nil
    ) throws(TrialFailure) {
        guard task.contains(where: \.isLetter) else {
            throw TrialFailure(.noTask, "Name the task you try it on, in a few words.")
        }
        guard occasions.count <= Trial.mostOccasions else { throw Trial.full }
        self.id = id
        self.person = person
        self.role = role
        self.task = task
        self.theme = theme
        self.useCase = useCase
        self.baseline = baseline
        self.began = began
        self.occasions = occasions
        self.verdict = verdict
        self.why = why
        self.decided = decided
    }

    private static var full: TrialFailure {
        TrialFailure(
            .full, "Ten occasions are noted, which is enough. Say what came of it: keep, drop or not yet.")
    }

    /// The trial with one more occasion.
    /// - Throws: `full` at ten, `decided` once kept or dropped.
    package func adding(_ occasion: Occasion) throws(TrialFailure) -> Trial {
        guard verdict == nil || verdict == .notYet else {
            throw TrialFailure(
                .decided, "You have said what came of this trial. Begin a new one to try again.")
        }
        guard occasions.count < Trial.mostOccasions else { throw Trial.full }
        return try Trial(
            id: id, person: person, role: role, task: task, theme: theme, useCase: useCase,
            baseline: baseline,
            began: began, occasions: occasions + [occasion], verdict: nil, why: nil, decided: nil)
    }

    /// The trial with a verdict; it may be changed at any time.
    /// - Throws: `noOccasion` before the first occasion: what was not tried cannot be kept or dropped.
    package func deciding(
        _ verdict: TrialVerdict, why: TrialVerdict.Why?, on day: Day
    ) throws(TrialFailure) -> Trial {
        guard !occasions.isEmpty else {
            throw TrialFailure(
                .noOccasion, "Note at least one occasion first: then you know what you are saying.")
        }
        return try Trial(
            id: id, person: person, role: role, task: task, theme: theme, useCase: useCase,
            baseline: baseline,
            began: began, occasions: occasions, verdict: verdict, why: why, decided: day)
    }
}
