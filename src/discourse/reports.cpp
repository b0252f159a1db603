// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "discourse/reports.h"

#include "discourse/people_codec.h"

#include <nlohmann/json.hpp>

namespace badgewright::discourse {

namespace {

constexpr QLatin1String kNew("/admin/plugins/discourse-data-explorer/queries");
constexpr QLatin1String kOld("/admin/plugins/explorer/queries");
constexpr qint64 kLargestReport = 64 * 1024 * 1024;

} // namespace

QStringList Reports::prefixes() const
{
    if (!m_prefix.isEmpty())
        return {m_prefix};
    const Version &version = m_session->facts().version;
    if (version.isKnown() && version < Version(2026, 1))
        return {kOld, kNew};
    return {kNew, kOld};
}

template <class T, class Make, class Decode> Call<T> *Reports::ask(Make make, Decode decode)
{
    const QStringList roads = prefixes();
    auto *call = new Call<T>(m_session);
    auto *first = roads.size() > 1 ? m_session->readGuess<T>(make(roads.first()), decode)
                                   : m_session->read<T>(make(roads.first()), decode);
    follow(call, first);
    first->then(call, [this, call, roads, make, decode](const Result<T> &result) {
        if (call->isSettled())
            return;
        const bool wrongAddress = !result && result.error().kind == ErrorKind::NotFound && roads.size() > 1;
        if (!wrongAddress) {
            if (result)
                m_prefix = roads.first();
            call->settle(result);
            return;
        }
        auto *second = m_session->read<T>(make(roads.last()), decode);
        follow(call, second);
        second->then(call, [this, call, roads](const Result<T> &other) {
            if (other)
                m_prefix = roads.last();
            call->settle(other);
        });
    });
    return call;
}

Call<QList<Report>> *Reports::all()
{
    return ask<QList<Report>>(
        [](const QString &prefix) {
            http::Request request = http::Request::get(prefix + QLatin1String(".json"));
            request.followRedirects = true;
            return request;
        },
        decodeReports);
}

Call<Report> *Reports::one(qint64 id)
{
    return ask<Report>(
        [id](const QString &prefix) {
            http::Request request = http::Request::get(prefix + QStringLiteral("/%1.json").arg(id));
            request.followRedirects = true;
            return request;
        },
        decodeReport);
}

Call<ReportRows> *Reports::run(qint64 id, const QHash<QString, QString> &parameters)
{
    Json values = Json::object();
    for (auto it = parameters.cbegin(); it != parameters.cend(); ++it)
        values[it.key().toStdString()] = it.value().toStdString();
    const QString params = QString::fromStdString(values.dump());
    return ask<ReportRows>(
        [id, params](const QString &prefix) {
            // A POST that changes nothing; the parameters are JSON inside a form.
            http::Request request = http::Request::form(
                http::Method::Post, prefix + QStringLiteral("/%1/run.json").arg(id),
                {{QStringLiteral("params"), params}, {QStringLiteral("limit"), QStringLiteral("ALL")}});
            request.timeout = std::chrono::minutes(1);
            request.replyCap = kLargestReport;
            return request;
        },
        decodeReportRows);
}

} // namespace badgewright::discourse
