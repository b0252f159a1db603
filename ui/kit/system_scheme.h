// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QDBusVariant;

namespace badgewright::ui {

/// Whether the desktop is dark: by its portal where there is one, else by the palette it gave us at the start.
class SystemScheme : public QObject
{
    Q_OBJECT

public:
    /// Make it before our own palette is set.
    explicit SystemScheme(QObject *parent);
    bool isDark() const { return m_dark; }

Q_SIGNALS:
    void changed();

private Q_SLOTS:
    // A slot by name: QtDBus connects no other way.
    void settingChanged(const QString &group, const QString &key, const QDBusVariant &value);

private:
    bool m_dark = false;
};

} // namespace badgewright::ui
