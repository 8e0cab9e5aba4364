#!/usr/bin/env python3
"""A second, plain reading of git history, to check `firsthand collect git` against.

  git_crosscheck.py build DIR             makes three small repositories in DIR that hold every trap
                                          we know of, and DIR/expected-use.csv, written by hand
  git_crosscheck.py count KEY DAY OUT REPO...
                                          writes people, use, activity, ties and coverage of the
                                          repositories into OUT; KEY is the key file, DAY the last day

It shares no code with the product: regular expressions over whole messages, three git commands a
repository, dictionaries. Standard library only. It assumes the default options, with the in-house
agent and the labels of the trap repositories (AGENTS, LABELS).
"""
import collections
import csv
import datetime
import hashlib
import hmac
import os
import re
import subprocess
import sys

AGENTS = {"acme-helper[bot]"}
LABELS = {"gamma": "banned", "beta": "asked"}

# ---------------------------------------------------------------- the plain computation


def git(repo, *arguments, text=None):
    done = subprocess.run(
        ["git", "-C", repo, *arguments], input=text, capture_output=True, check=True,
        env={**os.environ, "LC_ALL": "C"})
    return done.stdout


def noreply(address):
    """(number, login) of a GitHub no-reply address, or None."""
    found = re.fullmatch(r"(?:(\d+)\+)?([^@]+)@users\.noreply\.github\.com", address.lower())
    return (found.group(1), found.group(2)) if found else None


def machine(address):
    local = address.lower().split("@")[0]
    return local in ("noreply", "no-reply", "donotreply", "do-not-reply") or local.endswith("[bot]")


CONTACTS = [  # (regular expression on "name|address", folded; tool; mode)
    (r".*\|(noreply|claude)@anthropic\.com", "claude", "assist"),
    (r".*\|223556219\+copilot@users\.noreply\.github\.com", "copilot", "assist"),
    (r".*\|198982749\+copilot@users\.noreply\.github\.com", "copilot", "agent"),
    (r".*\|175728472\+copilot@users\.noreply\.github\.com", "copilot", "review"),
    (r".*\|copilot@github\.com", "copilot", "editor"),
    (r".*\|(cursoragent|noreply)@cursor\.com", "cursor", "assist"),
    (r".*\|(noreply|codex)@openai\.com", "codex", "assist"),
    (r".*\|noreply@opencode\.ai", "opencode", "assist"),
    (r".*\|amp@ampcode\.com", "amp", "assist"),
    (r".*\|junie@jetbrains\.com", "junie", "assist"),
    (r".*\|agent@warp\.dev", "warp", "assist"),
]
LOGINS = {
    "claude[bot]": ("claude", "agent"), "copilot-swe-agent[bot]": ("copilot", "agent"),
    "github-advanced-security[bot]": ("copilot", "review"),
    "github-code-quality[bot]": ("copilot", "review"), "cursor[bot]": ("cursor", "agent"),
    "devin-ai-integration[bot]": ("devin", "agent"), "opencode-agent[bot]": ("opencode", "assist"),
    "windsurf-bot[bot]": ("windsurf", "assist"), "google-labs-jules[bot]": ("jules", "agent"),
}
for _login in ("coderabbitai", "greptile-apps", "ellipsis-dev", "macroscopeapp", "gemini-code-assist"):
    LOGINS[_login + "[bot]"] = ("reviewbot", "review")
NAMES = {
    "claude": ("claude", "assist"), "claude code": ("claude", "assist"), "cursor agent": ("cursor", "assist"),
    "codex": ("codex", "assist"), "openai codex": ("codex", "assist"), "devin ai": ("devin", "agent"),
}
LINES = [  # (regular expression at the start of a line; tool; mode)
    (r"(?:🤖 *)?Generated with \[Claude Code\]\(https://claude\.(?:com/claude-code|ai/code)", "claude", "assist"),
    (r"(?i:Claude-Session):[ \t]*\S", "claude", "assist"),
    (r"(?:🤖 *)?Agent transcript: https://claude", "claude", "assist"),
    (r"(?i:Copilot-Session):[ \t]*\S", "copilot", "assist"),
    (r"(?i:Agent-Logs-Url):[ \t]*http", "copilot", "agent"),
    (r"(?:🤖 *)?<!-- START COPILOT CODING AGENT", "copilot", "agent"),
    (r"(?i:Made-with):[ \t]*Cursor", "cursor", "assist"),
    (r"(?:🤖 *)?Made with \[Cursor\]\(https://cursor\.com", "cursor", "assist"),
    (r"(?:🤖 *)?(?:<!-- )?CURSOR_AGENT_PR_BODY_BEGIN", "cursor", "agent"),
    (r"(?:🤖 *)?Applied via @cursor push command", "cursor", "review"),
    (r"(?:🤖 *)?Generated with \[opencode\]", "opencode", "assist"),
    (r"(?i:Amp-Thread-ID):[ \t]*\S", "amp", "assist"),
    (r"[-*] *\[[xX]\] *(?i:This pull request was substantially generated with AI assistance)", "other", "assist"),
]
VALUES = {
    "claude": "claude", "claude code": "claude", "anthropic claude": "claude", "claude opus": "claude",
    "claude sonnet": "claude", "claude haiku": "claude", "copilot": "copilot", "github copilot": "copilot",
    "github copilot cli": "copilot", "cursor": "cursor", "cursor agent": "cursor", "codex": "codex",
    "openai codex": "codex", "codex cli": "codex", "chatgpt": "codex", "opencode": "opencode",
    "devin": "devin", "devin ai": "devin", "amp": "amp", "gemini": "gemini", "gemini cli": "gemini",
    "google gemini": "gemini", "windsurf": "windsurf", "junie": "junie", "warp": "warp", "jules": "jules",
    "aider": "aider",
}
CHORES = {
    "allcontributors", "codecov", "crowdin", "dependabot", "dependabot-preview", "github", "github action",
    "github actions", "github-actions", "gitlab", "greenkeeper", "hosted weblate", "imgbot", "jenkins",
    "mergify", "pre-commit-ci", "release-please", "renovate", "semantic-release", "snyk", "transifex",
    "web-flow", "weblate",
}
STRENGTH = ["assist", "agent", "review", "editor"]


def agent(contact):
    name, address = contact
    name, address = " ".join(name.split()).lower(), address.lower()
    account = noreply(address)
    if AGENTS & {name, address, account[1] if account else name}:
        return ("inhouse", "agent")
    for pattern, tool, mode in CONTACTS:
        if re.fullmatch(pattern, name + "|" + address):
            return (tool, mode)
    if account and account[1] in LOGINS:
        return LOGINS[account[1]]
    if name in LOGINS:
        return LOGINS[name]
    return NAMES.get(name) if machine(address) else None


def bot(contact):
    name, address = contact
    folded, address = " ".join(name.split()).lower(), address.lower()
    account = noreply(address)
    handle = account[1] if account else address.split("@")[0]
    if folded.endswith("[bot]") or handle.endswith("[bot]") or folded in CHORES or handle in CHORES:
        return True
    if address in ("noreply@github.com", "action@github.com", "actions@github.com", "noreply@gitlab.com",
                   "support@dependabot.com", "bot@renovateapp.com", "hosted@weblate.org"):
        return True
    spread = name if " " in name else re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name)
    words = re.split(r"[\W_]+", spread.lower()) + re.split(r"[\W_]+", handle)
    return bool({"bot", "bots", "robot", "automation", "autobot"} & set(words))


def read_message(message):
    """Marks, co-authors who are no agents, reviewers."""
    marks, co_authors, reviewers = set(), [], []
    for line in message.splitlines():
        line = line.rstrip()
        for pattern, tool, mode in LINES:
            if re.match(pattern, line):
                marks.add((tool, mode))
        found = re.match(r"(?i)(co-authored-by|reviewed-by|assisted-by|generated-by):[ \t]*(.*)", line)
        if not found:
            continue
        key, value = found.group(1).lower(), found.group(2)
        contact = re.match(r"(.*?)\s*<\s*([^<>\s]+)\s*>[^<]*$", value)
        contact = (contact.group(1), contact.group(2)) if contact else None
        if contact and agent(contact):
            if key != "reviewed-by":
                marks.add(agent(contact))
        elif contact and key == "co-authored-by":
            co_authors.append(contact)
        elif contact and key == "reviewed-by":
            reviewers.append(contact)
        elif not contact and key in ("assisted-by", "generated-by"):
            words = re.split(r"[:,(<\[]", value)[0].lower().split()
            while words and " ".join(words) not in VALUES and re.search(r"\d", words[-1]):
                words.pop()
            if " ".join(words) in VALUES:
                marks.add((VALUES[" ".join(words)], "assist"))
    best = {}
    for tool, mode in marks:
        if tool not in best or STRENGTH.index(mode) < STRENGTH.index(best[tool]):
            best[tool] = mode
    return best, co_authors, reviewers


def read_repository(repo):
    commits = []
    listing = git(repo, "log", "--no-merges", "--use-mailmap", "--date=format:%Y-%m-%d",
                  "--format=%H%x1f%aN%x1f%aE%x1f%ad").decode("utf-8", "replace")
    bodies = {}
    for record in git(repo, "log", "--no-merges", "--format=%x1e%H%x1f%B").decode("utf-8", "replace").split("\x1e")[1:]:
        key, body = record.split("\x1f", 1)
        bodies[key] = body
    files = collections.defaultdict(list)
    hashes = "".join(line.split("\x1f")[0] + "\n" for line in listing.splitlines())
    current = None
    for field in git(repo, "diff-tree", "--stdin", "-r", "--root", "--no-renames", "--name-only", "-z",
                     text=hashes.encode()).decode("utf-8", "replace").split("\0"):
        for piece in ([field] if "\n" not in field else field.split("\n", 1)):
            if re.fullmatch(r"[0-9a-f]{40}", piece):
                current = piece
            elif piece:
                files[current].append(piece)
    mapped = {}

    def mailmap(contact):
        if contact not in mapped:
            answer = git(repo, "check-mailmap", "%s <%s>" % contact).decode().rstrip("\n")
            found = re.match(r"(.*?)\s*<(.*)>$", answer)
            mapped[contact] = (found.group(1), found.group(2))
        return mapped[contact]

    for line in listing.splitlines():
        key, name, address, day = line.split("\x1f")
        marks, co_authors, reviewers = read_message(bodies[key])
        commits.append(dict(
            author=(name, address), day=day, marks=marks, files=files[key],
            co_authors=[mailmap(c) for c in co_authors], reviewers=[mailmap(c) for c in reviewers]))
    return commits


def canonical(contact):
    name, address = " ".join(contact[0].split()).lower(), contact[1].lower()
    local, _, host = address.partition("@")
    own = local and host and not machine(address) and local not in ("root", "none", "nobody") \
        and host not in ("localhost", "localhost.localdomain", "none", "example.com")
    return address if own else name + " " + address


def identities(contacts):
    """Contact -> person, by repeatedly joining groups that share a key."""
    given = {c[0].split()[0].lower() for c in contacts if len(c[0].split()) >= 2}
    logins = {noreply(c[1])[1] for c in contacts if noreply(c[1])}
    groups = []
    for contact in contacts:
        keys = {("c", canonical(contact))}
        account = noreply(contact[1])
        if account:
            keys.add(("l", account[1]))
            if account[0]:
                keys.add(("n", account[0]))
        words = contact[0].lower().split()
        if len(words) >= 2 and " ".join(words) not in ("your name", "unknown author", "no name"):
            keys.add(("f", " ".join(words)))
        if len(words) == 1 and words[0] not in given and words[0] in logins:
            keys.add(("l", words[0]))
        members, rest = {contact}, []
        for other_keys, other_members in groups:
            if other_keys & keys:
                keys |= other_keys
                members |= other_members
            else:
                rest.append((other_keys, other_members))
        groups = rest + [(keys, members)]
    return {c: number for number, (_, members) in enumerate(groups) for c in members}


def ties_people(path):
    parts = path.lower().split("/")
    name = parts[-1]
    if set(parts[:-1]) & {"__generated__", "__snapshots__", "dist", "generated", "node_modules", "third_party", "vendor"}:
        return False
    if name.endswith(".lock") or name in ("bun.lockb", "go.sum", "npm-shrinkwrap.json", "package-lock.json",
                                          "package.resolved", "packages.lock.json", "pnpm-lock.yaml"):
        return False
    if re.match(r"changelog", name) or re.match(r"(changes|history|news|release[-_]?notes)(\.|$)", name):
        return False
    return not re.search(r"\.designer\.cs$|\.g\.cs$|\.g\.dart$|\.min\.css$|\.min\.js$|\.pb\.(cc|go|h|swift)$|\.snap$"
                         r"|_pb2\.pyi?$|[._]generated\.", name)


def count(key_file, last, out, repos):
    key = bytes.fromhex(open(key_file).read().strip())
    end = datetime.date.fromisoformat(last)
    months = end.year * 12 + end.month - 1 - 30
    start = datetime.date(months // 12, months % 12 + 1, 1).isoformat()
    commits = []
    for repo in repos:
        name = os.path.basename(os.path.normpath(repo))
        name = name[:-4] if name.endswith(".git") else name
        for commit in read_repository(repo):
            if start <= commit["day"] <= last:
                commits.append(dict(commit, repo=name))
    people, first = set(), {}
    for commit in commits:
        for contact in [commit["author"]] + commit["co_authors"] + commit["reviewers"]:
            if not agent(contact) and not bot(contact):
                people.add(contact)
                first[contact] = min(first.get(contact, commit["day"]), commit["day"])
    person = identities(sorted(people))
    names = collections.defaultdict(list)
    for contact, number in person.items():
        names[number].append((first[contact], canonical(contact)))
    code = {n: "p_" + hmac.new(key, min(c)[1].encode(), hashlib.sha256).hexdigest()[:10] for n, c in names.items()}

    use, active = collections.Counter(), collections.defaultdict(list)
    homes, spans = collections.defaultdict(collections.Counter), {}
    changes, together = collections.defaultdict(lambda: collections.defaultdict(set)), collections.Counter()
    for commit in commits:
        marks = dict(commit["marks"])
        humans = [person[c] for c in commit["co_authors"] if c in person]
        made = agent(commit["author"])
        if made and made[1] in ("assist", "agent"):
            if not humans:
                continue
            who = humans[0]
            marks[made[0]] = "agent"
        elif commit["author"] in person:
            who = person[commit["author"]]
        else:
            continue
        active[who].append(commit["day"])
        homes[who][commit["repo"]] += 1
        low, high = spans.get(commit["repo"], (commit["day"], commit["day"]))
        spans[commit["repo"]] = (min(low, commit["day"]), max(high, commit["day"]))
        for tool, mode in marks.items():
            use[who, commit["day"], tool, mode] += 1
        if len(commit["files"]) <= 25:
            for path in filter(ties_people, commit["files"]):
                changes[commit["repo"], path][who].add(datetime.date.fromisoformat(commit["day"]))
        for other in {person[c] for c in commit["co_authors"] + commit["reviewers"] if c in person} - {who}:
            together[frozenset((who, other))] += 1

    core = {p for p, days in active.items() if len(days) >= 10 and len({d[:7] for d in days}) >= 3}
    team = {p: min(homes[p], key=lambda r: (-homes[p][r], r)) for p in core}
    shared = collections.Counter()
    for who in changes.values():
        if len(who) > 15:
            continue
        for a in who:
            for b in who:
                if a < b and any(abs((x - y).days) <= 30 for x in who[a] for y in who[b]):
                    shared[frozenset((a, b))] += 1
    weights = {pair: min(shared[pair], 50) + 2 * min(together[pair], 25) for pair in set(shared) | set(together)}

    os.makedirs(out, exist_ok=True)

    def table(file, columns, rows):
        with open(os.path.join(out, file), "w", newline="") as target:
            writer = csv.writer(target, lineterminator="\n")
            writer.writerow(columns)
            writer.writerows(sorted(rows))

    table("people.csv", ["person", "team", "role", "layer", "from", "to"],
          [[code[p], team[p], "engineer", "contributor", min(active[p]), ""] for p in core])
    table("activity.csv", ["person", "date"], [[code[p], day] for p in core for day in set(active[p])])
    with open(os.path.join(out, "use.csv"), "w", newline="") as target:
        writer = csv.writer(target, lineterminator="\n")
        writer.writerow(["person", "date", "tool", "count", "mode"])
        rows = [(code[p], day, tool, STRENGTH.index(mode), n) for (p, day, tool, mode), n in use.items() if p in core]
        for who, day, tool, strength, n in sorted(rows):
            writer.writerow([who, day, tool, n, STRENGTH[strength]])
    rows = []
    for pair, weight in weights.items():
        if weight >= 2 and pair <= core:
            rows.append(sorted(code[p] for p in pair) + [weight])
    table("ties.csv", ["a", "b", "weight"], rows)
    table("coverage.csv", ["source", "team", "from", "to", "absence", "note"],
          [["git", r, *spans[r], "unknown" if LABELS.get(r) == "banned" else "notUsed", LABELS.get(r, "")]
           for r in set(team.values())])


# ---------------------------------------------------------------- the trap repositories

PEOPLE = {  # key: (name, address) of the first commits; all are core
    "ann": ("Ann Abbott", "ann@acme.test"),
    "ben": ("Ben Talbot", "ben@acme.test"),
    "devin": ("Devin Moss", "devin@acme.test"),
    "claude": ("Claude Dupont", "claude.dupont@acme.test"),
    "staff": ("Olga Stern", "olga@anthropic.com"),
    "gus": ("Gus Gray", "gus@acme.test"),
    "hana": ("Hana Ito", "hana@acme.test"),
    "ivo": ("Ivo Jensen", "ivo@acme.test"),
    "jules": ("Jules Arnaud", "jules@acme.test"),
    "kim": ("Kim Lund", "kim@acme.test"),
}
CLAUDE = "Co-Authored-By: Claude Opus 9 <noreply@anthropic.com>"
CLI = "Co-authored-by: Copilot <223556219+Copilot@users.noreply.github.com>"
SWE = ("Copilot", "198982749+Copilot@users.noreply.github.com")


def traps():
    """(repository, author, day, message, files, expected marks of whom: [(person, tool, mode)])."""
    def by(who, day, message, *expected, repo="alpha", files=("src/one.c",), author=None):
        return (repo, author or PEOPLE[who], day, message, files,
                [(e if len(e) == 3 else (who,) + e) for e in expected])
    yes = []
    # Marks of every kind, each at the start of its line.
    yes += [
        by("ann", "2026-03-02", "fix\n\n" + CLAUDE, ("claude", "assist")),
        by("ann", "2026-03-03", "fix\n\nco-authored-by: GPT-7 <NoReply@Anthropic.com>", ("claude", "assist")),
        by("ann", "2026-03-04", "fix\n\n🤖 Generated with [Claude Code](https://claude.com/claude-code)", ("claude", "assist")),
        by("ann", "2026-03-05", "fix\n\nGenerated with [Claude Code](https://claude.ai/code)", ("claude", "assist")),
        by("ben", "2026-03-02", "fix\n\n" + CLI, ("copilot", "assist")),
        by("ben", "2026-03-03", "fix\n\nCo-authored-by: Copilot <175728472+Copilot@users.noreply.github.com>", ("copilot", "review")),
        by("ben", "2026-03-04", "fix\n\nCo-authored-by: copilot-swe-agent[bot] <198982749+Copilot@users.noreply.github.com>", ("copilot", "agent")),
        by("ben", "2026-03-05", "fix\n\nCo-authored-by: Copilot <copilot@github.com>", ("copilot", "editor")),
        by("ben", "2026-03-06", "fix\n\nCo-authored-by: Copilot Autofix powered by AI <62310815+github-advanced-security[bot]@users.noreply.github.com>", ("copilot", "review")),
        by("ben", "2026-03-09", "fix\n\nCopilot-Session: 0b7e\nAgent-Logs-Url: https://logs.test/1", ("copilot", "assist")),
        by("gus", "2026-03-02", "fix\n\nCo-authored-by: Cursor <cursoragent@cursor.com>", ("cursor", "assist")),
        by("gus", "2026-03-03", "fix\n\nMade-with: Cursor", ("cursor", "assist")),
        by("gus", "2026-03-04", "fix\n\nMade with [Cursor](https://cursor.com)", ("cursor", "assist")),
        by("gus", "2026-03-05", "fix\n\nApplied via @cursor push command", ("cursor", "review")),
        by("gus", "2026-03-06", "fix\n\n<!-- CURSOR_AGENT_PR_BODY_BEGIN -->", ("cursor", "agent")),
        by("gus", "2026-03-09", "fix\n\nCo-authored-by: cursor[bot] <206951365+cursor[bot]@users.noreply.github.com>", ("cursor", "agent")),
        by("hana", "2026-03-02", "fix\n\nCo-authored-by: Codex <codex@openai.com>", ("codex", "assist")),
        by("hana", "2026-03-03", "fix\n\nAssisted-by: OpenCode:some-model-1", ("opencode", "assist")),
        by("hana", "2026-03-04", "fix\n\nAssisted-by: Claude 4.5", ("claude", "assist")),
        by("hana", "2026-03-05", "fix\n\nGenerated-by: GitHub Copilot", ("copilot", "assist")),
        by("hana", "2026-03-06", "fix\n\nCo-authored-by: devin-ai-integration[bot] <158243242+devin-ai-integration[bot]@users.noreply.github.com>", ("devin", "agent")),
        by("hana", "2026-03-09", "fix\n\nCo-authored-by: coderabbitai[bot] <136622811+coderabbitai[bot]@users.noreply.github.com>", ("reviewbot", "review")),
        by("ivo", "2026-03-02", "fix\n\n- [x] This pull request was substantially generated with AI assistance", ("other", "assist")),
        by("ivo", "2026-03-03", "fix\n\nCo-authored-by: acme-helper[bot] <999+acme-helper[bot]@users.noreply.github.com>", ("inhouse", "agent")),
        by("ivo", "2026-03-04", "fix\n\nCo-authored-by: Amp <amp@ampcode.com>\nAmp-Thread-ID: https://amp.test/1", ("amp", "assist")),
        by("ivo", "2026-03-05", "fix\n\nClaude-Session: https://claude.test/1\r\n", ("claude", "assist")),
        # A squash repeats its trailers: one mark a tool, and the strongest mode; two on a day make two.
        by("ivo", "2026-03-10", "big (#7)\n\n" + "\n".join(["* step", "", CLAUDE, CLI] * 12)
           + "\nCo-authored-by: Copilot <175728472+Copilot@users.noreply.github.com>", ("claude", "assist"), ("copilot", "assist")),
        by("ivo", "2026-03-10", "small (#8)\n\n" + CLAUDE, ("claude", "assist")),
        # A squash with several human co-authors: the author only.
        by("kim", "2026-03-10", "pair (#9)\n\n%s\nCo-authored-by: Ann Abbott <ann@acme.test>\nCo-authored-by: Ben Talbot <ben@acme.test>" % CLAUDE, ("claude", "assist")),
        # An agent as author: the first human co-author, bots and agents skipped; else nobody.
        by("kim", "2026-03-11", "agent\n\nCo-authored-by: dependabot[bot] <49699333+dependabot[bot]@users.noreply.github.com>\n"
           "Co-authored-by: Kim Lund <kim@acme.test>\nCo-authored-by: Ann Abbott <ann@acme.test>", ("copilot", "agent"), author=SWE),
        by("kim", "2026-03-12", "agent\n\nCo-authored-by: Kim Lund <kim@acme.test>\n" + CLAUDE, ("claude", "agent"),
           author=("Claude", "noreply@anthropic.com")),
        by("kim", "2026-03-13", "agent\n\nCo-authored-by: K <kim@acme.test>", ("inhouse", "agent"),
           author=("acme-helper[bot]", "999+acme-helper[bot]@users.noreply.github.com")),
        by("kim", "2026-03-16", "alone", author=SWE),
        by("kim", "2026-03-17", "alone", author=("acme-helper[bot]", "999+acme-helper[bot]@users.noreply.github.com")),
        # People whose given name is a product's use a product only by its address.
        by("devin", "2026-03-02", "fix\n\n" + CLAUDE, ("claude", "assist")),
    ]
    no = [
        by("ann", "2026-04-01", "use claude and copilot, add CLAUDE.md\n\nWe asked Cursor about Co-authored-by: Claude <noreply@anthropic.com>"),
        by("ann", "2026-04-02", "paging\n\nMove the cursor. Generated with love.\n  Generated with [Claude Code](https://claude.ai/code)"),
        by("ann", "2026-04-03", "review\n\nReviewed by Cursor Bugbot for commit 1234. Written by [Cursor Bugbot](https://cursor.com)\n<!-- CURSOR_SUMMARY -->"),
        by("ben", "2026-04-01", "pair\n\nCo-authored-by: Devin Moss <devin@acme.test>\nCo-authored-by: Claude Dupont <claude.dupont@acme.test>\nCo-authored-by: Jules Arnaud <jules@acme.test>"),
        by("ben", "2026-04-02", "vendor\n\nCo-authored-by: Olga Stern <olga@anthropic.com>\nCo-authored-by: P Q <pq@openai.com>"),
        by("ben", "2026-04-03", "tick\n\n- [ ] This pull request was substantially generated with AI assistance"),
        by("gus", "2026-04-01", "gen\n\nGenerated-by: Renovate\nGenerated by protoc\n🤖 CI"),
        by("gus", "2026-04-02", "human\n\nAssisted-by: Claude Dupont <claude.dupont@acme.test>\nAssisted-by: Claude Dupont\nAssisted-by: Ann"),
        by("gus", "2026-04-03", "quote\n\n> " + CLAUDE + "\n- " + CLI + "\nSee " + CLAUDE),
        by("hana", "2026-04-01", "login\n\nCo-authored-by: Devin <4242+devin@users.noreply.github.com>"),
        by("hana", "2026-04-02", "made\n\nMade-with: love\nMade with Cursor in mind\nAgent-Logs-Url: none\nCopilot-Session:"),
        by("hana", "2026-04-03", "near\n\nCo-authored-by: Copilot <copilot@acme.test>\nCo-authored-by: Claude <claude@acme.test>"),
        by("claude", "2026-04-01", "fix"), by("jules", "2026-04-01", "fix"), by("staff", "2026-04-01", "fix"),
        # Bots, with and without the sign, quoting what is not theirs.
        by("x", "2026-04-02", "bump\n\n" + CLAUDE, author=("dependabot[bot]", "49699333+dependabot[bot]@users.noreply.github.com")),
        by("x", "2026-04-03", "bump claude-code-action\n\n" + CLAUDE, author=("renovate", "renovate@whitesource.test")),
        by("x", "2026-04-06", "release\n\n" + CLAUDE, author=("acme-automation", "ci@acme.test")),
        by("x", "2026-04-07", "release\n\n" + CLAUDE, author=("ReleaseBot", "tools@acme.test")),
        by("x", "2026-04-08", "sec", author=("github-advanced-security[bot]", "62310815+github-advanced-security[bot]@users.noreply.github.com")),
        # Outsiders, and a wrong clock.
        by("x", "2026-04-09", "typo\n\n" + CLAUDE, author=("Walter Passer", "walter@else.test")),
        by("ann", "2031-01-01", "from the future\n\n" + CLAUDE),
        by("ann", "2021-01-01", "long ago\n\n" + CLAUDE),
    ]
    # Identities. Ann is mapped by .mailmap; Ben uses a no-reply login; Gus two of one account;
    # Hana the same name from home; Ivo's single-word login; jules stays apart from the login jules.
    same = [
        by("ann", "2026-05-04", "map\n\n" + CLAUDE, ("claude", "assist"), author=("annabot", "laptop@home.test")),
        by("ben", "2026-05-04", "web\n\n" + CLAUDE, ("claude", "assist"), author=("Ben Talbot", "77+bentalbot@users.noreply.github.com")),
        by("ben", "2026-05-05", "web\n\n" + CLAUDE, ("claude", "assist"), author=("bt", "bentalbot@users.noreply.github.com")),
        by("ben", "2026-05-06", "web\n\n" + CLAUDE, ("claude", "assist"), author=("B. T.", "77+newlogin@users.noreply.github.com")),
        by("gus", "2026-05-04", "case\n\n" + CLAUDE, ("claude", "assist"), author=("ggray", "GUS@acme.test")),
        by("hana", "2026-05-04", "home\n\n" + CLAUDE, ("claude", "assist"), author=("hana  ito", "hana@home.test")),
        by("ivo", "2026-05-04", "login\n\n" + CLAUDE, ("claude", "assist"), author=("Ivo Jensen", "88+ivojen@users.noreply.github.com")),
        by("ivo", "2026-05-05", "word\n\n" + CLAUDE, ("claude", "assist"), author=("ivojen", "box@home.test")),
        by("x", "2026-05-06", "not Jules Arnaud\n\n" + CLAUDE, author=("Jules", "other@else.test")),
        by("x", "2026-05-07", "login jules\n\n" + CLAUDE, author=("J. Stranger", "99+jules@users.noreply.github.com")),
    ]
    # Ties: shared trailers, files too many people touch, lock files, commits too wide.
    ties = [
        by("ann", "2026-06-01", "r1\n\nReviewed-by: Ben Talbot <ben@acme.test>\nReviewed-by: Ben Talbot <ben@acme.test>", files=("src/a1.c",)),
        by("ben", "2026-06-02", "r2\n\nCo-authored-by: annabot <laptop@home.test>", files=("src/a1.c", "package-lock.json")),
        by("gus", "2026-06-03", "wide", files=tuple("wide/f%d.c" % n for n in range(26))),
        by("hana", "2026-06-04", "wide too", files=tuple("wide/f%d.c" % n for n in range(25))),
        by("ivo", "2026-06-05", "one of them", files=tuple("wide/f%d.c" % n for n in range(3)) + ("CHANGELOG.md", "vendor/x.c")),
        by("gus", "2026-07-06", "too late", files=("wide/f9.c", "vendor/x.c", "CHANGELOG.md")),
    ]
    policy = [by("kim", "2026-07-07", "gone", repo="gamma"), by("staff", "2026-07-08", "b", repo="beta")]
    return yes + no + same + ties + policy


def build(folder):
    home = dict(ann="alpha", ben="alpha", devin="alpha", claude="beta", staff="beta", gus="alpha", hana="alpha",
                ivo="alpha", jules="beta", kim="gamma")
    commits = list(traps())
    for number, (who, contact) in enumerate(sorted(PEOPLE.items())):
        for n in range(12):
            day = "2025-%02d-%02d" % (9 + n % 4, 3 + n)
            commits.append((home[who], contact, day, "work %d" % n, ("%s/own%d.c" % (who, n),), []))
    expected = collections.Counter()
    for repo in ("alpha", "beta", "gamma"):
        mine = sorted((c for c in commits if c[0] == repo), key=lambda c: c[2])
        stream = ["blob\nmark :1\ndata 2\nx\n", "blob\nmark :2\n"]
        mailmap = "Ann Abbott <ann@acme.test> <laptop@home.test>\n"
        stream.append("data %d\n%s" % (len(mailmap), mailmap))
        for n, (_, (name, address), day, message, files, marks) in enumerate(mine):
            # 23:30 in the author's zone is the next day in Greenwich: the author's day counts.
            stamp = int(datetime.datetime.fromisoformat(day + "T23:30:00-08:00").timestamp())
            body = message.encode()
            stream.append("blob\nmark :%d\ndata %d\n%d\n" % (n + 10, len(str(n)) + 1, n))
            stream.append("commit refs/heads/main\nauthor %s <%s> %d -0800\ncommitter Web <noreply@github.com> %d +0000\ndata %d\n%s"
                          % (name, address, stamp, min(stamp, 1785000000), len(body), message))
            stream.append("\nM 100644 :2 .mailmap\n" if n == 0 else "\n")
            stream += ["M 100644 :%d %s\n" % (n + 10, path) for path in files]
            for who, tool, mode in marks:
                expected[PEOPLE[who][1], day, tool, mode] += 1
        path = os.path.join(folder, repo + ".git")
        subprocess.run(["git", "init", "-q", "--bare", "-b", "main", path], check=True)
        subprocess.run(["git", "-C", path, "fast-import", "--quiet"], input="".join(stream).encode(), check=True)
    with open(os.path.join(folder, "expected-use.csv"), "w", newline="") as target:
        writer = csv.writer(target, lineterminator="\n")
        writer.writerow(["address", "date", "tool", "count", "mode"])
        for (who, day, tool, mode), n in sorted(expected.items()):
            writer.writerow([who, day, tool, n, mode])


if __name__ == "__main__":
    if len(sys.argv) == 3 and sys.argv[1] == "build":
        os.makedirs(sys.argv[2], exist_ok=True)
        build(sys.argv[2])
    elif len(sys.argv) >= 6 and sys.argv[1] == "count":
        count(sys.argv[2], sys.argv[3], sys.argv[4], sys.argv[5:])
    else:
        sys.exit(__doc__)
