// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "discourse/discourse_opener.h"
#include "sample/sample_forum.h"
#include "support/await.h"
#include "support/quick_clock.h"
#include "support/recording_gate.h"
#include "support/scripted_server.h"

#include <QMap>
#include <QTemporaryDir>
#include <QTest>

#include <nlohmann/json.hpp>

#define WORKED(result)                                                                                                   \
    do {                                                                                                                 \
        const auto &once = (result);                                                                                     \
        QVERIFY2(once.has_value(),                                                                                       \
                 qPrintable(once ? QString() : badgewright::errorKindName(once.error().kind) + u' ' + once.error().detail \
                                + u' ' + once.error().serverWords.join(u'|')));                                          \
    } while (false)

namespace badgewright::discourse_cases {

/// A change of a badge, its fields set by `fill`.
template <class Fill> BadgeFields fields(Fill fill)
{
    BadgeFields wanted;
    fill(wanted);
    return wanted;
}

/// A picture of one colour, as PNG.
Picture png(const QString &name, QRgb colour, int side = 64);

/// The sample forum, with the keys and names it says it has.
class Site
{
public:
    explicit Site(sample::Options options = {});
    ForumPtr open(const QString &key, const QString &user = QStringLiteral("system"));
    Result<ForumPtr> tryOpen(const QString &key, const QString &user);
    /// An open forum with a key that may do everything.
    ForumPtr admin() { return open(QStringLiteral("global_all")); }
    QString fact(const char *name) const;
    int number(const char *name) const;
    QStringList people() const;

    test::QuickClock clock;
    std::unique_ptr<sample::SampleForum> forum;

private:
    QTemporaryDir m_folder;
    nlohmann::json m_facts;
};

/// A server that answers by "VERB /path" (without the query) what the test wrote down; signing in works. The rest is 404.
class Lying
{
public:
    explicit Lying(const QString &prefix = {});
    test::QuickClock clock;
    test::ScriptedServer server;
    QMap<QByteArray, test::Answer> answers;

    void say(const QByteArray &route, const test::Answer &answer) { answers.insert(route, answer); }
    void version(const QByteArray &version, int people = 10);
    void scopes(const QByteArray &list);
    QList<test::Seen> seen(const QByteArray &route) const;
    Connection connection() const;
    Result<ForumPtr> tryOpen(RequestGate *gate = nullptr);
    ForumPtr open(RequestGate *gate = nullptr);
    QUrl base() const { return server.url(m_prefix); }

private:
    QString m_prefix;
};

/// The small parts that need no server.
class PartCases : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addresses_data();
    void addresses();
    void no_addresses_data();
    void no_addresses();
    void versions();
    void routes_data();
    void routes();
    void plain_text_data();
    void plain_text();
    void symbols();
};

/// The whole of the desks against the sample forum.
class SampleCases : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void badges();
    void pictures();
    void groupings();
    void icons();
    void grants();
    void bulk_award();
    void people();
    void crowds();
    void groups();
    void topics();
    void reasons();
    void reports();
    void scores();
    void the_store();
    void faults_data();
    void faults();
    void the_limit();

private:
    std::unique_ptr<Site> m_site;
    ForumPtr m_forum;
};

/// What narrow keys and small roles may do at the sample forum, and what they are told.
class KeyCases : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void roles_data();
    void roles();
    void keys_data();
    void keys();
    void wrong_keys_data();
    void wrong_keys();
    void capabilities_keep_their_word();
    void a_narrow_key_reads_less();

private:
    std::unique_ptr<Site> m_site;
};

/// Servers that cut, stall and lie.
class SocketCases : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusals_data();
    void refusals();
    void cut_answers();
    void calling_off();
    void an_overloaded_forum_drops_the_key_once();
    void an_overloaded_forum_hides_what_admins_see();
    void a_check_that_fails_leaves_the_question_open();
    void writes_wait_for_their_turn();
    void pictures_from_elsewhere();
    void a_forum_in_a_folder();
    void one_question_waits_and_not_the_whole_check();
    void a_forum_that_is_unwell_is_no_wrong_key();
    void an_icon_with_capitals_is_one_of_a_theme();
    void a_closed_forum_and_a_narrow_key();
    void a_forum_before_3_0();
    void signing_in_refused_data();
    void signing_in_refused();
    void signing_in_needs_encryption_or_a_yes();
    void probing_follows();
    void probing_refused_data();
    void probing_refused();
    void probing_a_closed_forum();
};

class SocketPeopleCases : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void long_lists_are_asked_in_parts();
    void an_unknown_version_that_finds_nobody();
    void old_forums_take_the_shorter_road();
    void old_forums_find_people_without_ids();
    void marks_are_no_reason_to_fail();
    void long_topics_wait_out_the_limit();
    void likers_page_by_page();
    void the_newer_address_of_reports();
    void topics_by_slug_and_last_post();
    void topics_that_have_grown();
};

} // namespace badgewright::discourse_cases
