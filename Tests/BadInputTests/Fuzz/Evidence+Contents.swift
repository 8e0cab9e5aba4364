import Rollout

extension Evidence {
    /// Everything it holds, field by field, so that two can be compared.
    var contents: [AnyHashable] {
        [
            name, asOf, calendar, thresholds, sources, people, teams, roles, use, depth, coverage, activity, useCases,
            champions, pulse, changes, messages, mandates, ties, examples,
        ]
    }
}
