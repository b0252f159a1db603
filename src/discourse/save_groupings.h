// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "discourse/session.h"
#include "forum/badge.h"

namespace badgewright::discourse {

/// Saving groupings safely: the forum overwrites its whole list and says nothing when it leaves something out. So the
/// list is read again right before, compared with what the person saw, and the answer with what was wanted.
///
/// POST /admin/badges/badge_groupings.json with ids[] and names[] in display order; unknown ids make new ones.
class SaveGroupings : public QObject
{
    Q_OBJECT

public:
    static Call<QList<Grouping>> *run(Session *session, const QList<Grouping> &wanted, const QList<Grouping> &basis);

private:
    SaveGroupings(Session *session, const QList<Grouping> &wanted, const QList<Grouping> &basis, Call<QList<Grouping>> *call);
    void readAgain();
    void compareWithForum(const BadgeCatalogue &now);
    void save();

    Session *m_session;
    QList<Grouping> m_wanted;
    QList<Grouping> m_basis;
    Call<QList<Grouping>> *m_call;
};

} // namespace badgewright::discourse
