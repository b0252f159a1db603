// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "forum/connection_store.h"
#include "keychain/keychain.h"
#include "ui/connections/connection_check.h"
#include "ui/kit/labels.h"

class QComboBox;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace badgewright::ui {

class AbilityCard;
class AskUser;
class ColourPicker;
class Notice;
class Spinner;

struct ConnectServices {
    ForumOpener *opener = nullptr;
    keychain::Keychain *keychain = nullptr;
    keychain::Keychain *session = nullptr; ///< forgets everything when the program ends
    ConnectionStore *store = nullptr;
    AskUser *ask = nullptr;
    ConnectionCheck::GateFor gateFor;
    /// The id that a forum had when it was connected before; empty: never, or not known.
    std::function<QString(const Connection &)> formerId;
    /// A sentence about what is lost when the connection with this id is removed; empty: nothing. May be absent.
    std::function<QString(const QString &)> lostWith = {};
};

/// Adds a forum, or changes one that is saved: where it is, how to sign in, what may be done there and why not, and how the
/// person wants to tell it apart. Whatever goes wrong, nothing typed is lost.
class ConnectPage : public QWidget
{
    Q_OBJECT

public:
    explicit ConnectPage(const ConnectServices &services, QWidget *parent = nullptr);

    /// For a new connection; the address may be empty.
    void begin(const QString &address);
    /// For a saved one. Its key is read from the keychain, so that what it may do shows at once.
    void edit(const Connection &connection);
    void focusSecret();
    /// Asks first; for the one being edited.
    void askToRemove();

Q_SIGNALS:
    void cancelled();
    /// `signsInAnew`: how to sign in or what may be done has changed, not only how the person tells it apart.
    void saved(const QString &connectionId, bool signsInAnew);
    void removed(const QString &connectionId);

private:
    void build();
    void arrange();
    void showState();
    void showProbe();
    void showKind(ForumKind kind);
    /// A key names its account or is asked whom it acts as; a password comes after the name.
    void orderSignIn(bool secretFirst);
    void credentialsEdited();
    void askForPlainHttp();
    void helpWithKey();
    void save();
    void keep(keychain::Keychain *keychain);
    void finishSaving(const Connection &connection);
    void cancel();
    void remove();
    Connection composed() const;
    QString address() const;
    void setBusy(bool busy, const QString &why = {});

    ConnectServices m_services;
    ConnectionCheck *m_check = nullptr;
    std::optional<Connection> m_edited;
    std::optional<bool> m_secretFirst;
    bool m_nameTouched = false;
    bool m_busy = false;
    int m_visit = 0; ///< counts begin(): a keychain that answers late finds another form here
    enum class Offer { None, SessionOnly, RemoveAnyway } m_offer = Offer::None;

    TextLabel *m_title;
    TextLabel *m_site;
    QLineEdit *m_address;
    TextLabel *m_signIn;
    TextLabel *m_userLabel;
    QLineEdit *m_user;
    TextLabel *m_secretLabel;
    QLineEdit *m_secret;
    QVBoxLayout *m_signInFields;
    QWidget *m_secretBlock;
    LinkButton *m_help;
    QLineEdit *m_name;
    ColourPicker *m_colour;
    QComboBox *m_safeMode;
    TextLabel *m_promise;
    AbilityCard *m_abilities;
    Notice *m_notice;
    Spinner *m_spinner;
    TextLabel *m_wait;
    QPushButton *m_remove;
    QPushButton *m_cancel;
    QPushButton *m_save;
};

} // namespace badgewright::ui
