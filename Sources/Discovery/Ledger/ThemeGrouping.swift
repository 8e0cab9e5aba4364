/// Groups statements that speak of the same part of work, offline and always in the same way.
///
/// Tasks of the catalogue come first: a statement goes to the task whose words it shares most. What fits no task is
/// grouped among itself. What a person has said about their own statement always stands.
///
/// The method is leader clustering on rare-word-weighted overlap (a cosine): statements are taken in alphabetical order,
/// the most frequent wording first; each joins the group it is most like, or begins one; a second pass lets each move to the
/// group it is then most like. The order of arrival does not matter.
/// - Source: leader clustering after Hartigan (1975), weights after Spärck Jones (1972), with 1/√df for the weight.
///   Measured in Guides/Discovery/Ledger.md.
package struct ThemeGrouping: Sendable {
    /// Likeness a statement needs to join a task of the catalogue, and a group of statements.
    static let taskThreshold = 0.34
    static let groupThreshold = 0.42

    /// A theme with the places of its statements.
    package struct Group: Hashable, Sendable {
        package let key: ThemeKey
        /// Indices into the pains given, ascending.
        package let pains: [Int]
    }

    /// Words with their weights, of length 1.
    fileprivate struct Profile {
        var weights: [String: Double]

        init(_ stems: some Sequence<String>, _ rarity: [String: Double]) {
            weights = [:]
            for stem in stems { weights[stem] = rarity[stem] ?? 1 }
        }

        /// Cosine of the angle between two profiles, in 0...1.
        ///
        /// Added up in the order of the words, since sums of floating point depend on theirs.
        func likeness(_ other: Profile) -> Double {
            let shared = weights.keys.filter { other.weights[$0] != nil }.sorted()
            let product = shared.reduce(0.0) { $0 + weights[$1]! * other.weights[$1]! }
            guard product > 0 else { return 0 }
            return product / (size * other.size).squareRoot()
        }

        private var size: Double { weights.keys.sorted().reduce(0) { $0 + weights[$1]! * weights[$1]! } }

        mutating func add(_ other: Profile) {
            for stem in other.weights.keys { weights[stem, default: 0] += other.weights[stem]! }
        }
    }

    /// Groups of the statements of one role.
    ///
    /// - Parameters:
    ///   - pains: In any order.
    ///   - tasks: Tasks of the catalogue that may be meant.
    /// - Returns: Groups by key; every pain is in exactly one.
    /// - Complexity: O(distinct statements × (tasks + groups) × words).
    package static func groups(_ pains: [Pain], tasks: [CatalogueTask]) -> [Group] {
        var members: [ThemeKey: [Int]] = [:]
        var places: [StatementWords: [Int]] = [:]
        let titles = Dictionary(tasks.map { ($0.title, $0.key) }, uniquingKeysWith: { first, _ in first })
        for (place, pain) in pains.enumerated() {
            if let key = pain.chosenTheme ?? titles[pain.text] {
                members[key, default: []].append(place)
            } else {
                places[StatementWords(pain.text), default: []].append(place)
            }
        }
        let open = places.keys.sorted {
            let counts = (places[$0]!.count, places[$1]!.count)
            return counts.0 == counts.1 ? order($0) < order($1) : counts.0 > counts.1
        }
        let rarity = rarity(of: open, tasks: tasks)
        let taskProfiles = tasks.map { (key: $0.key, profile: Profile($0.words.stems, rarity)) }
        var rest: [StatementWords] = []
        for words in open {
            let profile = Profile(words.stems, rarity)
            let best = taskProfiles.map { ($0.key, $0.profile.overlap(with: profile)) }
                .max { $0.1 == $1.1 ? $0.0 > $1.0 : $0.1 < $1.1 }
            if let best, best.1 >= taskThreshold {
                members[best.0, default: []] += places[words]!
            } else {
                rest.append(words)
            }
        }
        for group in leaders(rest, rarity) {
            let first = group.min { order($0) < order($1) }!
            members[.words(first), default: []] += group.flatMap { places[$0]! }
        }
        return members.map { Group(key: $0.key, pains: $0.value.sorted()) }.sorted { $0.key < $1.key }
    }

    private static func order(_ words: StatementWords) -> String {
        words.stems.sorted().joined(separator: " ")
    }

    /// Weight of a word: the rarer, the more it says.
    private static func rarity(of statements: [StatementWords], tasks: [CatalogueTask]) -> [String: Double] {
        var counts: [String: Int] = [:]
        for words in statements + tasks.map(\.words) {
            for stem in words.stems { counts[stem, default: 0] += 1 }
        }
        return counts.mapValues { 1 / Double($0).squareRoot() }
    }

    private static func leaders(_ statements: [StatementWords], _ rarity: [String: Double])
        -> [[StatementWords]]
    {
        let profiles = statements.map { Profile($0.stems, rarity) }
        var centres: [Profile] = []
        var home: [Int] = []
        for profile in profiles {
            if let best = nearest(profile, centres), best.likeness >= groupThreshold {
                centres[best.place].add(profile)
                home.append(best.place)
            } else {
                home.append(centres.count)
                centres.append(profile)
            }
        }
        for (index, profile) in profiles.enumerated() {
            if let best = nearest(profile, centres), best.likeness >= groupThreshold {
                home[index] = best.place
            }
        }
        var groups = centres.map { _ in [StatementWords]() }
        for (index, words) in statements.enumerated() { groups[home[index]].append(words) }
        return groups.filter { !$0.isEmpty }
    }

    private static func nearest(_ profile: Profile, _ centres: [Profile]) -> (place: Int, likeness: Double)? {
        var best: (place: Int, likeness: Double)?
        for (place, centre) in centres.enumerated() {
            let likeness = profile.likeness(centre)
            if likeness > best?.likeness ?? 0 { best = (place, likeness) }
        }
        return best
    }
}

extension ThemeGrouping.Profile {
    /// Share of a statement's weight that a task's words cover, once two words or most of it are shared.
    ///
    /// A task lists many words, so a cosine would punish it for those the statement does not use.
    fileprivate func overlap(with statement: ThemeGrouping.Profile) -> Double {
        let shared = statement.weights.keys.filter { weights[$0] != nil }.sorted()
        let covered = shared.reduce(0.0) { $0 + statement.weights[$1]! }
        let whole = statement.weights.keys.sorted().reduce(0.0) { $0 + statement.weights[$1]! }
        guard whole > 0, shared.count >= 2 || covered / whole >= 0.5 else { return 0 }
        return covered / whole
    }
}
