import Rollout

/// The pulse's own questions and answers in words, so that a survey that asks them is read without a map.
///
/// - Source: Guides/Formats/pulse.md.
enum PulseWording {
    /// Which item a text asks; nil: none of ours.
    static func mapping(of title: String) -> PulseMapping? { byKey[QuestionText.key(title)] }

    /// The answers of an item in words from its lowest to its highest; nil where it has none.
    static func words(of item: PulseItem) -> [String]? { item == .experience ? experience : nil }

    /// What words of agreement are worth from 1 to 5; nil where a word is none.
    static func agreement(_ key: String) -> Int? { agreementByKey[key] }

    /// Whether an answer says that no answer can be given.
    static func isCannotSay(_ key: String) -> Bool { cannotSay.contains(key) }

    private static let experience = [
        "No, and I have not watched a colleague do it", "No, but I have watched a colleague",
        "Once or twice", "In most weeks", "On most days",
    ]

    private static let byKey: [String: PulseMapping] = {
        let texts: [(String, PulseMapping)] = [
            (
                "In the past four weeks, did you use an AI tool on your own real work?",
                PulseMapping(item: .experience)
            ),
            (
                "AI has taken dull or repetitive work off my hands.",
                PulseMapping(item: .tedium, variant: .experienced)
            ),
            (
                "AI could take dull or repetitive work off my hands.",
                PulseMapping(item: .tedium, variant: .expected)
            ),
            (
                "Because of AI I am pulled out of my work less often.",
                PulseMapping(item: .interruptionsOrStress, form: "a")
            ),
            (
                "Because of AI my working day is less stressful.",
                PulseMapping(item: .interruptionsOrStress, form: "b")
            ),
            (
                "Even in a busy week I get time to try AI on my own work.", PulseMapping(item: .time)
            ),
            ("My manager helps me make AI fit my job.", PulseMapping(item: .managerSupport)),
            (
                "I know what AI is meant to change for someone in my job.",
                PulseMapping(item: .clarity)
            ),
            (
                "Right now I am asked to take on more changes than I can absorb.",
                PulseMapping(item: .changeLoad)
            ),
            ("When it comes to using AI, what moves me is ...", PulseMapping(item: .choice)),
            (
                "How likely are you to suggest to a colleague with a job like yours that they try AI in their work?",
                PulseMapping(item: .advocacy)
            ),
            (
                "Out of ten people in your area, how many would say AI has made their own work better?",
                PulseMapping(item: .believed)
            ),
        ]
        return Dictionary(
            texts.map { (QuestionText.key($0.0), $0.1) }, uniquingKeysWith: { first, _ in first })
    }()

    private static let agreementByKey: [String: Int] = [
        "stronglydisagree": 1, "completelydisagree": 1, "disagree": 2, "somewhatdisagree": 2,
        "neutral": 3, "neither": 3, "neitheragreenordisagree": 3, "agree": 4, "somewhatagree": 4,
        "stronglyagree": 5, "completelyagree": 5,
    ]

    private static let cannotSay: Set<String> = [
        "cannotsay", "cantsay", "dontknow", "idontknow", "donotknow", "idonotknow", "notsure", "unsure",
        "na", "notapplicable", "noopinion", "prefernottosay",
    ]
}
