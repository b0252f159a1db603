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

/// Deleting badges: offers to save who holds them, says what vanishes, asks, and carries it out as one run. Nothing is
/// deleted before the holders are in the file, where they are wanted there.
class BadgeRemoval final : public QObject
{
    Q_OBJECT

public:
    /// `over`: where the questions stand; also the parent.
    BadgeRemoval(const PageContext &context, Notice *notice, QWidget *over);

    /// `besides`: one more sentence about what goes with it or stays; may be empty.
    void remove(const QList<Badge> &badges, const QString &besides);
    bool isBusy() const;

Q_SIGNALS:
    void busyChanged();
    void removed(badgewright::BadgeId id);
    void ledgerWanted(int runId);

private:
    using GoOn = std::function<Result<Done>(const runs::Holdings &)>;
    bool isOne() const { return m_badges.size() == 1; }
    bool isReadable(const Badge &badge) const;
    QString whyNotSaved() const;
    int grants() const;
    void countHolders();
    void offerToSave();
    void askForFile();
    void saveHolders(const QString &path);
    void readHolders(const QList<BadgeId> &ids, const GoOn &goOn, const QString &failure);
    void readNext(QList<BadgeId> ids, const runs::Holdings &soFar, const GoOn &goOn, const QString &failure);
    void confirm(const QString &saved);
    void setAsking(bool asking);

    PageContext m_context;
    Notice *m_notice;
    QWidget *m_over;
    RunErrand *m_errand;
    QList<Badge> m_badges;
    QString m_besides;
    QString m_savedIn; ///< the file with the holders; empty: they were not saved
    QPointer<PendingCall> m_reading;
    bool m_asking = false; ///< from the first question until the run's own
};

} // namespace badgewright::ui
