// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "artwork/forum_colours.h"

#include <QObject>

namespace badgewright {
class Settings;
}

namespace badgewright::ui {

/// The colours that badges of one forum are shown in: a forum's defaults, or its own as the person entered them. They are
/// kept with the connection, whoever shows them.
class ForumPalette : public QObject
{
    Q_OBJECT

public:
    /// `settings` may be null: then nothing is kept. It outlives this.
    ForumPalette(Settings *settings, const QString &connectionId, QObject *parent);

    const artwork::PreviewColours &colours() const { return m_tokens; } ///< those in use
    bool usesOwn() const { return m_usesOwn; }
    bool hasOwn() const { return m_own != artwork::ForumColours(); }
    const artwork::ForumColours &own() const { return m_own; } ///< the defaults while none were entered
    /// Defaults are taken as "no colours of its own".
    void setOwn(const artwork::ForumColours &colours);
    void setUsesOwn(bool own);

Q_SIGNALS:
    void changed();

private:
    void take();

    Settings *m_settings;
    QString m_connectionId;
    artwork::ForumColours m_own;
    bool m_usesOwn = false;
    artwork::PreviewColours m_tokens;
};

} // namespace badgewright::ui
