// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "forum/forum.h"
#include "people/people_set.h"
#include "people/people_source.h"

#include <QCommandLineParser>

namespace badgewright {

/// The people that a command is about: --people, put together from files and from the forum, --only-in, --without, and
/// --park for those who have no account.
class PeopleReading : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    static QList<QCommandLineOption> options();
    /// Takes the sources out of the arguments and reads the files among them; a status when that is the end of it. `out`
    /// is the file that the command itself is going to write, if any: it has to be another.
    std::optional<int> prepare(const QCommandLineParser &parser, const QString &out);
    /// "people.csv, without holders of Apex", for the plan.
    QString name() const;
    /// Reads what is on the forum, finds the accounts, puts the sets together and parks who has none. Says on standard
    /// error what there is to say beside the error. Once.
    Call<QList<people::Match>> *match(const ForumPtr &forum, Clock *clock);

private:
    struct Source {
        people::SetOperator how = people::SetOperator::Also;
        people::SourceSpec spec;
        QString badge; ///< id or name, with Holders
        QList<people::Recipient> people;
    };
    std::optional<int> refuseOneFileForTwo(const QCommandLineParser &parser, const QString &out) const;
    std::optional<int> add(people::SetOperator how, const QString &source);
    std::optional<int> readFile(const QString &path, people::SetOperator how, people::SourceSpec *spec);
    void next();
    void findBadge(Source *source);
    void read(Source *source);
    void matchAll();
    void combine(const QList<people::Match> &matches);
    Result<Done> park(const QList<people::Match> &matches) const;
    void giveUp(const Error &error, const QString &about = {});

    QList<Source> m_sources;
    qsizetype m_read = 0;
    QHash<QString, QString> m_parameters;
    QString m_reasonColumn;
    bool m_hadReasonColumn = false;
    QString m_reasonTitle; ///< of that column, where it has one
    bool m_inputTaken = false;
    QString m_parkFile;
    ForumPtr m_forum;
    Clock *m_clock = nullptr;
    Call<QList<people::Match>> *m_call = nullptr;
    QPointer<PendingCall> m_inner;
};

} // namespace badgewright
