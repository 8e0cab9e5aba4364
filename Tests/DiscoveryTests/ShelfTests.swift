import Discovery
import Measures
@_spi(Disclosure) import Rollout
import Testing

@Suite struct `The shelf` {
    private func trials(_ saved: [Double], kept: Int, conditions: (Int) -> Set<Condition> = { _ in [] })
        -> [CountedTrial]
    {
        saved.enumerated().map {
            CountedTrial(
                person: PersonID($0.offset), role: 0, useCase: "uc-1", minutesSaved: $0.element,
                isKept: $0.offset < kept,
                conditions: conditions($0.offset))
        }
    }

    @Test func `says before and after in one sentence`() {
        #expect(
            Made.example().sentence == "From 40 to 12 minutes, strain from 7 to 3 of 10, over 6 occasions.")
    }

    @Test func `lets an example expire with its tool, and after a year`() {
        let example = Made.example()
        #expect(example.expiry(on: Made.day.advanced(by: 364), toolChanged: nil) == nil)
        #expect(example.expiry(on: Made.day.advanced(by: 365), toolChanged: nil) == .tooOld)
        #expect(
            example.expiry(on: Made.day.advanced(by: 9), toolChanged: Made.day.advanced(by: 5))
                == .toolChanged)
        #expect(example.expiry(on: Made.day.advanced(by: 9), toolChanged: Made.day.advanced(by: -5)) == nil)
        #expect(example.expiry(on: Made.day.advanced(by: 4), toolChanged: Made.day.advanced(by: 5)) == nil)
    }

    @Test(arguments: [
        "Great productivity boost", "AI", "Copilot improves efficiency", "", "42", "Saving time with ChatGPT",
    ])
    func `sends an abstract claim back`(task: String) {
        #expect(ExampleCheck.hints(task: task, minutesBefore: 40, minutesAfter: 12).map(\.lack) == [.task])
    }

    @Test(arguments: [
        "Answering delivery questions", "Month-end closing", "Filing scans", "Writing tests for old code",
    ])
    func `takes a claim with a task`(task: String) {
        #expect(ExampleCheck.hints(task: task, minutesBefore: 40, minutesAfter: 12).isEmpty)
    }

    @Test func `asks for what is missing and for somebody's own day`() {
        let hints = ExampleCheck.hints(task: "Filing scans", minutesBefore: nil, minutesAfter: nil)
        #expect(hints.map(\.lack) == [.before, .after])
        let company = ExampleCheck.hints(task: "Company revenue growth", minutesBefore: 1, minutesAfter: 1)
        #expect(company.map(\.lack) == [.personalSubject])
    }

    @Test func `gives a median in steps of five minutes, its interval outward`() throws {
        let aggregate = try #require(ShelfAggregate.all(trials([3, 9, 12, 21, 33], kept: 4)).first)
        let median = try #require(aggregate.medianSaving.exposed.value)
        #expect(median.value == 10)
        #expect(median.interval == Interval(low: 0, high: 35, level: 0.9375))
        #expect(aggregate.kept.exposed.value?.value == 0.8)
    }

    @Test func `takes the inner order statistics where that still covers nine in ten`() throws {
        // n = 8: k = 2 covers 1 − 2 (1 + 8)/256 = 0.9297, k = 3 only 0.7109.
        let aggregate = try #require(
            ShelfAggregate.all(trials([5, 10, 15, 20, 25, 30, 35, 40], kept: 8)).first)
        #expect(
            aggregate.medianSaving.exposed.value?.interval
                == Interval(low: 10, high: 35, level: 1 - 18.0 / 256))
    }

    @Test func `says nothing of fewer than five people`() throws {
        let aggregate = try #require(ShelfAggregate.all(trials([3, 9, 12, 21], kept: 4)).first)
        #expect(aggregate.medianSaving.exposed.reason?.code == "tooFewTrials")
    }

    @Test func `knows what keeping depends on, from five people on either side`() throws {
        let all = trials([Double](repeating: 10, count: 20), kept: 10) { $0 < 10 ? [.cleanInput] : [] }
        let dependence = try #require(ShelfAggregate.all(all).first?.dependsOn.first)
        #expect(dependence.condition == .cleanInput)
        #expect(dependence.probabilityHelps > 0.999)
        let few = trials([Double](repeating: 10, count: 20), kept: 10) { $0 < 4 ? [.cleanInput] : [] }
        #expect(ShelfAggregate.all(few).first?.dependsOn.isEmpty == true)
    }
}
