import Rollout

extension AttributionTable {
    /// The table that ships: what tools wrote into commits up to its date.
    ///
    /// - Source: a survey of 82 public repositories of 8 organisations, 2024-01 to 2026-08;
    ///   counts and first days in Guides/Formats/git-attribution.md.
    package static let current = AttributionTable(
        asOf: "2026-08",
        rules: claude + copilot + cursor + others + reviewBots,
        toolNames: [
            "claude": "claude", "claude code": "claude", "anthropic claude": "claude",
            "claude opus": "claude", "claude sonnet": "claude", "claude haiku": "claude",
            "copilot": "copilot", "github copilot": "copilot", "github copilot cli": "copilot",
            "cursor": "cursor", "cursor agent": "cursor",
            "codex": "codex", "openai codex": "codex", "codex cli": "codex", "chatgpt": "codex",
            "opencode": "opencode", "devin": "devin", "devin ai": "devin", "amp": "amp",
            "gemini": "gemini", "gemini cli": "gemini", "google gemini": "gemini",
            "windsurf": "windsurf", "junie": "junie", "warp": "warp", "jules": "jules",
            "aider": "aider",
        ])

    private static let claude: [Rule] = [
        Rule(.address("noreply@anthropic.com"), "claude"),
        Rule(.address("claude@anthropic.com"), "claude"),
        Rule(.login("claude[bot]"), "claude", .agent),
        Rule(.name("Claude"), "claude"),
        Rule(.name("Claude Code"), "claude"),
        Rule(.footer("Generated with [Claude Code](https://claude.com/claude-code"), "claude"),
        Rule(.footer("Generated with [Claude Code](https://claude.ai/code"), "claude"),
        Rule(.trailer(key: "Claude-Session", value: ""), "claude"),
        Rule(.footer("Agent transcript: https://claude"), "claude"),
    ]

    /// Three numbers, three acts: 223556219 the command line and app, 198982749 the coding agent,
    /// 175728472 an accepted review suggestion.
    private static let copilot: [Rule] = [
        Rule(.address("223556219+Copilot@users.noreply.github.com"), "copilot"),
        Rule(.address("198982749+Copilot@users.noreply.github.com"), "copilot", .agent),
        Rule(.login("copilot-swe-agent[bot]"), "copilot", .agent),
        Rule(.address("175728472+Copilot@users.noreply.github.com"), "copilot", .review),
        Rule(.login("github-advanced-security[bot]"), "copilot", .review),
        Rule(.login("github-code-quality[bot]"), "copilot", .review),
        // An editor adds this one by default, also to commits made without AI.
        Rule(.address("copilot@github.com"), "copilot", .editor),
        Rule(.trailer(key: "Copilot-Session", value: ""), "copilot"),
        Rule(.trailer(key: "Agent-Logs-Url", value: "http"), "copilot", .agent),
        Rule(.footer("<!-- START COPILOT CODING AGENT"), "copilot", .agent),
    ]

    private static let cursor: [Rule] = [
        Rule(.address("cursoragent@cursor.com"), "cursor"),
        Rule(.address("noreply@cursor.com"), "cursor"),
        Rule(.name("Cursor Agent"), "cursor"),
        Rule(.login("cursor[bot]"), "cursor", .agent),
        Rule(.trailer(key: "Made-with", value: "Cursor"), "cursor"),
        Rule(.footer("Made with [Cursor](https://cursor.com"), "cursor"),
        Rule(.footer("<!-- CURSOR_AGENT_PR_BODY_BEGIN"), "cursor", .agent),
        Rule(.footer("CURSOR_AGENT_PR_BODY_BEGIN"), "cursor", .agent),
        Rule(.footer("Applied via @cursor push command"), "cursor", .review),
    ]

    private static let others: [Rule] = [
        Rule(.address("noreply@openai.com"), "codex"),
        Rule(.address("codex@openai.com"), "codex"),
        Rule(.name("Codex"), "codex"),
        Rule(.name("OpenAI Codex"), "codex"),
        Rule(.login("devin-ai-integration[bot]"), "devin", .agent),
        Rule(.name("Devin AI"), "devin", .agent),
        Rule(.address("noreply@opencode.ai"), "opencode"),
        Rule(.login("opencode-agent[bot]"), "opencode"),
        Rule(.footer("Generated with [opencode]"), "opencode"),
        Rule(.address("amp@ampcode.com"), "amp"),
        Rule(.trailer(key: "Amp-Thread-ID", value: ""), "amp"),
        Rule(.login("windsurf-bot[bot]"), "windsurf"),
        Rule(.address("junie@jetbrains.com"), "junie"),
        Rule(.address("agent@warp.dev"), "warp"),
        Rule(.login("google-labs-jules[bot]"), "jules", .agent),
        Rule(.tick("This pull request was substantially generated with AI assistance"), "other"),
    ]

    /// Bots that review: an accepted suggestion is the weakest sign of use, and counted apart.
    private static let reviewBots: [Rule] = [
        "coderabbitai[bot]", "greptile-apps[bot]", "ellipsis-dev[bot]", "macroscopeapp[bot]",
        "gemini-code-assist[bot]",
    ].map { Rule(.login($0), "reviewbot", .review) }
}
