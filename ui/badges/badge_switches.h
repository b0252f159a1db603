// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "forum/badge.h"
#include "ui/badges/field_locks.h"

#include <QWidget>

namespace badgewright::ui {

class CheckRow;
class TextLabel;

/// "Who sees it" and "How it is given": everything about a badge that is either so or not.
class BadgeSwitches : public QWidget
{
    Q_OBJECT

public:
    explicit BadgeSwitches(QWidget *parent = nullptr);

    void setBadge(const Badge &badge, const FieldLocks &locks);
    /// What several have in common; where they differ it is neither on nor off. `locks`: of each.
    void setBadges(const QList<Badge> &badges, const QList<FieldLocks> &locks);
    /// "12 holders · last granted 3 days ago"; empty hides it.
    void setFacts(const QString &text);

Q_SIGNALS:
    /// The person has switched something; `change` has the one field.
    void switched(const badgewright::BadgeFields &change);

private:
    void add(QWidget *column, const QString &text, const QString &field, std::optional<bool> BadgeFields::*member);

    struct Row {
        CheckRow *row;
        QString field;
        std::optional<bool> BadgeFields::*member;
    };
    QList<Row> m_rows;
    TextLabel *m_facts;
};

} // namespace badgewright::ui
