// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fake_desks.h"

#include <algorithm>

namespace badgewright::test {

namespace {

template <class T> Result<T> notFound() { return fail(ErrorKind::NotFound); }

QString number(qint64 value) { return QString::number(value); }

Badge *find(BadgeCatalogue &catalogue, BadgeId id)
{
    const auto it = std::find_if(catalogue.badges.begin(), catalogue.badges.end(), [id](const Badge &b) { return b.id == id; });
    return it == catalogue.badges.end() ? nullptr : &*it;
}

} // namespace

const Account *FakeDeskBase::account(AccountId id) const
{
    const auto &all = f->accounts;
    const auto it = std::find_if(all.cbegin(), all.cend(), [id](const Account &a) { return a.id == id; });
    return it == all.cend() ? nullptr : &*it;
}

const Account *FakeDeskBase::account(const QString &username) const
{
    const auto &all = f->accounts;
    const auto it = std::find_if(all.cbegin(), all.cend(), [&](const Account &a) { return a.username.compare(username, Qt::CaseInsensitive) == 0; });
    return it == all.cend() ? nullptr : &*it;
}

// Badges

Call<BadgeCatalogue> *FakeBadgeDesk::list()
{
    return read<BadgeCatalogue>(QStringLiteral("badges"), {}, [this] { return f->catalogue; });
}

Call<BadgeWritten> *FakeBadgeDesk::create(const BadgeFields &fields)
{
    return write<BadgeWritten>(QStringLiteral("badge-create"), fields.name.value_or(QString()), [this, fields]() -> Result<BadgeWritten> {
        if (f->catalogue.findByName(fields.name.value_or(QString()))) {
            Error taken = Error::of(ErrorKind::Invalid);
            taken.serverWords = {QStringLiteral("Name has already been taken")};
            return fail(taken);
        }
        Badge badge = f->withPicture(applied(Badge{}, fields));
        badge.id = freshId();
        f->catalogue.badges.append(badge);
        return BadgeWritten{badge, {}};
    });
}

Call<BadgeWritten> *FakeBadgeDesk::update(BadgeId id, const BadgeFields &fields)
{
    return write<BadgeWritten>(QStringLiteral("badge-update"), number(id), [this, id, fields]() -> Result<BadgeWritten> {
        Badge *badge = find(f->catalogue, id);
        if (!badge)
            return notFound<BadgeWritten>();
        const Badge before = *badge;
        *badge = f->withPicture(applied(*badge, fields));
        if (f->ignoredBadgeFields.contains(QStringLiteral("name")))
            badge->name = before.name;
        if (f->ignoredBadgeFields.contains(QStringLiteral("badge_type_id")))
            badge->typeId = before.typeId;
        QStringList ignored;
        for (const QString &name : fieldNames(fields)) {
            if (f->ignoredBadgeFields.contains(name))
                ignored << name;
        }
        return BadgeWritten{*badge, ignored};
    });
}

Call<Done> *FakeBadgeDesk::remove(BadgeId id)
{
    return write<Done>(QStringLiteral("badge-remove"), number(id), [this, id]() -> Result<Done> {
        if (f->catalogue.badges.removeIf([id](const Badge &b) { return b.id == id; }) == 0)
            return notFound<Done>();
        f->given.removeIf([id](const Grant &g) { return g.badgeId == id; });
        return Done{};
    });
}

Call<QList<Grouping>> *FakeBadgeDesk::saveGroupings(const QList<Grouping> &wanted, const QList<Grouping> &basis)
{
    return write<QList<Grouping>>(QStringLiteral("groupings"), {}, [this, wanted, basis]() -> Result<QList<Grouping>> {
        QList<Grouping> &now = f->catalogue.groupings;
        const auto same = [](const Grouping &a, const Grouping &b) { return a.id == b.id && a.name == b.name; };
        if (!std::equal(now.cbegin(), now.cend(), basis.cbegin(), basis.cend(), same))
            return fail(ErrorKind::Conflict);
        const QList<Grouping> before = std::exchange(now, wanted);
        for (Grouping &grouping : now) {
            const auto old = std::find_if(before.cbegin(), before.cend(), [&](const Grouping &one) { return one.id == grouping.id; });
            if (old == before.cend()) {
                grouping.id = freshId();
                grouping.description.clear();
            } else {
                grouping.description = old->description;
                grouping.system = old->system;
            }
        }
        return now;
    });
}

Call<QList<Icon>> *FakeBadgeDesk::searchIcons(const QString &part)
{
    return read<QList<Icon>>(QStringLiteral("icons"), part, [this, part]() -> Result<QList<Icon>> {
        QList<Icon> found;
        for (auto it = f->icons.cbegin(); it != f->icons.cend(); ++it) {
            if (it.key().contains(part))
                found.append({it.key(), it.value()});
        }
        std::sort(found.begin(), found.end(), [](const Icon &a, const Icon &b) { return a.name < b.name; });
        return found;
    });
}

Call<Icon> *FakeBadgeDesk::icon(const QString &name)
{
    return read<Icon>(QStringLiteral("icon"), name, [this, name]() -> Result<Icon> {
        if (!f->icons.isEmpty())
            return f->icons.contains(name) ? Result<Icon>(Icon{name, f->icons.value(name)}) : notFound<Icon>();
        return Icon{name, QByteArrayLiteral("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 8 8\"><path d=\"M0 0h8v8z\"/></svg>")};
    });
}

Call<Upload> *FakeBadgeDesk::upload(const Picture &picture)
{
    return write<Upload>(QStringLiteral("upload"), picture.fileName, [this, picture]() -> Result<Upload> {
        Upload upload;
        upload.id = freshId();
        upload.fileName = picture.fileName;
        upload.bytes = picture.bytes.size();
        const QString path = QStringLiteral("/uploads/%1.png").arg(upload.id);
        upload.url = QUrl(f->theConnection.base.toString() + path);
        f->pictures.insert(path, picture.bytes);
        return upload;
    });
}

Call<QByteArray> *FakeBadgeDesk::image(const QUrl &url)
{
    return read<QByteArray>(QStringLiteral("image"), url.path(), [this, url]() -> Result<QByteArray> {
        const auto file = f->pictures.constFind(url.path());
        return file == f->pictures.constEnd() ? notFound<QByteArray>() : Result<QByteArray>(*file);
    });
}

// Grants

Call<HolderPage> *FakeGrantDesk::holders(BadgeId badge, int offset, Lane lane)
{
    return readIn<HolderPage>(lane, QStringLiteral("holders"), number(badge) + QLatin1Char(' ') + number(offset), [this, badge, offset]() -> Result<HolderPage> {
        const Badge *known = f->catalogue.find(badge);
        if (!known || !known->enabled)
            return notFound<HolderPage>();
        QList<Grant> all;
        std::copy_if(f->given.crbegin(), f->given.crend(), std::back_inserter(all), [&](const Grant &g) { return g.badgeId == badge; });
        HolderPage page;
        page.grants = all.mid(offset, f->pageSize);
        for (const Grant &grant : std::as_const(page.grants)) {
            if (const Account *holder = account(grant.holderId))
                page.accounts.append(*holder);
        }
        if (offset + page.grants.size() < all.size())
            page.nextOffset = int(offset + page.grants.size());
        return page;
    });
}

Call<QList<Grant>> *FakeGrantDesk::heldBy(const QString &username, Lane lane)
{
    return readIn<QList<Grant>>(lane, QStringLiteral("held-by"), username, [this, username]() -> Result<QList<Grant>> {
        const Account *holder = account(username);
        if (!holder)
            return notFound<QList<Grant>>();
        QList<Grant> held;
        std::copy_if(f->given.cbegin(), f->given.cend(), std::back_inserter(held), [&](const Grant &g) { return g.holderId == holder->id; });
        return held;
    });
}

Call<Grant> *FakeGrantDesk::grant(const GrantRequest &request)
{
    return write<Grant>(QStringLiteral("grant"), request.username + QLatin1Char(' ') + number(request.badgeId), [this, request]() -> Result<Grant> {
        const Badge *badge = f->catalogue.find(request.badgeId);
        const Account *holder = account(request.username);
        if (!badge || !badge->enabled || !holder)
            return notFound<Grant>();
        // ".../t/-/<topic>/<post>"
        const QStringList path = request.reason.path().split(QLatin1Char('/'));
        const std::optional<qint64> topic = request.reason.isEmpty() || f->postsGone ? std::nullopt : std::optional(path.value(path.size() - 2).toLongLong());
        for (const Grant &one : std::as_const(f->given)) {
            if (one.badgeId != badge->id || one.holderId != holder->id)
                continue;
            if (!badge->multipleGrant || (topic && one.topicId == topic && one.postNumber.value_or(1) == path.last().toInt()))
                return one;
        }
        Grant grant = f->addGrant(badge->id, holder->username, now(), topic);
        if (topic)
            f->given.last().postNumber = path.last().toInt();
        grant.holderId = 0; // the answer does not say
        grant.holder.clear();
        return grant;
    });
}

Call<Done> *FakeGrantDesk::revoke(GrantId id)
{
    return write<Done>(QStringLiteral("revoke"), number(id), [this, id]() -> Result<Done> {
        return f->given.removeIf([id](const Grant &g) { return g.id == id; }) > 0 ? Result<Done>(Done{}) : notFound<Done>();
    });
}

Call<BulkAwardAnswer> *FakeGrantDesk::bulkAward(BadgeId badge, const QStringList &entries)
{
    return write<BulkAwardAnswer>(QStringLiteral("bulk-award"), number(badge), [this, badge, entries]() -> Result<BulkAwardAnswer> {
        BulkAwardAnswer answer;
        auto due = f->awardEvery;
        for (const QString &entry : entries) {
            const Account *holder = account(entry);
            if (!holder || f->unmatchable.contains(holder->username)) {
                ++answer.unmatched;
                if (answer.unmatchedEntries.size() < 100)
                    answer.unmatchedEntries.append(entry.toLower());
                continue;
            }
            ++answer.matched;
            if (f->awardsHalted || f->timesHeld(holder->username, badge) > 0)
                continue;
            // A job for each, which does not look again who has it.
            clock()->after(due, f, [this, badge, name = holder->username] { f->addGrant(badge, name, now(), {}, QStringLiteral("system")); });
            due += f->awardEvery;
        }
        for (const QString &entry : std::as_const(f->unmatchedBesides)) {
            ++answer.unmatched;
            answer.unmatchedEntries.append(entry);
        }
        return answer;
    });
}

// Scores

Call<ScoreEventList> *FakeScoreDesk::list(const ScoreFilter &filter)
{
    return read<ScoreEventList>(QStringLiteral("scores"), filter.userId ? number(*filter.userId) : QString(), [this, filter]() -> Result<ScoreEventList> {
        ScoreEventList list;
        for (const ScoreEvent &event : std::as_const(f->events)) {
            if ((filter.id && event.id != *filter.id) || (filter.userId && event.userId != *filter.userId)
                || (filter.date && event.date != *filter.date) || list.events.size() >= 100)
                continue;
            list.events.append(event);
        }
        list.maybeTruncated = list.events.size() == 100;
        return list;
    });
}

Call<ScoreEvent> *FakeScoreDesk::create(AccountId user, QDate date, qint32 points, const QString &description)
{
    return write<ScoreEvent>(QStringLiteral("score-create"), number(user), [this, user, date, points, description]() -> Result<ScoreEvent> {
        ScoreEvent event{freshId(), user, date, points, description, now(), now()};
        f->events.append(event);
        return event;
    });
}

Call<Done> *FakeScoreDesk::update(ScoreEventId id, qint32 points, const std::optional<QString> &description)
{
    return write<Done>(QStringLiteral("score-update"), number(id), [this, id, points, description]() -> Result<Done> {
        for (ScoreEvent &event : f->events) {
            if (event.id != id)
                continue;
            event.points = points;
            event.description = description.value_or(event.description);
            return Done{};
        }
        return notFound<Done>();
    });
}

Call<Done> *FakeScoreDesk::recalculate(QDate from)
{
    return write<Done>(QStringLiteral("recalculate"), from.toString(Qt::ISODate), [this]() -> Result<Done> {
        --f->recalculationsLeft;
        return Done{};
    });
}

Call<Leaderboards> *FakeScoreDesk::leaderboards()
{
    return read<Leaderboards>(QStringLiteral("leaderboards"), {}, [this]() -> Result<Leaderboards> { return Leaderboards{{}, f->recalculationsLeft}; });
}

Call<QList<LeaderboardRow>> *FakeScoreDesk::leaderboard(qint64 id, const QString &, int)
{
    return read<QList<LeaderboardRow>>(QStringLiteral("leaderboard"), number(id), []() -> Result<QList<LeaderboardRow>> {
        return QList<LeaderboardRow>();
    });
}

// AnswerHub

Call<QList<AwardType>> *FakeAwardDesk::types()
{
    return read<QList<AwardType>>(QStringLiteral("award-types"), {}, [this]() -> Result<QList<AwardType>> { return f->awardTypes; });
}

Call<QList<HeldAward>> *FakeAwardDesk::heldBy(AccountId user)
{
    return read<QList<HeldAward>>(QStringLiteral("held-awards"), number(user), [this, user]() -> Result<QList<HeldAward>> {
        QList<HeldAward> held;
        const QMap<AwardTypeId, int> counts = f->awardCounts.value(user);
        for (auto it = counts.cbegin(); it != counts.cend(); ++it)
            held.append({it.key(), it.value(), {}});
        return held;
    });
}

Call<QList<Account>> *FakeAwardDesk::findUsers(const QString &text)
{
    return read<QList<Account>>(QStringLiteral("find-users"), text, [this, text]() -> Result<QList<Account>> {
        QList<Account> found;
        std::copy_if(f->accounts.cbegin(), f->accounts.cend(), std::back_inserter(found),
                     [&](const Account &a) { return a.username.contains(text, Qt::CaseInsensitive); });
        return found;
    });
}

Call<Account> *FakeAwardDesk::user(AccountId id)
{
    return read<Account>(QStringLiteral("user"), number(id), [this, id]() -> Result<Account> {
        const Account *found = account(id);
        return found ? Result<Account>(*found) : notFound<Account>();
    });
}

Call<ActionPage> *FakeAwardDesk::actionsOf(AccountId user, int page)
{
    return read<ActionPage>(QStringLiteral("actions"), number(user), [this, user, page]() -> Result<ActionPage> {
        ActionPage answer;
        answer.page = page;
        std::copy_if(f->actions.cbegin(), f->actions.cend(), std::back_inserter(answer.actions), [&](const Action &a) { return a.user.id == user; });
        return answer;
    });
}

Call<Action> *FakeAwardDesk::action(ActionId id)
{
    return read<Action>(QStringLiteral("action"), number(id), [this, id]() -> Result<Action> {
        const auto it = std::find_if(f->actions.cbegin(), f->actions.cend(), [id](const Action &a) { return a.id == id; });
        return it == f->actions.cend() ? notFound<Action>() : Result<Action>(*it);
    });
}

Call<Action> *FakeAwardDesk::actionOfPost(const QString &address)
{
    return read<Action>(QStringLiteral("action-of-post"), address, []() -> Result<Action> { return notFound<Action>(); });
}

Call<AwardReply> *FakeAwardDesk::giveForAction(AwardTypeId type, ActionId id)
{
    return write<AwardReply>(QStringLiteral("award-action"), number(id), [this, type, id]() -> Result<AwardReply> {
        const auto action = std::find_if(f->actions.cbegin(), f->actions.cend(), [id](const Action &a) { return a.id == id; });
        const auto known = std::find_if(f->awardTypes.cbegin(), f->awardTypes.cend(), [type](const AwardType &t) { return t.id == type; });
        if (action == f->actions.cend() || known == f->awardTypes.cend())
            return notFound<AwardReply>();
        int &count = f->awardCounts[action->user.id][type];
        if (count == 0 || known->mode != QLatin1String("per_user"))
            ++count;
        return AwardReply{};
    });
}

Call<AwardReply> *FakeAwardDesk::giveToUser(AwardTypeId type, AccountId user)
{
    return write<AwardReply>(QStringLiteral("award-user"), number(user), [this, type, user]() -> Result<AwardReply> {
        ++f->awardCounts[user][type];
        return AwardReply{};
    });
}

Call<AwardReply> *FakeAwardDesk::giveReputation(AccountId user, int, const QString &)
{
    return write<AwardReply>(QStringLiteral("reputation"), number(user), []() -> Result<AwardReply> { return AwardReply{}; });
}

} // namespace badgewright::test
