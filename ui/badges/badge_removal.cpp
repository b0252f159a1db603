// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/badges/badge_removal.h"

#include "runs/planner.h"
#include "support/whole_file.h"
#include "ui/kit/ask_user.h"
#include "ui/kit/notice.h"
#include "ui/runs/run_errand.h"
#include "ui/words/run_words.h"

#include <algorithm>
#include <numeric>

namespace badgewright::ui {

BadgeRemoval::BadgeRemoval(const PageContext &context, Notice *notice, QWidget *over)
    : QObject(over), m_context(context), m_notice(notice), m_over(over), m_errand(new RunErrand(context, notice, over))
{
    connect(m_errand, &RunErrand::busyChanged, this, &BadgeRemoval::busyChanged);
    connect(m_errand, &RunErrand::ledgerWanted, this, &BadgeRemoval::ledgerWanted);
    connect(m_errand, &RunErrand::stepOver, this, [this](const runs::StepRecord &record) {
        const auto *step = std::get_if<runs::DeleteBadgeStep>(&record.step.what);
        if (step && (record.state == runs::StepState::Done || record.state == runs::StepState::ReadBack || record.state == runs::StepState::AlreadySo))
            Q_EMIT removed(step->badge.id);
    });
}

bool BadgeRemoval::isBusy() const
{
    return m_asking || m_errand->isBusy();
}

void BadgeRemoval::setAsking(bool asking)
{
    if (std::exchange(m_asking, asking) != asking)
        Q_EMIT busyChanged();
}

bool BadgeRemoval::isReadable(const Badge &badge) const
{
    return badge.enabled && m_context.capabilities().may(Ability::ListHolders);
}

int BadgeRemoval::grants() const
{
    return std::accumulate(m_badges.begin(), m_badges.end(), 0, [](int sum, const Badge &badge) { return sum + badge.grantCount; });
}

void BadgeRemoval::remove(const QList<Badge> &badges, const QString &besides)
{
    if (isBusy() || badges.isEmpty())
        return;
    m_badges = badges;
    m_besides = besides;
    m_savedIn.clear();
    m_notice->clear();
    const bool uncounted = std::any_of(badges.begin(), badges.end(), [this](const Badge &badge) { return isReadable(badge) && badge.grantCount == 0; });
    const bool held = std::any_of(badges.begin(), badges.end(), [this](const Badge &badge) { return isReadable(badge) && badge.grantCount > 0; });
    if (uncounted)
        countHolders();
    else if (held)
        offerToSave();
    else
        confirm({});
}

/// About those whose holders cannot be read.
QString BadgeRemoval::whyNotSaved() const
{
    QStringList names;
    for (const Badge &badge : m_badges) {
        if (!isReadable(badge) && badge.grantCount > 0)
            names << tr("“%1”").arg(badge.name);
    }
    if (names.isEmpty())
        return {};
    const bool mayList = m_context.capabilities().may(Ability::ListHolders);
    if (isOne())
        return mayList ? tr("Who holds it cannot be saved first: the forum does not list the holders of a disabled badge.")
                       : tr("Who holds it cannot be saved first: this connection may not list that.");
    return mayList ? tr("Who holds %1 cannot be saved first: the forum does not list the holders of disabled badges.").arg(names.join(QStringLiteral(", ")))
                   : tr("Who holds them cannot be saved first: this connection may not list that.");
}

/// After a bulk award the forum's own count stays behind for a while, and may say that nobody holds it.
void BadgeRemoval::countHolders()
{
    setAsking(true);
    QList<BadgeId> ids;
    for (const Badge &badge : std::as_const(m_badges)) {
        if (isReadable(badge) && badge.grantCount == 0)
            ids << badge.id;
    }
    readHolders(
        ids,
        [this](const runs::Holdings &) -> Result<Done> {
            const bool held = std::any_of(m_badges.begin(), m_badges.end(), [this](const Badge &badge) { return isReadable(badge) && badge.grantCount > 0; });
            if (held)
                offerToSave();
            else
                confirm({});
            return Done{};
        },
        isOne() ? tr("Who holds “%1” could not be read, so it was not deleted.").arg(m_badges.first().name)
                : tr("Who holds them could not be read, so nothing was deleted."));
}

void BadgeRemoval::offerToSave()
{
    setAsking(true);
    Choice choice;
    choice.title = isOne() ? tr("Delete “%1”: save who holds it first?").arg(m_badges.first().name) : tr("Delete badges: save who holds them first?");
    choice.consequence = isOne() ? tr("%Ln grant(s) vanish with the badge. A table of the holders can be loaded again when a badge is granted.", nullptr, grants())
                                 : tr("%Ln grant(s) vanish with the badges. One table says who holds which; it can be loaded again when a badge is granted.", nullptr, grants());
    choice.consequence += u' ' + tr("You are asked once more before anything is deleted.");
    choice.options = {tr("Save the holders…"), tr("Go on without saving")};
    m_context.ask->choose(m_over, choice, [this](int answer) {
        if (answer == 0)
            askForFile();
        else if (answer == 1)
            confirm({});
        else
            setAsking(false);
    });
}

void BadgeRemoval::askForFile()
{
    const Badge &first = m_badges.first();
    FileQuestion question;
    question.title = isOne() ? tr("Save the holders of %1").arg(first.name) : tr("Save who holds the badges");
    question.suggested = isOne() ? tr("holders-%1.csv").arg(first.slug.isEmpty() ? QString::number(first.id) : first.slug) : tr("holders.csv");
    question.filters = {tr("Tables (*.csv)")};
    question.defaultSuffix = QStringLiteral("csv");
    m_context.ask->saveFile(m_over, question, [this](const QString &path) {
        if (path.isEmpty())
            setAsking(false);
        else
            saveHolders(path);
    });
}

void BadgeRemoval::saveHolders(const QString &path)
{
    QList<BadgeId> ids;
    QHash<BadgeId, QString> names;
    for (const Badge &badge : std::as_const(m_badges)) {
        if (isReadable(badge))
            ids << badge.id;
        if (!isOne())
            names.insert(badge.id, badge.name);
    }
    readHolders(
        ids,
        [this, path, names](const runs::Holdings &all) {
            const Result<Done> saved = writeWholeFile(path, runs::holdersCsv(all, m_context.connection().base, names));
            if (saved)
                m_savedIn = path;
            if (saved)
                confirm(isOne() ? tr("Who holds it is saved in %1.").arg(path) : tr("Who holds them is saved in %1.").arg(path));
            return saved;
        },
        isOne() ? tr("The holders could not be saved, so “%1” was not deleted.").arg(m_badges.first().name)
                : tr("The holders could not be saved, so nothing was deleted."));
}

void BadgeRemoval::readHolders(const QList<BadgeId> &ids, const GoOn &goOn, const QString &failure)
{
    readNext(ids, {}, goOn, failure);
}

void BadgeRemoval::readNext(QList<BadgeId> ids, const runs::Holdings &soFar, const GoOn &goOn, const QString &failure)
{
    const auto sayFailure = [this, failure](const Error &error) {
        setAsking(false);
        if (error.kind == ErrorKind::Cancelled)
            m_notice->say(Tone::Note, isOne() ? tr("“%1” was not deleted.").arg(m_badges.first().name) : tr("Nothing was deleted."));
        else
            m_notice->sayError(error, m_context.address(), failure);
    };
    if (ids.isEmpty()) {
        if (const Result<Done> done = goOn(soFar); !done)
            sayFailure(done.error());
        return;
    }
    const auto badge = std::find_if(m_badges.begin(), m_badges.end(), [id = ids.takeFirst()](const Badge &one) { return one.id == id; });
    Call<runs::Holdings> *call = runs::readHoldings(m_context.forum, *badge, {}, m_context.clock, this);
    m_reading = call;
    m_notice->say(Tone::Accent, tr("Reading who holds “%1”…").arg(badge->name), {}, tr("Stop"), [this] {
        if (m_reading)
            m_reading->cancel();
    });
    call->then(this, [this, id = badge->id, ids, soFar, goOn, sayFailure, failure](const Result<runs::Holdings> &holdings) {
        m_notice->clear();
        if (!holdings) {
            sayFailure(holdings.error());
            return;
        }
        for (Badge &one : m_badges) {
            if (one.id == id)
                one.grantCount = int(holdings->grants.size()); // the forum's own count may lag behind
        }
        runs::Holdings all = soFar;
        all.grants << holdings->grants;
        all.accounts.insert(holdings->accounts);
        readNext(ids, all, goOn, failure);
    });
}

void BadgeRemoval::confirm(const QString &saved)
{
    m_asking = false; // the errand asks now
    runs::Plan plan = runs::planDeleteBadges(m_context.forum, m_badges, *m_context.clock);
    QStringList stay;
    for (const runs::Step &step : std::as_const(plan.steps)) {
        if (!step.wanted())
            stay << tr("“%1” stays: %2").arg(step.recipient, words::verdictWhole(step));
    }
    if (!plan.wantedCount()) {
        m_notice->say(Tone::Look, isOne() ? tr("“%1” cannot be deleted.").arg(m_badges.first().name) : tr("None of them can be deleted."),
                      isOne() ? words::verdictWhole(plan.steps.first()) : stay.join(u' '));
        Q_EMIT busyChanged();
        return;
    }
    plan.steps.removeIf([](const runs::Step &step) { return !step.wanted(); });
    plan.source = m_savedIn; // so that the ledger knows where they are
    QStringList sentences = plan.remarks;
    if (!isOne()) {
        QStringList names;
        for (const runs::Step &step : std::as_const(plan.steps))
            names << tr("“%1” (%Ln grant(s))", nullptr, std::get<runs::DeleteBadgeStep>(step.what).grants).arg(step.recipient);
        sentences.prepend(names.join(QStringLiteral(", ")) + u'.');
    }
    sentences << stay << m_besides << whyNotSaved() << saved;
    sentences.removeAll(QString());
    const int count = int(plan.steps.size());
    Question question;
    question.title = isOne() ? tr("Delete “%1” from %2?").arg(m_badges.first().name, m_context.address())
                             : tr("Delete %Ln badge(s) from %1?", nullptr, count).arg(m_context.address());
    question.consequence = sentences.join(u' ');
    question.yes = isOne() ? tr("Delete badge") : tr("Delete %Ln badge(s)", nullptr, count);
    question.danger = true;
    const QString name = m_badges.first().name;
    if (isOne()) {
        m_errand->run(plan, question,
                      {tr("Deleting “%1”…").arg(name), [this, name](int) { return tr("“%1” is deleted from %2.").arg(name, m_context.address()); },
                       [name](int) { return tr("“%1” was not deleted.").arg(name); }});
        return;
    }
    m_errand->run(plan, question,
                  {tr("Deleting %Ln badge(s)…", nullptr, count),
                   [this](int done) { return tr("%Ln badge(s) are deleted from %1.", nullptr, done).arg(m_context.address()); },
                   [](int failed) { return tr("%Ln badge(s) were not deleted.", nullptr, failed); }});
}

} // namespace badgewright::ui
