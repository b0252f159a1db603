// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/grants/grant_source_page.h"

#include "support/settings.h"
#include "ui/kit/ask_user.h"
#include "ui/kit/buttons.h"
#include "ui/kit/labels.h"
#include "ui/kit/notice.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QGridLayout>
#include <QLineEdit>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace badgewright::ui {

namespace {

/// The roles a person may give a column here, in the order of the list.
const QList<people::ColumnRole> &offeredRoles()
{
    static const QList<people::ColumnRole> roles{people::ColumnRole::Username, people::ColumnRole::Email, people::ColumnRole::Id,
                                                 people::ColumnRole::ProfileUrl, people::ColumnRole::ExternalId, people::ColumnRole::Reason};
    return roles;
}

QString roleWords(people::ColumnRole role)
{
    switch (role) {
    case people::ColumnRole::Username:
        return GrantSourcePage::tr("Username");
    case people::ColumnRole::Email:
        return GrantSourcePage::tr("E-mail");
    case people::ColumnRole::Id:
        return GrantSourcePage::tr("Account id");
    case people::ColumnRole::ProfileUrl:
        return GrantSourcePage::tr("Profile address");
    case people::ColumnRole::ExternalId:
        return GrantSourcePage::tr("Single sign-on id");
    case people::ColumnRole::Name:
        return GrantSourcePage::tr("Name");
    case people::ColumnRole::Reason:
        return GrantSourcePage::tr("Reason");
    case people::ColumnRole::Points:
        return GrantSourcePage::tr("Points");
    case people::ColumnRole::Date:
        return GrantSourcePage::tr("Day");
    case people::ColumnRole::Description:
        return GrantSourcePage::tr("Description");
    }
    return {};
}

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
    , m_badgeRow(new QWidget(this))
    , m_badge(new QComboBox(m_badgeRow))
    , m_text(new QPlainTextEdit(this))
    , m_fileCard(new Card(this, 16))
    , m_header(new QCheckBox(tr("The first row names the columns"), m_fileCard))
    , m_reason(new QLineEdit(this))
    , m_found(secondaryLabel(QString(), this))
{
    setAcceptDrops(true);
    auto *badgeColumn = new QVBoxLayout(m_badgeRow);
    badgeColumn->setContentsMargins(0, 0, 0, 0);
    badgeColumn->setSpacing(4);
    badgeColumn->addWidget(fieldLabel(tr("Badge"), m_badge, m_badgeRow));
    badgeColumn->addWidget(m_badge);

    m_text->setAccessibleName(tr("People"));
    m_text->setTabChangesFocus(true);
    m_text->setPlaceholderText(tr("Usernames, mails, mentions or profile addresses, one a line or between commas.\nYou can also drop a table (CSV) here, or paste cells from a spreadsheet."));

    auto *card = static_cast<Card *>(m_fileCard);
    m_fileWords = bodyLabel(QString(), card);
    QPushButton *another = makeButton(ButtonKind::Flat, tr("Paste names instead"), card);
    auto *fileRow = new QHBoxLayout;
    fileRow->addWidget(m_fileWords, 1);
    fileRow->addWidget(another);
    card->column()->addLayout(fileRow);
    card->column()->addWidget(m_header);
    m_columns = new QGridLayout;
    m_columns->setHorizontalSpacing(16);
    m_columns->setVerticalSpacing(6);
    card->column()->addLayout(m_columns);
    card->column()->addStretch();

    m_reason->setAccessibleName(tr("Reason for all"));
    m_reason->setPlaceholderText(tr("Address of a topic or post on %1; may stay empty").arg(flow->context().address()));
    QPushButton *open = makeButton(ButtonKind::Secondary, tr("Open a table…"), this, QStringLiteral("table"));

    auto *people = new QHBoxLayout;
    people->addWidget(fieldLabel(tr("People"), m_text, this), 1);
    people->addWidget(open);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kMargin, kMargin - 4, kMargin, kMargin - 4);
    column->setSpacing(kGrid);
    column->addWidget(m_notice);
    column->addWidget(m_badgeRow);
    column->addLayout(people);
    column->addWidget(m_text, 1);
    column->addWidget(m_fileCard, 1);
    column->addWidget(m_found);
    column->addWidget(fieldLabel(tr("Reason for all"), m_reason, this));
    column->addWidget(m_reason);

    connect(m_text, &QPlainTextEdit::textChanged, this, [this] { m_flow->setText(m_text->toPlainText()); });
    connect(m_reason, &QLineEdit::textChanged, this, [this](const QString &text) { m_flow->setReasonForAll(text.trimmed()); });
    connect(open, &QPushButton::clicked, this, &GrantSourcePage::openFile);
    connect(another, &QPushButton::clicked, m_flow, &GrantFlow::forgetFile);
    connect(m_flow, &GrantFlow::sourceChanged, this, &GrantSourcePage::dress);
    connect(m_header, &QCheckBox::toggled, this, [this](bool on) {
        if (m_dressing)
            return;
        people::ColumnMapping mapping = m_flow->mapping();
        mapping.firstRowIsHeader = on;
        m_flow->setMapping(mapping);
    });
    connect(m_badge, &QComboBox::activated, this, [this](int index) {
        for (const Badge &badge : std::as_const(m_catalogue)) {
            if (badge.id == m_badge->itemData(index).toLongLong())
                m_flow->setBadges({badge});
        }
    });
    m_badgeRow->setVisible(m_flow->badges().isEmpty());
    if (m_flow->badges().isEmpty())
        fillBadges();
    dress();
    m_text->setFocus();
}

void GrantSourcePage::fillBadges()
{
    m_flow->context().forum->badges()->list()->then(this, [this](const Result<BadgeCatalogue> &catalogue) {
        if (!catalogue) {
            m_notice->sayError(catalogue.error(), m_flow->context().address(), tr("The badges could not be read."), [this] { fillBadges(); });
            return;
        }
        m_catalogue.clear();
        m_badge->clear();
        m_badge->addItem(tr("Choose a badge"), 0);
        for (const Badge &badge : catalogue->badges) {
            if (!badge.enabled)
                continue;
            m_catalogue << badge;
            m_badge->addItem(badge.name, badge.id);
        }
    });
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
        m_notice->clear();
        m_flow->loadFile(path);
    });
}

void GrantSourcePage::dress()
{
    m_fileCard->setVisible(m_flow->hasFile());
    m_text->setVisible(!m_flow->hasFile());
    QStringList found = m_flow->sourceRemarks();
    if (!m_flow->recipients().isEmpty())
        found.prepend(tr("%Ln people named", nullptr, int(m_flow->recipients().size())));
    m_found->setText(found.join(u'\n'));
    if (m_flow->hasFile())
        dressColumns();
}

void GrantSourcePage::dressColumns()
{
    m_dressing = true;
    const people::Table &table = m_flow->table();
    QStringList facts{m_flow->sourceName(), tr("%Ln row(s)", nullptr, int(table.rows.size())), table.encoding};
    m_fileWords->setText(facts.join(QStringLiteral(" · ")));
    m_header->setChecked(m_flow->mapping().firstRowIsHeader);
    while (QLayoutItem *item = m_columns->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
    const int first = m_flow->mapping().firstRowIsHeader ? 1 : 0;
    for (int i = 0; i < std::min(table.columnCount, 8); ++i) {
        auto *box = new QComboBox(m_fileCard);
        box->addItem(tr("Not used"), -1);
        for (const people::ColumnRole role : offeredRoles())
            box->addItem(roleWords(role), int(role));
        const auto role = m_flow->mapping().roleOf(i);
        box->setCurrentIndex(role ? std::max(0, box->findData(int(*role))) : 0);
        auto *label = fieldLabel(people::columnTitle(table, m_flow->mapping(), i), box, m_fileCard);
        m_columns->addWidget(label, i, 0);
        m_columns->addWidget(box, i, 1);
        QStringList examples;
        for (qsizetype row = first; row < table.rows.size() && examples.size() < 3; ++row)
            examples << table.cell(row, i);
        auto *example = new ElidedLabel(TextSize::Secondary, examples.join(QStringLiteral(" · ")), m_fileCard);
        m_columns->addWidget(example, i, 2);
        connect(box, &QComboBox::activated, this, [this, i, box](int index) {
            people::ColumnMapping mapping = m_flow->mapping();
            if (const auto had = mapping.roleOf(i))
                mapping.columns.remove(*had);
            const int chosen = box->itemData(index).toInt();
            if (chosen >= 0)
                mapping.set(people::ColumnRole(chosen), i);
            m_flow->setMapping(mapping);
        });
    }
    m_columns->setColumnStretch(2, 1);
    m_dressing = false;
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
    m_notice->clear();
    m_flow->loadFile(path);
}

} // namespace badgewright::ui
