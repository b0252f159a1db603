// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preview/forum_palette.h"

#include "support/settings.h"

namespace badgewright::ui {

using namespace Qt::StringLiterals;

ForumPalette::ForumPalette(Settings *settings, const QString &connectionId, QObject *parent)
    : QObject(parent), m_settings(settings), m_connectionId(connectionId)
{
    if (settings) {
        m_own = artwork::ForumColours::fromStrings(settings->forumValue(connectionId, u"colours"_s).toStringList());
        m_usesOwn = settings->forumValue(connectionId, u"ownColours"_s).toBool() && hasOwn();
    }
    m_tokens = m_usesOwn ? m_own.tokens() : artwork::PreviewColours();
}

void ForumPalette::setOwn(const artwork::ForumColours &colours)
{
    m_own = colours;
    if (m_settings)
        m_settings->setForumValue(m_connectionId, u"colours"_s, hasOwn() ? colours.toStrings() : QStringList());
    m_usesOwn = hasOwn();
    take();
}

void ForumPalette::setUsesOwn(bool own)
{
    if (m_usesOwn == own)
        return;
    m_usesOwn = own;
    take();
}

void ForumPalette::take()
{
    if (m_settings)
        m_settings->setForumValue(m_connectionId, u"ownColours"_s, m_usesOwn);
    m_tokens = m_usesOwn ? m_own.tokens() : artwork::PreviewColours();
    Q_EMIT changed();
}

} // namespace badgewright::ui
