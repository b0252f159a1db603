// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command/sample_command.h"

#include "app/command/arguments.h"
#include "app/command/console.h"
#include "app/command/exit_status.h"
#include "sample/sample_forum.h"

#include <QCommandLineParser>
#include <QJsonObject>

#include <csignal>

namespace badgewright {

namespace {

/// A whole number within limits, or a sentence on standard error.
bool readNumber(const QCommandLineParser &parser, const QString &option, int least, int most, int *number)
{
    bool ok = false;
    const int value = parser.value(option).toInt(&ok);
    if (!ok || value < least || value > most) {
        Console::note(QStringLiteral("--%1 takes a number from %2 to %3, not \"%4\".")
                          .arg(option, QString::number(least), QString::number(most), parser.value(option)));
        return false;
    }
    *number = value;
    return true;
}

bool readFaults(const QStringList &words, QList<sample::Fault> *faults)
{
    for (const QString &word : words) {
        const QStringList parts = word.split(u':');
        const auto kind = sample::faultFromName(parts.first());
        bool ok = true;
        const int every = parts.size() > 1 ? parts.at(1).toInt(&ok) : 1;
        if (!kind || parts.size() > 2 || !ok || every < 1) {
            Console::note(QStringLiteral("There is no fault \"%1\". Faults: %2; with :N they strike every Nth request.")
                              .arg(word, sample::faultNames().join(QStringLiteral(", "))));
            return false;
        }
        faults->append({*kind, every});
    }
    return true;
}

} // namespace

int runSampleCommand(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Serves the sample forum on this computer until it is stopped. Keeps nothing."));
    parser.addOptions({
        {QStringLiteral("port"), QStringLiteral("Listen on this port (0: a free one)."), QStringLiteral("N"), QStringLiteral("0")},
        {QStringLiteral("kind"), QStringLiteral("discourse or answerhub."), QStringLiteral("KIND"), QStringLiteral("discourse")},
        {QStringLiteral("limit"), QStringLiteral("API requests a minute (none by default)."), QStringLiteral("N")},
        {QStringLiteral("store"), QStringLiteral("Uploads go to an S3-like store on a second port.")},
        {QStringLiteral("facts"), QStringLiteral("Write what is there to this file."), QStringLiteral("FILE")},
        {QStringLiteral("fault"), QStringLiteral("Let something go wrong: %1. NAME:N strikes every Nth request.")
                                      .arg(sample::faultNames().join(QStringLiteral(", "))),
         QStringLiteral("NAME")},
    });
    if (const auto end = parseArguments(parser, QStringLiteral("sample"), arguments))
        return *end;

    sample::Options options;
    int port = 0;
    if (!readNumber(parser, QStringLiteral("port"), 0, 65535, &port))
        return kUsage;
    options.port = quint16(port);
    const QString kind = parser.value(QStringLiteral("kind"));
    if (kind != QLatin1String("discourse") && kind != QLatin1String("answerhub")) {
        Console::note(QStringLiteral("--kind is discourse or answerhub, not \"%1\".").arg(kind));
        return kUsage;
    }
    options.kind = kind == QLatin1String("answerhub") ? sample::Kind::AnswerHub : sample::Kind::Discourse;
    if (parser.isSet(QStringLiteral("limit"))) {
        int limit = 0;
        if (!readNumber(parser, QStringLiteral("limit"), 1, 1000000, &limit))
            return kUsage;
        options.limitPerMinute = limit;
    }
    options.store = parser.isSet(QStringLiteral("store"));
    options.factsFile = parser.value(QStringLiteral("facts"));
    if (!readFaults(parser.values(QStringLiteral("fault")), &options.faults))
        return kUsage;
    if (!parser.positionalArguments().isEmpty())
        return usage(QStringLiteral("sample takes options only."));

    // Blocked before the server's threads are made, so that only sigwait below receives them.
    sigset_t ends;
    sigemptyset(&ends);
    sigaddset(&ends, SIGINT);
    sigaddset(&ends, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &ends, nullptr);

    const auto forum = sample::SampleForum::start(options);
    if (!forum) {
        Console::note(forum.error().detail);
        return kConnection;
    }
    // As it is: elsewhere the console takes secrets out, and here it is what was asked for.
    const QJsonObject line{{QStringLiteral("url"), (*forum)->url().toString()},
                           {QStringLiteral("user"), (*forum)->user()},
                           {QStringLiteral("secret"), (*forum)->secret()}};
    Console::bytes(QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n');
    if (!Console::outputTrouble().isEmpty())
        return kSomeFailed; // nobody knows where it is

    int signal = 0;
    sigwait(&ends, &signal);
    return kAllDone;
}

} // namespace badgewright
