// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/badge_sets/import_flow.h"

#include "support/clock.h"
#include "support/worker_call.h"
#include "ui/badge_sets/import_judge.h"

#include <QFileInfo>
#include <QTimer>

#include <algorithm>
#include <utility>

namespace badgewright::ui {

using artwork::PictureSameness;
using artwork::SetAction;
using artwork::SetState;

namespace {
constexpr int kTick = 100; // ms between two looks at how far the reader is
}

ImportFlow::ImportFlow(const PageContext &context, const QStringList &paths, const artwork::DesignStore &designs, QObject *parent)
    : QObject(parent), m_context(context), m_paths(paths), m_tick(new QTimer(this)), m_designs(designs),
      m_history(new ImportHistory([this](const auto &rows) { lay(rows); }, this)), m_judge(new ImportJudge(this))
{
    connect(this, &ImportFlow::rowsReset, this, &ImportFlow::judge);
    connect(this, &ImportFlow::rowsChanged, this, &ImportFlow::judge);
    connect(m_judge, &ImportJudge::judged, this, [this](int row, const QList<artwork::Finding> &findings) { m_rows[row].findings = findings; });
    connect(m_judge, &ImportJudge::paused, this, &ImportFlow::findingsChanged);
    connect(m_history->stack(), &QUndoStack::indexChanged, this, &ImportFlow::historyChanged);
    connect(this, &ImportFlow::stateChanged, this, &ImportFlow::historyChanged);
    connect(m_history, &ImportHistory::wentTo, this, [this](const QStringList &keys) {
        QList<int> rows;
        for (const QString &key : keys)
            rows << int(m_keys.indexOf(key));
        Q_EMIT wentTo(rows);
    });
    m_tick->setInterval(kTick);
    connect(m_tick, &QTimer::timeout, this, [this] {
        if (m_progress)
            Q_EMIT progress(m_progress->done, m_progress->total);
    });
}

ImportFlow::~ImportFlow()
{
    if (m_progress)
        m_progress->wanted = false; // the reader looks after every picture
}

QString ImportFlow::title() const
{
    if (!m_set.title.isEmpty())
        return m_set.title;
    return m_paths.size() == 1 ? QFileInfo(m_paths.first()).fileName() : tr("%n file(s)", nullptr, int(m_paths.size()));
}

void ImportFlow::setState(State state)
{
    m_state = state;
    Q_EMIT stateChanged();
}

void ImportFlow::failWith(const Error &error)
{
    m_tick->stop();
    m_why = error;
    if (!m_wasReady) {
        setState(State::Failed);
        return;
    }
    // What was typed stays at hand, compared with what the forum had before.
    match();
    m_shownOnce = true;
    Q_EMIT rowsReset();
    setState(State::Ready);
}

void ImportFlow::start()
{
    m_why.reset();
    setState(State::Reading);
    if (m_haveSet)
        readForum();
    else if (m_keptIn.keeps())
        readKept();
    else
        readFile();
}

void ImportFlow::readAgain()
{
    if (!isOpen())
        return;
    m_why.reset();
    setState(State::Reading);
    readFile();
}

void ImportFlow::layEditsOver()
{
    m_keys.clear();
    QHash<QString, int> times;
    for (const artwork::SetBadge &badge : std::as_const(m_set.badges))
        m_keys << QStringLiteral("%1/%2").arg(++times[badge.name()]).arg(badge.name());
    for (int i = 0; i < m_rows.size(); ++i) {
        m_rows[i].badge = edited(i);
        m_rows[i].action = m_chosen.value(m_keys.at(i), SetAction::Skip);
    }
    m_lost.clear();
    m_edits.removeIf([this](const std::pair<const QString &, ImportEdits &> &edit) {
        if (m_keys.contains(edit.first))
            return false;
        m_lost << tr("What you changed about “%1” is not kept: it is not in the file any more.").arg(edit.first.section(u'/', 1));
        return true;
    });
    m_history->forget([this](const QString &key) { return !m_keys.contains(key); });
}

void ImportFlow::readFile()
{
    m_progress = std::make_shared<artwork::SetProgress>();
    m_tick->start();
    const artwork::SetReading reading = readingFor(m_context.forum->site());
    const auto tables = std::make_shared<QStringList>();
    auto *call = runLater<artwork::BadgeSet>(this, [paths = m_paths, reading, progress = m_progress, tables] {
        *tables = paths.size() == 1 ? tablesIn(paths.first()) : QStringList();
        return readBadges(paths, reading, progress);
    });
    call->then(this, [this, tables](const Result<artwork::BadgeSet> &set) {
        m_tick->stop();
        m_tables = *tables;
        if (!set) {
            failWith(set.error());
            return;
        }
        takeSet(*set);
        readForum();
    });
}

/// What was kept is all that is needed: its source may be gone.
void ImportFlow::readKept()
{
    m_progress = std::make_shared<artwork::SetProgress>();
    m_tick->start();
    auto *call = runLater<KeptImport>(this, [store = m_keptIn, reading = readingFor(m_context.forum->site()), progress = m_progress] { return store.read(reading, progress); });
    call->then(this, [this](const Result<KeptImport> &kept) {
        m_tick->stop();
        if (!kept) {
            failWith(kept.error());
            return;
        }
        m_paths = kept->paths;
        m_edits = kept->edits;
        m_chosen = kept->chosen;
        m_run = kept->run;
        takeSet(kept->set);
        m_lost += kept->troubles;
        readForum();
    });
}

void ImportFlow::takeSet(const artwork::BadgeSet &set)
{
    m_judge->judge({});
    m_set = set;
    ++m_setCount;
    m_haveSet = true;
    m_rows.clear();
    m_offers.clear();
    m_pictures.clear();
    for (const artwork::SetBadge &badge : std::as_const(m_set.badges)) {
        m_rows << ImportRow{badge, {}, SetAction::Skip};
        m_pictures << Known{};
    }
    layEditsOver();
    m_shownOnce = false;
}

void ImportFlow::readForum()
{
    BadgeDesk *desk = m_context.forum->badges();
    if (!desk) {
        failWith(Error::refusedHere(tr("This forum has no badges of this kind.")));
        return;
    }
    desk->list()->then(this, [this](const Result<BadgeCatalogue> &all) {
        m_fromMemory = !all && m_remembered && (m_fromMemory || !m_wasReady);
        m_stale = !all;
        if (all) {
            m_catalogue = *all;
            lookAtForum();
        } else if (m_fromMemory) {
            m_why = all.error();
            m_catalogue = *m_remembered;
            compare();
        } else {
            failWith(all.error());
        }
    });
}

void ImportFlow::lookAtForum()
{
    setState(State::Comparing);
    QList<artwork::SetBadge> badges;
    for (const ImportRow &row : std::as_const(m_rows))
        badges << row.badge;
    const auto questions = questionsFor(badges, m_catalogue, m_context.capabilities().may(Ability::SearchIcons));
    auto *call = artwork::lookUpForSet(m_context.forum->badges(), questions, m_context.clock, this);
    connect(call, &PendingCall::progress, this, [this](qint64 done, qint64 total) { Q_EMIT progress(int(done), int(total)); });
    call->then(this, [this](const Result<artwork::SetAnswers> &answers) {
        if (!answers) {
            failWith(answers.error());
            return;
        }
        m_answers = *answers;
        compare();
    });
}

void ImportFlow::compare()
{
    m_trouble = m_answers.firstTrouble;
    QList<artwork::SetBadge> badges;
    for (int i = 0; i < m_rows.size(); ++i) {
        m_rows[i].badge = edited(i);
        badges << m_rows.at(i).badge;
    }
    using All = QList<PictureSameness>;
    auto *call = runLater<All>(this, [badges, catalogue = m_catalogue, answers = m_answers] { return Result<All>(comparePictures(badges, catalogue, answers)); });
    call->then(this, [this, badges](const Result<All> &pictures) {
        if (!pictures) {
            failWith(pictures.error());
            return;
        }
        for (int i = 0; i < m_rows.size(); ++i) {
            const Badge *existing = m_catalogue.findByName(badges.at(i).name());
            // One that was chosen on purpose goes there where it cannot be told.
            const bool chosen = pictures->at(i) == PictureSameness::Unknown && m_edits.value(m_keys.at(i)).picture;
            m_pictures[i] = knownOf(badges.at(i), existing ? existing->id : 0, chosen ? PictureSameness::Different : pictures->at(i));
        }
        match();
        forgetSettled();
        // Read anew they are the same rows, of which one may be chosen in the window.
        if (std::exchange(m_shownOnce, true))
            Q_EMIT rowsChanged();
        else
            Q_EMIT rowsReset();
        m_wasReady = true;
        setState(State::Ready);
        lookForDesigns();
    });
}

void ImportFlow::lookForDesigns()
{
    if (m_context.designs.isEmpty() || std::none_of(m_rows.cbegin(), m_rows.cend(), mayOfferDesign))
        return;
    using All = QList<DesignOffer>;
    auto *call = runLater<All>(this, [store = m_designs, rows = m_rows, catalogue = m_catalogue] { return Result<All>(designOffers(store, rows, catalogue)); });
    call->then(this, [this, set = m_setCount](const Result<All> &offers) {
        if (!offers || set != m_setCount || m_state != State::Ready)
            return;
        m_offers = *offers;
        Q_EMIT rowsChanged();
    });
}

QList<int> ImportFlow::missingDesigns() const
{
    QList<int> rows;
    for (int i = 0; i < m_rows.size(); ++i) {
        if (designOffer(i) == DesignOffer::Missing)
            rows << i;
    }
    return rows;
}

Result<Done> ImportFlow::takeDesigns(const QList<int> &rows)
{
    Result<Done> result = Done{};
    for (const int row : rows) {
        const Badge *existing = designOffer(row) == DesignOffer::None ? nullptr : m_catalogue.find(m_rows.at(row).match.existing);
        if (!existing)
            continue;
        if (const Result<Done> taken = takeDesign(m_designs, m_rows.at(row), *existing); taken)
            m_offers[row] = DesignOffer::None;
        else
            result = taken;
    }
    Q_EMIT rowsChanged();
    return result;
}

namespace {

QString iconInsteadOf(const artwork::SetBadge &badge)
{
    return badge.choosesIcon && !badge.picture ? badge.fields.icon.value_or(QString()) : QString();
}

} // namespace

ImportFlow::Known ImportFlow::knownOf(const artwork::SetBadge &badge, BadgeId existing, PictureSameness sameness) const
{
    return {existing, sameness, true, badge.saysPicture, badge.picture ? badge.picture->upload.bytes : QByteArray(), iconInsteadOf(badge)};
}

/// Than the one that was compared with the forum's.
bool ImportFlow::hasAnotherPicture(int row) const
{
    const Known &known = m_pictures.at(row);
    if (!known.compared)
        return m_edits.value(m_keys.at(row)).picture.has_value();
    const artwork::SetBadge &badge = m_rows.at(row).badge;
    const QByteArray bytes = badge.picture ? badge.picture->upload.bytes : QByteArray();
    const bool same = bytes.constData() == known.picture.constData() || bytes == known.picture; // the same memory, as a rule
    return badge.saysPicture != known.saysPicture || iconInsteadOf(badge) != known.icon || !same;
}

PictureSameness ImportFlow::pictureOf(int row, BadgeId existing) const
{
    const Known &known = m_pictures.at(row);
    const bool chosen = m_edits.value(m_keys.at(row)).picture.has_value();
    const bool told = known.sameness != PictureSameness::Unknown || !chosen;
    if (known.existing == existing && !hasAnotherPicture(row) && told)
        return known.sameness;
    // It was given another picture, or the name of another badge meanwhile: the addresses may tell.
    const Badge *badge = m_catalogue.find(existing);
    const PictureSameness sameness = badge ? artwork::comparePicture(m_rows.at(row).badge, *badge, {}) : PictureSameness::Same;
    // One that was chosen on purpose goes there, and so does that of a row which was given the badge's name on purpose.
    return sameness == PictureSameness::Unknown && (chosen || known.compared) ? PictureSameness::Different : sameness;
}

void ImportFlow::match()
{
    QList<artwork::SetBadge> badges;
    for (const ImportRow &row : std::as_const(m_rows))
        badges << row.badge;
    artwork::findTextProblems(&badges);
    for (int i = 0; i < m_rows.size(); ++i) {
        ImportRow &row = m_rows[i];
        row.badge.textProblems = badges.at(i).textProblems;
        const Badge *existing = m_catalogue.findByName(row.badge.name().trimmed());
        row.match = artwork::matchOf(row.badge, m_catalogue, pictureOf(i, existing ? existing->id : 0));
        if (!m_chosen.contains(m_keys.at(i)) || !row.match.allows(row.action))
            row.action = row.match.usual();
    }
}

void ImportFlow::setLocked(bool locked)
{
    m_locked = locked;
    Q_EMIT stateChanged();
}

void ImportFlow::setRun(int runId)
{
    if (m_run == runId)
        return;
    m_run = runId;
    for (qsizetype i = 0; runId && i < m_rows.size(); ++i) {
        if (m_rows.at(i).action != SetAction::Skip)
            m_sent.insert(m_keys.at(i));
    }
    Q_EMIT rowsChanged(); // that it is kept with them
}

bool ImportFlow::isToKeep() const
{
    if (m_run || hasUnsaved())
        return true;
    // Nobody has done anything about it, because nothing could be done.
    if (m_state == State::Failed)
        return hasRows();
    return (m_stuck || m_fromMemory) && wantedCount() > 0;
}

void ImportFlow::judge()
{
    QList<JudgedRow> rows;
    for (int i = 0; i < m_rows.size(); ++i) {
        const ImportRow &row = m_rows.at(i);
        JudgedRow judged{shown(i), row.badge.picture, false, row.badge.hasPictureProblem()};
        if (row.badge.saysPicture && !row.badge.picture)
            judged.badge.imageUrl.clear(); // it goes
        if (!row.badge.picture)
            judged.iconUnknown = m_answers.unknownIcons.contains(judged.badge.icon);
        rows << judged;
    }
    m_judge->judge(rows);
}

void ImportFlow::setColours(const artwork::PreviewColours &colours)
{
    m_judge->setColours(colours);
}

bool ImportFlow::isJudged() const
{
    return m_judge->isDone();
}

int ImportFlow::count(SetState state) const
{
    return int(std::count_if(m_rows.cbegin(), m_rows.cend(), [state](const ImportRow &row) { return row.match.state == state; }));
}

int ImportFlow::lookCount() const
{
    return int(std::count_if(m_rows.cbegin(), m_rows.cend(), isToLookAt));
}

int ImportFlow::wantedCount() const
{
    return int(std::count_if(m_rows.cbegin(), m_rows.cend(), [](const ImportRow &row) { return row.action != SetAction::Skip; }));
}

runs::Plan ImportFlow::plan() const
{
    return planImport(m_context.forum, m_catalogue, m_rows, m_set, *m_context.clock);
}

bool ImportFlow::hasUnsaved() const
{
    // Also while a run is at them, and while they are compared anew: what fails would have to be typed again.
    const bool wanted = wantedCount() > 0;
    for (int i = 0; i < m_rows.size(); ++i) {
        const ImportRow &row = m_rows.at(i);
        if (row.match.state == SetState::Same)
            continue;
        // Where nothing more is to be done, what was left out is no work that could be lost.
        const bool chosen = wanted && m_chosen.contains(m_keys.at(i)) && row.action != row.match.usual();
        if (chosen || !m_edits.value(m_keys.at(i)).isEmpty())
            return true;
    }
    return false;
}

} // namespace badgewright::ui
