// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QButtonGroup;

namespace badgewright::ui {

/// The colours a connection can have, by which a person tells forums apart at a glance.
struct ConnectionColour {
    QString value; ///< "#1e9e6a"
    QString name;  ///< "Green"
};
QList<ConnectionColour> connectionColours();

class ColourPicker : public QWidget
{
    Q_OBJECT

public:
    explicit ColourPicker(QWidget *parent = nullptr);
    QString colour() const;
    /// A colour not among ours shows as none chosen, and stays what it was.
    void setColour(const QString &value);

Q_SIGNALS:
    void colourChanged(const QString &value);

private:
    QButtonGroup *m_group;
    QString m_colour;
};

} // namespace badgewright::ui
