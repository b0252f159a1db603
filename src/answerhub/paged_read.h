// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "answerhub/codec.h"
#include "answerhub/reply_judge.h"
#include "answerhub/session.h"

#include <QSet>

#include <functional>

namespace badgewright::answerhub {

inline constexpr int kPageSize = 50;  ///< no larger one is known to be allowed
inline constexpr int kMostPages = 200;

/// Reads a list to its end (contract answerhub §9). It stops when a page is empty, when the server's own numbers say
/// that was all, or when a page brings nothing new: some servers send the whole list at once and still count pages.
/// It is a child of its call and ends with it.
template <class Row> class PagedRead final : public QObject
{
public:
    using Decode = std::function<Result<ListPage<Row>>(const QByteArray &body)>;
    using IdOf = std::function<qint64(const Row &)>;

    PagedRead(Session *session, const QString &path, const Reading &reading, Decode decode, IdOf idOf, Call<QList<Row>> *call)
        : QObject(call),
          m_session(session),
          m_path(path),
          m_reading(reading),
          m_decode(std::move(decode)),
          m_idOf(std::move(idOf)),
          m_call(call)
    {
        ask();
    }

private:
    void ask()
    {
        Call<http::Reply> *sent = m_session->get(
            m_path, {{QStringLiteral("page"), QString::number(m_page)}, {QStringLiteral("pageSize"), QString::number(kPageSize)}});
        follow(m_call, sent);
        sent->then(this, [this](const Result<http::Reply> &reply) { take(reply); });
    }

    void take(const Result<http::Reply> &reply)
    {
        if (m_call->isSettled()) // called off meanwhile
            return;
        if (!reply) {
            m_call->settle(fail(reply.error()));
            return;
        }
        if (const auto error = readError(*reply, m_reading)) {
            m_call->settle(fail(*error));
            return;
        }
        Result<ListPage<Row>> page = m_decode(reply->body);
        if (!page) {
            m_call->settle(fail(page.error()));
            return;
        }
        const bool news = keep(page->rows);
        if (!news || isLast(page->info)) {
            m_call->settle(m_rows);
        } else if (m_page == kMostPages) {
            m_call->settle(fail(ErrorKind::Unreadable, QStringLiteral("The list does not end.")));
        } else {
            ++m_page;
            ask();
        }
    }

    bool keep(const QList<Row> &rows)
    {
        bool news = false;
        for (const Row &row : rows) {
            const qint64 id = m_idOf(row);
            if (m_seen.contains(id))
                continue;
            m_seen.insert(id);
            m_rows += row;
            news = true;
        }
        return news;
    }

    bool isLast(const PageInfo &info) const
    {
        const bool allAtOnce = info.totalCount >= 0 && (info.listCount >= info.totalCount || m_rows.size() >= info.totalCount);
        return allAtOnce || (info.pageCount >= 0 && m_page >= info.pageCount);
    }

    Session *m_session;
    QString m_path;
    Reading m_reading;
    Decode m_decode;
    IdOf m_idOf;
    Call<QList<Row>> *m_call;
    QList<Row> m_rows;
    QSet<qint64> m_seen;
    int m_page = 1;
};

/// Starts such a read; the call belongs to the session.
template <class Row>
Call<QList<Row>> *readAll(Session *session, const QString &path, const Reading &reading, typename PagedRead<Row>::Decode decode,
                          typename PagedRead<Row>::IdOf idOf)
{
    auto *call = new Call<QList<Row>>(session);
    new PagedRead<Row>(session, path, reading, std::move(decode), std::move(idOf), call);
    return call;
}

} // namespace badgewright::answerhub
