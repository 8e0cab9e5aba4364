#!/usr/bin/env bash
# Makes a fresh Debian or Ubuntu machine with Swift ready to build, or says exactly what to install.
# On a machine that has everything it prints nothing.
set -euo pipefail

swift=${SWIFT:-swift}
needed_major=6
needed_minor=2
failed=0

# 1. Swift, new enough.
if ! command -v "$swift" >/dev/null 2>&1; then
    cat >&2 <<'TEXT'
Swift is not installed. Install Swift 6.2 or newer with:
    curl -O "https://download.swift.org/swiftly/linux/swiftly-$(uname -m).tar.gz"
    tar zxf "swiftly-$(uname -m).tar.gz" && ./swiftly init
TEXT
    failed=1
else
    # The first line reads "Swift version 6.3.1 (…)" or "Apple Swift version 6.2 (…)".
    version=$("$swift" --version 2>/dev/null | sed -n 's/.*Swift version \([0-9][0-9.]*\).*/\1/p' | head -n 1)
    major=${version%%.*}
    rest=${version#*.}
    minor=${rest%%.*}
    if [ -z "$version" ]; then
        echo "Cannot read the version that '$swift --version' prints; Swift 6.2 or newer is needed." >&2
        failed=1
    elif [ "$major" -lt "$needed_major" ] ||
        { [ "$major" -eq "$needed_major" ] && [ "$minor" -lt "$needed_minor" ]; }; then
        echo "Swift $version is too old; 6.2 or newer is needed. Install it with: swiftly install latest" >&2
        failed=1
    fi
fi

# 2. What the build asks of the system: git to fetch packages, zlib to read gzip, argon2 for passwords,
# sqlite for the archive.
missing=()
command -v git >/dev/null 2>&1 || missing+=(git)
if [ "$(uname -s)" = Linux ]; then
    has_zlib=no
    for folder in /usr/include /usr/local/include; do
        [ -f "$folder/zlib.h" ] && has_zlib=yes
    done
    [ "$has_zlib" = yes ] || missing+=(zlib1g-dev)
    [ -f /usr/include/argon2.h ] || [ -f /usr/local/include/argon2.h ] || missing+=(libargon2-dev)
    [ -f /usr/include/sqlite3.h ] || [ -f /usr/local/include/sqlite3.h ] || missing+=(libsqlite3-dev)
fi

if [ ${#missing[@]} -gt 0 ]; then
    if ! command -v apt-get >/dev/null 2>&1; then
        echo "Please install: ${missing[*]} (Debian's names; here the names may differ)." >&2
        failed=1
    elif [ "$(id -u)" -eq 0 ]; then
        echo "Installing ${missing[*]} …"
        apt-get update -qq
        DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "${missing[@]}"
    elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
        echo "Installing ${missing[*]} …"
        sudo -n apt-get update -qq
        sudo -n env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "${missing[@]}"
    else
        echo "Something is missing. Install it with:" >&2
        echo "    sudo apt-get update && sudo apt-get install -y ${missing[*]}" >&2
        failed=1
    fi
fi

exit "$failed"
