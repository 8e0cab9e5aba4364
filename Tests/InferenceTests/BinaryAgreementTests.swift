import Inference
import Measures
import Testing

@Suite struct `Agreement of two observers` {
    @Test func `has the known values of the textbook table`() throws {
        // Cohen's kappa of 20, 5, 10, 15 is 0.4: observed .7, by chance .5.
        let table = BinaryAgreement(both: 20, onlyFirst: 5, onlySecond: 10, neither: 15)
        #expect(abs(try #require(table.kappa.value) - 0.4) < 1e-12)
        #expect(abs(try #require(table.jaccard.value) - 20.0 / 35) < 1e-12)
        #expect(abs(try #require(table.secondGivenFirst.value) - 0.8) < 1e-12)
        #expect(abs(try #require(table.firstGivenSecond.value) - 20.0 / 30) < 1e-12)
        // 45, 15, 25, 15: observed .6, by chance .54.
        let other = BinaryAgreement(both: 45, onlyFirst: 15, onlySecond: 25, neither: 15)
        #expect(abs(try #require(other.kappa.value) - 0.06 / 0.46) < 1e-12)
    }

    @Test(arguments: [(7, 0, 0, 3), (0, 4, 6, 0), (1, 2, 3, 4), (9, 1, 0, 90), (0, 0, 5, 5)])
    func `is bounded, and the same whoever comes first`(both: Int, one: Int, other: Int, neither: Int) {
        let table = BinaryAgreement(both: both, onlyFirst: one, onlySecond: other, neither: neither)
        let turned = BinaryAgreement(both: both, onlyFirst: other, onlySecond: one, neither: neither)
        for value in [table.jaccard, table.secondGivenFirst, table.firstGivenSecond].compactMap(\.value) {
            #expect((0...1).contains(value))
        }
        if let kappa = table.kappa.value { #expect((-1...1).contains(kappa)) }
        #expect(table.kappa.value == turned.kappa.value && table.jaccard.value == turned.jaccard.value)
        #expect(table.secondGivenFirst.value == turned.firstGivenSecond.value)
        #expect((table + turned).either == 2 * table.either)
    }

    @Test func `is 1 where they never differ, 0 where they are independent`() throws {
        #expect(BinaryAgreement(both: 7, neither: 3).kappa.value == 1)
        let independent = BinaryAgreement(both: 4, onlyFirst: 16, onlySecond: 16, neither: 64)
        #expect(abs(try #require(independent.kappa.value)) < 1e-12)
    }

    @Test func `is not known without occasions, or without a difference to be made`() {
        #expect(BinaryAgreement().kappa.reason?.code == "nothingToCompare")
        #expect(BinaryAgreement(neither: 9).jaccard.reason?.code == "nothingToCompare")
        #expect(BinaryAgreement(onlySecond: 9).secondGivenFirst.reason?.code == "nothingToCompare")
        #expect(BinaryAgreement(neither: 9).kappa.reason?.code == "noVariance")
        #expect(BinaryAgreement(both: 9).kappa.reason?.code == "noVariance")
    }
}
