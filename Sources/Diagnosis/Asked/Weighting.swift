import Inference
import Rollout

/// Weights for those who did not answer, from what is known of everybody: layer, role and use.
///
/// Raked on layer × role and on use (none, tried, habit); cells with fewer than five answers are
/// merged, weights capped at three times the median.
/// - Source: SCIENCE 4.4.
enum Weighting {
    /// Cells with fewer answers are merged.
    static let smallestCell = 5

    /// Weights the respondents to the roster at work; unweighted where too few answered.
    static func weighted(_ asked: Asked, observation: Observation, standings: [Standing]) -> Asked {
        let people = observation.people
        let frame = people.indices.filter { standings[$0].isInFrame }
        guard asked.respondents.count >= 20, frame.count >= 20 else { return asked }
        let roles = observation.evidence.roles.count
        func cell(_ layer: Layer, _ role: Int) -> Int {
            (Layer.allCases.firstIndex(of: layer) ?? 0) * roles + role
        }
        let jobs = margin(
            sample: asked.respondents.map { cell($0.layer, $0.role) },
            population: frame.map { cell(people[$0].layer, people[$0].role) })
        let use = margin(
            sample: asked.respondents.map { one in
                // Somebody who skipped Q1 stands with those who tried: between the other two.
                guard let experience = one[.experience] else { return 1 }
                return experience <= 1 ? 0 : experience == 2 ? 1 : 2
            },
            population: frame.map { standings[$0].habit == true ? 2 : standings[$0].hasTried ? 1 : 0 })
        let weights: SurveyWeights
        do {
            weights = try Raking.weights(margins: [jobs, use].compactMap(\.self))
        } catch {
            // Margins that cannot be met together leave the answers as they came.
            return asked
        }
        let mean = weights.weights.reduce(0, +) / Double(weights.weights.count)
        var respondents = asked.respondents
        for index in respondents.indices { respondents[index].weight = weights.weights[index] / mean }
        return Asked(respondents: respondents, waves: asked.waves)
    }

    /// A margin whose small cells are merged into one; nil where fewer than two cells are left.
    private static func margin(sample: [Int], population: [Int]) -> RakingMargin? {
        var answers: [Int: Int] = [:]
        for cell in sample { answers[cell, default: 0] += 1 }
        var targets: [Int: Int] = [:]
        for cell in population { targets[cell, default: 0] += 1 }
        let own = answers.keys.filter { answers[$0]! >= smallestCell && targets[$0] != nil }.sorted()
        var place: [Int: Int] = [:]
        for (index, cell) in own.enumerated() { place[cell] = index }
        let rest = own.count
        let categories = sample.map { place[$0] ?? rest }
        var sizes = [Double](repeating: 0, count: rest + 1)
        for cell in population { sizes[place[cell] ?? rest] += 1 }
        let merged = categories.contains(rest)
        if merged, sizes[rest] == 0 { sizes[rest] = 1 }
        if !merged { sizes.removeLast() }
        return sizes.count >= 2 ? RakingMargin(categories: categories, targets: sizes) : nil
    }
}
