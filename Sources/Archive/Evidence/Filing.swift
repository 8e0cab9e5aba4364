package import Rollout

/// How a person is reached and recognised. Kept apart from the evidence, which knows numbers only.
package struct Contact: Hashable, Sendable {
    /// The person's id in the roster.
    package let key: String
    package let email: String?
    package let name: String?
    /// A keyed hash of `key`, by which an erased person is recognised without being kept.
    package let mark: String

    package init(key: String, email: String? = nil, name: String? = nil, mark: String) {
        self.key = key
        self.email = email
        self.name = name
        self.mark = mark
    }
}

/// What one import read, ready to be united with what is kept.
package struct Filing: Sendable {
    package let evidence: Evidence
    /// One for each person of the evidence, in the same order.
    package let contacts: [Contact]

    /// A filing.
    /// - Precondition: There is one contact for each person.
    package init(evidence: Evidence, contacts: [Contact]) {
        precondition(evidence.people.count == contacts.count, "one contact for each person")
        self.evidence = evidence
        self.contacts = contacts
    }
}

/// What a filing changed; filing the same again changes nothing.
package struct FilingReport: Hashable, Sendable {
    /// People not known before.
    package var newPeople = 0
    /// People known before whose place (team, role, layer, manager, dates) is now another.
    package var movedPeople = 0
    /// People of the filing who asked to be erased and are left out.
    package var erasedPeople = 0
    /// Person-days of use not known before.
    package var newDays = 0

    package init() {}

    /// Whether anything that is counted here changed.
    package var isUnchanged: Bool { newPeople == 0 && movedPeople == 0 && newDays == 0 }
}

/// Evidence as it is kept, with who each number is.
package struct StoredEvidence: Sendable {
    package let evidence: Evidence
    /// Who each person of the evidence is; `members[i]` for `PersonID(i)`.
    package let members: [MemberID]

    package init(evidence: Evidence, members: [MemberID]) {
        self.evidence = evidence
        self.members = members
    }

    /// The place of a member in the evidence; nil for somebody who is not in it.
    /// - Complexity: O(log people), since members ascend.
    package func person(_ member: MemberID) -> PersonID? {
        var low = 0
        var high = members.count
        while low < high {
            let middle = (low + high) / 2
            if members[middle] < member { low = middle + 1 } else { high = middle }
        }
        return low < members.count && members[low] == member ? PersonID(low) : nil
    }
}
