// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/badges/grouping_changes.h"

#include "runs/planner.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace badgewright::ui {

namespace {

struct GroupingWords {
    Q_DECLARE_TR_FUNCTIONS(badgewright::ui::GroupingChanges)
};

template <class List> auto findById(List &list, GroupingId id)
{
    return std::find_if(list.begin(), list.end(), [id](const auto &one) {
        if constexpr (std::is_same_v<std::decay_t<decltype(one)>, GroupingRow>)
            return one.grouping.id == id;
        else
            return one.id == id;
    });
}

QList<Grouping> wantedList(const QList<GroupingRow> &rows)
{
    QList<Grouping> wanted;
    for (const GroupingRow &row : rows) {
        if (row.removed)
            continue;
        Grouping grouping = row.grouping;
        grouping.name = grouping.name.trimmed();
        if (row.isNew())
            grouping.id = -1;
        wanted << grouping;
    }
    return wanted;
}

QList<GroupingId> orderOf(const QList<Grouping> &list, const QSet<GroupingId> &among)
{
    QList<GroupingId> order;
    for (const Grouping &one : list) {
        if (among.contains(one.id))
            order << one.id;
    }
    return order;
}

QSet<GroupingId> idsOf(const QList<Grouping> &list)
{
    QSet<GroupingId> ids;
    for (const Grouping &one : list)
        ids.insert(one.id);
    return ids;
}

/// The badges that have to leave before the list is saved.
QList<std::pair<Badge, GroupingId>> movesOf(const QList<GroupingRow> &rows, const BadgeCatalogue &catalogue)
{
    QList<std::pair<Badge, GroupingId>> moves;
    for (const GroupingRow &row : rows) {
        if (!row.removed || row.isNew())
            continue;
        for (const Badge &badge : catalogue.badges) {
            if (badge.groupingId == row.grouping.id)
                moves.append({badge, row.movesTo});
        }
    }
    return moves;
}

} // namespace

QList<GroupingRow> groupingRows(const QList<Grouping> &onForum)
{
    QList<GroupingRow> rows;
    for (const Grouping &grouping : onForum)
        rows << GroupingRow{grouping, grouping.name, false, 0};
    return rows;
}

QString whyFixed(const Grouping &grouping)
{
    return grouping.system ? GroupingWords::tr("“%1” belongs to the forum: it can be moved in the list, but neither renamed nor removed.").arg(grouping.name)
                           : QString();
}

bool changesAnything(const QList<GroupingRow> &rows, const QList<Grouping> &onForum)
{
    const QList<Grouping> wanted = wantedList(rows);
    const bool adds = std::any_of(wanted.cbegin(), wanted.cend(), [](const Grouping &one) { return one.id < 0; });
    return adds || !sameGroupings(wanted, onForum);
}

QString problemWith(const QList<GroupingRow> &rows)
{
    const QList<Grouping> wanted = wantedList(rows);
    QSet<QString> names;
    for (const Grouping &grouping : wanted) {
        // The forum would take it, and nobody could tell the two apart.
        if (names.contains(grouping.name.toCaseFolded()) && !grouping.name.isEmpty())
            return GroupingWords::tr("Two groupings are called “%1”.").arg(grouping.name);
        names.insert(grouping.name.toCaseFolded());
    }
    return groupingsProblem(wanted);
}

QString whatSavingDoes(const QList<GroupingRow> &rows, const BadgeCatalogue &catalogue)
{
    QStringList added, renamed, removed, sentences;
    for (const GroupingRow &row : rows) {
        if (row.removed)
            removed << GroupingWords::tr("“%1”").arg(row.nameBefore);
        else if (row.isNew())
            added << GroupingWords::tr("“%1”").arg(row.grouping.name.trimmed());
        else if (row.isRenamed())
            renamed << GroupingWords::tr("“%1” to “%2”").arg(row.nameBefore, row.grouping.name.trimmed());
    }
    const QString comma = QStringLiteral(", ");
    if (const auto moves = movesOf(rows, catalogue); !moves.isEmpty())
        sentences << GroupingWords::tr("First %n badge(s) move to another grouping.", nullptr, int(moves.size()));
    if (!added.isEmpty())
        sentences << GroupingWords::tr("Added: %1.").arg(added.join(comma));
    if (!renamed.isEmpty())
        sentences << GroupingWords::tr("Renamed: %1.").arg(renamed.join(comma));
    if (!removed.isEmpty())
        sentences << GroupingWords::tr("Removed: %1.").arg(removed.join(comma));
    const QSet<GroupingId> common = idsOf(wantedList(rows)) & idsOf(catalogue.groupings);
    if (orderOf(wantedList(rows), common) != orderOf(catalogue.groupings, common))
        sentences << GroupingWords::tr("The order changes.");
    return sentences.join(u' ');
}

QStringList whatOthersDid(const QList<Grouping> &before, const QList<Grouping> &now)
{
    QStringList sentences;
    for (const Grouping &one : now) {
        const auto old = findById(before, one.id);
        if (old == before.end())
            sentences << GroupingWords::tr("“%1” was added.").arg(one.name);
        else if (old->name != one.name)
            sentences << GroupingWords::tr("“%1” is called “%2” now.").arg(old->name, one.name);
    }
    for (const Grouping &one : before) {
        if (findById(now, one.id) == now.end())
            sentences << GroupingWords::tr("“%1” was removed.").arg(one.name);
    }
    const QSet<GroupingId> common = idsOf(before) & idsOf(now);
    if (orderOf(before, common) != orderOf(now, common))
        sentences << GroupingWords::tr("The order is another.");
    return sentences;
}

QList<GroupingRow> laidOver(const QList<GroupingRow> &rows, const QList<Grouping> &before, const QList<Grouping> &now)
{
    const QSet<GroupingId> common = idsOf(before) & idsOf(now);
    QList<Grouping> mineWithRemoved;
    for (const GroupingRow &row : rows)
        mineWithRemoved << row.grouping;
    const bool mineOrder = orderOf(mineWithRemoved, common) != orderOf(before, common);

    // Theirs, with my names and removals; in my order where I changed it.
    QList<GroupingRow> result = groupingRows(now);
    for (GroupingRow &row : result) {
        const auto mine = findById(rows, row.grouping.id);
        if (mine == rows.end())
            continue;
        if (mine->isRenamed())
            row.grouping.name = mine->grouping.name;
        row.removed = mine->removed;
        row.movesTo = mine->movesTo;
    }
    if (mineOrder) {
        const QList<GroupingId> order = orderOf(mineWithRemoved, common);
        QList<GroupingRow> pool = result;
        qsizetype next = 0;
        for (GroupingRow &row : result) {
            if (common.contains(row.grouping.id))
                row = *findById(pool, order.at(next++));
        }
    }
    // What I add comes after what it came after.
    for (qsizetype i = 0; i < rows.size(); ++i) {
        if (!rows.at(i).isNew())
            continue;
        qsizetype at = 0;
        for (qsizetype j = i - 1; j >= 0 && at == 0; --j) {
            const auto neighbour = findById(result, rows.at(j).grouping.id);
            if (neighbour != result.end())
                at = neighbour - result.begin() + 1;
        }
        result.insert(i == 0 || at ? at : result.size(), rows.at(i));
    }
    // Somebody removed where the badges were to go.
    for (GroupingRow &row : result) {
        const auto target = findById(result, row.movesTo);
        if (row.removed && (target == result.end() || target->removed))
            row = GroupingRow{row.grouping, row.nameBefore, false, 0};
    }
    return result;
}

runs::Plan planGroupingChanges(const ForumPtr &forum, const QList<GroupingRow> &rows, const BadgeCatalogue &catalogue, const Clock &clock)
{
    QList<runs::PublishBadgeStep> moves;
    for (const auto &[badge, target] : movesOf(rows, catalogue)) {
        runs::PublishBadgeStep step;
        step.id = badge.id;
        step.before = badge;
        step.fields.groupingId = target;
        step.nameGroupings(catalogue.groupings);
        moves << step;
    }
    runs::Plan plan = runs::planGroupings(forum, wantedList(rows), catalogue.groupings, clock);
    if (moves.isEmpty())
        return plan;
    QList<runs::Step> first = runs::planPublish(forum, moves, clock).steps;
    for (runs::Step &step : first) {
        const auto &move = std::get<runs::PublishBadgeStep>(step.what);
        if (move.before.system && catalogue.protectedSystemFields.contains(QLatin1String("badge_grouping_id"))) {
            step.verdict = runs::Verdict::NotAllowed;
            step.verdictDetail = GroupingWords::tr("The forum fixes the grouping of its own badges.");
        }
    }
    plan.steps = first + plan.steps;
    return plan;
}

} // namespace badgewright::ui
