#!/usr/bin/env bash
# Does the main job on a sample organisation whose illness is known, and leaves a report to look at.
set -euo pipefail
cd "$(dirname "$0")/.."

firsthand=${FIRSTHAND:-.build/release/firsthand}
report=demo/report.html

rm -rf demo
mkdir -p demo
"$firsthand" specimen --illness noPersonalValue --seed 7 --out demo/case
"$firsthand" diagnose demo/case --report "$report"

if [ ! -s "$report" ]; then
    echo "The report was not written to $report." >&2
    exit 1
fi
echo
echo "The report: file://$PWD/$report"

# Show it where somebody can see it, and never on a build machine.
if [ -z "${CI:-}" ]; then
    if [ "$(uname -s)" = Darwin ]; then
        open "$report"
    elif [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] && command -v xdg-open >/dev/null 2>&1; then
        xdg-open "$report" >/dev/null 2>&1 || true
    fi
fi
