// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>

class QMimeData;
class QWidget;

namespace badgewright::ui {

/// Lets badge sets, tables, folders and pictures be dropped anywhere on a widget. What else is dragged there (a badge to
/// another grouping) goes on to the widget.
class BadgeFilesDrop final : public QObject
{
    Q_OBJECT

public:
    explicit BadgeFilesDrop(QObject *parent) : QObject(parent) {}
    /// Everything inside `root` that is there now.
    void watch(QWidget *root);
    void setEnabled(bool enabled) { m_enabled = enabled; }
    /// The files of it that may hold badges.
    static QStringList filesIn(const QMimeData *data);

Q_SIGNALS:
    void dropped(const QStringList &paths);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool m_enabled = true;
};

} // namespace badgewright::ui
