package import Diagnosis
package import Disclosure

/// What would be said if those who did not answer the pulse were less favourable than those who did.
package struct NonResponseBody: Codable, Hashable, Sendable {
    /// The conclusions at one shift.
    package struct Shift: Codable, Hashable, Sendable {
        /// Shift of the logit among the silent; 0 says that they think like the others.
        package var delta: Double
        /// The most severe barrier, named or not; null where none has any severity.
        package var firstBarrier: String?
        /// Whether leaders are clearly keener than the rest; null where it is not known or withheld.
        package var leadersKeener: Bool?

        /// As read.
        package init(_ shift: NonResponse.Shift) {
            delta = Rounding.short(shift.delta)
            firstBarrier = shift.firstBarrier?.rawValue
            leadersKeener = shift.leadersKeener
        }

        package func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(delta, forKey: .delta)
            try container.encode(firstBarrier, forKey: .firstBarrier)
            try container.encode(leadersKeener, forKey: .leadersKeener)
        }
    }

    package var shifts: [Shift]
    /// The same in sentences.
    package var says: [String]

    /// As published.
    package init(_ published: PublishedNonResponse) {
        self.init(shifts: published.shifts.map(Shift.init), says: published.words)
    }

    /// Put together by hand.
    package init(shifts: [Shift], says: [String]) {
        self.shifts = shifts
        self.says = says
    }
}
