// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "forum/desks.h"
#include "ui/kit/search_field.h"

#include <QPointer>

class QCompleter;
class QStandardItemModel;

namespace badgewright::ui {

/// A field for one person: suggests accounts of the forum while one types, takes a whole username with Return.
class PersonField : public SearchField
{
    Q_OBJECT

public:
    /// The desk outlives the field. `placeholder` is also what a screen reader says.
    PersonField(PeopleDesk *people, const QString &placeholder, QWidget *parent = nullptr);
    /// The same on an AnswerHub forum; a profile address or an id is understood as well.
    PersonField(AwardDesk *awards, const QString &placeholder, QWidget *parent = nullptr);

    /// The account the text stands for; id 0 while it is not known.
    const Account &account() const { return m_account; }
    void setAccount(const Account &account);
    /// Whether a name typed whole is taken without Return, as in a filter. Not where the choice does something at once.
    void setTakesWholeNames(bool takes) { m_takesWholeNames = takes; }

Q_SIGNALS:
    /// A person was chosen; with an empty one the text does not stand for the chosen person any more, or was emptied.
    void chosen(const badgewright::Account &account);
    /// Return was pressed on a name that nobody has; the sentence says so.
    void notFound(const QString &sentence);

private:
    using Search = std::function<Call<QList<Account>> *(const QString &)>;
    using Exact = std::function<Call<Account> *(const QString &)>;
    PersonField(Search search, Exact exact, const QString &placeholder, QWidget *parent);
    void suggest(const QString &text);
    void accept(const Account &account);
    void resolveTyped();

    Search m_find;
    Exact m_exact;
    QStandardItemModel *m_suggestions;
    QCompleter *m_completer;
    Account m_account;
    bool m_takesWholeNames = true;
    QPointer<PendingCall> m_search;
};

} // namespace badgewright::ui
