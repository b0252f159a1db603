// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/offline_page.h"

#include "ui/kit/header_bar.h"
#include "ui/kit/notice.h"
#include "ui/shell/page_factory.h"

#include <QVBoxLayout>

namespace badgewright::ui {

OfflinePage::OfflinePage(PageId page, const PageContext &context, QWidget *parent) : Page(context, parent), m_page(page)
{
    QString iconName;
    const QList<Rail::Entry> entries = pagesOf(*context.forum);
    for (const Rail::Entry &entry : entries) {
        if (entry.page == page)
            iconName = entry.iconName;
    }
    auto *empty = new EmptyState(iconName, sentence(), tr("Connect again"), this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(new HeaderBar(title(), this));
    column->addWidget(empty, 1);
    connect(empty, &EmptyState::triggered, this, &Page::reconnectWanted);
}

QString OfflinePage::title() const
{
    const QList<Rail::Entry> entries = pagesOf(*context().forum);
    for (const Rail::Entry &entry : entries) {
        if (entry.page == m_page)
            return entry.title;
    }
    return {};
}

QString OfflinePage::sentence() const
{
    const QString forum = context().address();
    switch (m_page) {
    case PageId::Badges:
        return tr("The badges of %1 have not been read on this computer yet, so there is nothing to work on without the forum.").arg(forum);
    case PageId::Grants:
        return tr("Who holds which badge is only known to %1, which could not be reached. What you have granted stands in the ledger.").arg(forum);
    case PageId::Scores:
        return tr("The points are only known to %1, which could not be reached. What you have entered stands in the ledger.").arg(forum);
    case PageId::Awards:
        return tr("The awards are only known to %1, which could not be reached. What you have given stands in the ledger.").arg(forum);
    case PageId::Ledger:
        break;
    }
    return {};
}

} // namespace badgewright::ui
