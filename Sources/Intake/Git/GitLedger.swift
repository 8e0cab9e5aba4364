package import Measures

/// What is kept of the commits of several repositories: who, when, which marks; no text, no hash.
package struct GitLedger: Sendable {
    /// Which history a commit was read from.
    package enum Layer: Hashable, Sendable {
        /// The default branch.
        case branch
        /// A pull or merge request, as pushed, before any squash.
        case request(Int)
    }

    /// One commit, with contacts and folders as numbers.
    struct Commit: Sendable {
        let repository: Int32
        let layer: Layer
        let author: Int32
        let day: Day
        let marks: [GitMark]
        var coAuthors: [Int32]
        var reviewers: [Int32]
        /// Number of the request a commit on the default branch came from.
        let request: Int32?
        /// Top-level folders touched, each once.
        let folders: [Int32]
        /// Keys of the files that tie people together; empty where the commit touched too many.
        let files: [UInt64]
    }

    /// A commit that touches more files than this says nothing about who works with whom.
    static let mostFiles = 25

    package let table: AttributionTable
    package private(set) var repositories: [String] = []
    private(set) var commits: [Commit] = []
    private(set) var contacts: [GitContact] = []
    private(set) var folders: [String] = []
    /// Commits outside the days asked for, and after the last day believed.
    package private(set) var early = 0
    package private(set) var late = 0

    private var contactNumber: [GitContact: Int32] = [:]
    private var folderNumber: [String: Int32] = [:]
    private var firstCommit: [Int] = []

    /// A ledger without commits.
    /// - Parameter table: What counts as a mark.
    package init(table: AttributionTable) { self.table = table }

    /// Number of commits kept.
    package var count: Int { commits.count }

    /// Starts the next repository; commits recorded from here on are its own.
    package mutating func begin(repository name: String) {
        repositories.append(name)
        firstCommit.append(commits.count)
    }

    /// Keeps what counts of a commit of the repository begun last.
    ///
    /// - Parameters:
    ///   - entry: The commit as git printed it.
    ///   - layer: Where it was read from.
    ///   - window: Days looked at; a commit outside is counted and dropped.
    /// - Complexity: O(length of message and paths).
    package mutating func record(_ entry: GitLogEntry, layer: Layer, window: ClosedRange<Day>) {
        precondition(!repositories.isEmpty, "begin(repository:) comes first")
        guard entry.day >= window.lowerBound else { return early += 1 }
        guard entry.day <= window.upperBound else { return late += 1 }
        let message = GitMessage(entry.message, table: table)
        let repository = repositories.count - 1
        var touched: [Int32] = []
        var files: [UInt64] = []
        if layer == .branch {
            for path in entry.files {
                let folder = number(ofFolder: path)
                if !touched.contains(folder) { touched.append(folder) }
            }
            if entry.files.count <= GitLedger.mostFiles {
                files = entry.files.filter { GitSharedFiles.ties(String(decoding: $0, as: UTF8.self)) }
                    .map { GitSharedFiles.key(repository: repository, path: $0) }
            }
        }
        commits.append(
            Commit(
                repository: Int32(repository), layer: layer, author: number(of: entry.author), day: entry.day,
                marks: message.marks, coAuthors: message.coAuthors.map { number(of: $0) },
                reviewers: message.reviewers.map { number(of: $0) },
                request: message.request.flatMap(Int32.init(exactly:)),
                folders: touched, files: files))
    }

    /// The contacts that trailers of the last repository name, in the order of first mention.
    ///
    /// git maps authors by `.mailmap`, but not the names within messages.
    package var contactsInTrailers: [GitContact] {
        var seen: Set<Int32> = []
        var result: [GitContact] = []
        for commit in commits[(firstCommit.last ?? 0)...] {
            for contact in commit.coAuthors + commit.reviewers where seen.insert(contact).inserted {
                result.append(contacts[Int(contact)])
            }
        }
        return result
    }

    /// Replaces contacts in the trailers of the last repository by what `.mailmap` makes of them.
    package mutating func mapTrailers(_ mapped: [GitContact: GitContact]) {
        var moved: [Int32: Int32] = [:]
        for old in contactsInTrailers {
            guard let new = mapped[old], new != old, let place = contactNumber[old] else { continue }
            moved[place] = number(of: new)
        }
        guard !moved.isEmpty else { return }
        for index in (firstCommit.last ?? 0)..<commits.count {
            commits[index].coAuthors = commits[index].coAuthors.map { moved[$0] ?? $0 }
            commits[index].reviewers = commits[index].reviewers.map { moved[$0] ?? $0 }
        }
    }

    private mutating func number(of contact: GitContact) -> Int32 {
        if let known = contactNumber[contact] { return known }
        let number = Int32(contacts.count)
        contacts.append(contact)
        contactNumber[contact] = number
        return number
    }

    private mutating func number(ofFolder path: ArraySlice<UInt8>) -> Int32 {
        let slash = path.firstIndex(of: UInt8(ascii: "/"))
        let name = slash.map { String(decoding: path[..<$0], as: UTF8.self) } ?? ""
        if let known = folderNumber[name] { return known }
        let number = Int32(folders.count)
        folders.append(name)
        folderNumber[name] = number
        return number
    }
}
