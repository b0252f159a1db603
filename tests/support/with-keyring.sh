#!/bin/sh
# Runs a program with a real Secret Service of its own, unlocked and empty, in throw-away folders:
# without them the test would write into the login keyring of whoever runs it.
set -eu
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT INT TERM
export XDG_DATA_HOME="$scratch/data" XDG_CONFIG_HOME="$scratch/config" XDG_CACHE_HOME="$scratch/cache" XDG_RUNTIME_DIR="$scratch/run"
mkdir -p "$XDG_DATA_HOME" "$XDG_CONFIG_HOME" "$XDG_CACHE_HOME"
mkdir -m 700 "$XDG_RUNTIME_DIR"
unset XDG_CURRENT_DESKTOP DESKTOP_SESSION KDE_FULL_SESSION GNOME_DESKTOP_SESSION_ID
dbus-run-session -- sh -c '
    printf "test-login" | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1
    exec "$@"
' sh "$@"
