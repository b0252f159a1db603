// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "artwork/set_look_up.h"
#include "ui/shell/page.h"

namespace badgewright::ui {

class Notice;

/// Writes badges of the forum to a badge set: asks which and where to, reads their pictures, says what came of it in the
/// page's notice. One at a time.
class SetExport final : public QObject
{
    Q_OBJECT

public:
    /// `over`: where the questions stand; also the parent.
    SetExport(const PageContext &context, Notice *notice, QWidget *over);

    /// `selected`: what the person has chosen in the list; may be none or all.
    void run(const BadgeCatalogue &catalogue, const QList<BadgeId> &selected);
    bool isBusy() const { return m_busy; }

Q_SIGNALS:
    void busyChanged();

private:
    void askWhere(const BadgeCatalogue &catalogue, const QList<Badge> &badges);
    void read(const BadgeCatalogue &catalogue, const QList<Badge> &badges, const QString &path);
    void write(const BadgeCatalogue &catalogue, const QList<Badge> &badges, const QString &path, const artwork::SetAnswers &answers);
    void setBusy(bool busy);

    PageContext m_context;
    Notice *m_notice;
    QWidget *m_over;
    bool m_busy = false;
};

} // namespace badgewright::ui
