// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/grants/grant_dialog.h"

#include "runs/plan_file.h"
#include "runs/road.h"
#include "support/settings.h"
#include "support/whole_file.h"
#include "ui/grants/grant_match_page.h"
#include "ui/grants/grant_review_page.h"
#include "ui/grants/grant_source_page.h"
#include "ui/kit/ask_user.h"
#include "ui/kit/buttons.h"
#include "ui/kit/header_bar.h"
#include "ui/kit/icon.h"
#include "ui/kit/notice.h"
#include "ui/kit/progress.h"
#include "ui/kit/step_trail.h"
#include "ui/kit/window_size.h"
#include "ui/runs/confirm_run.h"
#include "ui/runs/run_view.h"

#include <QCloseEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QScreen>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace badgewright::ui {

using Step = GrantFlow::Step;

namespace {
constexpr int kLongestName = 220; ///< of a badge or a forum, on a button
}

GrantDialog::GrantDialog(const PageContext &context, const QList<Badge> &badges, const QPixmap &picture, QWidget *parent, GrantFlow::Purpose purpose)
    : QDialog(parent, Qt::Window)
    , m_flow(new GrantFlow(context, purpose, this))
    , m_header(new HeaderBar(QString(), this))
    , m_trail(new StepTrail({tr("Source"), tr("Match"), tr("Review"), tr("Run"), tr("Result")}, this))
    , m_pages(new QStackedWidget(this))
{
    m_flow->setBadges(badges);
    m_picture = picture;
    m_pictured = badges.size() == 1 ? badges.first().id : 0;
    m_header->addWidget(m_trail);
    m_source = new GrantSourcePage(m_flow, m_pages);
    m_match = new GrantMatchPage(m_flow, m_pages);
    m_review = new GrantReviewPage(m_flow, m_pages);
    m_run = new RunView(context, m_pages);
    const QWidgetList pages{m_source, m_match, m_review, m_run};
    for (QWidget *page : pages)
        m_pages->addWidget(page);

    auto *bar = new ActionBar(this);
    m_save = makeButton(ButtonKind::Flat, tr("Save plan…"), bar);
    m_spinner = new Spinner(bar);
    m_hint = new ElidedLabel(TextSize::Secondary, QString(), bar);
    m_back = makeButton(ButtonKind::Secondary, tr("Back"), bar);
    m_second = makeButton(ButtonKind::Secondary, QString(), bar);
    m_next = makeButton(ButtonKind::Primary, QString(), bar);
    bar->addLeft(m_save);
    bar->addLeft(m_spinner);
    bar->addLeft(m_hint);
    bar->addRight(m_back);
    bar->addRight(m_second);
    bar->addRight(m_next);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_pages, 1);
    column->addWidget(bar);

    listen();
    if (!restoreGeometry(context.settings->value(settings::kGrantGeometry)))
        resize(fittingSize(this, QSize(1120, 720)));
    dress();
    takeFocus();
}

void GrantDialog::listen()
{
    connect(m_flow, &GrantFlow::stepChanged, this, [this] {
        dress();
        takeFocus();
    });
    connect(m_flow, &GrantFlow::busyChanged, this, [this] {
        if (m_flow->isBusy()) {
            m_match->notice()->clear(); // asked anew
            m_review->notice()->clear();
        }
        dress();
    });
    connect(m_flow, &GrantFlow::sourceChanged, this, [this] {
        m_savedPlan.clear(); // it is for other people now
        dress();
    });
    connect(m_flow, &GrantFlow::matchesChanged, this, &GrantDialog::dress);
    connect(m_flow, &GrantFlow::planChanged, this, &GrantDialog::dress);
    connect(m_flow, &GrantFlow::failed, this, &GrantDialog::showError);
    connect(m_trail, &StepTrail::chosen, this, [this](int step) { m_flow->goBack(Step(step)); });
    connect(m_back, &QPushButton::clicked, this, &GrantDialog::goBack);
    connect(m_next, &QPushButton::clicked, this, &GrantDialog::goOn);
    connect(m_save, &QPushButton::clicked, this, &GrantDialog::savePlan);
    connect(m_second, &QPushButton::clicked, this, [this] {
        if (m_flow->step() == Step::Result)
            saveFailedRows();
        else if (m_flow->run())
            m_flow->run()->stopAfterCurrent();
    });
    // Return alone means a new line in the list of people, and another row's choices in a table.
    for (const auto key : {Qt::Key_Return, Qt::Key_Enter})
        connect(new QShortcut(QKeySequence(Qt::CTRL | key), this), &QShortcut::activated, m_next, &QPushButton::click);
    connect(new QShortcut(QKeySequence(Qt::ALT | Qt::Key_Left), this), &QShortcut::activated, m_back, &QPushButton::click);
}

void GrantDialog::takeFocus()
{
    switch (m_flow->step()) {
    case Step::Source:
        m_source->takeFocus();
        break;
    case Step::Match:
        m_match->takeFocus();
        break;
    case Step::Review:
        m_review->takeFocus();
        break;
    case Step::Run:
        m_run->takeFocus();
        break;
    case Step::Result:
        m_next->setFocus();
        break;
    }
}

GrantDialog::~GrantDialog()
{
    m_flow->context().settings->set(settings::kGrantGeometry, saveGeometry());
}

bool GrantDialog::hasUnsaved() const
{
    if (m_flow->run() || !m_flow->hasPeople())
        return false;
    return m_savedPlan.isEmpty() || runs::planToJson(m_flow->plan()) != m_savedPlan;
}

bool GrantDialog::anyUnsaved(const QList<QPointer<GrantDialog>> &dialogs)
{
    return std::any_of(dialogs.cbegin(), dialogs.cend(), [](const QPointer<GrantDialog> &dialog) { return dialog && dialog->hasUnsaved(); });
}

void GrantDialog::dress()
{
    const Step step = m_flow->step();
    const bool busy = m_flow->isBusy() || m_flow->isReading();
    runs::Run *run = m_flow->run();
    if (run && step >= Step::Run)
        m_run->setRun(run);
    m_pages->setCurrentIndex(std::min(int(step), int(Step::Run)));
    m_trail->setCurrent(int(step));
    m_trail->setBackAllowed(!run);
    setWindowTitle(run ? tr("Run %1: %2").arg(run->id()).arg(m_flow->title()) : m_flow->title());
    m_header->setTitle(m_flow->title());
    m_header->setPicture(m_flow->badges().size() == 1 && m_flow->badges().first().id == m_pictured ? m_picture : QPixmap());
    QStringList facts{m_flow->context().address()};
    if (run)
        facts.prepend(tr("Run %1").arg(run->id()));
    else if (m_flow->peopleNamed())
        facts << m_flow->sourceName();
    if (!run && m_flow->peopleNamed() && m_flow->added()->isEmpty())
        facts << tr("%Ln people", nullptr, m_flow->peopleNamed());
    m_header->setSubtitle(facts.join(QStringLiteral(" · ")));

    if (busy)
        m_spinner->start();
    else
        m_spinner->stop();
    dressButtons();
}

/// Long names make way for what else the button says; an "&" in them is no shortcut.
QString GrantDialog::fitting(const QString &name) const
{
    return m_next->fontMetrics().elidedText(name, Qt::ElideMiddle, kLongestName).replace(u'&', QStringLiteral("&&"));
}

QString GrantDialog::revokeWords() const
{
    const int people = m_flow->plan().peopleWanted();
    if (!people || m_flow->badges().isEmpty())
        return tr("Nobody to revoke from");
    return tr("Revoke %1 from %Ln people on %2", nullptr, people)
        .arg(fitting(m_flow->badges().first().name), fitting(m_flow->context().address()));
}

QString GrantDialog::grantWords() const
{
    const int people = m_flow->plan().peopleWanted();
    if (!people)
        return tr("Nobody to grant to");
    QMap<BadgeId, QString> given; // one of the chosen may be held by everybody
    for (const runs::Step &step : m_flow->plan().steps) {
        if (const auto *grant = std::get_if<runs::GrantStep>(&step.what); grant && step.wanted())
            given.insert(grant->badgeId, grant->badgeName);
    }
    const QString what = given.size() == 1 ? given.first() : tr("%Ln badges", nullptr, int(given.size()));
    return tr("Grant %1 to %Ln people on %2", nullptr, people).arg(fitting(what), fitting(m_flow->context().address()));
}

void GrantDialog::dressButtons()
{
    const Step step = m_flow->step();
    const bool busy = m_flow->isBusy() || m_flow->isReading();
    const runs::Run *run = m_flow->run();
    m_back->setVisible(step == Step::Match || step == Step::Review);
    m_save->setVisible(step == Step::Review);
    m_save->setEnabled(!busy && !m_flow->plan().steps.isEmpty());
    m_second->hide();
    m_hint->clear();
    switch (step) {
    case Step::Source:
        m_next->setText(tr("Match people"));
        m_next->setEnabled(!busy && m_flow->sourceProblem().isEmpty());
        m_hint->setText(busy ? QString() : m_flow->sourceProblem());
        break;
    case Step::Match:
        m_next->setText(tr("Review"));
        m_next->setEnabled(!busy && !m_flow->matches().isEmpty());
        break;
    case Step::Review:
        m_next->setText(m_flow->revokes() ? revokeWords() : grantWords());
        m_next->setEnabled(!busy && m_flow->plan().wantedCount() > 0);
        break;
    case Step::Run: {
        const bool paused = run && (run->state() == runs::RunState::Paused || run->state() == runs::RunState::Stopped);
        m_next->setText(paused ? tr("Resume") : tr("Pause"));
        m_next->setIcon(icon(paused ? QStringLiteral("play") : QStringLiteral("pause")));
        m_next->setEnabled(run && run->state() != runs::RunState::Stopping);
        m_second->setText(m_flow->plan().road == runs::Road::Bulk ? tr("Stop") : tr("Stop after this one"));
        m_second->setIcon(icon(QStringLiteral("stop")));
        m_second->setVisible(run && run->state() != runs::RunState::Stopped && run->state() != runs::RunState::Stopping);
        m_hint->setText(paused ? tr("You can close this window; the run waits in the ledger.")
                               : tr("You can close this window; the run goes on and is kept in the ledger."));
        break;
    }
    case Step::Result:
        m_next->setText(tr("Close"));
        m_next->setIcon({});
        m_next->setEnabled(true);
        m_second->setText(tr("Failed rows as CSV…"));
        m_second->setIcon({});
        m_second->setVisible(run && run->counts().failed() > 0);
    {
        const int left = int(m_flow->plan().steps.size()) - m_flow->plan().wantedCount();
        QStringList words{tr("It is in the ledger as run %1 and can be undone from there.").arg(run ? run->id() : 0)};
        if (left > 0)
            words << tr("%Ln row(s) were left out in Review.", nullptr, left);
        m_hint->setText(words.join(u' '));
    }
        break;
    }
}

void GrantDialog::goOn()
{
    switch (m_flow->step()) {
    case Step::Source:
        m_source->notice()->clear();
        m_flow->match();
        break;
    case Step::Match:
        m_flow->review();
        break;
    case Step::Review:
        confirmAndStart();
        break;
    case Step::Run:
        if (!m_flow->run())
            return;
        if (m_flow->run()->state() == runs::RunState::Running)
            m_flow->run()->pause();
        else
            m_flow->run()->resume();
        break;
    case Step::Result:
        close();
        break;
    }
}

void GrantDialog::goBack()
{
    m_flow->goBack(m_flow->step() == Step::Review ? Step::Match : Step::Source);
}

void GrantDialog::confirmAndStart()
{
    const int people = m_flow->plan().peopleWanted();
    Question question;
    if (m_flow->revokes()) {
        question.title = tr("%1 from %Ln people on %2?", nullptr, people).arg(m_flow->title(), m_flow->context().address());
        question.consequence = m_flow->plan().remarks.join(u' ');
        question.yes = tr("Revoke");
        question.danger = true;
    } else {
        question.title = tr("%1 to %Ln people on %2?", nullptr, people).arg(m_flow->title(), m_flow->context().address());
        question.consequence = m_flow->plan().road == runs::Road::Bulk
            ? runs::roadMeaning(runs::Road::Bulk, m_flow->plan())
            : tr("They are told by the forum. The run can be paused, and undone afterwards.");
        question.yes = tr("Grant");
    }
    confirmRun(this, m_flow->context().ask, m_flow->context().connection(), question, [this] {
        const auto started = m_flow->start();
        if (!started) {
            m_review->notice()->sayError(started.error(), m_flow->context().address());
            return;
        }
        connect(m_flow->run(), &runs::Run::stateChanged, this, &GrantDialog::dress);
        dress();
    });
}

void GrantDialog::showError(const Error &error)
{
    const QString address = m_flow->context().address();
    if (m_flow->step() == Step::Match)
        m_match->notice()->sayError(error, address, tr("People could not be looked up."), [this] { m_flow->match(); });
    else
        m_review->notice()->sayError(error, address, {}, [this] { m_flow->review(); });
}

void GrantDialog::savePlan()
{
    FileQuestion question;
    question.title = tr("Save the plan");
    question.suggested = m_flow->title() + QStringLiteral(".json");
    question.filters = {tr("Plans (*.json)")};
    question.defaultSuffix = QStringLiteral("json");
    m_flow->context().ask->saveFile(this, question, [this](const QString &path) {
        if (path.isEmpty())
            return;
        if (const auto saved = runs::savePlan(m_flow->plan(), path); saved) {
            m_savedPlan = runs::planToJson(m_flow->plan());
            m_review->notice()->say(Tone::Good, tr("Saved to %1. It can be opened from the Ledger page, or carried out on the command line: badgewright apply.").arg(path));
        } else {
            m_review->notice()->sayError(saved.error(), m_flow->context().address(), {}, [this] { savePlan(); });
        }
    });
}

void GrantDialog::saveFailedRows()
{
    FileQuestion question;
    question.title = tr("Save the failed rows");
    question.suggested = tr("run-%1-failed.csv").arg(m_flow->run()->id());
    question.filters = {tr("Tables (*.csv)")};
    question.defaultSuffix = QStringLiteral("csv");
    m_flow->context().ask->saveFile(this, question, [this](const QString &path) {
        if (path.isEmpty() || !m_flow->run())
            return;
        const auto saved = m_flow->context().runs->ledger()->failedRowsCsv(m_flow->run()->id()).and_then([&](const QByteArray &bytes) {
            return writeWholeFile(path, bytes);
        });
        if (saved)
            m_run->notice()->say(Tone::Good, tr("Saved to %1. The file can be loaded again as a source.").arg(path));
        else
            m_run->notice()->sayError(saved.error(), m_flow->context().address(), {}, [this] { saveFailedRows(); });
    });
}

void GrantDialog::closeEvent(QCloseEvent *event)
{
    if (!hasUnsaved() || m_closeAsked) {
        m_flow->cancel();
        event->accept();
        return;
    }
    event->ignore();
    Question question;
    question.title = m_flow->revokes() ? tr("Close without revoking?") : tr("Close without granting?");
    const int people = m_flow->peopleNamed();
    question.consequence = people ? tr("The list of %Ln people is not kept.", nullptr, people) : tr("What you entered is not kept.");
    question.yes = tr("Close");
    question.no = tr("Stay");
    question.danger = true; // Return keeps the list
    m_flow->context().ask->confirm(this, question, [this](bool yes) {
        m_closeAsked = yes;
        if (yes)
            close();
    });
}

void GrantDialog::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape)
        close();
    else if (auto *button = qobject_cast<QAbstractButton *>(focusWidget()); enter && button)
        button->click();
    else if (enter && qobject_cast<QLineEdit *>(focusWidget()))
        m_next->click();
    else
        QDialog::keyPressEvent(event);
}

} // namespace badgewright::ui
