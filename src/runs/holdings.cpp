// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "runs/holdings.h"

#include "runs/csv_line.h"
#include "runs/holdings_reader.h"

namespace badgewright::runs {

namespace {

/// One badge, for whoever wants to know nothing else.
class HoldingsOperation final : public QObject
{
public:
    HoldingsOperation(const ForumPtr &forum, const Badge &badge, const QList<Account> &people, Clock *clock, Call<Holdings> *answer)
        : QObject(answer),
          m_forum(forum),
          m_answer(answer),
          m_readings(clock, nullptr),
          m_reader(forum.get(), {badge}, people, &m_readings, nullptr)
    {
        connect(&m_readings, &Readings::progress, answer, &PendingCall::progress);
        connect(&m_readings, &Readings::failed, this, [this](const Error &error) { conclude(fail(error)); });
        connect(&m_readings, &Readings::finished, this, [this, badge = badge.id] {
            const QHash<BadgeId, Error> &unread = m_reader.holdings().unreadBadges;
            conclude(unread.contains(badge) ? Result<Holdings>(fail(unread.value(badge))) : m_reader.holdings());
        });
        answer->onCancel([this] { m_readings.stop(); });
        m_readings.start();
    }

private:
    void conclude(const Result<Holdings> &result)
    {
        m_answer->settle(result);
        // Not kept until this is deleted: the answer may belong to the forum, which must not go while its child does.
        m_forum.reset();
    }

    ForumPtr m_forum;
    Call<Holdings> *m_answer;
    Readings m_readings;
    HoldingsReader m_reader;
};

} // namespace

Call<Holdings> *readHoldings(const ForumPtr &forum, const Badge &badge, const QList<Account> &people, Clock *clock, QObject *parent)
{
    auto *answer = new Call<Holdings>(parent);
    new HoldingsOperation(forum, badge, people, clock, answer); // belongs to the answer
    return answer;
}

QUrl reasonOf(const Grant &grant, const QUrl &base)
{
    if (!grant.topicId)
        return {};
    return QUrl(base.toString() + QStringLiteral("/t/-/%1/%2").arg(*grant.topicId).arg(grant.postNumber.value_or(1)));
}

QByteArray holdersCsv(const Holdings &holdings, const QUrl &base, const QHash<BadgeId, QString> &badges)
{
    QStringList head{QStringLiteral("username"), QStringLiteral("name"), QStringLiteral("granted_at"), QStringLiteral("granted_by"),
                     QStringLiteral("reason")};
    if (!badges.isEmpty())
        head << QStringLiteral("badge");
    QByteArray csv = csvLine(head);
    for (const Grant &grant : holdings.grants) {
        QStringList line{grant.holder, holdings.accounts.value(grant.holderId).name,
                         grant.grantedAt.isValid() ? grant.grantedAt.toUTC().toString(Qt::ISODate) : QString(), grant.granter,
                         reasonOf(grant, base).toString()};
        if (!badges.isEmpty())
            line << badges.value(grant.badgeId);
        csv += csvLine(line);
    }
    return csv;
}

} // namespace badgewright::runs
