// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/settings.h"

#include <QColor>
#include <QWidget>

class QButtonGroup;
class QGridLayout;
class QToolButton;

namespace badgewright::ui {

/// The colours of a community's brand and the ones used last, shared by every row on the screen and kept in the settings: the
/// brand's with its forum, the others for all.
class Palette : public QObject
{
    Q_OBJECT

public:
    static constexpr int kMostKept = 12;
    static constexpr int kMostUsed = 6;

    Palette(Settings *settings, const QString &forumId, QObject *parent);

    QList<QColor> kept() const { return m_kept; } ///< the brand's
    QList<QColor> used() const { return m_used; } ///< newest first, none of the kept and of the types'
    void keep(const QColor &colour);
    void forget(const QColor &colour);
    void use(const QColor &colour);

Q_SIGNALS:
    void changed();

private:
    void save();

    Setting<QStringList> ofForum() const;

    Settings *m_settings;
    QByteArray m_forumKey;
    QList<QColor> m_kept;
    QList<QColor> m_used;
};

/// Chooses a colour: gold, silver and bronze, the palette of the brand, the ones used last, or any other.
class ColourRow : public QWidget
{
    Q_OBJECT

public:
    ColourRow(const QString &name, Palette *palette, QWidget *parent);

    QColor colour() const { return m_colour; }
    void setColour(const QColor &colour); ///< without chosen()

Q_SIGNALS:
    void chosen(const QColor &colour);
    void settled();

private:
    void fill();
    void mark();
    void take(const QColor &colour);
    void openMenu();
    void openDialog();

    QString m_name;
    Palette *m_palette;
    QGridLayout *m_grid;
    QButtonGroup *m_group;
    QToolButton *m_more;
    QColor m_colour;
};

} // namespace badgewright::ui
