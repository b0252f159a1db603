// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command/command.h"
#include "app/command/sample_command.h"
#include "app/window.h"
#include "support/log.h"

#include <QCoreApplication>
#include <QTimer>

#include <sys/resource.h>

using namespace badgewright;

namespace {

int runCommand(const QString &name, const QStringList &arguments)
{
    std::unique_ptr<Command> command = Command::make(name);
    if (!command) {
        Console::note(QStringLiteral("There is no command \"%1\". See: badgewright --help").arg(name));
        return kUsage;
    }
    if (const auto end = command->prepare(arguments))
        return *end;
    Services services(Paths::ofUser());
    QObject::connect(command.get(), &Command::finished, qApp, &QCoreApplication::exit, Qt::QueuedConnection);
    QTimer::singleShot(0, command.get(), [&] { command->start(&services); });
    const int status = QCoreApplication::exec();
    command.reset(); // it holds the forum, which must go before the services it stands on
    return status;
}

/// A crash must not write keys to a file.
void forbidCoreDumps()
{
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
}

} // namespace

int main(int argc, char **argv)
{
    forbidCoreDumps();
    SecretFilter::install();
    QCoreApplication::setApplicationName(QStringLiteral("badgewright"));
    QCoreApplication::setApplicationVersion(QStringLiteral(BADGEWRIGHT_VERSION));
    // A word that is no option names a command; only without one is a display needed.
    if (argc > 1 && argv[1][0] != '-') {
        QCoreApplication application(argc, argv);
        const QStringList words = application.arguments().mid(1);
        const int status = words.first() == QLatin1String("sample") ? runSampleCommand(words.mid(1)) : runCommand(words.first(), words.mid(1));
        const QString trouble = Console::outputTrouble();
        if (!trouble.isEmpty())
            Console::note(QStringLiteral("What there was to say could not be written: %1.").arg(trouble));
        return trouble.isEmpty() || status != kAllDone ? status : kSomeFailed;
    }
    return runWindow(argc, argv);
}
