// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/grants/source_dialog.h"

#include "ui/grants/parameter_form.h"
#include "ui/kit/labels.h"
#include "ui/kit/notice.h"
#include "ui/kit/search_field.h"

#include <QLabel>
#include <QListView>
#include <QSortFilterProxyModel>
#include <QStandardItemModel>

#include <utility>

// What there is to choose from, as the forum tells it.

namespace badgewright::ui {

using people::SourceKind;

/// Errors are said in the dialog, where they can be tried again.
template <class T, class F> void SourceDialog::ask(Call<T> *call, const QString &what, F &&answered)
{
    m_asking = call;
    call->then(this, [this, call, what, answered = std::forward<F>(answered)](const Result<T> &result) {
        if (m_asking != call)
            return; // something else was chosen meanwhile
        m_asking = nullptr;
        m_status->clear();
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
    m_status->setText(tr("Reading…"));
    if (kind() == SourceKind::Group) {
        m_search->setPrompt(tr("Search groups"));
        m_view->setAccessibleName(tr("Groups"));
        ask<QList<PeopleGroup>>(m_context.forum->people()->groups(), tr("The groups could not be read."),
                                [this](const QList<PeopleGroup> &groups) { showGroups(groups); });
    } else if (kind() == SourceKind::Holders) {
        m_search->setPrompt(tr("Search badges"));
        m_view->setAccessibleName(tr("Badges"));
        ask<BadgeCatalogue>(m_context.forum->badges()->list(), tr("The badges could not be read."),
                            [this](const BadgeCatalogue &catalogue) { showBadges(catalogue); });
    } else if (kind() == SourceKind::Report) {
        m_search->setPrompt(tr("Search reports"));
        m_view->setAccessibleName(tr("Reports"));
        ask<QList<Report>>(m_context.forum->people()->reports(), tr("The reports could not be read."),
                           [this](const QList<Report> &reports) { showReports(reports); });
    }
}

void SourceDialog::addChoice(const QString &title, const QString &remark, const QVariant &key, const QString &name)
{
    auto *item = new QStandardItem(remark.isEmpty() ? title : title + QStringLiteral("  ·  ") + remark);
    item->setToolTip(item->text());
    item->setData(key, KeyRole);
    item->setData(name, NameRole);
    item->setData(kind() == SourceKind::Report ? item->text() : title, WordsRole); // not how many people a group has
    m_model->appendRow(item);
}

void SourceDialog::showGroups(const QList<PeopleGroup> &groups)
{
    for (const PeopleGroup &group : groups) {
        const bool titled = !group.title.isEmpty() && group.title != group.name;
        addChoice(titled ? tr("%1 (%2)").arg(group.title, group.name) : group.name, tr("%Ln people", nullptr, group.memberCount), group.name,
                  titled ? group.title : group.name);
    }
    listDone();
}

void SourceDialog::showBadges(const BadgeCatalogue &catalogue)
{
    for (const Badge &badge : catalogue.badges) {
        if (badge.enabled) // of others the forum lists nobody
            addChoice(badge.name, tr("granted %Ln time(s)", nullptr, badge.grantCount), badge.id, badge.name);
    }
    listDone();
}

void SourceDialog::showReports(const QList<Report> &reports)
{
    for (const Report &report : reports)
        addChoice(report.name, report.description.simplified(), report.id, report.name);
    listDone();
}

void SourceDialog::listDone()
{
    if (m_asking)
        return;
    if (m_model->rowCount() == 0)
        m_status->setText(tr("There are none on this forum."));
    else
        m_status->setText(m_filtered->rowCount() ? QString() : tr("Nothing here is called “%1”.").arg(m_search->text().trimmed()));
    m_status->setVisible(!m_status->text().isEmpty());
}

void SourceDialog::choiceChanged()
{
    const qint64 report = kind() == SourceKind::Report ? m_view->currentIndex().data(KeyRole).toLongLong() : 0;
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

} // namespace badgewright::ui
