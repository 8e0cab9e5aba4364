import Measures
import Rollout

/// Who the contacts of a ledger are, and to whom each commit is credited.
struct GitRoster {
    /// What a contact is.
    enum Kind {
        case person(Int)
        case agent(AttributionTable.Rule)
        case bot
    }

    /// A commit with the person it is credited to.
    struct Credit {
        /// Index into the ledger's commits.
        let commit: Int
        let person: Int
        let marks: [GitMark]
    }

    /// Kind of each contact; shape (contacts).
    let kinds: [Kind]
    /// Contacts of each person; shape (people).
    let contacts: [[Int]]
    /// Commits on the default branch that a person is credited with, in the order read.
    private(set) var credits: [Credit] = []
    /// Commits whose author is an agent and which name no person, by tool.
    private(set) var unattributed: [String: Int] = [:]
    private(set) var botCommits = 0
    private(set) var botAuthors: Set<Int> = []
    /// Accounts that a word of their name alone makes a machine, with commits.
    private(set) var doubtful: [String: Int] = [:]
    /// Machine accounts no rule knows, beside people in one commit, with commits.
    private(set) var candidates: [String: Int] = [:]

    /// Credits every commit.
    ///
    /// The author is credited. An agent's commit goes to the first human co-author, and the
    /// agent's mark with it; co-authors beside a human author are credited with nothing, since
    /// nobody can tell which of them used the tool. Bots are dropped with all they carry.
    ///
    /// - Complexity: O(commits + contacts).
    init(_ ledger: GitLedger, bots: GitBots) {
        let findings = ledger.contacts.map { bots.finding($0) }
        var people: [Int] = []
        var kinds: [Kind] = ledger.contacts.indices.map { index in
            if let rule = ledger.table.rule(for: ledger.contacts[index]) { return .agent(rule) }
            if findings[index] != .person { return .bot }
            people.append(index)
            return .bot
        }
        let identities = GitIdentities(people.map { ledger.contacts[$0] })
        for (place, contact) in people.enumerated() { kinds[contact] = .person(identities.person[place]) }
        self.kinds = kinds
        contacts = identities.contacts.map { $0.map { people[$0] } }

        for (index, commit) in ledger.commits.enumerated() where commit.layer == .branch {
            credit(commit, at: index)
            note(commit, of: ledger, findings: findings)
        }
    }

    private mutating func credit(_ commit: GitLedger.Commit, at index: Int) {
        switch kinds[Int(commit.author)] {
        case .person(let person):
            credits.append(Credit(commit: index, person: person, marks: commit.marks))
        case .agent(let rule) where !rule.mode.isWeak:
            guard let person = firstPerson(in: commit.coAuthors) else {
                unattributed[rule.tool, default: 0] += 1
                return
            }
            let others = commit.marks.filter { $0.tool != rule.tool }
            let marks = (others + [GitMark(rule.tool, .agent)]).sorted()
            credits.append(Credit(commit: index, person: person, marks: marks))
        case .agent, .bot:
            botCommits += 1
            botAuthors.insert(Int(commit.author))
        }
    }

    /// Keeps what the user should look at: accounts in doubt and agents nobody named yet.
    private mutating func note(
        _ commit: GitLedger.Commit, of ledger: GitLedger, findings: [GitBots.Finding]
    ) {
        func isUnknownAgent(_ contact: Int32) -> Bool {
            guard case .bot = kinds[Int(contact)] else { return false }
            return ledger.contacts[Int(contact)].isUnknownAgent
        }
        let author = Int(commit.author)
        if case .bot = kinds[author], findings[author] == .probably {
            doubtful[ledger.contacts[author].name, default: 0] += 1
        }
        var names = Set(commit.coAuthors.filter(isUnknownAgent).map { ledger.contacts[Int($0)].name })
        if isUnknownAgent(commit.author), firstPerson(in: commit.coAuthors) != nil {
            names.insert(ledger.contacts[author].name)
        }
        for name in names { candidates[name, default: 0] += 1 }
    }

    /// The first of some contacts who is a person.
    func firstPerson(in contacts: [Int32]) -> Int? {
        for contact in contacts { if case .person(let person) = kinds[Int(contact)] { return person } }
        return nil
    }

    /// The persons among some contacts, each once, ascending.
    func persons(in contacts: [Int32]) -> [Int] {
        Set(contacts.compactMap { if case .person(let person) = kinds[Int($0)] { person } else { nil } })
            .sorted()
    }
}

extension GitContact {
    /// Whether this is a `[bot]` account that is not one of the well-known chore bots.
    var isUnknownAgent: Bool {
        let handle = [foldedName, account?.login ?? localPart].first { $0.hasSuffix("[bot]") }
        guard let handle else { return false }
        return !GitBots.isChore(String(handle.dropLast("[bot]".count)))
    }
}
