// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/offline_page.h"

#include "forum/offline_forum.h"
#include "ui/kit/header_bar.h"
#include "ui/kit/notice.h"
#include "ui/shell/page_factory.h"

#include <QVBoxLayout>

namespace badgewright::ui {

QString whyWithout(const Forum &forum)
{
    const auto *offline = qobject_cast<const OfflineForum *>(&forum);
    switch (offline ? offline->why().kind : ErrorKind::Network) {
    case ErrorKind::Network:
    case ErrorKind::TimedOut:
        return OfflinePage::tr("which could not be reached");
    case ErrorKind::Unauthorised:
    case ErrorKind::Forbidden:
        return OfflinePage::tr("which refused the sign-in");
    case ErrorKind::Keychain:
        return forum.connection().kind == ForumKind::Discourse ? OfflinePage::tr("whose key was not found")
                                                               : OfflinePage::tr("whose password was not found");
    case ErrorKind::Cancelled:
    case ErrorKind::Tls:
    case ErrorKind::NotFound:
    case ErrorKind::Conflict:
    case ErrorKind::Invalid:
    case ErrorKind::RateLimited:
    case ErrorKind::ReadOnly:
    case ErrorKind::Server:
    case ErrorKind::Unreadable:
    case ErrorKind::OutcomeUnknown:
    case ErrorKind::File:
    case ErrorKind::Storage:
    case ErrorKind::RefusedHere:
        break;
    }
    return OfflinePage::tr("which could not be opened");
}

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
    const QString why = whyWithout(*context().forum);
    switch (m_page) {
    case PageId::Badges:
        return tr("The badges of %1 have not been read on this computer yet, so there is nothing to work on without the forum.").arg(forum);
    case PageId::Grants:
        return tr("Who holds which badge is only known to %1, %2. What you have granted stands in the ledger.").arg(forum, why);
    case PageId::Scores:
        return tr("The points are only known to %1, %2. What you have entered stands in the ledger.").arg(forum, why);
    case PageId::Awards:
        return tr("The awards are only known to %1, %2. What you have given stands in the ledger.").arg(forum, why);
    case PageId::Ledger:
        break;
    }
    return {};
}

} // namespace badgewright::ui
