// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/badges/badge_removal.h"

#include "runs/planner.h"
#include "support/whole_file.h"
#include "ui/kit/ask_user.h"
#include "ui/kit/notice.h"
#include "ui/runs/run_errand.h"
#include "ui/words/run_words.h"

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

void BadgeRemoval::remove(const Badge &badge, const QString &besides)
{
    if (isBusy())
        return;
    m_badge = badge;
    m_besides = besides;
    m_notice->clear();
    const bool mayRead = badge.enabled && m_context.capabilities().may(Ability::ListHolders);
    if (mayRead && badge.grantCount > 0)
        offerToSave();
    else if (mayRead)
        countHolders();
    else if (badge.grantCount > 0)
        confirm(badge.enabled ? tr("Who holds it cannot be saved first: this connection may not list that.")
                              : tr("Who holds it cannot be saved first: the forum does not list the holders of a disabled badge."));
    else
        confirm({});
}

/// After a bulk award the forum's own count stays behind for a while, and may say that nobody holds it.
void BadgeRemoval::countHolders()
{
    setAsking(true);
    readHolders(
        [this](const runs::Holdings &all) -> Result<Done> {
            m_badge.grantCount = int(all.grants.size());
            if (m_badge.grantCount > 0)
                offerToSave();
            else
                confirm({});
            return Done{};
        },
        tr("Who holds “%1” could not be read, so it was not deleted.").arg(m_badge.name));
}

void BadgeRemoval::offerToSave()
{
    setAsking(true);
    Choice choice;
    choice.title = tr("Save who holds “%1” first?").arg(m_badge.name);
    choice.consequence = tr("%Ln grant(s) vanish with the badge. A table of the holders can be loaded again when a badge is granted.", nullptr, m_badge.grantCount);
    choice.options = {tr("Save the holders…"), tr("Do not save them")};
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
    FileQuestion question;
    question.title = tr("Save the holders of %1").arg(m_badge.name);
    question.suggested = tr("holders-%1.csv").arg(m_badge.slug.isEmpty() ? QString::number(m_badge.id) : m_badge.slug);
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
    readHolders(
        [this, path](const runs::Holdings &all) {
            const Result<Done> saved = writeWholeFile(path, runs::holdersCsv(all, m_context.connection().base));
            if (saved) {
                m_badge.grantCount = int(all.grants.size()); // the forum's own count may lag behind
                confirm(tr("Who holds it is saved in %1.").arg(path));
            }
            return saved;
        },
        tr("The holders could not be saved, so “%1” was not deleted.").arg(m_badge.name));
}

void BadgeRemoval::readHolders(std::function<Result<Done>(const runs::Holdings &)> goOn, const QString &failure)
{
    Call<runs::Holdings> *call = runs::readHoldings(m_context.forum, m_badge, {}, m_context.clock, this);
    m_reading = call;
    m_notice->say(Tone::Accent, tr("Reading who holds “%1”…").arg(m_badge.name), {}, tr("Stop"), [this] {
        if (m_reading)
            m_reading->cancel();
    });
    call->then(this, [this, goOn = std::move(goOn), failure](const Result<runs::Holdings> &holdings) {
        m_notice->clear();
        const Result<Done> done = holdings.and_then(goOn);
        if (done)
            return;
        setAsking(false);
        if (done.error().kind == ErrorKind::Cancelled)
            m_notice->say(Tone::Note, tr("“%1” was not deleted.").arg(m_badge.name));
        else
            m_notice->sayError(done.error(), m_context.address(), failure);
    });
}

void BadgeRemoval::confirm(const QString &saved)
{
    m_asking = false; // the errand asks now
    const runs::Plan plan = runs::planDeleteBadges(m_context.forum, {m_badge}, *m_context.clock);
    if (const runs::Step &only = plan.steps.first(); !only.wanted()) {
        m_notice->say(Tone::Look, tr("“%1” cannot be deleted.").arg(m_badge.name), words::verdictWhole(only));
        Q_EMIT busyChanged();
        return;
    }
    QStringList sentences = plan.remarks;
    sentences << m_besides << saved;
    sentences.removeAll(QString());
    Question question;
    question.title = tr("Delete “%1” from %2?").arg(m_badge.name, m_context.address());
    question.consequence = sentences.join(u' ');
    question.yes = tr("Delete badge");
    question.danger = true;
    m_errand->run(plan, question,
                  {tr("Deleting “%1”…").arg(m_badge.name),
                   [this, name = m_badge.name](int) { return tr("“%1” is deleted from %2.").arg(name, m_context.address()); },
                   [name = m_badge.name](int) { return tr("“%1” was not deleted.").arg(name); }});
}

} // namespace badgewright::ui
