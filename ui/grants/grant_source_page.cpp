// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/grants/grant_source_page.h"

#include "support/settings.h"
#include "ui/grants/badge_row.h"
#include "ui/grants/column_choice.h"
#include "ui/grants/reason_field.h"
#include "ui/grants/source_dialog.h"
#include "ui/grants/source_list.h"
#include "ui/kit/ask_user.h"
#include "ui/kit/buttons.h"
#include "ui/kit/labels.h"
#include "ui/kit/notice.h"
#include "ui/kit/text_box.h"

#include <QDragEnterEvent>
#include <QFileInfo>
#include <QMimeData>
#include <QVBoxLayout>

namespace badgewright::ui {

namespace {

constexpr int kRemarksShown = 5;
constexpr int kLeastText = 36; ///< where a pasted table and its columns share a low window

QString firstFile(const QMimeData *data)
{
    const QList<QUrl> urls = data->urls();
    return urls.size() == 1 && urls.first().isLocalFile() ? urls.first().toLocalFile() : QString();
}

} // namespace

GrantSourcePage::GrantSourcePage(GrantFlow *flow, QWidget *parent)
    : QWidget(parent)
    , m_flow(flow)
    , m_notice(new Notice(this))
    , m_badges(new BadgeRow(flow, this))
    , m_open(makeButton(ButtonKind::Secondary, tr("Open a table…"), this, QStringLiteral("table")))
    , m_add(makeButton(ButtonKind::Secondary, tr("Other sources…"), this, QStringLiteral("people")))
    , m_text(new TextBox(this))
    , m_tableCard(new Card(this, 16))
    , m_tableWords(new ElidedLabel(TextSize::Body, QString(), m_tableCard))
    , m_another(makeButton(ButtonKind::Flat, tr("Paste names instead"), m_tableCard))
    , m_columns(new ColumnChoice(m_tableCard))
    , m_sources(new SourceList(flow->added(), this))
    , m_remarks(new Notice(this))
    , m_found(secondaryLabel(QString(), this))
    , m_reason(new ReasonField(flow->context(), this))
{
    setAcceptDrops(true);
    m_text->setAcceptDrops(false); // it would write the file's address into the list
    m_text->setTabChangesFocus(true);
    m_text->setMinimumHeight(kLeastText);
    m_text->setPlaceholderText(tr("Usernames, mails, mentions or profile addresses, one a line or between commas.\nYou can also drop a table (CSV) here, or paste cells from a spreadsheet.\nA group, the holders of a badge and more are under “Other sources…”."));
    m_remarks->setDismissible(false);
    layOut();

    GrantSource *source = m_flow->source();
    connect(m_text, &QPlainTextEdit::textChanged, this, [this, source] { source->setText(m_text->toPlainText()); });
    connect(m_reason, &ReasonField::changed, m_flow, &GrantFlow::setReasonForAll);
    connect(m_open, &QPushButton::clicked, this, &GrantSourcePage::openFile);
    connect(m_add, &QPushButton::clicked, this, &GrantSourcePage::addSource);
    connect(m_sources, &SourceList::emptied, m_add, qOverload<>(&QWidget::setFocus));
    connect(m_flow->added(), &AddedSources::failed, this, [this](int id, const Error &error) {
        m_notice->sayError(error, m_flow->context().address(), tr("Not read: %1.").arg(people::sourceName(m_flow->added()->find(id)->spec)), [this, id] {
            m_notice->clear();
            m_flow->added()->readAgain(id);
        });
    });
    connect(m_another, &QPushButton::clicked, this, [this, source] {
        source->forgetFile();
        m_text->setFocus();
    });
    connect(m_columns, &ColumnChoice::chosen, source, &GrantSource::setMapping);
    connect(source, &GrantSource::failed, this, [this](const Error &error) {
        m_notice->sayError(error, m_flow->context().address(), {}, [this] { load(m_loaded); });
    });
    connect(m_flow, &GrantFlow::sourceChanged, this, &GrantSourcePage::dress);
    dress();
}

void GrantSourcePage::layOut()
{
    auto *tableRow = new QHBoxLayout;
    tableRow->addWidget(m_tableWords, 1);
    tableRow->addWidget(m_another);
    m_tableCard->column()->addLayout(tableRow);
    m_tableCard->column()->addWidget(m_columns, 1);

    auto *people = new QHBoxLayout;
    people->addWidget(fieldLabel(tr("People"), m_text, this), 1);
    people->addWidget(m_open);
    people->addWidget(m_add);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kMargin, kMargin - 4, kMargin, kMargin - 4);
    column->setSpacing(kGrid);
    column->addWidget(m_notice);
    column->addWidget(m_badges);
    column->addLayout(people);
    column->addWidget(m_text, 1);
    column->addWidget(m_tableCard, 1);
    column->addWidget(m_found);
    column->addWidget(m_sources);
    column->addWidget(m_remarks);
    auto *reasonLabel = fieldLabel(tr("Reason for all"), m_reason->edit(), this);
    column->addWidget(reasonLabel);
    column->addWidget(m_reason);
    reasonLabel->setVisible(!m_flow->revokes());
    m_reason->setVisible(!m_flow->revokes());
}

void GrantSourcePage::takeFocus()
{
    if (m_flow->badges().isEmpty())
        m_badges->takeFocus();
    else if (!m_text->isHidden())
        m_text->setFocus();
    else
        m_columns->setFocus();
}

void GrantSourcePage::openFile()
{
    FileQuestion question;
    question.title = tr("Open a table of people");
    question.suggested = m_flow->context().settings->value(settings::kLastFolder);
    question.filters = {tr("Tables (*.csv *.tsv *.txt)"), tr("All files (*)")};
    m_flow->context().ask->openFile(this, question, [this](const QString &path) {
        if (path.isEmpty())
            return;
        m_flow->context().settings->set(settings::kLastFolder, QFileInfo(path).absolutePath());
        load(path);
    });
}

void GrantSourcePage::addSource()
{
    const GrantSource *source = m_flow->source();
    auto *dialog = new SourceDialog(m_flow->context(), !source->isEmpty() || !m_flow->added()->isEmpty(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &SourceDialog::chosen, this, [this](people::SetOperator how, const people::SourceSpec &spec) {
        m_notice->clear();
        m_flow->added()->add(how, spec);
    });
    dialog->open();
}

void GrantSourcePage::load(const QString &path)
{
    m_notice->clear();
    m_loaded = path;
    m_flow->source()->loadFile(path);
}

void GrantSourcePage::dress()
{
    const GrantSource *source = m_flow->source();
    const bool hadFocus = m_text->hasFocus();
    m_text->setVisible(!source->hasFile());
    m_tableCard->setVisible(source->isTable());
    m_another->setVisible(source->hasFile());
    if (hadFocus && source->hasFile())
        m_columns->setFocus();
    const qsizetype count = source->recipients().size();
    m_found->setText(count ? tr("%Ln people named", nullptr, int(count)) : QString());
    m_found->setVisible(count || m_flow->added()->isEmpty());
    m_sources->setHasBeginning(count > 0);
    dressRemarks();
    if (!source->isTable())
        return;
    const people::Table &table = source->table();
    QStringList facts{source->name(), tr("%Ln row(s)", nullptr, int(table.rows.size()))};
    if (source->hasFile())
        facts << table.encoding;
    if (source->mapping().everyCell)
        facts << tr("a list: every cell names a person");
    if (source->isRemembered())
        facts << tr("columns as you chose them last time");
    m_tableWords->setText(facts.join(QStringLiteral(" · ")));
    m_columns->setTable(table, source->mapping());
}

void GrantSourcePage::dressRemarks()
{
    QStringList remarks = m_flow->source()->remarks();
    for (const AddedSources::Entry &entry : m_flow->added()->entries()) {
        for (const QString &remark : entry.people.remarks)
            remarks << tr("%1: %2").arg(people::sourceName(entry.spec), remark);
    }
    if (remarks.isEmpty()) {
        m_remarks->clear();
        return;
    }
    // Said once: a screen reader reads a notice out whenever it is said.
    QStringList details = remarks.mid(1, kRemarksShown - 1);
    if (remarks.size() > kRemarksShown)
        details << tr("And %Ln more of this kind.", nullptr, int(remarks.size() - kRemarksShown));
    const QString rest = details.join(u'\n');
    if (!m_remarks->isVisibleTo(this) || m_remarks->sentence() != remarks.first() || m_remarks->details() != rest)
        m_remarks->say(Tone::Look, remarks.first(), rest);
}

void GrantSourcePage::dragEnterEvent(QDragEnterEvent *event)
{
    if (!firstFile(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void GrantSourcePage::dropEvent(QDropEvent *event)
{
    const QString path = firstFile(event->mimeData());
    if (path.isEmpty())
        return;
    event->acceptProposedAction();
    load(path);
}

} // namespace badgewright::ui
