// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/badges/picture_source.h"

#include <QObject>

class QWidget;

namespace badgewright::ui {

/// Lets pictures be dropped anywhere on a widget, also on the text fields in it, which would otherwise take the file's
/// address as text.
class PictureDrop : public QObject
{
    Q_OBJECT

public:
    explicit PictureDrop(QObject *parent) : QObject(parent) {}
    /// Everything inside `root` that is there now.
    void watch(QWidget *root);
    void setEnabled(bool enabled) { m_enabled = enabled; }

Q_SIGNALS:
    void dropped(const badgewright::ui::PictureSource &source);
    /// A picture is held over the widget, or no longer.
    void hovering(bool yes);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool m_enabled = true;
};

} // namespace badgewright::ui
