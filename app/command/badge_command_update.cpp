// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command/badge_command.h"

#include "app/command/badge_named.h"
#include "ui/words/badge_words.h"

namespace badgewright {

void BadgeCommand::update(const ForumPtr &forum, const BadgeCatalogue &catalogue)
{
    const Badge *badge = badgeNamed(catalogue, m_badge);
    if (!badge) {
        Console::note(QStringLiteral("There is no badge \"%1\".").arg(m_badge));
        finish(kSomeFailed);
        return;
    }
    if (!takeGrouping(catalogue))
        return;
    m_before = *badge;
    const bool choosesIcon = !m_fields.icon.value_or(QString()).isEmpty();
    m_fields = difference(*badge, applied(*badge, m_fields)); // only what is new is sent
    if (refuseWhatHasNoEffect(*badge, catalogue) || !settleFace(*badge, choosesIcon))
        return;
    if (m_fields.icon && !m_fields.icon->isEmpty())
        checkIcon(forum);
    else
        preparePicture(forum);
}

/// True: it said why not, and ended. The forum would pass over it without a word.
bool BadgeCommand::refuseWhatHasNoEffect(const Badge &badge, const BadgeCatalogue &catalogue)
{
    if (badge.system) {
        QStringList fixed;
        QStringList translated;
        for (const QString &field : fieldNames(m_fields)) {
            if (catalogue.protectedSystemFields.contains(field))
                fixed << ui::words::badgeField(field);
            else if (field == QLatin1String("description") || field == QLatin1String("long_description"))
                translated << ui::words::badgeField(field);
        }
        if (!fixed.isEmpty())
            Console::note(QStringLiteral("%1 is one of the forum's own badges, and the forum fixes this about them: %2.").arg(badge.name, fixed.join(QStringLiteral(", "))));
        if (!translated.isEmpty()) {
            Console::note(QStringLiteral("%1 is one of the forum's own badges. Its texts come from the forum's translations and are changed there, under Customise, Text: %2.")
                              .arg(badge.name, translated.join(QStringLiteral(", "))));
        }
        if (!fixed.isEmpty() || !translated.isEmpty()) {
            Console::note(QStringLiteral("Nothing was sent."));
            finish(kUsage);
            return true;
        }
    }
    if (!m_fields.showInPostHeader.value_or(false))
        return false;
    const Badge wanted = applied(badge, m_fields);
    if (!wanted.listable || !wanted.showPosts.value_or(true)) {
        Console::note(QStringLiteral("Post headers show only badges that are listed and show the granting post; %1 does not. Nothing was sent. Add %2.")
                          .arg(badge.name, wanted.listable                    ? QStringLiteral("--show-posts")
                                           : wanted.showPosts.value_or(true) ? QStringLiteral("--listed")
                                                                              : QStringLiteral("--listed --show-posts")));
        finish(kUsage);
        return true;
    }
    if (!wanted.showPosts) {
        Console::note(QStringLiteral("Post headers show only badges that show the granting post. Whether %1 does is not readable with this key; --show-posts makes sure.").arg(badge.name));
    }
    return false;
}

/// A badge shows a picture or an icon: what is chosen takes the place of the other. False: it would have neither, and it ended.
bool BadgeCommand::settleFace(const Badge &badge, bool choosesIcon)
{
    const bool hasPicture = !badge.imageUrl.isEmpty();
    if (hasPicture && (choosesIcon || m_noImage)) {
        if (applied(badge, m_fields).icon.trimmed().isEmpty()) {
            Console::note(QStringLiteral("Without its picture %1 would show an empty box. Nothing was sent. Add --icon NAME.").arg(badge.name));
            finish(kUsage);
            return false;
        }
        m_fields.imageUploadId = 0;
        if (!m_noImage)
            Console::note(QStringLiteral("%1 has a picture, which would hide the icon. It is taken away.").arg(badge.name));
    }
    if (!m_image.isEmpty() && !hasPicture && !badge.icon.isEmpty()) {
        m_fields.icon = QString();
        Console::note(QStringLiteral("The picture takes the place of the icon \"%1\".").arg(badge.icon));
    }
    return true;
}

} // namespace badgewright
