import Archive
package import Discovery
import Intake

/// What stands for a theme outside the archive.
///
/// The key of a theme that people worded themselves is made of one person's words. Nobody is shown those: a theme goes by a code
/// that only this installation can make, and that says nothing of the words.
package struct ThemeMask: Sendable {
    private let key: [UInt8]

    init(key: [UInt8]) { self.key = key }

    /// `task:` and an id for tasks of the catalogue, else `said:` and sixteen hexadecimal digits.
    package func text(_ theme: ThemeKey) -> String {
        if let id = theme.taskID, TaskCatalogue.task(id) != nil { return theme.text }
        let code = SHA256.hexadecimal(SHA256.authenticationCode(theme.text.utf8, key: key))
        return "said:" + code.prefix(16)
    }
}

extension Installation {
    /// A key for one purpose, made from a secret of this installation; the secret is made when it is first needed.
    func signingKey(for purpose: String) async throws -> [UInt8] {
        let name = "discovery.answerKey"
        if let text = try await archive.setting(name), let kept = Secret(text) {
            return kept.key(for: purpose)
        }
        let made = Secret(secretBytes)
        try await archive.set(made.text, for: name)
        return made.key(for: purpose)
    }

    /// What themes go by here.
    package func themeMask() async throws -> ThemeMask {
        ThemeMask(key: try await signingKey(for: "themes"))
    }
}
