// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "artwork/badge_preview_metrics.h"
#include "artwork/vision.h"

#include <optional>

namespace badgewright {
class Settings;
}

namespace badgewright::ui {

/// How a person wants to see the pages of a forum; remembered.
struct ForumLook {
    enum Pages { Both, Light, Dark };
    Pages pages = Both;
    int scale = 1; ///< 1 to 3
    int textSize = 16;
    int width = 1110; ///< of the browser's window, px
    std::optional<artwork::ForumVersion> version; ///< none: the forum's own
    artwork::Vision vision = artwork::Vision::Usual;

    static const QList<int> &textSizes();
    static const QList<int> &widths();
    /// Nonsense in the file is not taken.
    static ForumLook read(const Settings &settings);
    void keep(Settings *settings) const;
    bool operator==(const ForumLook &) const = default;
};

} // namespace badgewright::ui
