#!/usr/bin/env bash
# Writes a man page for the command and each of its subcommands, and its completions for bash, zsh and fish.
# The pages come from swift-argument-parser's own tool, built from the copy SwiftPM has fetched.
set -euo pipefail
cd "$(dirname "$0")/.."

swift=${SWIFT:-swift}
firsthand=${FIRSTHAND:-.build/release/firsthand}
what=${1:-all}
out=${OUT:-.build/share}
parser=${PARSER:-.build/checkouts/swift-argument-parser}

if [ ! -x "$firsthand" ]; then
    echo "$firsthand is not there; run \`make build\` first." >&2
    exit 1
fi

if [ "$what" = man ] || [ "$what" = all ]; then
    # The same day for the same commit, so that two builds write the same bytes.
    day=$(git log -1 --format=%cs 2>/dev/null || true)
    "$swift" build --package-path "$parser" --scratch-path .build/manual --product generate-manual
    mkdir -p "$out/man/man1"
    # Pages of commands that are gone must not stay behind.
    rm -f "$out"/man/man1/firsthand*.1
    .build/manual/debug/generate-manual "$firsthand" --multi-page --section 1 --date "${day:-2026-01-01}" \
        --output-directory "$out/man/man1"
    echo "Man pages: $out/man/man1. Read one with: man -l $out/man/man1/firsthand.diagnose.1"
fi

if [ "$what" = completions ] || [ "$what" = all ]; then
    mkdir -p "$out/bash-completion/completions" "$out/zsh/site-functions" "$out/fish/vendor_completions.d"
    "$firsthand" --generate-completion-script bash > "$out/bash-completion/completions/firsthand"
    "$firsthand" --generate-completion-script zsh > "$out/zsh/site-functions/_firsthand"
    "$firsthand" --generate-completion-script fish > "$out/fish/vendor_completions.d/firsthand.fish"
    echo "Completions for bash, zsh and fish: $out."
fi
