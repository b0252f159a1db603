#!/bin/sh
# Leaves an entry in an unlocked keyring, locks it, looks at what the program makes of that, unlocks it and looks again.
set -eu
unset DISPLAY WAYLAND_DISPLAY
export KEYCHAIN_SITUATION=locked-keyring
exec "$(dirname "$0")/../support/with-keyring.sh" sh -eu -c '
    "$1" leaves_an_entry
    dbus-send --session --print-reply --dest=org.freedesktop.secrets /org/freedesktop/secrets \
        org.freedesktop.Secret.Service.Lock array:objpath:/org/freedesktop/secrets/collection/login >/dev/null
    "$1" with_a_locked_keyring
    printf "test-login" | gnome-keyring-daemon --replace --unlock --components=secrets >/dev/null 2>&1
    "$1" finds_the_entry_again
' sh "$1"
