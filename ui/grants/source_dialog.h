// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "people/people_set.h"
#include "people/people_source.h"
#include "ui/shell/page.h"

#include <QDialog>
#include <QPointer>

class QComboBox;
class QLineEdit;
class QPushButton;

namespace badgewright::ui {

class ChoiceList;
class ElidedLabel;
class GrantSource;
class Notice;
class ParameterForm;
class TextLabel;

/// Chooses people of the forum: the members of a group, who holds a badge, who wrote in a topic, who liked a post, a report;
/// or another table. Gives the source; whoever asked reads it.
class SourceDialog : public QDialog
{
    Q_OBJECT

public:
    /// `hasBeginning`: there are people already, so it is asked how these go together with them.
    SourceDialog(const PageContext &context, bool hasBeginning, QWidget *parent);

Q_SIGNALS:
    void chosen(badgewright::people::SetOperator how, const badgewright::people::SourceSpec &spec);

protected:
    void accept() override;

private:
    void layOut();
    people::SourceKind kind() const;
    bool isLinked() const;
    void changeKind();
    void chooseFile();
    void fileChanged();
    void dropQuestion();
    /// Fills the list of groups, badges or reports.
    void fill();
    void showGroups(const QList<PeopleGroup> &groups);
    void showBadges(const BadgeCatalogue &catalogue);
    void showReports(const QList<Report> &reports);
    void addChoice(const QString &title, const QString &remark, const QVariant &key, const QString &name);
    void choiceChanged();
    void readParameters(qint64 report);
    people::SourceSpec spec() const;
    void judge();
    template <class T, class F> void ask(Call<T> *call, const QString &what, F &&answered);

    PageContext m_context;
    QComboBox *m_kind;
    TextLabel *m_howLabel;
    QComboBox *m_how;
    QWidget *m_listPart;
    ChoiceList *m_list;
    ParameterForm *m_parameters;
    QWidget *m_linkPart;
    QLineEdit *m_link;
    QWidget *m_filePart;
    QPushButton *m_choose;
    ElidedLabel *m_fileWords;
    GrantSource *m_file;
    Notice *m_notice;
    QPushButton *m_add;
    QPointer<PendingCall> m_asking;
    qint64 m_report = 0; ///< whose parameters are shown
    bool m_denied = false;
    bool m_askingParameters = false;
};

} // namespace badgewright::ui
