// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "replay.h"

#include <QDir>
#include <QFile>
#include <QTest>
#include <QUrlQuery>

#include <map>

namespace badgewright::discourse_cases {

using nlohmann::json;
using test::Answer;
using test::Seen;

namespace {

QString str(const json &value)
{
    return QString::fromStdString(value.is_string() ? value.get<std::string>() : value.dump());
}

QString barePath(const QString &target)
{
    return QUrl(target).path(QUrl::FullyDecoded);
}

// Names and values of a form, in any order.
QList<std::pair<QString, QString>> formOf(const json &form)
{
    QList<std::pair<QString, QString>> fields;
    if (form.is_array()) {
        for (const json &pair : form)
            fields.append({str(pair[0]), str(pair[1])});
    } else {
        for (const auto &[name, value] : form.items())
            fields.append({QString::fromStdString(name), str(value)});
    }
    std::sort(fields.begin(), fields.end());
    return fields;
}

QList<std::pair<QString, QString>> formOf(const QByteArray &body)
{
    QList<std::pair<QString, QString>> fields;
    for (const QByteArray &part : body.split('&')) {
        const auto eq = part.indexOf('=');
        const auto plain = [](QByteArray text) { return QString::fromUtf8(QByteArray::fromPercentEncoding(text.replace('+', ' '))); };
        if (eq >= 0)
            fields.append({plain(part.left(eq)), plain(part.mid(eq + 1))});
    }
    std::sort(fields.begin(), fields.end());
    return fields;
}

} // namespace

namespace {

QHash<QString, json> readExchanges(const QString &version)
{
    QHash<QString, json> exchanges;
    const QDir folder(QStringLiteral(EXCHANGES) + QStringLiteral("/discourse-") + version);
    for (const QString &name : folder.entryList({QStringLiteral("*.json")})) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("no exchanges in %s", qPrintable(folder.path()));
        const QByteArray bytes = file.readAll();
        for (const json &exchange : json::parse(bytes.begin(), bytes.end())) {
            const QString what = str(exchange["what"]);
            exchanges.insert(name.chopped(5) + u':' + what, exchange);
        }
    }
    return exchanges;
}

} // namespace

Replay::Replay(const QString &version)
{
    static std::map<QString, QHash<QString, json>> once; // reading them takes longer than all the rest
    if (!once.contains(version))
        once.emplace(version, readExchanges(version));
    m_exchanges = once.at(version);
    m_server.handle([this](const Seen &seen) { return next(seen); });
}

const json &Replay::exchange(const QString &name) const
{
    const auto it = m_exchanges.constFind(name);
    if (it == m_exchanges.cend())
        qFatal("no exchange called %s", qPrintable(name));
    return *it;
}

QString Replay::filled(QString text) const
{
    const QUrl url = m_server.url();
    return text.replace(QLatin1String("@BASE@"), url.toString())
        .replace(QLatin1String("@HOST@"), url.authority())
        .replace(QLatin1String("@NAME@"), url.host());
}

void Replay::arm(const QStringList &names)
{
    for (const QString &name : names)
        exchange(name);
    m_armed += names;
}

Result<ForumPtr> Replay::signIn(const QString &key, const QString &user, const QStringList &names)
{
    arm(names);
    Connection connection;
    connection.id = QStringLiteral("replay");
    connection.base = m_server.url();
    connection.user = user;
    return test::await(discourse::open(connection, Secret("key-" + key.toUtf8()), nullptr, &m_server, {&m_clock}));
}

ForumPtr Replay::admin(bool directUploads)
{
    if (directUploads)
        m_exchanges[QStringLiteral("site-and-keys:client settings")]["answer"]["json"]["enable_direct_s3_uploads"] = true;
    const auto forum = signIn(QStringLiteral("global_all"), QStringLiteral("ada_admin"),
                              {QStringLiteral("site-and-keys:basic info, no key"), QStringLiteral("site-and-keys:scopes of a global key"),
                               QStringLiteral("site-and-keys:current user, global key"), QStringLiteral("site-and-keys:client settings"),
                               QStringLiteral("site-and-keys:about")});
    if (!forum)
        qFatal("the replayed forum did not open: %s", qPrintable(forum.error().detail));
    return *forum;
}

QString Replay::path(const QString &name) const
{
    return barePath(filled(str(exchange(name)["request"]["path"])));
}

qint64 Replay::idIn(const QString &name) const
{
    static const QRegularExpression last(QStringLiteral("(\\d+)[^\\d]*$"));
    return last.match(path(name)).captured(1).toLongLong();
}

json Replay::sent(const QString &name) const
{
    return json::parse(filled(QString::fromStdString(exchange(name)["request"]["body"]["form"].dump())).toStdString());
}

json Replay::answer(const QString &name) const
{
    return json::parse(filled(QString::fromStdString(exchange(name)["answer"]["json"].dump())).toStdString());
}

QStringList Replay::complaints() const
{
    QStringList all = m_complaints;
    for (const QString &name : m_armed)
        all << QStringLiteral("never asked: ") + name;
    return all;
}

Answer Replay::next(const Seen &seen)
{
    const QString path = barePath(QString::fromUtf8(seen.target));
    for (qsizetype i = 0; i < m_armed.size(); ++i) {
        const QString name = m_armed[i];
        const json &exchange = this->exchange(name);
        const json &request = exchange["request"];
        if (str(request["method"]).toUtf8() != seen.verb || barePath(filled(str(request["path"]))) != path)
            continue;
        m_armed.removeAt(i);
        compare(name, request, seen);
        const json &answer = exchange["answer"];
        const QString body = answer.contains("json") ? QString::fromStdString(answer["json"].dump())
                                                     : str(answer.value("text", json("")));
        Answer::Headers headers;
        QByteArray type = "text/plain";
        for (const auto &[header, value] : answer["headers"].items()) {
            if (header == "content-type")
                type = filled(str(value)).toUtf8();
            else
                headers.append({QByteArray::fromStdString(header), filled(str(value)).toUtf8()});
        }
        return Answer::of(answer["status"].get<int>(), filled(body).toUtf8(), type, headers);
    }
    m_complaints << QStringLiteral("unexpected: %1 %2").arg(QString::fromUtf8(seen.verb), QString::fromUtf8(seen.target));
    return Answer::of(599, {}, "text/plain");
}

void Replay::compare(const QString &name, const json &request, const Seen &seen)
{
    const auto complain = [&](const QString &what) { m_complaints << name + QStringLiteral(": ") + what; };
    if (request.contains("user") && seen.headers.contains("api-key") && seen.header("api-username") != str(request["user"]).toUtf8()
        && str(request["user"]) != QLatin1String("system"))
        complain(QStringLiteral("as another user"));
    if (!request.contains("body"))
        return;
    const json &body = request["body"];
    const QByteArray type = seen.header("content-type");
    if (body.contains("form") && type.startsWith("application/x-www-form-urlencoded")) {
        const json recorded = json::parse(filled(QString::fromStdString(body["form"].dump())).toStdString());
        if (formOf(recorded) != formOf(seen.body))
            complain(QStringLiteral("another form: ") + QString::fromUtf8(seen.body));
    }
    if (body.contains("multipart")) {
        for (const json &part : body["multipart"]) {
            if (str(part[0]) != QLatin1String("synchronous") && !seen.body.contains("name=\"" + str(part[0]).toUtf8() + "\""))
                complain(QStringLiteral("without the part ") + str(part[0]));
        }
    }
    if (body.contains("json") && type.startsWith("application/json")) {
        const json ours = json::parse(seen.body.begin(), seen.body.end(), nullptr, false);
        for (const auto &[key, value] : body["json"].items()) {
            if (!ours.contains(key))
                complain(QStringLiteral("without the field ") + QString::fromStdString(key));
        }
    }
}

} // namespace badgewright::discourse_cases
