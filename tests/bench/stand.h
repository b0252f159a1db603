// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "discourse/discourse_opener.h"
#include "runs/planner.h"
#include "runs/run.h"
#include "sample/sample_forum.h"
#include "support/await.h"

#include <QCoreApplication>

namespace badgewright::bench {

/// A sample forum, and the real adapter in front of it. Whatever fails here ends the program: there is nothing to measure.
class Stand
{
public:
    explicit Stand(const sample::Options &options = {})
    {
        auto started = sample::SampleForum::start(options);
        if (!started)
            qFatal("no forum: %s", qPrintable(started.error().detail));
        sample = *std::move(started);
    }

    Connection connection(const QString &id, const QString &user = {}) const
    {
        Connection made;
        made.id = id;
        made.base = sample->url();
        made.user = user.isEmpty() ? sample->user() : user;
        return made;
    }
    ForumPtr open(const Connection &connection, RequestGate *gate = nullptr) const
    {
        return got(discourse::open(connection, Secret(sample->secret().toUtf8()), gate, qApp));
    }

    /// The value of a call; it has one, or the program ends.
    template <class T> static T got(Call<T> *call)
    {
        const Result<T> result = test::await(call, 300000);
        if (!result)
            qFatal("asked in vain: %s %s", qPrintable(result.error().detail), qPrintable(result.error().serverWords.join(u' ')));
        return *result;
    }

    static Badge badge(const ForumPtr &forum, const QString &name, bool multipleGrant)
    {
        BadgeFields fields;
        fields.name = name;
        fields.multipleGrant = multipleGrant;
        fields.showPosts = true;
        fields.typeId = kBronze;
        return got(forum->badges()->create(fields)).badge;
    }
    /// People who may be given something.
    static QList<Account> people(const ForumPtr &forum, qsizetype count)
    {
        QList<Account> all;
        for (int offset = 0; all.size() < count && offset >= 0;) {
            const AccountPage page = got(forum->people()->members(QStringLiteral("trust_level_0"), offset));
            for (const Account &person : page.accounts) {
                if (person.id > 0 && !person.suspended && all.size() < count)
                    all.append(person);
            }
            offset = page.nextOffset;
        }
        if (all.size() < count)
            qFatal("only %d people there", int(all.size()));
        return all;
    }
    /// A link to the first post of a topic that is there.
    static QString reason(const ForumPtr &forum)
    {
        for (int topic = 1; topic < 200; ++topic) {
            const QString link = forum->connection().base.toString() + QStringLiteral("/t/-/%1/1").arg(topic);
            if (const Result<Reason> found = test::await(forum->people()->resolveReason(link)))
                return link;
        }
        qFatal("no topic there");
    }
    static runs::Plan plan(const ForumPtr &forum, const QList<Badge> &badges, const QList<Account> &people, const QString &reason, Clock *clock)
    {
        runs::GrantInput input;
        input.forum = forum;
        input.badges = badges;
        input.reasonForAll = reason;
        for (const Account &person : people) {
            runs::GrantRow row;
            row.row = int(input.rows.size()) + 1;
            row.recipient = person.username;
            row.account = person;
            input.rows.append(row);
        }
        return got(runs::planGrants(input, clock, qApp));
    }
    /// Until it rests.
    static void carryOut(runs::Run *run)
    {
        QEventLoop loop;
        const auto look = [&] {
            if (run->state() != runs::RunState::Running)
                loop.quit();
        };
        QObject::connect(run, &runs::Run::stateChanged, &loop, look);
        if (run->state() == runs::RunState::Running)
            loop.exec();
    }

    std::unique_ptr<sample::SampleForum> sample;
};

} // namespace badgewright::bench
