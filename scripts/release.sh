#!/usr/bin/env bash
# Builds the command as one file that needs nothing but the C library: Swift, SQLite, Argon2 and zlib are inside.
set -euo pipefail
cd "$(dirname "$0")/.."

swift=${SWIFT:-swift}
scratch=${SCRATCH:-.build/static}
archives=$PWD/.build/static-archives
target=.build/share/firsthand

if [ "$(uname -s)" != Linux ]; then
    echo "The release binary is made on Linux: macOS brings Swift's library along with the system. Use 'make build' here." >&2
    exit 1
fi

# A folder with nothing but archives, and descriptions of them that are found before those of the shared libraries.
rm -rf "$archives"
mkdir -p "$archives" "$(dirname "$target")"
for library in sqlite3 argon2 z stdc++; do
    file=$(cc -print-file-name="lib$library.a")
    if [ ! -e "$file" ]; then
        echo "lib$library.a is missing. Install libsqlite3-dev, libargon2-dev, zlib1g-dev and g++, then run 'make release' again." >&2
        exit 1
    fi
    ln -s "$(realpath "$file")" "$archives/"
done
for description in sqlite3:sqlite3 libargon2:argon2 zlib:z; do
    printf 'Name: %s\nDescription: %s, inside\nVersion: 0\nLibs: -L%s -l%s\n' \
        "${description%:*}" "${description%:*}" "$archives" "${description#*:}" >"$archives/${description%:*}.pc"
done

PKG_CONFIG_PATH="$archives" "$swift" build -c release --product firsthand --static-swift-stdlib --scratch-path "$scratch" \
    -Xlinker "-L$archives"
cp "$scratch/release/firsthand" "$target"
strip "$target"

if ldd "$target" | grep -E 'swift|sqlite|argon2|stdc|libz\.'; then
    echo "The binary still needs the libraries above." >&2
    exit 1
fi
"$target" --version
echo "$target: $(($(stat -c %s "$target") / 1048576)) MiB; needs of the system:"
ldd "$target" | awk '{ print "  " $1 }'
