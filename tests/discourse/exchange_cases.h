// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "replay.h"

#include <QTest>

/// Every case runs twice: against the answers of Discourse 3.5 and of 3.1.
#define ON_BOTH_VERSIONS                                                                                                 \
    void initTestCase_data()                                                                                             \
    {                                                                                                                    \
        QTest::addColumn<QString>("version");                                                                            \
        QTest::newRow("3.5") << QStringLiteral("3.5");                                                                   \
        QTest::newRow("3.1") << QStringLiteral("3.1");                                                                   \
    }

/// Nothing unexpected was asked, and all that was armed was.
#define NO_COMPLAINTS(replay) QCOMPARE((replay).complaints().join(u'\n'), QString())
/// The call worked.
#define WORKED(result)                                                                                                   \
    do {                                                                                                                 \
        const auto &once = (result);                                                                                     \
        QVERIFY2(once.has_value(),                                                                                       \
                 qPrintable(once ? QString() : badgewright::errorKindName(once.error().kind) + u' ' + once.error().detail \
                                + u' ' + once.error().serverWords.join(u'|') + u'\n' + replay.complaints().join(u'\n'))); \
    } while (false)

namespace badgewright::discourse_cases {

/// A change of a badge, its fields set by `fill`.
template <class Fill> BadgeFields fields(Fill fill)
{
    BadgeFields wanted;
    fill(wanted);
    return wanted;
}

/// Site, keys, capabilities, errors.
class SiteCases : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    ON_BOTH_VERSIONS
    void probing();
    void an_admin();
    void a_member();
    void a_granular_key();
    void a_read_only_key();
    void a_restricted_key();
    void refused_keys_data();
    void refused_keys();
    void a_key_that_dies_meanwhile();
    void a_missing_scope_is_told_from_a_missing_page();
    void limits();
};

class BadgeCases : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    ON_BOTH_VERSIONS
    void the_list();
    void creating();
    void refusals();
    void changing();
    void cleaned_html_is_not_ignored();
    void fields_of_the_forums_own_badges_are_ignored();
    void images();
    void deleting();
    void groupings();
    void groupings_kept_silently();
    void uploads();
    void uploads_refused_here_data();
    void uploads_refused_here();
    void uploads_by_the_store();
    void icons();
};

class GrantCases : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    ON_BOTH_VERSIONS
    void granting();
    void granting_refused_data();
    void granting_refused();
    void held_already();
    void several_times();
    void holders();
    void held_by();
    void revoking();
    void bulk_award();
    void bulk_award_refused();
};

class PeopleCases : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    ON_BOTH_VERSIONS
    void searching();
    void looking_up();
    void one_person();
    void by_other_marks();
    void groups_and_members();
    void topics();
    void reasons();
    void reasons_elsewhere_data();
    void reasons_elsewhere();
    void reports();
};

class ScoreCases : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    ON_BOTH_VERSIONS
    void events();
    void refusals();
    void a_full_list();
    void the_quota();
    void leaderboards();
};

} // namespace badgewright::discourse_cases
