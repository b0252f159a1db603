// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preview/forum_look.h"

#include "support/settings.h"

namespace badgewright::ui {

const QList<int> &ForumLook::textSizes()
{
    static const QList<int> sizes{13, 14, 16, 18, 20};
    return sizes;
}

const QList<int> &ForumLook::widths()
{
    static const QList<int> all{320, 768, 1110};
    return all;
}

ForumLook ForumLook::read(const Settings &settings)
{
    ForumLook look;
    const auto oneOf = [](const QList<int> &all, int value, int otherwise) { return all.contains(value) ? value : otherwise; };
    look.pages = Pages(qBound(int(Both), settings.value(settings::kPlacesPages), int(Dark)));
    look.scale = qBound(1, settings.value(settings::kPlacesScale), 3);
    look.textSize = oneOf(textSizes(), settings.value(settings::kPlacesTextSize), look.textSize);
    look.width = oneOf(widths(), settings.value(settings::kPlacesWidth), look.width);
    const int version = settings.value(settings::kPlacesVersion);
    if (version >= int(artwork::ForumVersion::Before2023) && version <= int(artwork::ForumVersion::FromJune2026))
        look.version = artwork::ForumVersion(version);
    look.vision = artwork::Vision(qBound(0, settings.value(settings::kPlacesVision), int(artwork::Vision::Grey)));
    return look;
}

void ForumLook::keep(Settings *settings) const
{
    settings->set(settings::kPlacesPages, int(pages));
    settings->set(settings::kPlacesScale, scale);
    settings->set(settings::kPlacesTextSize, textSize);
    settings->set(settings::kPlacesWidth, width);
    settings->set(settings::kPlacesVersion, version ? int(*version) : settings::kPlacesVersion.fallback);
    settings->set(settings::kPlacesVision, int(vision));
}

} // namespace badgewright::ui
