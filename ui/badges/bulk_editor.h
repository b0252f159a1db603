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

/// What several badges have in common, and what is set for all of them at once. Only what the person touches changes; where
/// they differ the field says so. What is done about pictures and icons is asked for by the picture section's signals.
class BulkEditor : public QScrollArea
{
    Q_OBJECT

public:
    BulkEditor(AskUser *ask, QWidget *parent);

    /// Types and groupings to choose from.
    void setChoices(const BadgeCatalogue &catalogue);
    /// `locks`: of each draft.
    void setDrafts(const QList<BadgeDraft> &drafts, const QList<FieldLocks> &locks);
    PictureSection *picture() const { return m_picture; }

Q_SIGNALS:
    /// The one field that is to be so for all of them, as far as it is not locked.
    void edited(const badgewright::BadgeFields &change);

private:
    template <class Member, class Value> void change(Member member, const Value &value)
    {
        BadgeFields fields;
        fields.*member = value;
        Q_EMIT edited(fields);
    }
    QString remarkOf(const QList<BadgeDraft> &drafts, const QList<FieldLocks> &locks) const;

    TextLabel *m_title;
    TextLabel *m_remark;
    PictureSection *m_picture;
    ChoicePair *m_pair;
    QComboBox *m_type;
    QComboBox *m_grouping;
    TextField *m_description;
    TextField *m_longDescription;
    BadgeSwitches *m_switches;
};

/// Why a field can be set for none of them; empty: it can for one at least.
QString lockedForAll(const QList<FieldLocks> &locks, const QString &field);

/// Of a change for several badges what may be done to this one.
BadgeFields unlocked(const BadgeFields &change, const FieldLocks &locks);

} // namespace badgewright::ui
