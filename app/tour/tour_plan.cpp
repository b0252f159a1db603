// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tour/hand.h"
#include "app/tour/tour.h"

namespace badgewright {

void Tour::plan()
{
    see(tr("Open the sample forum"), QStringLiteral("welcome"));
    planDesign();
    planGrant();
    planScores();
    planIcon();
    planAwards();
}

void Tour::planDesign()
{
    click(tr("Open the sample forum"), tr("New badge"));
    see(tr("Green Thumb"), QStringLiteral("badges"));
    click(tr("New badge"), tr("Description"));
    type(tr("Name"), QStringLiteral("Orchard Keeper"));
    type(tr("Description"), QStringLiteral("Looks after the old pear trees"));
    m_stages << Stage{tr("drop a picture"), [this] { return Hand::drop(m_art, tr("Picture")); }, [] { return Hand::says(tr("512 × 512")); }, {}};
    see(tr("sharp at 16 px"), QStringLiteral("design"));
    click(tr("Publish to"), tr("The forum gets a new badge"));
    click(tr("Publish"), tr("Published to"), QStringLiteral("published"));
}

void Tour::planGrant()
{
    click(tr("Grant…"), tr("Match people"));
    // A table with a reason for each: two that are good, one of another forum, and a person whom nobody knows.
    m_stages << Stage{tr("drop a table"), [this] { return Hand::drop(m_table, tr("People")); }, [] { return Hand::says(tr("4 people named")); },
                      QStringLiteral("grant-source")};
    click(tr("Match people"), tr("needs a decision"), QStringLiteral("grant-match"));
    click(tr("Review"), tr("rows have reasons of their own"));
    see(tr("Reason is not on this forum"), QStringLiteral("grant-review"));
    click(tr("Grant Orchard Keeper to 2 people"), tr("They are told by the forum"));
    click(tr("Grant"), tr("is in the ledger"), QStringLiteral("grant-result"));
    click(tr("Close"), tr("Orchard Keeper"));
}

void Tour::planIcon()
{
    click(tr("Badges"), tr("New badge"));
    click(tr("New badge"), tr("Description"));
    type(tr("Name"), QStringLiteral("Hedge Warden"));
    click(tr("Choose an icon"), tr("Use icon"));
    type(tr("Search icons"), QStringLiteral("seedling"));
    m_stages << Stage{tr("choose the icon"), [] { return Hand::pick(tr("Icons"), QStringLiteral("shield-seedling")); }, {}, QStringLiteral("icon")};
    click(tr("Use icon"), {});
    m_stages << Stage{tr("see the badge with its icon, not published yet"), {},
                      [] { return !Hand::says(tr("Search icons")) && !Hand::says(tr("Published to")); }, QStringLiteral("design-icon")};
    click(tr("Publish to"), tr("The forum gets a new badge"));
    click(tr("Publish"), tr("Published to"));
}

void Tour::planScores()
{
    click(tr("Scores"), tr("Score events"));
    see(tr("given"), QStringLiteral("scores"));
    click(tr("Add event"), tr("Enter points on"));
    type(tr("Person"), QStringLiteral("ada.moss"));
    type(tr("Points"), QStringLiteral("25"));
    type(tr("Description"), QStringLiteral("Pruned the old pear trees"));
    click(tr("Enter points on"), tr("can be undone"));
    click(tr("Enter points"), tr("made on"), QStringLiteral("score-entered"));
    m_stages << Stage{tr("choose the event"), [] { return Hand::pick(tr("Score events"), QStringLiteral("Pruned the old pear trees")); }, {}, {}};
    click(tr("Void the selected events"), tr("not applied"), QStringLiteral("score-correction"));
    click(tr("Apply 1 change"), tr("instead of"));
    click(tr("Apply"), tr("made on"));
}

void Tour::planAwards()
{
    // A second forum, of the other kind: connected by its address, as a person connects their own.
    m_stages << Stage{tr("press Ctrl+K"), [] { return Hand::press(Qt::Key_K, Qt::ControlModifier); },
                      [] { return Hand::find(tr("Find a command")) != nullptr; }, QStringLiteral("commands")};
    m_stages << Stage{tr("choose to add a forum"), [] { return Hand::type(tr("Find a command"), tr("Add a forum") + u'\n'); },
                      [] { return Hand::says(tr("Sign in")); }, {}};
    m_stages << Stage{tr("type the address"), [this] { return Hand::type(tr("Address"), m_answers->url().toString()); },
                      [] { return Hand::find(tr("Password")) != nullptr; }, {}};
    m_stages << Stage{tr("type the name"), [this] { return Hand::type(tr("Name"), m_answers->user()); }, {}, {}};
    m_stages << Stage{tr("type the password"), [this] { return Hand::type(tr("Password"), m_answers->secret()); },
                      [] { return Hand::says(tr("yes")); }, QStringLiteral("connect")};
    click(tr("Add 127.0.0.1"), tr("Give directly"));
    m_stages << Stage{tr("choose the award type"), [] { return Hand::pick(tr("Award types"), QStringLiteral("Editor")); }, {}, {}};
    m_stages << Stage{tr("type the action"), [] { return Hand::type(tr("Action id"), QStringLiteral("1125\n")); },
                      [] { return Hand::says(tr("for action 1125")); }, QStringLiteral("award")};
    click(tr("Give Editor to"), tr("An award cannot be taken back"));
    click(tr("Give award"), tr("Given"), QStringLiteral("award-given"));
    click(tr("Ledger"), tr("started"), QStringLiteral("ledger"));
}

} // namespace badgewright
