// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/grants/grant_flow.h"

#include <QDialog>
#include <QPixmap>

class QPushButton;
class QStackedWidget;

namespace badgewright::ui {

class ElidedLabel;
class GrantMatchPage;
class GrantReviewPage;
class GrantSourcePage;
class HeaderBar;
class RunView;
class Spinner;
class StepTrail;

/// Gives a badge to people, or takes it back from them: Source → Match → Review → Run → Result, in a window of its own that does not block the
/// others. Closing it while the run goes leaves the run going; it is in the ledger.
class GrantDialog : public QDialog
{
    Q_OBJECT

public:
    /// Without badges the first page asks for one.
    GrantDialog(const PageContext &context, const QList<Badge> &badges, const QPixmap &picture = {}, QWidget *parent = nullptr,
                GrantFlow::Purpose purpose = GrantFlow::Purpose::Grant);
    ~GrantDialog() override;

    GrantFlow *flow() const { return m_flow; }
    /// People are named, and neither the ledger nor a plan file has them yet.
    bool hasUnsaved() const;
    /// Whether one of these is open with people named in it.
    static bool anyUnsaved(const QList<QPointer<GrantDialog>> &dialogs);

protected:
    void closeEvent(QCloseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void listen();
    void takeFocus();
    void dress();
    void dressButtons();
    QString grantWords() const;
    QString revokeWords() const;
    QString fitting(const QString &name) const;
    void goOn();
    void goBack();
    void confirmAndStart();
    void showError(const Error &error);
    void savePlan();
    void saveFailedRows();

    GrantFlow *m_flow;
    HeaderBar *m_header;
    QPixmap m_picture;         ///< of the badge below
    BadgeId m_pictured = 0;
    StepTrail *m_trail;
    QStackedWidget *m_pages;
    GrantSourcePage *m_source;
    GrantMatchPage *m_match;
    GrantReviewPage *m_review;
    RunView *m_run;
    Spinner *m_spinner;
    ElidedLabel *m_hint;
    QPushButton *m_save;
    QPushButton *m_back;
    QPushButton *m_second; ///< Stop, Failed rows
    QPushButton *m_next;
    QByteArray m_savedPlan; ///< as it is in the file
    bool m_closeAsked = false;
};

} // namespace badgewright::ui
