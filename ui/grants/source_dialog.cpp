// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/grants/source_dialog.h"

#include "support/settings.h"
#include "ui/grants/choice_list.h"
#include "ui/grants/grant_source.h"
#include "ui/grants/parameter_form.h"
#include "ui/grants/source_list.h"
#include "ui/kit/ask_user.h"
#include "ui/kit/buttons.h"
#include "ui/kit/labels.h"
#include "ui/kit/notice.h"

#include <QComboBox>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

#include <tuple>
#include <utility>

namespace badgewright::ui {

using people::SetOperator;
using people::SourceKind;

namespace {

/// Why the connection may not read such people; nothing: it may.
std::optional<QString> whyNot(SourceKind kind, const Capabilities &may)
{
    QList<Ability> needed;
    switch (kind) {
    case SourceKind::List:
        break;
    case SourceKind::Group:
        needed = {Ability::ListGroups, Ability::ListMembers};
        break;
    case SourceKind::Holders:
        needed = {Ability::ListBadges, Ability::ListHolders};
        break;
    case SourceKind::Topic:
    case SourceKind::Likers:
        needed = {Ability::ReadTopics};
        break;
    case SourceKind::Report:
        needed = {Ability::RunReports};
        break;
    }
    for (const Ability ability : needed) {
        if (!may.may(ability))
            return may.of(ability).reason.isEmpty() ? SourceDialog::tr("This forum has nothing of the kind.") : may.of(ability).reason;
    }
    return {};
}

} // namespace

SourceDialog::SourceDialog(const PageContext &context, bool hasBeginning, QWidget *parent)
    : QDialog(parent)
    , m_context(context)
    , m_kind(new QComboBox(this))
    , m_how(makeOperatorBox(this))
    , m_listPart(new QWidget(this))
    , m_list(new ChoiceList(ChoiceList::Mode::One, m_listPart))
    , m_parameters(new ParameterForm(m_listPart))
    , m_linkPart(new QWidget(this))
    , m_link(new QLineEdit(m_linkPart))
    , m_filePart(new QWidget(this))
    , m_choose(makeButton(ButtonKind::Secondary, tr("Choose a table…"), m_filePart, QStringLiteral("table")))
    , m_fileWords(new ElidedLabel(TextSize::Body, QString(), m_filePart))
    , m_file(new GrantSource(context.settings, this))
    , m_notice(new Notice(this))
    , m_add(makeButton(ButtonKind::Primary, tr("Add people"), this))
{
    setWindowTitle(tr("Other sources"));
    resize(560, 500);
    m_kind->addItem(tr("Members of a group"), int(SourceKind::Group));
    m_kind->addItem(tr("Holders of a badge"), int(SourceKind::Holders));
    m_kind->addItem(tr("Everybody who wrote in a topic"), int(SourceKind::Topic));
    m_kind->addItem(tr("Everybody who liked a post"), int(SourceKind::Likers));
    m_kind->addItem(tr("A report of the Data Explorer"), int(SourceKind::Report));
    m_kind->addItem(tr("Another table (CSV)"), int(SourceKind::List));
    m_howLabel = fieldLabel(tr("How"), m_how, this);
    m_howLabel->setVisible(hasBeginning);
    m_how->setVisible(hasBeginning);
    m_add->setDefault(true);
    layOut();

    connect(m_kind, &QComboBox::activated, this, &SourceDialog::changeKind);
    connect(m_list, &ChoiceList::choiceChanged, this, &SourceDialog::choiceChanged);
    connect(m_list, &ChoiceList::activated, this, &SourceDialog::accept);
    connect(m_parameters, &ParameterForm::changed, this, &SourceDialog::judge);
    connect(m_link, &QLineEdit::textChanged, this, &SourceDialog::judge);
    connect(m_choose, &QPushButton::clicked, this, &SourceDialog::chooseFile);
    connect(m_file, &GrantSource::changed, this, &SourceDialog::fileChanged);
    connect(m_file, &GrantSource::failed, this, [this](const Error &error) { m_notice->sayError(error, m_context.address()); });
    changeKind();
    m_kind->setFocus();
}

void SourceDialog::layOut()
{
    auto *choices = new QHBoxLayout;
    choices->setSpacing(12);
    for (const auto &[label, box, stretch] : {std::tuple{fieldLabel(tr("People"), m_kind, this), m_kind, 3}, {m_howLabel, m_how, 2}}) {
        auto *column = new QVBoxLayout;
        column->setSpacing(4);
        column->addWidget(label);
        column->addWidget(box);
        choices->addLayout(column, stretch);
    }
    auto *list = new QVBoxLayout(m_listPart);
    list->setContentsMargins(0, 0, 0, 0);
    list->setSpacing(kGrid);
    list->addWidget(m_list, 1);
    list->addWidget(m_parameters);
    auto *link = new QVBoxLayout(m_linkPart);
    link->setContentsMargins(0, 0, 0, 0);
    link->setSpacing(4);
    link->addWidget(fieldLabel(tr("Address"), m_link, m_linkPart));
    link->addWidget(m_link);
    link->addStretch();

    auto *file = new QHBoxLayout(m_filePart);
    file->setContentsMargins(0, 0, 0, 0);
    file->setSpacing(12);
    file->addWidget(m_choose, 0, Qt::AlignTop);
    file->addWidget(m_fileWords, 1, Qt::AlignTop);
    m_fileWords->setMinimumHeight(kControlHeight);
    m_fileWords->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);

    auto *cancel = makeButton(ButtonKind::Secondary, tr("Cancel"), this);
    auto *foot = new QHBoxLayout;
    foot->setSpacing(10);
    foot->addStretch();
    foot->addWidget(cancel);
    foot->addWidget(m_add);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    column->setSpacing(12);
    column->addWidget(m_notice);
    column->addLayout(choices);
    column->addWidget(m_listPart, 1);
    column->addWidget(m_linkPart, 1);
    column->addWidget(m_filePart, 1);
    column->addLayout(foot);
    connect(cancel, &QPushButton::clicked, this, &SourceDialog::reject);
    connect(m_add, &QPushButton::clicked, this, &SourceDialog::accept);
}

SourceKind SourceDialog::kind() const
{
    return SourceKind(m_kind->currentData().toInt());
}

bool SourceDialog::isLinked() const
{
    return kind() == SourceKind::Topic || kind() == SourceKind::Likers;
}

void SourceDialog::dropQuestion()
{
    if (m_asking)
        m_asking->cancel();
    m_asking = nullptr;
    m_askingParameters = false;
}

void SourceDialog::changeKind()
{
    dropQuestion();
    m_list->clear();
    m_parameters->setReport({});
    m_report = 0;
    m_notice->clear();
    const auto denied = whyNot(kind(), m_context.capabilities());
    m_denied = denied.has_value();
    const bool isFile = kind() == SourceKind::List;
    m_listPart->setVisible(!isLinked() && !isFile);
    m_linkPart->setVisible(isLinked());
    m_filePart->setVisible(isFile);
    m_listPart->setEnabled(!m_denied);
    m_linkPart->setEnabled(!m_denied);
    m_link->setPlaceholderText(kind() == SourceKind::Likers ? tr("Address of a post on %1").arg(m_context.address())
                                                            : tr("Address of a topic on %1").arg(m_context.address()));
    if (denied)
        m_notice->say(Tone::Look, *denied);
    else if (isFile)
        fileChanged();
    else if (!isLinked())
        fill();
    judge();
}

void SourceDialog::chooseFile()
{
    FileQuestion question;
    question.title = tr("Choose another table of people");
    question.suggested = m_context.settings->value(settings::kLastFolder);
    question.filters = {tr("Tables (*.csv *.tsv *.txt)"), tr("All files (*)")};
    m_context.ask->openFile(this, question, [this](const QString &path) {
        if (path.isEmpty())
            return;
        m_context.settings->set(settings::kLastFolder, QFileInfo(path).absolutePath());
        m_notice->clear();
        m_file->loadFile(path);
    });
}

void SourceDialog::fileChanged()
{
    if (m_file->hasFile() && !m_file->isReading() && kind() == SourceKind::List) {
        const int count = int(m_file->recipients().size());
        m_fileWords->setText(m_file->name() + QStringLiteral(" · ") + tr("%Ln people", nullptr, count));
        if (!m_file->problem().isEmpty())
            m_notice->say(Tone::Look, tr("It is not clear which column of %1 names the person.").arg(m_file->name()),
                          tr("Open it with “Open a table…” and choose; that is remembered for tables like it."));
        else if (!m_file->remarks().isEmpty())
            m_notice->say(Tone::Look, m_file->remarks().first());
    }
    judge();
}

/// Errors are said in the dialog, where they can be tried again.
template <class T, class F> void SourceDialog::ask(Call<T> *call, const QString &what, F &&answered)
{
    m_asking = call;
    call->then(this, [this, call, what, answered = std::forward<F>(answered)](const Result<T> &result) {
        if (m_asking != call)
            return; // something else was chosen meanwhile
        m_asking = nullptr;
        m_list->setStatus(result ? QString() : tr("Nothing was read."));
        if (result)
            answered(*result);
        else
            m_notice->sayError(result.error(), m_context.address(), what, [this] {
                m_notice->clear();
                if (std::exchange(m_askingParameters, false))
                    readParameters(m_report);
                else
                    fill();
            });
        judge();
    });
}

void SourceDialog::fill()
{
    m_list->setStatus(tr("Reading…"));
    if (kind() == SourceKind::Group) {
        m_list->setWords(tr("Search groups"), tr("Groups"));
        ask<QList<PeopleGroup>>(m_context.forum->people()->groups(), tr("The groups could not be read."),
                                [this](const QList<PeopleGroup> &groups) { showGroups(groups); });
    } else if (kind() == SourceKind::Holders) {
        m_list->setWords(tr("Search badges"), tr("Badges"));
        ask<BadgeCatalogue>(m_context.forum->badges()->list(), tr("The badges could not be read."),
                            [this](const BadgeCatalogue &catalogue) { showBadges(catalogue); });
    } else if (kind() == SourceKind::Report) {
        m_list->setWords(tr("Search reports"), tr("Reports"));
        ask<QList<Report>>(m_context.forum->people()->reports(), tr("The reports could not be read."),
                           [this](const QList<Report> &reports) { showReports(reports); });
    }
}

void SourceDialog::addChoice(const QString &title, const QString &remark, const QVariant &key, const QString &name)
{
    const QString text = remark.isEmpty() ? title : title + QStringLiteral("  ·  ") + remark;
    m_list->add(text, key, name, kind() == SourceKind::Report ? text : title); // not how many people a group has
}

void SourceDialog::showGroups(const QList<PeopleGroup> &groups)
{
    for (const PeopleGroup &group : groups) {
        const bool titled = !group.title.isEmpty() && group.title != group.name;
        addChoice(titled ? tr("%1 (%2)").arg(group.title, group.name) : group.name, tr("%Ln people", nullptr, group.memberCount), group.name,
                  titled ? group.title : group.name);
    }
    m_list->setStatus({});
}

void SourceDialog::showBadges(const BadgeCatalogue &catalogue)
{
    for (const Badge &badge : catalogue.badges) {
        if (badge.enabled) // of others the forum lists nobody
            addChoice(badge.name, tr("granted %Ln time(s)", nullptr, badge.grantCount), badge.id, badge.name);
    }
    m_list->setStatus({});
}

void SourceDialog::showReports(const QList<Report> &reports)
{
    for (const Report &report : reports)
        addChoice(report.name, report.description.simplified(), report.id, report.name);
    m_list->setStatus({});
}

void SourceDialog::choiceChanged()
{
    const qint64 report = kind() == SourceKind::Report ? m_list->key().toLongLong() : 0;
    if (report != m_report) {
        m_parameters->setReport({});
        m_report = report;
        if (report)
            readParameters(report);
    }
    judge();
}

void SourceDialog::readParameters(qint64 report)
{
    dropQuestion();
    m_askingParameters = true;
    ask<Report>(m_context.forum->people()->report(report), tr("What the report has to be told could not be read."), [this](const Report &read) {
        m_askingParameters = false;
        m_parameters->setReport(read);
    });
}

people::SourceSpec SourceDialog::spec() const
{
    people::SourceSpec spec;
    spec.kind = kind();
    switch (spec.kind) {
    case SourceKind::List:
        spec.title = m_file->name();
        spec.list = m_file->recipients();
        break;
    case SourceKind::Group:
        spec.group = m_list->key().toString();
        spec.title = m_list->name();
        break;
    case SourceKind::Holders:
        spec.badge = m_list->key().toLongLong();
        spec.title = m_list->name();
        break;
    case SourceKind::Topic:
    case SourceKind::Likers:
        spec.link = m_link->text().trimmed();
        break;
    case SourceKind::Report:
        spec.report = m_report;
        spec.title = m_list->name();
        spec.parameters = m_parameters->values();
        break;
    }
    return spec;
}

void SourceDialog::judge()
{
    const bool chosen = isLinked()      ? !m_link->text().trimmed().isEmpty()
        : kind() == SourceKind::List ? m_file->hasFile() && !m_file->isReading() && !m_file->recipients().isEmpty()
                                     : m_list->key().isValid();
    m_add->setEnabled(!m_denied && chosen && !m_asking);
}

void SourceDialog::accept()
{
    judge();
    if (!m_add->isEnabled() || !isVisible()) // Return in the list also presses the default button
        return;
    const people::SourceSpec wanted = spec();
    if (wanted.kind == SourceKind::Report) {
        const auto missing = people::neededParameters(m_parameters->report(), wanted.parameters);
        if (!missing.isEmpty()) {
            m_notice->say(Tone::Bad, tr("The report has to be told: %1.").arg(missing.first().name));
            m_parameters->takeFocus(missing.first().name);
            return;
        }
    }
    Q_EMIT chosen(SetOperator(m_how->currentData().toInt()), wanted);
    QDialog::accept();
}

} // namespace badgewright::ui
