import Intake
import Rollout
import Testing

@Suite struct `Commit message` {
    private func read(_ text: String) -> GitMessage {
        GitMessage(ArraySlice(text.utf8), table: .current.adding(agents: ["Acme Helper"]))
    }

    private func marks(_ text: String) -> [String] {
        read("subject\n\n" + text).marks.map { "\($0.tool) \($0.mode.rawValue)" }
    }

    @Test(arguments: [
        ("Co-Authored-By: Claude Opus <noreply@anthropic.com>", "claude assist"),
        ("CO-AUTHORED-BY:Anything at all<NOREPLY@ANTHROPIC.COM>", "claude assist"),
        ("Co-authored-by: Copilot <223556219+Copilot@users.noreply.github.com>", "copilot assist"),
        ("Co-authored-by: Copilot <198982749+Copilot@users.noreply.github.com>", "copilot agent"),
        ("Co-authored-by: Copilot <175728472+Copilot@users.noreply.github.com>", "copilot review"),
        ("Co-authored-by: Copilot <copilot@github.com>", "copilot editor"),
        ("Co-authored-by: Cursor <cursoragent@cursor.com>", "cursor assist"),
        ("🤖 Generated with [Claude Code](https://claude.com/claude-code)", "claude assist"),
        ("Assisted-by: Claude:some-model", "claude assist"),
        ("Assisted-by: Codex (gpt 9)", "codex assist"),
        ("Assisted-by: Bot <noreply@opencode.ai>", "opencode assist"),
        ("Generated-by: Claude Code 2.1", "claude assist"),
        ("* [X] This pull request was substantially generated with AI assistance.", "other assist"),
        ("Co-authored-by: Acme Helper <helper@acme.test>", "inhouse agent"),
        ("Co-authored-by: Devin AI <noreply@elsewhere.test>", "devin agent"),
        ("Made-with: Cursor\r", "cursor assist"),
    ]) func `bears a mark where the line says so`(line: String, mark: String) {
        #expect(marks(line) == [mark])
    }

    @Test(arguments: [
        "We used Claude and Copilot.", " Co-authored-by: Claude <noreply@anthropic.com>",
        "> Co-authored-by: Claude <noreply@anthropic.com>", "Co-authored-by: Claude",
        "Co-authored-by: Claude Dupont <claude@acme.test>", "Co-authored-by: Olga <olga@anthropic.com>",
        "Co-authored-by: Devin <4242+devin@users.noreply.github.com>",
        "Signed-off-by: Claude <noreply@anthropic.com>", "Generated-by: Renovate", "🤖",
        "Assisted-by: Claude Dupont", "Assisted-by: Claude Dupont <claude@acme.test>", "Assisted-by:",
        "- [ ] This pull request was substantially generated with AI assistance", "Made-with: love",
        "Reviewed by Cursor Bugbot", "Claude-Session:", "Reviewed-by: Claude <noreply@anthropic.com>",
    ]) func `bears none for words, people, quotes and empty values`(line: String) {
        #expect(marks(line).isEmpty)
    }

    @Test func `bears one mark a tool, the strongest`() {
        let review = "Co-authored-by: Copilot <175728472+Copilot@users.noreply.github.com>\n"
        let agent = "Co-authored-by: Copilot <198982749+Copilot@users.noreply.github.com>\n"
        let assist = "Co-authored-by: Copilot <223556219+Copilot@users.noreply.github.com>\n"
        let claude = "Co-authored-by: Claude <noreply@anthropic.com>\n"
        #expect(marks(review + agent + review) == ["copilot agent"])
        #expect(marks(agent + assist + claude + review + claude) == ["claude assist", "copilot assist"])
    }

    @Test func `names each human co-author and reviewer once, in order`() {
        let message = read(
            """
            work

            Co-authored-by: Ben <ben@acme.test>
            Co-authored-by: Claude <noreply@anthropic.com>
            Co-authored-by: Ann <ann@acme.test>
            Co-authored-by: Ben <ben@acme.test>
            Reviewed-by: Kim <kim@acme.test>
            Reviewed-by: nobody
            """)
        #expect(message.coAuthors.map(\.address) == ["ben@acme.test", "ann@acme.test"])
        #expect(message.reviewers.map(\.name) == ["Kim"])
    }

    @Test(arguments: [
        ("Fix it (#12)", 12), ("Fix it (!7)", 7), ("Revert \"Fix (#12)\" (#15)\n\nbody (#3)", 15),
        ("Fix\n\nSee merge request group/project!31", 31),
    ]) func `gives the request it came from`(text: String, number: Int) {
        #expect(read(text).request == number)
    }

    @Test(arguments: ["Fix #12", "Fix (12)", "Fix (#)", "", ")", "(#1x)"])
    func `gives no request where none is named`(text: String) {
        #expect(read(text).request == nil)
    }

    @Test func `survives bytes that are no text`() {
        let bytes: [UInt8] =
            [0xff, 10, 10] + Array("Co-authored-by: ".utf8) + [0xfe] + Array(" <a@acme.test>".utf8)
        let message = GitMessage(bytes[...], table: .current)
        #expect(message.coAuthors.map(\.address) == ["a@acme.test"])
    }
}
