// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "answerhub/answerhub_opener.h"
#include "support/await.h"
#include "support/scripted_server.h"

#include <QMap>
#include <QTest>

Q_DECLARE_METATYPE(badgewright::test::Answer)

namespace badgewright::answerhub_cases {

/// A server that answers by "VERB /path" (without the query); what is not written down is 404.
class Lying
{
public:
    Lying();
    test::ScriptedServer server;
    QMap<QByteArray, test::Answer> answers;

    void say(const QByteArray &route, const test::Answer &answer) { answers.insert(route, answer); }
    /// How many requests came for "VERB /path".
    int count(const QByteArray &route) const;
    QByteArray lastQuery(const QByteArray &route) const;

    Connection connection() const;
    /// An open forum there; fails the test when it does not open.
    ForumPtr open(const answerhub::OpenSettings &settings = {}, RequestGate *gate = nullptr);
};

/// The path of an API request: api("award.json") is "/services/v2/award.json".
QByteArray api(const char *path);
QByteArray listOf(const QByteArray &rows, int page = 1, int pageCount = 1, int listCount = 1, int totalCount = 1);

/// What is read: lists, people, actions, dates.
class ReadingCases : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lists_that_lie_about_their_pages_data();
    void lists_that_lie_about_their_pages();
    void a_list_without_end();
    void award_types();
    void held_awards_take_their_names_from_the_list();
    void a_held_award_without_a_count_is_unreadable();
    void people_by_name();
    void people_by_id_and_profile_address();
    void people_where_one_route_is_closed();
    void actions_data();
    void actions();
    void a_history_and_a_page_that_comes_again();
    void refused_actions_are_asked_once();
    void the_action_of_a_post_data();
    void the_action_of_a_post();
    void addresses_of_other_sites();
    void pictures_come_from_the_forum_only();
    void errors_of_reads_data();
    void errors_of_reads();
};

/// How a forum is found and opened.
class OpeningCases : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tokens_data();
    void tokens();
    void without_tokens_basic_data();
    void without_tokens_basic();
    void a_token_is_renewed_before_it_runs_out();
    void a_token_the_server_forgot_is_replaced_but_nothing_resent();
    void not_let_in_data();
    void not_let_in();
    void refused_beforehand_data();
    void refused_beforehand();
    void one_at_a_time();
    void probing_data();
    void probing();
    void probing_follows_the_site();
    void probing_cuts_pages_back();
};

} // namespace badgewright::answerhub_cases
