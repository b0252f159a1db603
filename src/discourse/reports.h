// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "discourse/session.h"
#include "forum/people.h"

namespace badgewright::discourse {

/// Reports of the Data Explorer plugin. Its address changed in 2026; which one this forum has is found out with the
/// first request and remembered.
class Reports
{
public:
    explicit Reports(Session *session) : m_session(session) {}

    Call<QList<Report>> *all();
    Call<Report> *one(qint64 id);
    /// Up to 10,000 rows. Invalid, with the forum's words: a parameter is wrong or missing.
    Call<ReportRows> *run(qint64 id, const QHash<QString, QString> &parameters);

private:
    /// `make` gets the beginning of the address and answers a request; `decode` reads the body.
    template <class T, class Make, class Decode> Call<T> *ask(Make make, Decode decode);
    QStringList prefixes() const;

    Session *m_session;
    QString m_prefix;
};

} // namespace badgewright::discourse
