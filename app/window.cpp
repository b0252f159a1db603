// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window.h"

#include "app/command/arguments.h"
#include "app/command/console.h"
#include "app/command/exit_status.h"
#include "app/services.h"
#include "app/tour/tour.h"
#include "ui/kit/dialog_ask_user.h"
#include "ui/kit/theme.h"
#include "ui/shell/shell.h"
#include "ui/words/error_words.h"

#include <QApplication>
#include <QIcon>
#include <QMessageBox>
#include <QTemporaryDir>
#include <QTimer>
#include <QTranslator>

namespace badgewright {

namespace {

struct WindowOptions {
    bool sample = false;
    QString tourFolder;
};

std::optional<int> readOptions(const QStringList &arguments, WindowOptions *options)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral(
        "Designs badges, gives them to people, keeps the score.\n\n"
        "Without a command the window opens. Commands: sample, connection, badge, plan, apply, undo, ledger;\n"
        "\"badgewright COMMAND --help\" tells more."));
    parser.addOptions({
        {QStringLiteral("sample"), QStringLiteral("Open the sample forum.")},
        {QStringLiteral("tour"), QStringLiteral("Drive the window through the main job and write a picture of each step."), QStringLiteral("DIR")},
    });
    const QCommandLineOption version = parser.addVersionOption();
    if (const auto end = parseArguments(parser, QString(), arguments))
        return end;
    if (parser.isSet(version)) {
        Console::line(QStringLiteral("badgewright ") + QCoreApplication::applicationVersion());
        return kAllDone;
    }
    options->sample = parser.isSet(QStringLiteral("sample"));
    options->tourFolder = parser.value(QStringLiteral("tour"));
    return std::nullopt;
}

ui::ShellServices shellServices(Services &services, ui::AskUser *ask, ui::Theme *theme)
{
    ui::ShellServices shell;
    shell.opener = services.opener();
    shell.keychain = services.keychain();
    shell.session = services.sessionKeychain();
    shell.runs = services.runs();
    shell.settings = services.settings();
    shell.connections = services.connections();
    shell.clock = services.clock();
    shell.designs = services.designsFolder();
    shell.icons = services.iconsFolder();
    shell.pictures = services.picturesFolder();
    shell.web = services.web();
    shell.drafts = services.draftsFolder();
    shell.ask = ask;
    shell.theme = theme;
    shell.gateFor = [&services](const Connection &connection) { return services.gateFor(connection); };
    shell.openSample = [&services]() -> Result<ui::SampleDoor> {
        return services.sample().map([](const Services::SampleAccess &access) {
            return ui::SampleDoor{access.connection, access.secret};
        });
    };
    return shell;
}

} // namespace

int runWindow(int argc, char **argv)
{
    // Asked before a display is needed, so that --help works everywhere.
    WindowOptions options;
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments << QString::fromLocal8Bit(argv[i]);
    if (const auto end = readOptions(arguments, &options))
        return *end;

    QApplication application(argc, argv);
    QApplication::setDesktopFileName(QStringLiteral("badgewright"));
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/badgewright.svg")));
    // English too needs one: it has the plurals.
    QTranslator translator;
    if (!translator.load(QLocale(), QStringLiteral("badgewright"), QStringLiteral("_"), QStringLiteral(":/i18n")))
        (void)translator.load(QStringLiteral(":/i18n/badgewright_en"));
    QApplication::installTranslator(&translator);

    // The tour leaves nothing behind, unless a test wants to look at it.
    QTemporaryDir scratch;
    const bool touring = !options.tourFolder.isEmpty();
    const bool ownHome = touring && qEnvironmentVariableIsEmpty("BADGEWRIGHT_HOME");
    const Paths paths = ownHome ? Paths::below(scratch.path()) : Paths::ofUser();
    Services services(paths, touring ? Services::Secrets::ForThisSession : Services::Secrets::InKeychain);
    ui::Theme theme(application, ui::themeChoiceFromName(services.settings()->value(settings::kTheme)));
    if (const Error *error = services.ledgerError()) {
        // Without the ledger nothing may be changed anywhere: there is nothing to open a window for.
        QMessageBox::critical(nullptr, QStringLiteral("Badgewright"), ui::words::sentence(*error, {}));
        return kStopped;
    }
    ui::DialogAskUser ask;
    ui::Shell shell(shellServices(services, &ask, &theme));
    QObject::connect(&shell, &ui::Shell::finished, &application, &QCoreApplication::quit, Qt::QueuedConnection);

    std::unique_ptr<Tour> tour;
    if (touring) {
        tour = std::make_unique<Tour>(options.tourFolder, paths.data + QStringLiteral("/tour-answers"));
        QObject::connect(tour.get(), &Tour::finished, &application, &QCoreApplication::exit, Qt::QueuedConnection);
        QTimer::singleShot(0, tour.get(), &Tour::start);
    }
    shell.start(options.sample ? QStringLiteral("sample") : QString());
    return QApplication::exec();
}

} // namespace badgewright
