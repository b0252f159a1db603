// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <array>
#include <compare>

namespace badgewright::discourse {

/// A Discourse version as its server spells it: "3.5.0.beta9-dev", "3.1.0", "2026.9.0-latest". Compared by number, a
/// beta before its release. One that could not be read is unknown and older than all.
class Version
{
public:
    Version() = default;
    Version(int major, int minor, int patch = 0, int beta = kRelease) : m_parts{major, minor, patch, beta} {}
    static Version parse(const QString &text);

    bool isKnown() const { return m_parts[0] > 0; }
    auto operator<=>(const Version &) const = default;

private:
    static constexpr int kRelease = 1 << 20;
    std::array<int, 4> m_parts{};
};

} // namespace badgewright::discourse
