extension Catalogue {
    /// Every measure by its code.
    package static let measures: [String: Explanation] = byCode(
        useMeasures + supplyMeasures + complianceMeasures + rhythmMeasures + echoMeasures + askedMeasures
            + surroundingsMeasures + teamsMeasures)
}
