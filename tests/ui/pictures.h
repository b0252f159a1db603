// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QWidget>

namespace badgewright::test {

/// Pictures for the eye go to the folder $BADGEWRIGHT_PICTURES, or nowhere.
inline void keepPicture(QWidget *widget, const QString &name)
{
    const QString folder = qEnvironmentVariable("BADGEWRIGHT_PICTURES");
    if (folder.isEmpty())
        return;
    QDir().mkpath(folder);
    widget->grab().save(QStringLiteral("%1/%2-%3x.png").arg(folder, name).arg(widget->devicePixelRatioF()));
}

} // namespace badgewright::test
