import Measures
import Rollout
import Testing

@Suite struct `A sensitive figure` {
    let figure = Sensitive(0.4321, about: PeopleSet([PersonID(3), PersonID(70)]), answers: 17)

    @Test func `prints nothing of itself`() {
        #expect("\(figure)" == "(sensitive)")
        #expect(String(describing: [figure]) == "[(sensitive)]")
        #expect(String(describing: Optional(figure)) == "Optional((sensitive))")
    }

    @Test func `shows nothing to debuggers and templates`() {
        #expect(Mirror(reflecting: figure).children.isEmpty)
        var dumped = ""
        dump(figure, to: &dumped)
        dump((name: "wrapped", figure), to: &dumped)
        #expect(!dumped.contains("0.43") && !dumped.contains("17") && !dumped.contains("70"))
        #expect(!String(reflecting: figure).contains("0.43"))
    }

    @Test func `stays sealed when mapped`() {
        #expect("\(figure.map { $0 * 2 })" == "(sensitive)")
    }
}
