#!/usr/bin/env bash
# Does the main job on a sample organisation whose illness is known, leaves a report to look at, and opens the doors of
# a server with the same organisation and six people to sign in as.
set -euo pipefail
cd "$(dirname "$0")/.."

firsthand=${FIRSTHAND:-.build/release/firsthand}
report=demo/report.html
port=${PORT:-8080}

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

# On a build machine the server is opened, asked whether it is ready, and closed again.
if [ -n "${CI:-}" ]; then
    port=${PORT:-8089}
    "$firsthand" serve --demo --data demo/server --port "$port" >demo/server.log 2>&1 &
    server=$!
    trap 'kill "$server" 2>/dev/null || true' EXIT
    for _ in $(seq 60); do
        if "$firsthand" doctor --data demo/server >/dev/null 2>&1 && grep -q 'Firsthand listens' demo/server.log; then
            break
        fi
        sleep 1
    done
    kill "$server"
    wait "$server" || true
    trap - EXIT
    grep 'Firsthand listens' demo/server.log
    exit 0
fi

# Show the report where somebody can see it.
if [ "$(uname -s)" = Darwin ]; then
    open "$report"
elif [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] && command -v xdg-open >/dev/null 2>&1; then
    xdg-open "$report" >/dev/null 2>&1 || true
fi

echo
echo "The server, with six people to sign in as. Ctrl-C ends it."
exec "$firsthand" serve --demo --data demo/server --port "$port" --log-level warning
