// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/badges/badge_publishing.h"

#include "ui/badges/badge_shelf.h"
#include "ui/badges/draft_history.h"
#include "ui/badges/publish_question.h"
#include "ui/kit/notice.h"
#include "ui/runs/confirm_run.h"
#include "ui/shell/page.h"
#include "ui/words/badge_words.h"

#include <QLocale>

#include <algorithm>

namespace badgewright::ui {

namespace {

constexpr int kMostRemarks = 5; ///< in the notice; the ledger has them all

} // namespace

BadgePublishing::BadgePublishing(const PageContext &context, const Parts &parts, QWidget *over)
    : QObject(over),
      m_forum(context.forum),
      m_ask(context.ask),
      m_parts(parts),
      m_over(over),
      m_publisher(new BadgePublisher(context.forum, context.runs, context.clock, this))
{
    connect(m_publisher, &BadgePublisher::changed, this, &BadgePublishing::changed);
    connect(m_publisher, &BadgePublisher::ended, this, &BadgePublishing::runEnded);
}

bool BadgePublishing::isBusy() const
{
    return m_publisher->state() != BadgePublisher::State::Idle || m_reading;
}

bool BadgePublishing::isOnItsWay(BadgeId id) const
{
    return isBusy() && m_publisher->badges().contains(id);
}

void BadgePublishing::publish(const QList<BadgeId> &ids)
{
    if (m_looking)
        return;
    m_parts.result->clear();
    auto *call = m_forum->badges()->list();
    m_looking = call;
    Q_EMIT changed();
    call->then(this, [this, ids](const Result<BadgeCatalogue> &now) {
        m_looking.clear();
        if (now) {
            m_parts.read(now);
            Q_EMIT changed();
            ask(ids);
            return;
        }
        Q_EMIT changed();
        m_parts.result->sayError(now.error(), m_forum->connection().address(), tr("Nothing was sent."), [this, ids] { publish(ids); });
    });
}

void BadgePublishing::ask(const QList<BadgeId> &before)
{
    QList<BadgeId> ids;
    for (const BadgeId id : before) {
        const BadgeId now = m_parts.shelf->idNow(id);
        if (m_parts.shelf->isChanged(now))
            ids << now;
    }
    if (ids.isEmpty()) {
        m_parts.result->say(Tone::Note, tr("There is nothing left to publish."));
        return;
    }
    QList<BadgeDraft> drafts;
    for (const BadgeId id : ids)
        drafts << m_parts.shelf->draft(id);
    const BadgePublisher::Batch batch = m_publisher->batchOf(drafts, m_parts.shelf->catalogue());
    if (batch.ids.isEmpty()) {
        m_parts.result->say(Tone::Look, tr("This cannot be published."), batch.leftOut.isEmpty() ? QString() : batch.leftOut.first().why);
        return;
    }
    confirmRun(m_over, m_ask, m_forum->connection(), publishQuestion(drafts, batch, m_forum->connection().address()),
               [this, drafts, batch] { send(drafts, batch); });
}

void BadgePublishing::send(const QList<BadgeDraft> &drafts, const BadgePublisher::Batch &batch)
{
    // The yes was for what the question named. A picture may have come since, or the list been read again.
    QList<BadgeId> ids;
    bool same = true;
    for (const BadgeDraft &draft : drafts) {
        ids << m_parts.shelf->idNow(draft.id);
        same = same && m_parts.shelf->draft(ids.last()) == draft;
    }
    if (!same || m_publisher->batchOf(drafts, m_parts.shelf->catalogue()).ids != batch.ids) {
        ask(ids);
        return;
    }
    m_parts.result->clear();
    if (const Result<Done> started = m_publisher->start(batch); !started) {
        m_parts.result->sayError(started.error(), m_forum->connection().address());
        return;
    }
    m_sent.clear();
    for (const BadgeDraft &draft : drafts)
        m_sent.insert(draft.id, draft);
    for (const BadgeDraft &draft : drafts) {
        if (batch.ids.contains(draft.id))
            Q_EMIT wasSent(draft);
    }
}

void BadgePublishing::runEnded(const QList<BadgePublisher::Outcome> &outcomes)
{
    // What was not published may be sent yet: nobody knows, or its run is taken up again in the ledger.
    for (const BadgePublisher::Outcome &one : outcomes) {
        if (!one.published)
            m_parts.shelf->doubt(m_parts.shelf->idNow(one.id));
    }
    if (std::none_of(outcomes.begin(), outcomes.end(), [](const BadgePublisher::Outcome &one) { return one.published; })) {
        Q_EMIT changed();
        say(outcomes);
        Q_EMIT ended();
        return;
    }
    m_reading = true;
    m_forum->badges()->list()->then(this, [this, outcomes](const Result<BadgeCatalogue> &now) { settle(outcomes, now); });
}

void BadgePublishing::settle(QList<BadgePublisher::Outcome> outcomes, const Result<BadgeCatalogue> &now)
{
    m_reading = false;
    BadgeShelf *shelf = m_parts.shelf;
    for (BadgePublisher::Outcome &one : outcomes) {
        if (!one.published)
            continue;
        const BadgeDraft sent = m_sent.value(one.id);
        const BadgeId id = shelf->idNow(one.id);
        const std::optional<BadgeDraft> lying = shelf->isChanged(id) ? std::optional(shelf->draft(id)) : std::nullopt;
        const Badge *found = now ? now->find(one.onForum) : nullptr;
        Badge onForum = found ? *found : sent.edited;
        onForum.id = one.onForum;
        m_parts.history->forget({one.id, id});
        shelf->published(id, onForum);
        Q_EMIT wasPublished(one.onForum, sent, found);
        if (found) {
            BadgeFields wanted = sent.fields();
            if (wanted.name)
                wanted.name = wanted.name->trimmed();
            QStringList fields;
            if (!found->showPosts)
                wanted.showPosts.reset(); // what became of it is not told
            for (const QString &field : fieldNames(difference(*found, applied(*found, wanted))))
                fields << words::badgeField(field);
            one.words = fields.isEmpty() ? QString() : tr("The forum left as it was: %1.").arg(fields.join(QStringLiteral(", ")));
        }
        if (const BadgeDraft rest = lying ? lying->changedSince(sent, onForum) : BadgeDraft(); lying && rest.isChanged()) {
            m_parts.history->edit({rest});
            const QString words = tr("Changed meanwhile and not published yet: %1.").arg(rest.changedWords().join(QStringLiteral(", ")));
            one.words += one.words.isEmpty() ? words : u'\n' + words;
        }
    }
    m_sent.clear();
    m_parts.read(now);
    Q_EMIT changed();
    say(outcomes);
    Q_EMIT ended();
}

void BadgePublishing::say(const QList<BadgePublisher::Outcome> &outcomes)
{
    if (outcomes.size() == 1) {
        sayOne(outcomes.first());
        return;
    }
    const QString address = m_forum->connection().address();
    int published = 0;
    int stopped = 0;
    QStringList remarks;
    for (const BadgePublisher::Outcome &one : outcomes) {
        published += one.published ? 1 : 0;
        stopped += one.stopped ? 1 : 0;
        const BadgeId id = m_parts.shelf->idNow(one.published ? one.onForum : one.id);
        if (!one.words.isEmpty() && !one.stopped)
            remarks << tr("“%1”: %2").arg(m_parts.shelf->shown(id).name.trimmed(), one.words);
    }
    const bool all = published == outcomes.size();
    const bool asWished = published + stopped == outcomes.size(); // stopping is no failure
    QString sentence = all ? tr("%Ln badge(s) are published to %1.", nullptr, published).arg(address)
                           : tr("%1 of %Ln badge(s) are published to %2.", nullptr, int(outcomes.size())).arg(QLocale().toString(published), address);
    if (stopped > 0)
        sentence += u' ' + tr("%Ln were not sent, as it was stopped.", nullptr, stopped);
    if (remarks.size() > kMostRemarks)
        remarks = remarks.mid(0, kMostRemarks) << tr("%Ln more remark(s) are in the ledger.", nullptr, int(remarks.size()) - kMostRemarks);
    const Tone tone = !asWished ? Tone::Bad : !remarks.isEmpty() ? Tone::Look : all ? Tone::Good : Tone::Note;
    m_parts.result->say(tone, sentence, remarks.join(u'\n'), tr("Open in the ledger"), [this, run = m_publisher->runId()] { Q_EMIT ledgerWanted(run); });
    stayWhileSo(outcomes);
}

/// Until one of them is changed again, here or on the forum.
void BadgePublishing::stayWhileSo(const QList<BadgePublisher::Outcome> &outcomes)
{
    QList<Badge> published;
    for (const BadgePublisher::Outcome &one : outcomes) {
        if (one.published)
            published << m_parts.shelf->shown(m_parts.shelf->idNow(one.onForum));
    }
    m_parts.result->staysWhile([shelf = m_parts.shelf, published] {
        return std::all_of(published.begin(), published.end(), [shelf](const Badge &badge) {
            const Badge now = shelf->shown(badge.id);
            return shelf->contains(badge.id) && difference(badge, now).isEmpty() && badge.imageUrl == now.imageUrl;
        });
    });
}

void BadgePublishing::sayOne(const BadgePublisher::Outcome &one)
{
    const QString address = m_forum->connection().address();
    const BadgeId id = m_parts.shelf->idNow(one.published ? one.onForum : one.id);
    const QString name = m_parts.shelf->shown(id).name.trimmed();
    if (!one.published)
        m_parts.result->say(Tone::Bad, tr("“%1” was not published.").arg(name), one.words);
    else if (m_parts.current() == id && one.words.isEmpty())
        m_parts.result->say(Tone::Good, tr("Published to %1.").arg(address));
    else if (m_parts.current() == id)
        m_parts.result->say(Tone::Look, tr("Published to %1, but not all of it.").arg(address), one.words);
    else if (one.words.isEmpty())
        m_parts.result->say(Tone::Good, tr("“%1” is published to %2.").arg(name, address));
    else
        m_parts.result->say(Tone::Look, tr("“%1” is published to %2, but not all of it.").arg(name, address), one.words);
    if (one.published)
        stayWhileSo({one});
}

} // namespace badgewright::ui
