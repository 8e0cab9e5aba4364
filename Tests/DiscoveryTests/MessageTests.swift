import Discovery
import Measures
import Rollout
import Testing

@Suite struct `The check of a message` {
    /// Labels given rightly, of labels given and of labels that were due; "nothing to say" counts as no label.
    private static func score<Label: Hashable>(
        _ corpus: [LabelledMessage], _ given: (MessageCheck) -> Label?, _ due: (LabelledMessage) -> Label?
    ) -> (precision: Double, recall: Double) {
        var (said, right, wanted) = (0, 0, 0)
        for message in corpus {
            let label = given(MessageCheck(message.text))
            said += label == nil ? 0 : 1
            wanted += due(message) == nil ? 0 : 1
            right += label != nil && label == due(message) ? 1 : 0
        }
        return (Double(right) / Double(max(1, said)), Double(right) / Double(max(1, wanted)))
    }

    private static func scores(_ corpus: [LabelledMessage]) -> [String: (precision: Double, recall: Double)] {
        [
            "audience": score(corpus, { $0.audience }, { $0.audience }),
            "benefit": score(
                corpus, { $0.benefit == .none ? nil : $0.benefit }, { $0.benefit == .none ? nil : $0.benefit }
            ),
            "example": score(corpus, { $0.hasExample ? true : nil }, { $0.hasExample ? true : nil }),
            "tone": score(
                corpus, { $0.tone == .neither ? nil : $0.tone }, { $0.tone == .neither ? nil : $0.tone }),
        ]
    }

    @Test func `is right on most of what it says, on drafts it has not seen`() {
        for (name, corpus) in [("tuned", LabelledMessage.tuned), ("fresh", LabelledMessage.fresh)] {
            for (label, score) in Self.scores(corpus).sorted(by: { $0.key < $1.key }) {
                print("messages \(name) \(label): precision \(score.precision), recall \(score.recall)")
                #expect(score.precision >= 0.75 && score.recall >= 0.6, "\(name) \(label)")
            }
        }
    }

    /// What Guides/Discovery/Messages.md says of drafts as people write them: no better than it is, and no worse unseen.
    @Test func `finds as much in drafts of later as its guide says`() {
        for (name, corpus) in [("later", LabelledMessage.later), ("unseen", LabelledMessage.unseen)] {
            for (label, score) in Self.scores(corpus).sorted(by: { $0.key < $1.key }) {
                print("messages \(name) \(label): precision \(score.precision), recall \(score.recall)")
                let stated = LabelledMessage.stated[name]![label]!
                #expect(
                    abs(score.precision - stated.precision) < 0.006, "\(name) \(label): \(score.precision)")
                #expect(abs(score.recall - stated.recall) < 0.006, "\(name) \(label): \(score.recall)")
            }
        }
    }

    @Test func `marks the sentence and names the word`() throws {
        let check = MessageCheck("We had a good year. All staff must use it.")
        let mark = try #require(check.marks.first { $0.rule == .order })
        #expect(mark.sentence == 1 && mark.text == "All staff must use it.")
        #expect(
            mark.reason
                == "“must” orders. Ordered use leaves when the order does; say what they may try instead.")
    }

    @Test func `does not take a freedom for an order`() {
        #expect(MessageCheck("Nobody has to use it.").tone == .invites)
        #expect(MessageCheck("You have to use it.").tone == .orders)
        #expect(MessageCheck("Nobody has to travel, but you must log in.").tone == .orders)
    }

    @Test func `says nothing of nothing`() {
        let check = MessageCheck("  \n ")
        #expect(check.grade == nil && check.marks.isEmpty && check.tone == .neither && check.benefit == .none)
        #expect(check.audience == nil && check.motive == nil && !check.hasExample)
    }

    @Test func `finds long sentences heavy`() {
        let long =
            String(repeating: "organisational considerations regarding implementation ", count: 10) + "."
        let check = MessageCheck(long)
        #expect(check.isHeavy && check.marks.contains { $0.rule == .longSentence })
        #expect(!MessageCheck("It took me an hour. Now it takes ten minutes.").isHeavy)
    }
}

@Suite struct `A draft` {
    private func fact(_ example: ShelfExample, after days: Int = 10) -> DraftFact? {
        DraftFact(
            example, role: "Dispatcher", useCase: "Reply drafts", on: Made.day.advanced(by: days),
            toolChanged: nil)
    }

    @Test func `has a source for every sentence that claims something`() throws {
        let fact = try #require(self.fact(Made.example()))
        let figure = try #require(
            DraftFact(
                disclosed: "18 %", before: "Of the people it was made for,", after: "keep using one",
                source: "the reading of 28 June 2026"))
        for layer in Layer.allCases {
            let draft = try #require(Draft(for: layer, facts: [fact, figure]))
            #expect(draft.lines.count { $0.source != nil } == 2)
            #expect(draft.lines.allSatisfy { $0.source != nil || !$0.text.contains(where: \.isNumber) })
            #expect(MessageCheck(draft.text).tone != .orders)
        }
        #expect(fact.sentence == "Answering delivery questions: from 40 to 12 minutes, with Reply drafts.")
    }

    @Test func `takes no claim that is dropped, hidden, worse or expired`() {
        #expect(fact(Made.example(kept: false)) == nil)
        #expect(fact(Made.example(consent: .counted)) == nil)
        #expect(fact(Made.example(consent: .none)) == nil)
        #expect(fact(Made.example(after: 41)) == nil)
        #expect(fact(Made.example(), after: 400) == nil)
        #expect(DraftFact(disclosed: nil, before: "", after: "", source: "x") == nil)
        #expect(DraftFact(disclosed: "withheld", before: "", after: "", source: "x") == nil)
        #expect(DraftFact(disclosed: "18 %", before: "", after: "", source: "") == nil)
        #expect(Draft(for: .executive, facts: []) == nil)
    }

    @Test func `fits those it is written for, in motive`() throws {
        let fact = try #require(self.fact(Made.example()))
        for layer in Layer.allCases {
            let draft = try #require(Draft(for: layer, facts: [fact]))
            #expect(MessageCheck(draft.text).fits(layer), "\(layer): \(MessageCheck(draft.text))")
        }
    }
}

@Suite struct `The alignment of messages` {
    @Test func `counts who was spoken to in their own terms, in the last 26 weeks`() throws {
        let messages = [
            Message(date: Made.day, layer: .contributor, motive: .personal),
            Message(date: Made.day, layer: .contributor, motive: .advantage),
            Message(date: Made.day, layer: .manager, motive: nil),
            Message(date: Made.day.advanced(by: -200), layer: .manager, motive: .stability),
        ]
        let all = MessageAlignment(messages, asOf: Made.day)
        #expect(all.matched == 1 && all.sent == 2)
        #expect(all.share.value?.value == 0.5)
        #expect(MessageAlignment(messages, to: .manager, asOf: Made.day).share.reason?.code == "noMessages")
    }
}
