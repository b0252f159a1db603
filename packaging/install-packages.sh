# Sourced by run and test: installs the Debian packages named in $packages, when they are missing.
# SPDX-FileCopyrightText: The Badgewright developers
# SPDX-License-Identifier: GPL-3.0-or-later

say() { printf '%s\n' "badgewright: $*"; }
die() { printf '%s\n' "badgewright: $*" >&2; exit 1; }

# Asks dpkg first, so that a second call costs a moment and needs neither root nor the network.
install_packages() {
    command -v dpkg-query >/dev/null 2>&1 || die "this script installs Debian packages, and dpkg is not here; the packages it needs: $packages"
    missing=
    for package in $packages; do
        status=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || true)
        [ "$status" = installed ] || missing="$missing $package"
    done
    if [ -z "$missing" ]; then
        say "all packages are installed"
        return
    fi
    say "installing:$missing"
    if [ "$(id -u)" = 0 ]; then
        as_root=
    elif command -v sudo >/dev/null 2>&1; then
        as_root=sudo
    else
        die "needs root or sudo to install:$missing"
    fi
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get update -q >/dev/null || die "apt-get update failed; is the network there?"
    # shellcheck disable=SC2086 # a list of names
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $missing >/dev/null \
        || die "apt-get could not install:$missing"
}

# What every build needs.
build_packages="g++ cmake ninja-build mold pkg-config
    qt6-base-dev qt6-base-dev-tools qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools qt6-svg-dev
    qtkeychain-qt6-dev libexpected-dev nlohmann-json3-dev libcpp-httplib-dev libcsv-dev libzip-dev libjpeg-dev libssl-dev libgl1-mesa-dev
    libqt6sql6-sqlite qt6-image-formats-plugins libsecret-1-0 fonts-inter fonts-dejavu-core"
