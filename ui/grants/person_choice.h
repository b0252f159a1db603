// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "forum/desks.h"

#include <QWidget>

class QPushButton;

namespace badgewright::ui {

class ElidedLabel;
class PersonField;

/// Choices for one row whose account is not clear: "Use elmer_t", or a search.
class PersonChoice : public QWidget
{
    Q_OBJECT

public:
    PersonChoice(PeopleDesk *people, QWidget *parent);
    /// Hidden with an empty name.
    void offer(const QString &recipient, const QList<Account> &suggestions);
    void takeFocus();

Q_SIGNALS:
    void used(const QString &recipient, const badgewright::Account &account);
    /// The typed name is nobody's, as a sentence.
    void notFound(const QString &sentence);

private:
    void use(const Account &account);

    QString m_recipient;
    QList<Account> m_suggestions;
    ElidedLabel *m_words;
    QList<QPushButton *> m_buttons;
    PersonField *m_search;
};

} // namespace badgewright::ui
