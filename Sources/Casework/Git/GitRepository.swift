import Foundation
import Intake
import Measures

/// A local repository, looked at before it is read.
struct GitRepository {
    let path: String
    /// The folder's own name, without `.git`.
    let name: String
    /// The default branch: what the remote calls its head, else what is checked out.
    let branch: String
    let isShallow: Bool
    /// Day of the last commit on the branch, by its committer.
    let lastDay: Day
    /// Whether pull- or merge-request refs are here.
    let hasRequests: Bool

    /// Patterns of the refs that hold requests as they were pushed.
    static let requestRefs = ["refs/pull/*/head", "refs/merge-requests/*/head"]

    /// Looks at a repository: work tree or bare.
    /// - Throws: `notARepository`, `notTrusted`, `emptyRepository`.
    init(_ path: String, git: GitProcess) throws {
        let shown = URL(fileURLWithPath: path).lastPathComponent
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue else {
            throw GitFailure(
                .notARepository, "There is no folder \(shown). Give the path of a local clone.")
        }
        var bytes = Data()
        let look = try git.run(["rev-parse", "--is-shallow-repository"], in: path) { bytes.append($0) }
        guard look.status == 0 else {
            if look.complaint.contains("dubious ownership") {
                throw GitFailure(
                    .notTrusted,
                    "git does not trust \(shown) because it belongs to another user. If you do, run: "
                        + "git config --global --add safe.directory \(path)")
            }
            throw GitFailure(
                .notARepository,
                "\(shown) is not a git repository. Give the path of a clone: its work tree, or a bare copy "
                    + "made with git clone --bare.")
        }
        isShallow =
            String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines) == "true"
        let head = try git.text(["symbolic-ref", "--quiet", "refs/remotes/origin/HEAD"], in: path)
        let remote = head?.trimmingCharacters(in: .whitespacesAndNewlines)
        branch =
            try remote.flatMap { try GitRepository.day(of: $0, in: path, git: git) } != nil ? remote! : "HEAD"
        guard let day = try GitRepository.day(of: branch, in: path, git: git) else {
            throw GitFailure(
                .emptyRepository,
                "\(shown) holds no commits. Fetch its history first, or leave it out.")
        }
        lastDay = day
        let refs = try git.text(
            ["for-each-ref", "--count=1", "--format=x"] + GitRepository.requestRefs, in: path)
        hasRequests = refs?.isEmpty == false
        self.path = path
        name = try GitRepository.name(path, git: git)
    }

    private static func day(of revision: String, in path: String, git: GitProcess) throws -> Day? {
        let text = try git.text(
            ["log", "-1", "--no-show-signature", "--format=%cs", revision, "--"], in: path)
        return text.flatMap { Day($0.trimmingCharacters(in: .whitespacesAndNewlines)) }
    }

    /// The name of the folder that holds the repository, also where a folder within it was given.
    private static func name(_ path: String, git: GitProcess) throws -> String {
        let top = try git.text(["rev-parse", "--show-toplevel"], in: path)
        let root = top?.trimmingCharacters(in: .newlines) ?? path
        var url = URL(fileURLWithPath: root.isEmpty ? path : root).standardizedFileURL
        if url.lastPathComponent == ".git" { url.deleteLastPathComponent() }
        let last = url.lastPathComponent
        return last.hasSuffix(".git") ? String(last.dropLast(4)) : last
    }
}
