// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/badges/badge_draft.h"
#include "ui/badges/field_locks.h"

#include <QScrollArea>

class QComboBox;

namespace badgewright::ui {

class AskUser;
class BadgeSwitches;
class ChoicePair;
class PictureSection;
class TextField;
class TextLabel;

/// Every field of one badge. It shows a draft and says what the person makes of it; what is done about pictures and
/// icons is asked for by the picture section's signals.
class BadgeEditor : public QScrollArea
{
    Q_OBJECT

public:
    BadgeEditor(AskUser *ask, QWidget *parent);

    /// Types and groupings to choose from.
    void setChoices(const BadgeCatalogue &catalogue);
    /// Fields that already show the same stay untouched, with their cursor.
    void setDraft(const BadgeDraft &draft, const FieldLocks &locks);
    /// What is wrong with its name; empty: nothing.
    void setNameProblem(const QString &sentence);
    void setFacts(const QString &holders);
    void focusName();
    void focusLongDescription();
    PictureSection *picture() const { return m_picture; }

Q_SIGNALS:
    void edited(const badgewright::ui::BadgeDraft &draft);

private:
    QWidget *makeTypeAndGrouping();
    void showGroupingProblem();
    void apply(const BadgeFields &fields);
    template <class Member, class Value> void change(Member member, const Value &value)
    {
        BadgeFields fields;
        fields.*member = value;
        apply(fields);
    }

    BadgeDraft m_draft;
    TextLabel *m_remark;
    PictureSection *m_picture;
    TextField *m_name;
    ChoicePair *m_pair;
    QComboBox *m_type;
    QComboBox *m_grouping;
    TextLabel *m_groupingProblem;
    TextField *m_description;
    TextField *m_longDescription;
    BadgeSwitches *m_switches;
};

} // namespace badgewright::ui
