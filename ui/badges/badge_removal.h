// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runs/holdings.h"
#include "ui/shell/page.h"

#include <QPointer>

#include <functional>

namespace badgewright::ui {

class Notice;
class RunErrand;

/// Deleting a badge: offers to save who holds it, says what vanishes, asks, and carries it out as a run. Nothing is deleted
/// before the holders are in the file, where they are wanted there. One badge at a time.
class BadgeRemoval final : public QObject
{
    Q_OBJECT

public:
    /// `over`: where the questions stand; also the parent.
    BadgeRemoval(const PageContext &context, Notice *notice, QWidget *over);

    /// `besides`: one more sentence about what goes with it; may be empty.
    void remove(const Badge &badge, const QString &besides);
    bool isBusy() const;

Q_SIGNALS:
    void busyChanged();
    void removed(badgewright::BadgeId id);
    void ledgerWanted(int runId);

private:
    void countHolders();
    void offerToSave();
    void askForFile();
    void saveHolders(const QString &path);
    void readHolders(std::function<Result<Done>(const runs::Holdings &)> goOn, const QString &failure);
    void confirm(const QString &saved);
    void setAsking(bool asking);

    PageContext m_context;
    Notice *m_notice;
    QWidget *m_over;
    RunErrand *m_errand;
    Badge m_badge;
    QString m_besides;
    QPointer<PendingCall> m_reading;
    bool m_asking = false; ///< from the first question until the run's own
};

} // namespace badgewright::ui
