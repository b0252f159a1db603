// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services.h"

#include <QDir>

namespace badgewright {

namespace {

Secret secretOfEnvironment()
{
    const QByteArray value = qgetenv("BADGEWRIGHT_SECRET");
    // Taken out, so that no child process and no crash report inherits it.
    qunsetenv("BADGEWRIGHT_SECRET");
    return Secret(value);
}

} // namespace

Services::Services(const Paths &paths, Secrets secrets, QObject *parent)
    : QObject(parent)
    , m_paths(paths)
    , m_settings(paths.settingsFile())
    , m_connections(paths.connectionsFile())
    , m_secrets(secrets)
    , m_keychain(&m_clock)
    , m_environmentSecret(secretOfEnvironment())
{
    auto ledger = runs::Ledger::open(paths.ledgerFile());
    if (!ledger) {
        m_ledgerError = ledger.error();
        return;
    }
    m_ledger = std::move(*ledger);
    m_runs = std::make_unique<runs::RunCentre>(m_ledger.get(), &m_clock);
}

Services::~Services() = default;

RequestGate *Services::gateFor(const Connection &connection)
{
    // The sample forum is this program's own and sets no limit: reading there does not use up the pace of the runs.
    return m_runs && !connection.isSample() ? m_runs->pacerFor(connection) : nullptr;
}

Result<Connection> Services::connectionNamed(const QString &nameOrId)
{
    if (nameOrId == QLatin1String("sample"))
        return sample().map([](const SampleAccess &access) { return access.connection; });
    if (const auto byId = m_connections.byId(nameOrId))
        return *byId;
    if (const auto byName = m_connections.byName(nameOrId))
        return *byName;
    return fail(Error::refusedHere(tr("There is no connection called %1. See: badgewright connection list").arg(nameOrId)));
}

Result<Services::SampleAccess> Services::sample()
{
    if (!m_sample) {
        QDir().mkpath(m_paths.data);
        const QString state = m_paths.data + QStringLiteral("/sample-forum");
        sample::Options options;
        options.stateFile = state;
        auto started = sample::SampleForum::start(options);
        if (!started)
            return fail(started.error());
        m_sample = std::move(*started);
    }
    SampleAccess access;
    access.connection.id = QStringLiteral("sample");
    access.connection.name = tr("Sample forum");
    access.connection.base = m_sample->url();
    access.connection.user = m_sample->user();
    access.connection.colour = QStringLiteral("#1e9e6a");
    access.secret = Secret(m_sample->secret().toUtf8());
    return access;
}

Call<ForumPtr> *Services::openForum(const Connection &connection)
{
    if (connection.isSample()) {
        const auto access = sample();
        if (!access)
            return settledCall<ForumPtr>(this, fail(access.error()));
        return m_opener.open(access->connection, access->secret, gateFor(connection));
    }
    if (!m_environmentSecret.isEmpty())
        return m_opener.open(connection, m_environmentSecret, gateFor(connection));
    auto *answer = new Call<ForumPtr>(this);
    keychain()->read(connection.id)->then(answer, [this, answer, connection](const Result<keychain::Reading> &reading) {
        if (!reading || reading->state != keychain::Reading::State::Found) {
            Error error = reading ? Error::of(ErrorKind::Keychain, reading->detail) : reading.error();
            if (error.kind == ErrorKind::Keychain)
                error.detail = tr("%1 Where there is no keychain, give the key or password in the variable BADGEWRIGHT_SECRET.").arg(error.detail).trimmed();
            answer->settle(fail(error));
            return;
        }
        Call<ForumPtr> *opening = m_opener.open(connection, reading->secret, gateFor(connection));
        follow(answer, opening);
        opening->then(answer, [answer](const Result<ForumPtr> &forum) { answer->settle(forum); });
    });
    return answer;
}

} // namespace badgewright
