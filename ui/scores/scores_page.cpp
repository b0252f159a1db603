// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scores/scores_page.h"

#include "support/clock.h"
#include "ui/kit/buttons.h"
#include "ui/kit/header_bar.h"
#include "ui/kit/notice.h"
#include "ui/kit/pill.h"
#include "ui/kit/progress.h"
#include "ui/kit/search_field.h"
#include "ui/kit/table_view.h"
#include "ui/people/person_field.h"
#include "ui/runs/run_errand.h"
#include "ui/scores/add_event_dialog.h"
#include "ui/scores/day_span_field.h"
#include "ui/scores/recalculate_dialog.h"
#include "ui/scores/score_list_model.h"
#include "ui/scores/score_reader.h"
#include "ui/scores/score_summary.h"
#include "ui/scores/score_table.h"
#include "ui/words/value_words.h"

#include <QAction>
#include <QApplication>
#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QLineEdit>
#include <QSortFilterProxyModel>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

namespace badgewright::ui {

ScoresPage::ScoresPage(const PageContext &context, QWidget *parent)
    : Page(context, parent)
    , m_model(new ScoreListModel(this))
    , m_shown(new QSortFilterProxyModel(this))
    , m_reader(new ScoreReader(context.forum->scores(), this))
    , m_readNotice(new Notice(this))
    , m_notice(new Notice(this))
    , m_errand(new RunErrand(context, m_notice, this))
    , m_table(new ScoreTable(tr("Score events"), this))
    , m_stack(new QStackedWidget(this))
    , m_empty(new EmptyState(QStringLiteral("bars"), tr("No points were entered by hand in these days."), tr("Add event"), this))
    , m_add(new QAction(tr("Add event"), this))
    , m_void(new QAction(tr("Void the selected events"), this))
    , m_refresh(new QAction(tr("Refresh"), this))
    , m_recalculate(new QAction(tr("Recalculate…"), this))
{
    auto *header = new HeaderBar(tr("Score events"), this);
    header->addWidget(makeButton(ButtonKind::Secondary, m_recalculate, this));
    header->addWidget(makeButton(ButtonKind::Secondary, m_void, this));
    header->addWidget(makeButton(ButtonKind::Secondary, m_add, this));
    m_add->setShortcut(QKeySequence::New);
    addAction(m_add);

    m_shown->setSourceModel(m_model);
    m_shown->setSortRole(ScoreListModel::SortRole);
    m_shown->setFilterKeyColumn(ScoreListModel::DescriptionColumn);
    m_shown->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_table->setModel(m_shown);
    m_table->letSort();
    m_table->setPillColumn(ScoreListModel::ChangeColumn);
    m_table->setColumnWidths({130, 190, 90, 300, 90, 130}, ScoreListModel::DescriptionColumn);
    m_table->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);

    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(header);
    column->addWidget(makeFilters());
    m_summary = new ScoreSummary(this);
    column->addWidget(m_summary);
    column->addWidget(new NoticeRoom({m_readNotice, m_notice}, context.clock));
    column->addWidget(m_stack, 1);
    column->addWidget(makeBar());

    connect(m_reader, &ScoreReader::finished, this, &ScoresPage::showEvents);
    connect(m_reader, &ScoreReader::progress, this, [this](int done, int total) {
        m_stop->show();
        m_count->setText(tr("Reading day %1 of %2").arg(done).arg(total));
    });
    connect(m_reader, &ScoreReader::failed, this, [this](const Error &error) {
        m_spinner->stop();
        m_stop->hide();
        sayCount();
        m_readNotice->sayError(error, this->context().address(), tr("The score events could not be read."), [this] { refresh(); });
    });
    auto *ageing = new QTimer(this);
    connect(ageing, &QTimer::timeout, this, [this] {
        if (isVisible() && !m_reader->isReading())
            sayCount();
    });
    ageing->start(std::chrono::seconds(30));
    connect(m_model, &ScoreListModel::stagedChanged, this, &ScoresPage::dressStaged);
    connect(m_model, &ScoreListModel::refused, this, &ScoresPage::askAgain);
    connect(m_add, &QAction::triggered, this, &ScoresPage::addEvent);
    connect(m_empty, &EmptyState::triggered, this, &ScoresPage::addEvent);
    connect(m_void, &QAction::triggered, this, &ScoresPage::voidSelected);
    connect(m_table, &TableView::deletePressed, this, &ScoresPage::voidSelected);
    connect(m_refresh, &QAction::triggered, this, &ScoresPage::refresh);
    connect(m_recalculate, &QAction::triggered, this, &ScoresPage::askForRecalculation);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ScoresPage::dressStaged);
    connect(m_errand, &RunErrand::busyChanged, this, &ScoresPage::dressStaged);
    connect(m_errand, &RunErrand::ledgerWanted, this, [this](int runId) { Q_EMIT openPage(PageId::Ledger, runId); });
    connect(m_errand, &RunErrand::ended, this, [this](const runs::Run *run) {
        if (run->steps().first().step.type() == runs::StepType::Recalculate)
            readQuota();
        else
            refresh();
    });
    connect(m_errand, &RunErrand::started, this, [this](int, QWidget *over) {
        if (over && (over == m_dialog || over == m_recalculateDialog))
            over->close();
    });
    connect(m_errand, &RunErrand::stepOver, this, [this](const runs::StepRecord &record) {
        const auto *step = std::get_if<runs::UpdateScoreEventStep>(&record.step.what);
        if (step && record.state != runs::StepState::Failed && record.state != runs::StepState::Unknown)
            m_model->settle(*step);
    });
    // What another page sent (an undo) changes points, too.
    connect(context.runs, &runs::RunCentre::runFinished, this, [this](const runs::Run *run) {
        if (run->summary().forumId != this->context().connection().id || run == m_errand->current())
            return;
        const runs::StepType type = run->steps().first().step.type();
        if (type != runs::StepType::CreateScoreEvent && type != runs::StepType::UpdateScoreEvent)
            return;
        m_stale = true;
        if (isVisible())
            refresh();
    });

    const Capability write = context.change(Ability::WriteScores);
    m_model->setEditable(write.allowed);
    m_add->setEnabled(write.allowed);
    m_add->setToolTip(write.allowed ? QString() : write.reason);
    m_void->setToolTip(write.allowed ? tr("Sets the points of the selected events to 0") : write.reason);
    const Capability recalculate = context.change(Ability::Recalculate);
    m_recalculate->setEnabled(recalculate.allowed);
    m_recalculate->setToolTip(recalculate.allowed ? tr("Counts everybody’s scores anew from a day on") : recalculate.reason);
    dressStaged();
}

ScoresPage::~ScoresPage()
{
    m_model->disconnect(this); // an editor that is open gives its text once more while the table goes
}

QWidget *ScoresPage::makeFilters()
{
    auto *filters = new Panel(this);
    m_person = new PersonField(context().forum->people(), tr("Everybody"), filters);
    m_person->setAccessibleName(tr("Person whose events are shown"));
    m_person->setMinimumWidth(110);
    m_person->setMaximumWidth(220);
    m_span = new DaySpanField(context().clock, filters);
    m_search = new SearchField(tr("Search description"), filters);
    m_search->setMinimumWidth(110);
    m_search->setMaximumWidth(220);
    m_spinner = new Spinner(filters);
    m_stop = makeButton(ButtonKind::Secondary, tr("Stop"), filters);
    m_stop->setToolTip(tr("What has been read is shown"));
    m_stop->hide();
    m_count = new ElidedLabel(TextSize::Secondary, QString(), filters);
    auto *row = new QHBoxLayout(filters);
    row->setContentsMargins(kMargin, 14, kMargin, 6);
    row->setSpacing(10);
    row->addWidget(m_person, 1);
    row->addWidget(m_span);
    row->addWidget(m_search, 1);
    row->addStretch();
    row->addWidget(m_spinner);
    row->addWidget(m_stop);
    row->addWidget(m_count);
    row->addWidget(makeButton(ButtonKind::Secondary, m_refresh, filters));
    connect(m_person, &PersonField::chosen, this, [this](const Account &account) {
        m_finding.clear();
        // While a name is being typed nobody is meant yet, and not everybody either.
        if (account.id || m_person->text().isEmpty())
            refresh();
    });
    connect(m_person, &PersonField::notFound, this, [this](const QString &sentence) { m_readNotice->say(Tone::Look, sentence); });
    connect(m_span, &DaySpanField::changed, this, &ScoresPage::refresh);
    connect(m_stop, &QPushButton::clicked, this, &ScoresPage::stopReading);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_shown->setFilterFixedString(text);
        summarise();
    });
    return filters;
}

QWidget *ScoresPage::makeBar()
{
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
    connect(discard, &QPushButton::clicked, m_model, &ScoreListModel::discardStaged);
    connect(m_apply, &QPushButton::clicked, this, &ScoresPage::applyStaged);
    return bar;
}

void ScoresPage::activate()
{
    if (!m_readOnce) {
        m_readOnce = true;
        refresh();
        readQuota();
    } else if (m_stale) {
        refresh();
    } else if (!m_reader->isReading()) {
        sayCount();
    }
}

void ScoresPage::refresh()
{
    if (const Capability read = context().capabilities().of(Ability::ReadScores); !read.allowed) {
        m_readNotice->say(Tone::Look, tr("This key may not read score events."), read.reason);
        m_stack->setCurrentWidget(m_empty);
        m_empty->setButtonText({});
        return;
    }
    m_stale = false;
    m_readNotice->clear();
    if (!m_errand->isBusy())
        m_notice->clear();
    m_spinner->start();
    m_stop->hide();
    m_count->setText(tr("Reading…"));
    m_reader->read(m_span->first(), m_span->last(), m_person->account().id);
}

void ScoresPage::showEvents(const QList<ScoreEvent> &events, const QList<QDate> &cutDays)
{
    m_spinner->stop();
    m_stop->hide();
    m_model->setEvents(events);
    m_stack->setCurrentIndex(events.isEmpty() ? 1 : 0);
    m_readAt = context().clock->utcNow();
    sayCount();
    if (!cutDays.isEmpty()) {
        QStringList days;
        for (const QDate &day : cutDays.first(std::min<qsizetype>(cutDays.size(), 5)))
            days << day.toString(Qt::ISODate);
        m_readNotice->say(Tone::Look, tr("The forum shows only 100 events of a day: %1 may have more.").arg(days.join(QStringLiteral(", "))),
                          tr("Choose a person to see all of theirs."));
    }
    summarise();
    readPeople();
}

void ScoresPage::stopReading()
{
    m_reader->stop();
    const QDate since = m_reader->readSince();
    m_readNotice->say(Tone::Note, since.isValid() ? tr("Reading was stopped: only the days from %1 on are here.").arg(since.toString(Qt::ISODate))
                                                  : tr("Reading was stopped before the first day was read."));
}

void ScoresPage::sayCount()
{
    if (!m_readAt.isValid()) {
        m_count->clear();
        return;
    }
    const QDateTime now = context().clock->utcNow();
    const int minutes = int(m_readAt.secsTo(now) / 60);
    const QString when = minutes < 1    ? tr("read just now")
                         : minutes < 60 ? tr("read %Ln min ago", nullptr, minutes)
                                        : tr("read %1").arg(words::moment(m_readAt, now));
    m_count->setText(tr("%1 · %2").arg(tr("%Ln event(s)", nullptr, int(m_model->events().size())), when));
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
    QList<ScoreEvent> shown = m_model->events();
    shown.removeIf([this](const ScoreEvent &event) { return !event.description.contains(m_search->text(), Qt::CaseInsensitive); });
    m_summary->setEvents(m_span->first(), m_span->last(), shown);
}

void ScoresPage::askAgain(const QString &sentence, const QModelIndex &index, const QString &typed)
{
    m_notice->say(Tone::Bad, sentence);
    m_refusal = sentence;
    // The view closes its editor first.
    QMetaObject::invokeMethod(this, [this, index = QPersistentModelIndex(index), typed] {
        const QModelIndex shown = m_shown->mapFromSource(index);
        const QWidget *focus = QApplication::focusWidget();
        if (!shown.isValid() || !focus || (focus != m_table && !m_table->isAncestorOf(focus)))
            return; // the person went elsewhere, and is not called back
        m_table->setCurrentIndex(shown);
        m_table->edit(shown);
        if (auto *editor = qobject_cast<QLineEdit *>(QApplication::focusWidget()); editor && m_table->isAncestorOf(editor))
            editor->setText(typed);
    }, Qt::QueuedConnection);
}

void ScoresPage::dressStaged()
{
    if (!m_refusal.isEmpty() && m_notice->sentence() == m_refusal)
        m_notice->clear(); // what was refused has been put right
    m_refusal.clear();
    const int staged = m_model->stagedCount();
    const int voids = m_model->voidCount();
    m_bar->setVisible(staged > 0);
    m_stagedPill->setState(tr("%Ln change(s) not applied", nullptr, staged), Tone::Accent);
    QStringList parts;
    if (staged > voids)
        parts << tr("%Ln correction(s)", nullptr, staged - voids);
    if (voids)
        parts << tr("%Ln void", nullptr, voids);
    if (const int elsewhere = m_model->stagedElsewhere())
        parts << tr("%Ln not in this list", nullptr, elsewhere);
    m_stagedWords->setText(parts.join(QStringLiteral(", ")));
    m_apply->setText(tr("Apply %Ln change(s) to %1", nullptr, staged).arg(context().address()));
    m_apply->setEnabled(!m_errand->isBusy());
    m_void->setEnabled(context().change(Ability::WriteScores).allowed && m_table->selectionModel()->hasSelection());
}

void ScoresPage::readQuota()
{
    if (!context().capabilities().may(Ability::ReadLeaderboards))
        return;
    context().forum->scores()->leaderboards()->then(this, [this](const Result<Leaderboards> &boards) {
        if (boards && boards->recalculationsLeft)
            m_summary->setRecalculationsLeft(*boards->recalculationsLeft);
    });
}

void ScoresPage::open(const QVariant &argument)
{
    const QString username = argument.toString();
    if (username.isEmpty())
        return;
    Call<Account> *call = context().forum->people()->byUsername(username);
    m_finding = call;
    call->then(this, [this, call](const Result<Account> &account) {
        if (call != m_finding)
            return;
        m_finding.clear();
        if (account) {
            m_person->setAccount(*account);
            refresh();
        } else {
            m_readNotice->sayError(account.error(), context().address());
        }
    });
}

bool ScoresPage::hasUnsaved() const
{
    return m_model->stagedCount() > 0;
}

} // namespace badgewright::ui
