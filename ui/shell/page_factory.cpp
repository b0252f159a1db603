// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/page_factory.h"

#include "ui/awards/awards_page.h"
#include "ui/badges/badges_page.h"
#include "ui/grants/grants_page.h"
#include "ui/ledger/ledger_page.h"
#include "ui/scores/scores_page.h"
#include "ui/shell/offline_page.h"

#include <QCoreApplication>

namespace badgewright::ui {

using namespace Qt::StringLiterals;

QList<Rail::Entry> pagesOf(Forum &forum)
{
    QList<Rail::Entry> pages;
    // What a forum that was not reached has is told by its kind: the pages are where they always are.
    const bool offline = forum.isOffline();
    const bool discourse = offline && forum.connection().kind == ForumKind::Discourse;
    if (forum.badges() || discourse)
        pages += {PageId::Badges, u"badge"_s, Rail::tr("Badges")};
    if (offline ? discourse : forum.grants() != nullptr)
        pages += {PageId::Grants, u"gift"_s, Rail::tr("Grants")};
    if (forum.scores() || discourse)
        pages += {PageId::Scores, u"bars"_s, Rail::tr("Scores")};
    if (forum.awards() || (offline && !discourse))
        pages += {PageId::Awards, u"trophy"_s, Rail::tr("Awards")};
    pages += {PageId::Ledger, u"ledger"_s, Rail::tr("Ledger")};
    return pages;
}

Page *makePage(PageId page, const PageContext &context, QWidget *parent)
{
    // The ledger lies on this computer, and so does what is remembered of the badges.
    const bool local = page == PageId::Ledger || (page == PageId::Badges && context.forum->badges());
    if (context.forum->isOffline() && !local)
        return new OfflinePage(page, context, parent);
    switch (page) {
    case PageId::Badges:
        return new BadgesPage(context, parent);
    case PageId::Grants:
        return new GrantsPage(context, parent);
    case PageId::Scores:
        return new ScoresPage(context, parent);
    case PageId::Awards:
        return new AwardsPage(context, parent);
    case PageId::Ledger:
        break;
    }
    return new LedgerPage(context, parent);
}

QString pageName(PageId page)
{
    switch (page) {
    case PageId::Badges:
        return u"badges"_s;
    case PageId::Grants:
        return u"grants"_s;
    case PageId::Scores:
        return u"scores"_s;
    case PageId::Awards:
        return u"awards"_s;
    case PageId::Ledger:
        break;
    }
    return u"ledger"_s;
}

} // namespace badgewright::ui
