import Inference

/// A make of behaviour: how people come to use the tool, what they answer, who works with whom.
///
/// Two makes exist, written apart from each other, so that a reading tuned on one can fail on the other.
protocol Mechanism: Sendable {
    /// Lives the forty-two weeks once; the random numbers do not depend on the causes.
    func live(causes: Causes, surroundings: Surroundings) -> History

    /// Asks everybody in every wave.
    func sheets(
        causes: Causes, surroundings: Surroundings, history: History, using random: inout RandomSource
    ) -> [AnswerSheet]

    /// Who works with whom, `a` before `b`, in order.
    func ties(causes: Causes, using random: inout RandomSource) -> [(a: Int, b: Int, weight: Int)]

    /// From when each tool's log covers whom.
    func sights(_ tools: ToolUse) -> [Chronicle.Sight]
}
