#!/usr/bin/env bash
# Checks the format of every Swift file and the syntax of every shell script.
# The formatter answers 0 for a file that does not exist, so the list is made of files that do
# and must not be empty.
set -euo pipefail
cd "$(dirname "$0")/.."

swift=${SWIFT:-swift}
files=()
while IFS= read -r -d '' file; do
    files+=("$file")
done < <(find Package.swift Sources Tests Benchmarks -name '*.swift' -type f -print0 2>/dev/null | sort -z)

if [ ${#files[@]} -lt 10 ]; then
    echo "Only ${#files[@]} Swift files found: run this in a whole checkout." >&2
    exit 1
fi

"$swift" format lint --strict --parallel --configuration .swift-format "${files[@]}"

for script in scripts/*.sh .ci/run; do
    bash -n "$script"
done

echo "${#files[@]} Swift files are in format."
