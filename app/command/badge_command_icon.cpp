// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command/badge_command.h"

#include "app/command/apply_command.h"
#include "artwork/icon_suggestions.h"
#include "ui/words/error_words.h"

namespace badgewright {

void BadgeCommand::checkIcon(const ForumPtr &forum)
{
    // The forum takes any name, and shows nothing for one that it does not know.
    ask<Icon>([this, forum] { return forum->badges()->icon(*m_fields.icon); }, [this, forum](const Result<Icon> &icon) {
        if (icon) {
            preparePicture(forum);
            return;
        }
        const QString address = forum->connection().address();
        if (icon.error().kind != ErrorKind::NotFound) {
            Console::note(QStringLiteral("Whether %1 has the icon \"%2\" could not be checked. %3")
                              .arg(address, *m_fields.icon, ui::words::sentence(icon.error(), address)));
            insistOnIcon(forum);
            return;
        }
        Console::note(QStringLiteral("%1 has no icon \"%2\" (%3): the badge would show blank there.")
                          .arg(address, *m_fields.icon,
                               icon.error().httpStatus ? QStringLiteral("it answered %1").arg(icon.error().httpStatus) : icon.error().detail));
        const bool maySearch = forum->capabilities().may(Ability::SearchIcons);
        artwork::suggestIcons(forum->badges(), *m_fields.icon, maySearch, {}, this)->then(this, [this, forum](const Result<QList<Icon>> &icons) {
            QStringList near;
            for (const Icon &one : icons.value_or(QList<Icon>()))
                near << one.name;
            if (!near.isEmpty())
                Console::note(QStringLiteral("Near it are: %1.").arg(near.join(QStringLiteral(", "))));
            insistOnIcon(forum);
        });
    });
}

void BadgeCommand::insistOnIcon(const ForumPtr &forum)
{
    QString answer;
    if (m_yes || (Console::ask(QStringLiteral("Go on with this icon? (yes/no)"), &answer) && saysYes(answer))) {
        preparePicture(forum);
        return;
    }
    Console::note(QStringLiteral("Nothing was sent. Choose another icon, or add --yes."));
    finish(kUsage);
}

} // namespace badgewright
