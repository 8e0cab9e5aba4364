package import Measures
package import Rollout

/// How far somebody lets their example be seen.
package enum Consent: String, Hashable, Sendable, CaseIterable {
    /// With their name, to everybody who may see the shelf.
    case named
    /// With the role and nothing else.
    case roleOnly
    /// Only as one of five or more in a figure.
    case counted
    /// Not at all.
    case none

    /// Whether it stands on the shelf.
    package var isShown: Bool { self == .named || self == .roleOnly }
}

/// What a task needs for a use case to help with it, to choose from: what a reader has to know before they copy it.
package enum Condition: String, Hashable, Sendable, CaseIterable {
    case cleanInput, standardFormat, manyAlike, longTexts, resultChecked, oneLanguage, quietHour,
        colleagueShowed

    /// As a reader sees it after "when".
    package var words: String {
        switch self {
        case .cleanInput: "the input is complete and clean"
        case .standardFormat: "the result has a fixed format"
        case .manyAlike: "there are many of one kind"
        case .longTexts: "the texts are long"
        case .resultChecked: "somebody can check the result quickly"
        case .oneLanguage: "everything is in one language"
        case .quietHour: "there is a quiet hour for it"
        case .colleagueShowed: "a colleague showed it first"
        }
    }
}

/// A measured before and after that somebody put on the shelf. Failures stand there as well.
package struct ShelfExample: Hashable, Sendable {
    /// Days after which an example is too old to rely on.
    package static let lifetime = 365

    package let id: Int64
    /// Whose it is; nil once the person has left, where they let the example stay without a name.
    package let owner: PersonID?
    /// Index into `Evidence.roles`.
    package let role: Int
    package let task: String
    /// Id of the use case.
    package let useCase: String
    /// The tool, with the version it was measured with where one is known.
    package let tool: String
    package let minutesBefore: Double
    package let minutesAfter: Double
    package let strainBefore: Double?
    package let strainAfter: Double?
    package let occasions: Int
    package let conditions: Set<Condition>
    /// "Did not help when …", for what was dropped.
    package let didNotHelp: TrialVerdict.Why?
    package let isKept: Bool
    package let consent: Consent
    package let shared: Day
    /// People who began a trial from it.
    package let reused: Int

    package init(
        id: Int64, owner: PersonID?, role: Int, task: String, useCase: String, tool: String,
        minutesBefore: Double, minutesAfter: Double, strainBefore: Double? = nil, strainAfter: Double? = nil,
        occasions: Int, conditions: Set<Condition> = [], didNotHelp: TrialVerdict.Why? = nil, isKept: Bool,
        consent: Consent, shared: Day, reused: Int = 0
    ) {
        self.id = id
        self.owner = owner
        self.role = role
        self.task = task
        self.useCase = useCase
        self.tool = tool
        self.minutesBefore = minutesBefore
        self.minutesAfter = minutesAfter
        self.strainBefore = strainBefore
        self.strainAfter = strainAfter
        self.occasions = occasions
        self.conditions = conditions
        self.didNotHelp = didNotHelp
        self.isKept = isKept
        self.consent = consent
        self.shared = shared
        self.reused = reused
    }

    /// Why an example is no longer relied on.
    package enum Expiry: String, Hashable, Sendable {
        case tooOld, toolChanged
    }

    /// Whether and why it has expired on a day.
    ///
    /// - Parameter toolChanged: The last day on which the example's tool changed, where it did.
    package func expiry(on day: Day, toolChanged: Day?) -> Expiry? {
        if let toolChanged, toolChanged > shared, toolChanged <= day { return .toolChanged }
        return shared.advanced(by: ShelfExample.lifetime) <= day ? .tooOld : nil
    }

    /// Before and after in one sentence, for example "From 40 to 12 minutes, over 6 occasions."
    package var sentence: String {
        var sentence =
            "From \(ShelfExample.number(minutesBefore)) to \(ShelfExample.number(minutesAfter)) minutes"
        if let strainBefore, let strainAfter {
            sentence +=
                ", strain from \(ShelfExample.number(strainBefore)) to \(ShelfExample.number(strainAfter)) of 10"
        }
        return sentence + ", over \(occasions) \(occasions == 1 ? "occasion" : "occasions")."
    }

    /// A number without needless decimals.
    static func number(_ value: Double) -> String {
        let tenths = (value * 10).rounded() / 10
        return tenths == tenths.rounded() ? String(Int(tenths)) : String(tenths)
    }
}
