// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runs/plan.h"
#include "ui/shell/page.h"

#include <QPointer>

namespace badgewright {
class PendingCall;
}

namespace badgewright::ui {

class Notice;
class PlanReviewDialog;

/// A saved plan on its way to a run: read, held against the forum, shown for the yes, started. One at a time; another
/// takes its place until the yes. What stands in its way is said in the notice, and nothing else happens.
class PlanOpening final : public QObject
{
    Q_OBJECT

public:
    /// `over`: where questions stand; also the parent. The notice outlives this.
    PlanOpening(const PageContext &context, Notice *notice, QWidget *over);

    /// Asks for the file first.
    void choose();
    void open(const QString &path);
    bool isBusy() const { return m_busy; }

Q_SIGNALS:
    void busyChanged();
    void started(int runId);

private:
    void check(const runs::Plan &plan, const QString &path);
    void show(const runs::Plan &plan, const QString &path);
    void refuse(const Error &error, const QString &path);
    void setBusy(bool busy);

    PageContext m_context;
    Notice *m_notice;
    QWidget *m_over;
    QPointer<PendingCall> m_call;
    QPointer<PlanReviewDialog> m_review;
    bool m_busy = false;
};

} // namespace badgewright::ui
