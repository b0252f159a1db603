// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/settings.h"

namespace badgewright {

using namespace Qt::StringLiterals;

Settings::Settings(const QString &file) : m_file(file, QSettings::IniFormat)
{
}

QByteArray Settings::layout(const QString &name) const
{
    return m_file.value("layout/"_L1 + name).toByteArray();
}

void Settings::setLayout(const QString &name, const QByteArray &state)
{
    m_file.setValue("layout/"_L1 + name, state);
}

QVariant Settings::forumValue(const QString &connectionId, const QString &name) const
{
    return m_file.value("forum/"_L1 + connectionId + u'/' + name);
}

void Settings::setForumValue(const QString &connectionId, const QString &name, const QVariant &value)
{
    m_file.setValue("forum/"_L1 + connectionId + u'/' + name, value);
}

void Settings::forgetForum(const QString &connectionId)
{
    // Without an id that would be all forums.
    if (!connectionId.isEmpty())
        m_file.remove("forum/"_L1 + connectionId);
}

} // namespace badgewright
