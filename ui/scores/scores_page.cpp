// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scores/scores_page.h"

#include "runs/planner.h"
#include "support/clock.h"
#include "ui/kit/ask_user.h"
#include "ui/kit/buttons.h"
#include "ui/kit/header_bar.h"
#include "ui/kit/notice.h"
#include "ui/kit/pill.h"
#include "ui/kit/progress.h"
#include "ui/kit/search_field.h"
#include "ui/kit/table_view.h"
#include "ui/people/person_field.h"
#include "ui/runs/confirm_run.h"
#include "ui/scores/add_event_dialog.h"
#include "ui/scores/day_chart.h"
#include "ui/scores/score_list_model.h"
#include "ui/scores/score_reader.h"
#include "ui/words/value_words.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QLocale>
#include <QSortFilterProxyModel>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace badgewright::ui {

ScoresPage::ScoresPage(const PageContext &context, QWidget *parent)
    : Page(context, parent)
    , m_model(new ScoreListModel(this))
    , m_shown(new QSortFilterProxyModel(this))
    , m_reader(new ScoreReader(context.forum->scores(), this))
    , m_notice(new Notice(this))
    , m_table(new TableView(tr("Score events"), this))
    , m_stack(new QStackedWidget(this))
    , m_empty(new EmptyState(QStringLiteral("bars"), tr("No points were entered by hand in these days."), tr("Add event"), this))
    , m_add(new QAction(tr("Add event"), this))
    , m_void(new QAction(tr("Void the selected events"), this))
    , m_refresh(new QAction(tr("Refresh"), this))
{
    auto *header = new HeaderBar(tr("Score events"), this);
    header->addWidget(makeButton(ButtonKind::Secondary, m_void, this));
    header->addWidget(makeButton(ButtonKind::Secondary, m_add, this));
    m_add->setShortcut(QKeySequence::New);
    m_add->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(m_add);

    m_shown->setSourceModel(m_model);
    m_shown->setSortRole(ScoreListModel::SortRole);
    m_shown->setFilterKeyColumn(ScoreListModel::DescriptionColumn);
    m_shown->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_table->setModel(m_shown);
    m_table->setPillColumn(ScoreListModel::ChangeColumn);
    m_table->setColumnWidths({130, 190, 90, 300, 90, 130}, ScoreListModel::DescriptionColumn);
    m_table->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);

    auto *bar = new ActionBar(this);
    m_bar = bar;
    m_stagedPill = new PillLabel(QString(), Tone::Accent, bar);
    m_stagedWords = secondaryLabel(QString(), bar);
    m_stagedWords->setWordWrap(false);
    bar->addLeft(m_stagedPill);
    bar->addLeft(m_stagedWords);
    QPushButton *discard = makeButton(ButtonKind::Flat, tr("Discard"), bar);
    m_apply = makeButton(ButtonKind::Primary, QString(), bar);
    bar->addRight(discard);
    bar->addRight(m_apply);

    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(header);
    column->addWidget(makeFilters());
    column->addWidget(makeSummary());
    column->addWidget(m_notice);
    column->addWidget(m_stack, 1);
    column->addWidget(bar);

    connect(m_reader, &ScoreReader::finished, this, &ScoresPage::showEvents);
    connect(m_reader, &ScoreReader::progress, this, [this](int done, int total) {
        m_count->setText(tr("Reading day %1 of %2").arg(done).arg(total));
    });
    connect(m_reader, &ScoreReader::failed, this, [this](const Error &error) {
        m_spinner->stop();
        m_count->clear();
        m_notice->sayError(error, this->context().address(), tr("The score events could not be read."));
    });
    connect(m_notice, &Notice::actionTriggered, this, &ScoresPage::refresh);
    connect(m_model, &ScoreListModel::stagedChanged, this, &ScoresPage::dressStaged);
    connect(m_model, &ScoreListModel::refused, this, [this](const QString &sentence) { m_notice->say(Tone::Bad, sentence); });
    connect(m_add, &QAction::triggered, this, &ScoresPage::addEvent);
    connect(m_empty, &EmptyState::triggered, this, &ScoresPage::addEvent);
    connect(m_void, &QAction::triggered, this, &ScoresPage::voidSelected);
    connect(m_table, &TableView::deletePressed, this, &ScoresPage::voidSelected);
    connect(m_refresh, &QAction::triggered, this, &ScoresPage::refresh);
    connect(discard, &QPushButton::clicked, m_model, &ScoreListModel::discardStaged);
    connect(m_apply, &QPushButton::clicked, this, &ScoresPage::applyStaged);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ScoresPage::dressStaged);

    const Capability write = context.capabilities().of(Ability::WriteScores);
    m_model->setEditable(write.allowed);
    m_add->setEnabled(write.allowed);
    m_add->setToolTip(write.allowed ? QString() : write.reason);
    m_void->setToolTip(write.allowed ? tr("Sets the points of the selected events to 0") : write.reason);
    dressStaged();
}

QWidget *ScoresPage::makeFilters()
{
    auto *filters = new Panel(this);
    m_person = new PersonField(context().forum->people(), tr("Everybody"), filters);
    m_person->setAccessibleName(tr("Person"));
    m_person->setFixedWidth(220);
    m_span = new QComboBox(filters);
    m_span->addItem(tr("Last 10 days"), 10);
    m_span->addItem(tr("Last 30 days"), 30);
    m_span->addItem(tr("Last 90 days"), 90);
    m_span->addItem(tr("Last 365 days"), 365);
    m_span->setCurrentIndex(0); // each day may take a request of its own
    m_span->setFixedWidth(170);
    // A combo box is named by its label alone; this one stands for itself, so the label is there for the screen reader.
    auto *spanLabel = fieldLabel(tr("Days"), m_span, filters);
    m_search = new SearchField(tr("Search description"), filters);
    m_search->setFixedWidth(220);
    m_spinner = new Spinner(filters);
    m_count = secondaryLabel(QString(), filters);
    m_count->setWordWrap(false);
    auto *row = new QHBoxLayout(filters);
    row->setContentsMargins(kMargin, 14, kMargin, 6);
    row->setSpacing(10);
    row->addWidget(m_person);
    row->addWidget(spanLabel);
    row->addWidget(m_span);
    row->addWidget(m_search);
    row->addStretch();
    row->addWidget(m_spinner);
    row->addWidget(m_count);
    row->addWidget(makeButton(ButtonKind::Secondary, m_refresh, filters));
    connect(m_person, &PersonField::chosen, this, &ScoresPage::refresh);
    connect(m_person, &PersonField::notFound, this, [this](const QString &sentence) { m_notice->say(Tone::Look, sentence); });
    connect(m_span, &QComboBox::currentIndexChanged, this, &ScoresPage::refresh);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_shown->setFilterFixedString(text);
        summarise();
    });
    return filters;
}

QWidget *ScoresPage::makeSummary()
{
    auto *summary = new Panel(this);
    m_chart = new DayChart(summary);
    m_given = sectionLabel(QString(), summary);
    m_taken = sectionLabel(QString(), summary);
    m_given->setWordWrap(false);
    m_taken->setWordWrap(false);
    m_when = secondaryLabel(tr("Points of today show from the next full hour on, of the last ten days within a day. Older days need a recalculation."), summary);
    m_when->setFixedWidth(250);
    auto *sums = new QVBoxLayout;
    sums->addStretch();
    sums->addWidget(m_given);
    sums->addWidget(m_taken);
    sums->addStretch();
    auto *row = new QHBoxLayout(summary);
    row->setContentsMargins(kMargin, 8, kMargin, 12);
    row->setSpacing(24);
    row->addWidget(m_chart, 1);
    row->addLayout(sums);
    row->addWidget(m_when);
    return summary;
}

QDate ScoresPage::today() const
{
    return context().clock->utcNow().date();
}

QDate ScoresPage::firstDay() const
{
    return today().addDays(1 - m_span->currentData().toInt());
}

void ScoresPage::activate()
{
    if (m_readOnce)
        return;
    m_readOnce = true;
    refresh();
    readQuota();
}

void ScoresPage::refresh()
{
    if (const Capability read = context().capabilities().of(Ability::ReadScores); !read.allowed) {
        m_notice->say(Tone::Look, tr("This key may not read score events."), read.reason);
        m_stack->setCurrentWidget(m_empty);
        m_empty->setButtonText({});
        return;
    }
    m_notice->clear();
    m_spinner->start();
    m_count->setText(tr("Reading…"));
    // A day ahead: east of Greenwich people enter their own today, which the forum still calls tomorrow.
    m_reader->read(firstDay(), today().addDays(1), m_person->account().id);
}

void ScoresPage::showEvents(const QList<ScoreEvent> &events, const QList<QDate> &cutDays)
{
    m_spinner->stop();
    m_model->setEvents(events);
    m_stack->setCurrentIndex(events.isEmpty() ? 1 : 0);
    m_count->setText(tr("%Ln event(s)", nullptr, int(events.size())));
    if (!cutDays.isEmpty()) {
        QStringList days;
        for (const QDate &day : cutDays.first(std::min<qsizetype>(cutDays.size(), 5)))
            days << day.toString(Qt::ISODate);
        m_notice->say(Tone::Look, tr("The forum shows only 100 events of a day: %1 may have more.").arg(days.join(QStringLiteral(", "))),
                      tr("Choose a person to see all of theirs."));
    }
    summarise();
    readPeople();
}

void ScoresPage::readPeople()
{
    QList<AccountId> unknown;
    for (const ScoreEvent &event : m_model->events()) {
        if (!m_people.contains(event.userId) && !unknown.contains(event.userId))
            unknown << event.userId;
    }
    m_model->setPeople(m_people);
    if (unknown.isEmpty())
        return;
    context().forum->people()->byIds(unknown)->then(this, [this](const Result<QList<Account>> &accounts) {
        if (!accounts)
            return; // the rows say "person 12" then, which is true
        for (const Account &account : *accounts)
            m_people.insert(account.id, account);
        m_model->setPeople(m_people);
    });
}

void ScoresPage::summarise()
{
    QMap<QDate, DayChart::Day> days;
    qint64 given = 0;
    qint64 taken = 0;
    for (const ScoreEvent &event : m_model->events()) {
        if (!event.description.contains(m_search->text(), Qt::CaseInsensitive))
            continue;
        DayChart::Day &day = days[event.date];
        if (event.points >= 0) {
            day.given += event.points;
            given += event.points;
        } else {
            day.taken -= event.points;
            taken -= event.points;
        }
    }
    m_chart->setDays(firstDay(), today().addDays(1), days);
    m_given->setText(tr("%1 given").arg(words::points(given)));
    m_taken->setText(tr("%1 taken").arg(words::points(-taken)));
}

void ScoresPage::dressStaged()
{
    const int staged = m_model->stagedCount();
    const int voids = m_model->voidCount();
    m_bar->setVisible(staged > 0);
    m_stagedPill->setState(tr("%Ln change(s) not applied", nullptr, staged), Tone::Accent);
    QStringList parts;
    if (staged > voids)
        parts << tr("%Ln correction(s)", nullptr, staged - voids);
    if (voids)
        parts << tr("%Ln void", nullptr, voids);
    m_stagedWords->setText(parts.join(QStringLiteral(", ")));
    m_apply->setText(tr("Apply %Ln change(s) to %1", nullptr, staged).arg(context().address()));
    m_apply->setEnabled(!m_run);
    m_void->setEnabled(context().capabilities().may(Ability::WriteScores) && m_table->selectionModel()->hasSelection());
}

void ScoresPage::voidSelected()
{
    if (!m_void->isEnabled())
        return;
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    QList<ScoreEventId> ids;
    for (const QModelIndex &row : rows)
        ids << row.data(ScoreListModel::EventIdRole).toLongLong();
    for (const ScoreEventId id : std::as_const(ids))
        m_model->stagePoints(id, 0);
}

void ScoresPage::addEvent()
{
    if (!m_add->isEnabled())
        return;
    if (m_dialog) {
        m_dialog->raise();
        m_dialog->activateWindow();
        return;
    }
    m_dialog = new AddEventDialog(context(), this);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_dialog, &AddEventDialog::wanted, this, &ScoresPage::startRun);
    m_dialog->show();
}

void ScoresPage::applyStaged()
{
    const QList<runs::UpdateScoreEventStep> steps = m_model->stagedSteps();
    if (steps.isEmpty())
        return;
    QStringList calls;
    for (const runs::UpdateScoreEventStep &step : steps.first(std::min<qsizetype>(steps.size(), 8)))
        calls << tr("%1, %2: %3 instead of %4")
                     .arg(step.date.toString(Qt::ISODate), step.account.username, words::points(step.points), words::points(step.oldPoints));
    if (steps.size() > calls.size())
        calls << tr("and %Ln more", nullptr, int(steps.size() - calls.size()));
    Question question;
    question.title = tr("Apply %Ln change(s) to %1?", nullptr, int(steps.size())).arg(context().address());
    question.consequence = calls.join(u'\n');
    question.yes = tr("Apply");
    const runs::Plan plan = runs::planScoreUpdates(context().forum, steps, *context().clock);
    confirmRun(this, context().ask, context().connection(), question, [this, plan] {
        const auto run = context().runs->start(plan, context().forum, runs::Pace::Considerate);
        if (run)
            watch(*run);
        else
            m_notice->sayError(run.error(), context().address());
    });
}

void ScoresPage::startRun(const runs::Plan &plan)
{
    const auto *step = std::get_if<runs::CreateScoreEventStep>(&plan.steps.first().what);
    Question question;
    question.title = tr("Enter %1 points for %2 on %3?").arg(words::points(step->points), step->account.username, context().address());
    question.consequence = tr("Day %1. It can be undone from the ledger.").arg(step->date.toString(Qt::ISODate));
    question.yes = tr("Enter points");
    confirmRun(m_dialog ? static_cast<QWidget *>(m_dialog) : this, context().ask, context().connection(), question, [this, plan] {
        const auto run = context().runs->start(plan, context().forum, runs::Pace::Considerate);
        if (!run) {
            m_notice->sayError(run.error(), context().address());
            return;
        }
        if (m_dialog)
            m_dialog->close();
        watch(*run);
    });
}

void ScoresPage::watch(runs::Run *run)
{
    m_run = run;
    m_notice->say(Tone::Accent, tr("Sending to %1…").arg(context().address()));
    dressStaged();
    connect(run, &runs::Run::stateChanged, this, [this, run] {
        const runs::RunState state = run->state();
        if (state == runs::RunState::Running || state == runs::RunState::Stopping || run != m_run)
            return;
        m_run = nullptr;
        if (state == runs::RunState::Done && !run->counts().failed()) {
            m_model->discardStaged();
            refresh();
            m_notice->say(Tone::Good, tr("%Ln change(s) made on %1.", nullptr, run->counts().total).arg(context().address()));
        } else if (state == runs::RunState::Done) {
            m_notice->say(Tone::Bad, tr("%Ln change(s) failed.", nullptr, run->counts().failed()), run->steps().first().words, tr("Open in the ledger"));
        } else {
            m_notice->say(Tone::Look, tr("The run is paused."), run->pauseReason());
        }
        dressStaged();
    });
}

void ScoresPage::readQuota()
{
    if (!context().capabilities().may(Ability::ReadLeaderboards))
        return;
    context().forum->scores()->leaderboards()->then(this, [this](const Result<Leaderboards> &boards) {
        if (boards && boards->recalculationsLeft)
            m_when->setText(tr("Points of today show from the next full hour on, of the last ten days within a day. Older days need a recalculation: %1 of 5 left today.")
                                .arg(*boards->recalculationsLeft));
    });
}

void ScoresPage::open(const QVariant &argument)
{
    const QString username = argument.toString();
    if (username.isEmpty())
        return;
    context().forum->people()->byUsername(username)->then(this, [this](const Result<Account> &account) {
        if (account) {
            m_person->setAccount(*account);
            refresh();
        }
    });
}

bool ScoresPage::hasUnsaved() const
{
    return m_model->stagedCount() > 0;
}

} // namespace badgewright::ui
