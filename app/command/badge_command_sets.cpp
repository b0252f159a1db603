// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command/badge_command.h"

#include "app/command/apply_command.h"
#include "app/command/interrupt.h"
#include "app/command/badge_named.h"
#include "app/command/plan_summary.h"
#include "artwork/badge_set_file.h"
#include "runs/plan_file.h"
#include "support/worker_call.h"
#include "ui/badge_sets/awaited_designs.h"
#include "ui/badge_sets/import_plan.h"
#include "ui/badges/badge_draft.h"
#include "ui/words/error_words.h"
#include "ui/words/run_words.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

namespace badgewright {

using artwork::BadgeSet;
using artwork::SetAction;
using artwork::SetState;

namespace {

void tellProgress(PendingCall *call, const QString &what)
{
    QObject::connect(call, &PendingCall::progress, call, [what](qint64 done, qint64 total) {
        Console::progress(QStringLiteral("%1: %2 of %3").arg(what).arg(done).arg(total));
    });
}

QJsonObject toJson(const ui::ImportRow &row)
{
    return {{QStringLiteral("row"), row.badge.row},
            {QStringLiteral("name"), row.badge.name()},
            {QStringLiteral("state"), artwork::setStateName(row.match.state)},
            {QStringLiteral("existing"), row.match.existing},
            {QStringLiteral("changed"), QJsonArray::fromStringList(row.match.changedFields())},
            {QStringLiteral("why"), row.match.why},
            {QStringLiteral("remarks"), QJsonArray::fromStringList(row.badge.allRemarks())},
            {QStringLiteral("action"), artwork::setActionName(row.action)}};
}

} // namespace

// ---- out of a forum ----

void BadgeCommand::exportSet(const ForumPtr &forum, const BadgeCatalogue &catalogue)
{
    QList<Badge> badges;
    if (m_chosen.isEmpty()) {
        for (const Badge &badge : catalogue.badges) {
            if (!badge.system)
                badges << badge;
        }
    }
    for (const QString &name : std::as_const(m_chosen)) {
        const Badge *badge = badgeNamed(catalogue, name);
        if (!badge) {
            Console::note(QStringLiteral("There is no badge \"%1\".").arg(name));
            finish(kSomeFailed);
            return;
        }
        badges << *badge;
    }
    if (badges.isEmpty()) {
        Console::note(QStringLiteral("%1 has no badges of its own; --badge names others.").arg(forum->connection().address()));
        finish(kSomeFailed);
        return;
    }
    artwork::SetQuestions questions;
    for (const Badge &badge : std::as_const(badges)) {
        if (!badge.imageUrl.isEmpty())
            questions.pictures << badge.imageUrl;
    }
    auto *call = artwork::lookUpForSet(forum->badges(), questions, m_services->clock(), this);
    tellProgress(call, QStringLiteral("reading pictures"));
    call->then(this, [this, forum, catalogue, badges](const Result<artwork::SetAnswers> &answers) {
        if (answers)
            writeSet(forum, catalogue, badges, *answers);
        else
            failWith(answers.error(), forum->connection().address());
    });
}

void BadgeCommand::writeSet(const ForumPtr &forum, const BadgeCatalogue &catalogue, const QList<Badge> &badges, const artwork::SetAnswers &answers)
{
    const QString origin = forum->connection().base.toString();
    const QDateTime now = m_services->clock()->utcNow();
    const QString file = m_badge;
    takeAwaitedDesigns(forum);
    const artwork::DesignStore designs(m_services->designsFolder(), forum->connection().id);
    // What is left out is known before the file is written, and said after it.
    struct Written {
        QStringList remarks;
        QStringList notes;
    };
    auto *call = runLater<Written>(this, [=]() -> Result<Written> {
        const BadgeSet set = artwork::badgeSetOf(catalogue, badges, answers.pictures, designs, origin, now);
        return artwork::writeBadgeSet(set, file).map([&](const Done &) { return Written{set.remarks, set.notes}; });
    });
    call->then(this, [this, forum, badges, answers](const Result<Written> &written) {
        if (!written) {
            failWith(written.error(), forum->connection().address());
            return;
        }
        const QStringList remarks = written->remarks + written->notes;
        for (const QString &remark : remarks)
            Console::note(remark);
        if (answers.firstTrouble)
            Console::note(ui::words::sentence(*answers.firstTrouble, forum->connection().address()));
        if (m_json) {
            Console::json(QJsonDocument(QJsonObject{{QStringLiteral("file"), m_badge},
                                                    {QStringLiteral("badges"), int(badges.size())},
                                                    {QStringLiteral("remarks"), QJsonArray::fromStringList(remarks)}}));
        } else {
            Console::line(badges.size() == 1 ? QStringLiteral("1 badge is in %1.").arg(m_badge)
                                             : QStringLiteral("%1 badges are in %2.").arg(badges.size()).arg(m_badge));
        }
        finish(written->remarks.isEmpty() ? kAllDone : kSomeFailed);
    });
}

// ---- into a forum ----

void BadgeCommand::importSet(const ForumPtr &forum, const BadgeCatalogue &catalogue)
{
    const artwork::SetReading reading = ui::readingFor(forum->site());
    auto *call = runLater<BadgeSet>(this, [file = m_badge, reading] { return ui::readBadges(file, reading, {}); });
    call->then(this, [this, forum, catalogue](const Result<BadgeSet> &set) {
        if (!set) {
            failWith(set.error(), forum->connection().address());
            return;
        }
        for (const QString &remark : set->remarks)
            Console::note(remark);
        BadgeSet chosen = *set;
        if (!choose(&chosen))
            return;
        const auto questions = ui::questionsFor(chosen.badges, catalogue, forum->capabilities().may(Ability::SearchIcons));
        auto *look = artwork::lookUpForSet(forum->badges(), questions, m_services->clock(), this);
        tellProgress(look, QStringLiteral("looking at the forum"));
        look->then(this, [this, forum, catalogue, chosen](const Result<artwork::SetAnswers> &answers) {
            if (answers)
                compare(forum, catalogue, chosen, *answers);
            else
                failWith(answers.error(), forum->connection().address());
        });
    });
}

/// Only those that --badge names; false: one of them is not there, and it ended.
bool BadgeCommand::choose(BadgeSet *set)
{
    QList<artwork::SetBadge> kept;
    for (const QString &name : std::as_const(m_chosen)) {
        const auto found = std::find_if(set->badges.cbegin(), set->badges.cend(), [&](const artwork::SetBadge &badge) {
            return badge.name() == name || QString::number(badge.row) == name;
        });
        if (found == set->badges.cend()) {
            Console::note(QStringLiteral("There is no badge \"%1\" in %2.").arg(name, m_badge));
            finish(kSomeFailed);
            return false;
        }
        kept << *found;
    }
    if (!m_chosen.isEmpty())
        set->badges = kept;
    return true;
}

void BadgeCommand::compare(const ForumPtr &forum, const BadgeCatalogue &catalogue, const BadgeSet &set, const artwork::SetAnswers &answers)
{
    if (answers.firstTrouble)
        Console::note(QStringLiteral("Not everything could be compared. %1").arg(ui::words::sentence(*answers.firstTrouble, forum->connection().address())));
    auto *call = runLater<QList<artwork::PictureSameness>>(this, [=] { return Result<QList<artwork::PictureSameness>>(ui::comparePictures(set.badges, catalogue, answers)); });
    call->then(this, [this, forum, catalogue, set, answers](const Result<QList<artwork::PictureSameness>> &pictures) {
        QList<artwork::SetBadge> badges = set.badges;
        QList<ui::ImportRow> rows;
        for (qsizetype i = 0; i < badges.size(); ++i) {
            ui::remarkUnknownIcon(&badges[i], answers);
            ui::remarkNewGrouping(&badges[i], catalogue);
            ui::ImportRow row{badges.at(i), artwork::matchOf(badges.at(i), catalogue, pictures->at(i)), SetAction::Skip};
            row.action = m_existing == QLatin1String("update") && row.match.allows(SetAction::Update) ? SetAction::Update : row.match.usual();
            rows << row;
        }
        planFor(forum, catalogue, set, rows);
    });
}

void BadgeCommand::planFor(const ForumPtr &forum, const BadgeCatalogue &catalogue, const BadgeSet &set, const QList<ui::ImportRow> &rows)
{
    const runs::Plan plan = ui::planImport(forum, catalogue, rows, set, *m_services->clock());
    QJsonArray told;
    QList<QStringList> table;
    bool changed = false;
    for (const ui::ImportRow &row : rows) {
        m_heldBack = m_heldBack || row.match.state == SetState::Problem || row.match.state == SetState::NameClash;
        changed = changed || (row.match.state == SetState::Changed && row.action == SetAction::Skip);
        told << toJson(row);
        table << QStringList{QString::number(row.badge.row), artwork::setActionName(row.action), row.badge.name(),
                             QStringList{ui::stateWordsOf(row), row.badge.allRemarks().join(u' ')}.join(u' ').trimmed()};
    }
    if (m_json)
        m_report.insert(QStringLiteral("badges"), told);
    else
        Console::table({QStringLiteral("Row"), QStringLiteral("Action"), QStringLiteral("Name"), QStringLiteral("Compared with the forum")}, table);
    if (changed)
        Console::note(QStringLiteral("Badges that differ stay as they are on the forum; --existing update changes them."));
    for (const runs::Step &step : plan.steps) {
        if (step.wanted())
            continue;
        m_heldBack = true;
        Console::note(QStringLiteral("%1: %2").arg(step.recipient, ui::words::verdictWhole(step)));
    }
    if (!plan.wantedCount()) {
        Console::note(QStringLiteral("There is nothing to publish."));
        endImport(m_heldBack ? kSomeFailed : kAllDone);
        return;
    }
    if (!m_out.isEmpty()) {
        if (const auto saved = runs::savePlan(plan, m_out); !saved) {
            failWith(saved.error());
            return;
        }
        keepDesigns(forum, plan, rows);
        m_report.insert(QStringLiteral("plan"), m_out);
        Console::note(QStringLiteral("The plan is in %1.").arg(m_out));
        if (!m_yes && m_confirm.isEmpty()) {
            endImport(m_heldBack ? kSomeFailed : kAllDone);
            return;
        }
    }
    carryOutImport(forum, plan, rows);
}

void BadgeCommand::carryOutImport(const ForumPtr &forum, const runs::Plan &plan, const QList<ui::ImportRow> &rows)
{
    const QString address = forum->connection().address();
    const auto badges = std::count_if(plan.steps.cbegin(), plan.steps.cend(),
                                      [](const runs::Step &step) { return step.wanted() && step.type() == runs::StepType::PublishBadge; });
    const QString what = badges == 1 ? QStringLiteral("Publish 1 badge on %1").arg(address) : QStringLiteral("Publish %1 badges on %2").arg(badges).arg(address);
    if (const auto refusal = confirmAtTerminal(forum->connection(), what, m_yes, m_confirm)) {
        Console::note(*refusal);
        endImport(kUsage);
        return;
    }
    runs::Run *run = startRun(forum, plan);
    if (!run)
        return;
    keepDesigns(forum, plan, rows);
    tellNoPauses(); // the progress says it
    connect(run, &runs::Run::progressChanged, this, [run] {
        QString text = QStringLiteral("%1 of %2").arg(run->counts().over()).arg(run->counts().total);
        if (!run->paceNote().isEmpty())
            text += QStringLiteral(". ") + run->paceNote();
        Console::progress(text);
    });
    connect(new Interrupt(this), &Interrupt::asked, run, [run] {
        Console::note(QStringLiteral("Stopping after the current step; once more ends at once."));
        run->stopAfterCurrent();
    });
    connect(run, &runs::Run::idle, this, [this, run, address, forum] {
        const runs::RunState state = run->state();
        if (state != runs::RunState::Paused && state != runs::RunState::Stopped && state != runs::RunState::Done)
            return;
        run->disconnect(this);
        takeAwaitedDesigns(forum);
        for (const runs::StepRecord &step : run->steps()) {
            if (!step.words.isEmpty())
                Console::note(QStringLiteral("%1: %2").arg(step.recipient(), step.words));
        }
        m_report.insert(QStringLiteral("run"), run->id());
        m_report.insert(QStringLiteral("failed"), run->counts().failed());
        if (!m_json) {
            Console::line(QStringLiteral("Run %1: %2 of %3 done, %4 failed.")
                              .arg(run->id())
                              .arg(run->counts().over() - run->counts().failed())
                              .arg(run->counts().total)
                              .arg(run->counts().failed()));
        }
        if (state != runs::RunState::Done) {
            if (run->pauseError())
                Console::note(ui::words::sentence(*run->pauseError(), address));
            Console::note(QStringLiteral("Go on with: badgewright apply --resume %1").arg(run->id()));
            endImport(kStopped);
        } else {
            endImport(run->counts().failed() || m_heldBack ? kSomeFailed : kAllDone);
        }
    });
}

/// They wait for the badges that the plan makes.
void BadgeCommand::keepDesigns(const ForumPtr &forum, const runs::Plan &plan, const QList<ui::ImportRow> &rows)
{
    ui::AwaitedDesigns awaited({m_services->designsFolder(), forum->connection().id}, m_services->ledger());
    if (const auto kept = awaited.add(plan, rows); !kept)
        Console::note(QStringLiteral("The designs of the badges could not be kept. %1").arg(kept.error().detail));
}

/// Designs of badges that have come to the forum since are theirs.
void BadgeCommand::takeAwaitedDesigns(const ForumPtr &forum)
{
    ui::AwaitedDesigns({m_services->designsFolder(), forum->connection().id}, m_services->ledger()).settle(m_services->clock()->utcNow());
}

void BadgeCommand::endImport(int status)
{
    if (m_json)
        Console::json(QJsonDocument(m_report));
    finish(status);
}

} // namespace badgewright
