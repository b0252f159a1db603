// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/badge_sets/awaited_designs.h"

#include <QJsonDocument>

namespace badgewright::ui {

using artwork::SetAction;
using Stage = artwork::DesignStore::Stage;

namespace {

const QString kAwaited = QStringLiteral("plan-");

QString planPrefix(const QString &planId)
{
    return kAwaited + planId + u'-';
}

/// The badge that the step has made or changed; 0: it is not over, or came to nothing.
BadgeId badgeOf(const runs::StepRecord &record)
{
    const auto *publish = std::get_if<runs::PublishBadgeStep>(&record.step.what);
    if (!publish)
        return 0;
    switch (record.state) {
    case runs::StepState::Done:
    case runs::StepState::ReadBack:
    case runs::StepState::AlreadySo:
        return record.serverId ? record.serverId : publish->id;
    case runs::StepState::Waiting:
    case runs::StepState::Sending:
    case runs::StepState::NoEffect:
    case runs::StepState::Unconfirmed:
    case runs::StepState::Unknown:
    case runs::StepState::Failed:
        break;
    }
    return 0;
}

/// What the run will do to the badge's picture: known before it is carried out, so that the design can tell it later.
artwork::DrawnPicture sentBy(const runs::Plan &plan, const artwork::SetBadge &badge)
{
    artwork::DrawnPicture drawn = artwork::DrawnPicture::of(badge.picture->upload.bytes);
    for (const runs::Step &step : plan.steps) {
        const auto *publish = std::get_if<runs::PublishBadgeStep>(&step.what);
        if (!publish || step.row != badge.row)
            continue;
        drawn.onForum = artwork::ForumPicture::of(publish->before);
        drawn.awaited = publish->picture.has_value();
    }
    return drawn;
}

/// The badge as it was when the plan was made.
Badge beforeOf(const runs::Plan &plan, int row)
{
    for (const runs::Step &step : plan.steps) {
        const auto *publish = std::get_if<runs::PublishBadgeStep>(&step.what);
        if (publish && step.row == row)
            return publish->before;
    }
    return {};
}

} // namespace

AwaitedDesigns::AwaitedDesigns(const artwork::DesignStore &store, const runs::Ledger *ledger) : m_store(store), m_ledger(ledger) {}

Result<Done> AwaitedDesigns::add(const runs::Plan &plan, const QList<ImportRow> &rows)
{
    for (const ImportRow &row : rows) {
        if (row.action == SetAction::Skip || row.badge.design.isEmpty() || !row.badge.picture)
            continue;
        // Where the picture stays as it is, a drawing of one's own for it does, too.
        if (row.action == SetAction::Update && row.match.picture == artwork::PictureSameness::Same
            && m_store.isDesignOf(artwork::DesignStore::keyOf(row.match.existing), beforeOf(plan, row.badge.row)))
            continue;
        const Result<artwork::BadgeDesign> design = artwork::designFromJson(QJsonDocument(row.badge.design).toJson(QJsonDocument::Compact));
        if (!design)
            continue; // said when the set was read
        const QString key = planPrefix(plan.id) + QString::number(row.badge.row);
        if (const Result<Done> kept = m_store.keep(key, Stage::InUse, *design); !kept)
            return kept;
        if (const Result<Done> kept = m_store.keepPicture(key, sentBy(plan, row.badge)); !kept)
            return kept;
    }
    return Done{};
}

QList<BadgeId> AwaitedDesigns::settle(const QDateTime &now)
{
    QList<BadgeId> given;
    QHash<QString, QHash<int, BadgeId>> known; // by plan and row
    const QStringList keys = m_ledger ? m_store.keys(kAwaited) : QStringList();
    for (const QString &key : keys) {
        const QString planId = key.mid(kAwaited.size()).section(u'-', 0, -2);
        const auto runs = m_ledger->runs({{}, {}, 1, planId});
        if (!runs)
            return given; // later, when the ledger can be read
        const QDateTime since = m_store.keptAt(key);
        const bool tooOld = since.isValid() && since.daysTo(now) > kMostDays;
        if (runs->isEmpty()) {
            if (tooOld)
                m_store.remove(key, Stage::InUse);
            continue; // the plan lies in a file, and may be carried out yet
        }
        if (!known.contains(planId)) {
            QHash<int, BadgeId> &rows = known[planId];
            const auto steps = m_ledger->steps(runs->first().id);
            if (!steps)
                return given;
            for (const runs::StepRecord &record : *steps) {
                if (const BadgeId badge = badgeOf(record))
                    rows.insert(record.row(), badge);
            }
        }
        const BadgeId badge = known.value(planId).value(key.section(u'-', -1).toInt());
        const Result<artwork::BadgeDesign> design = m_store.read(key, Stage::InUse);
        // A failed step may be tried again: its design waits on.
        const QString to = artwork::DesignStore::keyOf(badge);
        if (!badge && tooOld)
            m_store.remove(key, Stage::InUse);
        if (!badge || !design || !m_store.keep(to, Stage::InUse, *design))
            continue;
        if (const auto drawn = m_store.picture(key))
            (void)m_store.keepPicture(to, *drawn); // the design is there all the same
        m_store.remove(key, Stage::InUse);
        given << badge;
    }
    return given;
}

} // namespace badgewright::ui
