import Disclosure
import Measures
import Testing

@Suite struct `Figures in words` {
    static func figure(
        _ value: Double, _ low: Double, _ high: Double, _ unit: Unit,
        _ precision: PublishedEstimate.Precision = .exact
    ) -> PublishedEstimate {
        PublishedEstimate(
            value: value, interval: Interval(low: low, high: high, level: 0.9), n: 40, unit: unit,
            precision: precision)
    }

    @Test func `write shares as whole per cent`() {
        #expect(FigureText.value(Self.figure(0.18, 0.15, 0.21, .share)) == "18 %")
        #expect(FigureText.interval(Self.figure(0.18, 0.15, 0.21, .share)) == "15–21 %")
    }

    @Test func `never say nobody or everybody of a share between`() {
        #expect(FigureText.text(0.002, unit: .share) == "under 1 %")
        #expect(FigureText.text(0.998, unit: .share) == "over 99 %")
        #expect(FigureText.text(0, unit: .share) == "0 %")
        #expect(FigureText.text(1, unit: .share) == "100 %")
    }

    @Test func `write differences with a sign, in points`() {
        #expect(FigureText.text(0.12, unit: .shareDifference) == "+12 points")
        #expect(FigureText.text(-0.03, unit: .shareDifference) == "−3 points")
        #expect(FigureText.text(0.01, unit: .shareDifference) == "+1 point")
        #expect(FigureText.text(0, unit: .shareDifference) == "0 points")
        #expect(
            FigureText.interval(Self.figure(0.05, -0.03, 0.12, .shareDifference)) == "−3 to 12 points")
    }

    @Test func `write other units as plain numbers`() {
        #expect(FigureText.text(0.314, unit: .perChampionWeek) == "0.31")
        #expect(FigureText.text(3.45, unit: .score) == "3.5")
        #expect(FigureText.text(0.214, unit: .logit) == "+0.21")
        #expect(FigureText.text(-0.001, unit: .logit) == "0.00")
        #expect(FigureText.text(-0.25, unit: .correlation) == "−0.25")
        #expect(FigureText.text(412, unit: .people) == "412")
        #expect(FigureText.text(61_840, unit: .people) == "61\u{2009}840")
        #expect(FigureText.interval(Self.figure(1.2, 0.9, 1.62, .ratio)) == "0.9–1.6")
        #expect(FigureText.interval(Self.figure(0.1, -0.1, 0.3, .correlation)) == "−0.10 to 0.30")
    }

    @Test func `say a band in its words and give no interval`() {
        let band = PublishedEstimate(
            value: 0.05, interval: nil, n: 8, unit: .share, precision: .band("hardly anybody"))
        #expect(FigureText.value(band) == "hardly anybody")
        #expect(FigureText.interval(band) == nil)
    }
}
