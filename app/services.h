// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/any_forum_opener.h"
#include "app/web_picture_reader.h"
#include "forum/connection_store.h"
#include "keychain/session_keychain.h"
#include "keychain/system_keychain.h"
#include "runs/run.h"
#include "sample/sample_forum.h"
#include "support/clock.h"
#include "support/paths.h"
#include "support/settings.h"

#include <memory>

namespace badgewright {

/// Everything the window and the command line work with, made once at the start.
class Services : public QObject
{
    Q_OBJECT

public:
    enum class Secrets {
        InKeychain,
        ForThisSession, ///< in memory only: the tour leaves nothing behind
    };
    explicit Services(const Paths &paths, Secrets secrets = Secrets::InKeychain, QObject *parent = nullptr);
    ~Services() override;

    Clock *clock() { return &m_clock; }
    Settings *settings() { return &m_settings; }
    QString designsFolder() const { return m_paths.designsFolder(); }
    QString iconsFolder() const { return m_paths.iconsFolder(); }
    QString picturesFolder() const { return m_paths.picturesFolder(); }
    QString draftsFolder() const { return m_paths.draftsFolder(); }
    ConnectionStore *connections() { return &m_connections; }
    keychain::Keychain *keychain() { return m_secrets == Secrets::InKeychain ? static_cast<keychain::Keychain *>(&m_keychain) : &m_session; }
    keychain::Keychain *sessionKeychain() { return &m_session; }
    ForumOpener *opener() { return &m_opener; }
    WebPictures *web() { return &m_web; }

    /// Why the ledger could not be opened; null when it could. Without it nothing can be changed anywhere.
    const Error *ledgerError() const { return m_ledgerError ? &*m_ledgerError : nullptr; }
    runs::Ledger *ledger() { return m_ledger.get(); }
    runs::RunCentre *runs() { return m_runs.get(); }
    /// The budget of a forum; null where there is none: the sample forum, or no ledger.
    RequestGate *gateFor(const Connection &connection);

    /// By name or by id; "sample" is the sample forum. RefusedHere: the sentence that says there is none.
    Result<Connection> connectionNamed(const QString &nameOrId);
    /// Opens it with the secret from the environment, or from the keychain.
    Call<ForumPtr> *openForum(const Connection &connection);

    /// The sample forum that keeps its state in the data folder; started when it is first needed.
    struct SampleAccess {
        Connection connection;
        Secret secret;
    };
    Result<SampleAccess> sample();

    /// BADGEWRIGHT_SECRET, read once at the start and taken out of the environment; empty: not set.
    Secret environmentSecret() const { return m_environmentSecret; }

private:
    Paths m_paths;
    SystemClock m_clock;
    Settings m_settings;
    ConnectionStore m_connections;
    Secrets m_secrets;
    keychain::SystemKeychain m_keychain;
    keychain::SessionKeychain m_session;
    AnyForumOpener m_opener;
    WebPictureReader m_web;
    Secret m_environmentSecret;
    std::unique_ptr<runs::Ledger> m_ledger;
    std::optional<Error> m_ledgerError;
    std::unique_ptr<runs::RunCentre> m_runs;
    std::unique_ptr<sample::SampleForum> m_sample;
};

} // namespace badgewright
