/// Settings of the installation that are changed while it runs, as text by name.
package protocol SettingsShelf: Sendable {
    /// The value of a setting; nil where it was never set.
    func setting(_ name: String) async throws -> String?

    /// The names of all settings that begin so, ascending.
    func settingNames(beginning prefix: String) async throws -> [String]

    /// Sets a value; nil removes it.
    func set(_ value: String?, for name: String) async throws
}
