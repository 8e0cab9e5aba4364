package import Diagnosis
package import Disclosure

/// One measure of one scope: its code beside the keys of the figure.
package struct MeasureBody: Codable, Hashable, Sendable {
    package var code: String
    package var figure: FigureBody

    /// A measure as published.
    package init(_ published: PublishedMeasure) {
        self.init(published.code, FigureBody(published.value))
    }

    /// A measure put together by hand.
    package init(_ code: MeasureCode, _ figure: FigureBody) {
        self.code = code.rawValue
        self.figure = figure
    }

    private enum CodingKeys: String, CodingKey { case code }

    package init(from decoder: any Decoder) throws {
        code = try decoder.container(keyedBy: CodingKeys.self).decode(String.self, forKey: .code)
        figure = try FigureBody(from: decoder)
    }

    package func encode(to encoder: any Encoder) throws {
        // Code and figure share one object: {"code": …, "state": …, "value": …}.
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(code, forKey: .code)
        try figure.encode(to: encoder)
    }
}
