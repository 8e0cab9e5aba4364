package import Foundation
import Rollout

/// Where a file of an import belongs: tables of a case and its settings at the top, everything else with the exports.
package enum ImportTray {
    private static let own = Set(
        Evidence.Source.allCases.map(\.file) + ["case.yaml", "case.yml", "aliases.csv"])

    /// Whether a file of this name is one a case folder has at its top, packed or not.
    package static func isOwn(_ name: String) -> Bool {
        let name = name.lowercased()
        return own.contains(name.hasSuffix(".gz") ? String(name.dropLast(3)) : name)
    }

    /// A place for a file in a folder; of two with the same name the second gets a number.
    /// - Complexity: O(files of that name).
    package static func place(_ name: String, in folder: URL) -> URL {
        var place = folder.appendingPathComponent(name)
        var number = 2
        while FileManager.default.fileExists(atPath: place.path) {
            place = folder.appendingPathComponent("\(number)-\(name)")
            number += 1
        }
        return place
    }
}
