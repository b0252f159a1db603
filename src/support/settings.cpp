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

} // namespace badgewright
