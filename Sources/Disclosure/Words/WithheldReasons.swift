package import Measures

/// Why a figure is withheld: the stable codes and the exact sentences readers see.
///
/// No sentence says how many people there are, nor anything about what they did.
extension DisclosurePolicy {
    /// Too few people in the denominator.
    package var groupTooSmall: Reason {
        Reason("groupTooSmall", "Withheld: this rests on fewer than \(Self.word(minimumGroup)) people.")
    }

    /// Too few answers behind the figure.
    package var tooFewAnswers: Reason {
        Reason("tooFewAnswers", "Withheld: this rests on fewer than \(Self.word(minimumGroup)) answers.")
    }

    /// A smaller group, or one person, would follow from this figure and the others shown.
    package var wouldRevealOthers: Reason {
        Reason(
            "wouldRevealOthers",
            "Withheld: together with the other figures shown, it would give away a smaller group or a person."
        )
    }

    /// A response rate of a group in which the silent could be named.
    package var responseTooFewPeople: Reason {
        Reason(
            "responseTooFewPeople",
            "Withheld: response rates are shown from \(Self.word(responseRateMinimum)) people.")
    }

    /// A distribution or a count of a small group.
    package var distributionTooFewPeople: Reason {
        Reason(
            "distributionTooFewPeople",
            "Withheld: counts and distributions are shown from \(Self.word(roundingBelow)) people.")
    }

    /// A count of a group of which all or none, or all but one, are meant.
    package var onlyBand: Reason {
        Reason(
            "onlyBand",
            "Withheld: this is nearly everybody or hardly anybody, and the exact count would tell of each."
        )
    }

    /// A point of a trend whose people are not those of the other points.
    package var membershipChanged: Reason {
        Reason(
            "membershipChanged",
            "Withheld: this point counts other people than the rest of the trend, and the difference could be worked out."
        )
    }

    private static func word(_ number: Int) -> String {
        let words = [5: "five", 6: "six", 7: "seven", 8: "eight", 9: "nine", 10: "ten", 20: "twenty"]
        return words[number] ?? String(number)
    }
}
