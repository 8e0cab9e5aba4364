/// A figure about people that nobody may show as it stands.
///
/// Only the room Disclosure reads what is inside (`@_spi(Disclosure)`), and turns it into a `Disclosed`
/// value or withholds it. Printing, logging or reflecting a `Sensitive` value shows nothing.
public struct Sensitive<Value: Sendable>: Sendable {
    /// The figure itself.
    @_spi(Disclosure) public let exposed: Value
    /// The people in the figure's denominator.
    @_spi(Disclosure) public let group: AnyPeople
    /// Number of answers the figure rests on, where it rests on answers.
    @_spi(Disclosure) public let answers: Int?

    /// Wraps a figure with the people it is about.
    /// - Parameters:
    ///   - value: The figure.
    ///   - people: Everybody in its denominator.
    ///   - answers: Number of pulse answers behind it; nil where it rests on no answers.
    package init(_ value: Value, about people: PeopleSet, answers: Int? = nil) {
        exposed = value
        group = AnyPeople(people)
        self.answers = answers
    }

    /// The same people, another figure about them.
    package func map<Other: Sendable>(_ transform: (Value) -> Other) -> Sensitive<Other> {
        Sensitive<Other>(transform(exposed), about: group.people, answers: answers)
    }
}

/// The people behind a sensitive figure.
public struct AnyPeople: Sendable {
    package let people: PeopleSet

    package init(_ people: PeopleSet) { self.people = people }
}

extension Sensitive: CustomStringConvertible, CustomReflectable {
    /// Never the figure.
    public var description: String { "(sensitive)" }

    /// Nothing: templates and debuggers that reflect find no children.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
