// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forum/connection_store.h"
#include "support/paths.h"
#include "support/settings.h"
#include "support/unbroken.h"
#include "ui/words/ability_words.h"
#include "ui/words/connect_words.h"
#include "ui/words/error_words.h"
#include "ui/words/run_words.h"
#include "ui/words/value_words.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace badgewright;
using namespace badgewright::ui;
using namespace Qt::StringLiterals;

class UiWordsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void everyErrorIsAWholeSentence()
    {
        for (int i = 0; i <= int(ErrorKind::RefusedHere); ++i) {
            const Error error{ErrorKind(i), u"The day is in the future."_s, 500, {u"no"_s}, std::chrono::seconds(8), {}};
            const words::ErrorWords said = words::describe(error, u"forum.example"_s);
            QVERIFY2(said.happened.endsWith(u'.'), qPrintable(said.happened));
            QVERIFY(!words::sentence(error, {}).contains(u"%"_s));
        }
        const words::ErrorWords slow = words::describe({ErrorKind::RateLimited, {}, 429, {}, std::chrono::seconds(8), {}}, u"f.example"_s);
        QVERIFY2(slow.todo.contains(u"8 second"_s), qPrintable(slow.todo));
        QVERIFY(slow.retryHelps);
        QVERIFY(!words::describe(Error::of(ErrorKind::OutcomeUnknown), {}).retryHelps);
    }

    void theForumsWordsAndOurOwnStandTogether()
    {
        const auto why = [](ErrorKind kind, const QString &detail, const QStringList &words) {
            return words::describe({kind, detail, 403, words, {}, {}}, u"forum.example"_s).why;
        };
        for (const ErrorKind kind : {ErrorKind::Unauthorised, ErrorKind::Forbidden, ErrorKind::NotFound, ErrorKind::Server,
                                     ErrorKind::OutcomeUnknown}) {
            QCOMPARE(why(kind, u"the key has no scope for this"_s, {u"Not allowed"_s}),
                     u"The forum said: “Not allowed” The key has no scope for this."_s);
            QCOMPARE(why(kind, u"the key has no scope for this"_s, {}), u"The key has no scope for this."_s);
            QCOMPARE(why(kind, {}, {u"Not allowed"_s}), u"The forum said: “Not allowed”"_s);
            // The same is not said twice.
            QCOMPARE(why(kind, u"not allowed."_s, {u"Sorry.\n Not allowed."_s}), u"The forum said: “Sorry. Not allowed.”"_s);
        }
        // A sign-in that failed for another reason than the key does not blame the key.
        const Error proxy = Error::of(ErrorKind::Unauthorised, u"something in front of the forum asks for a sign-in of its own"_s);
        Connection connection;
        connection.base = QUrl(u"https://forum.example"_s);
        QVERIFY(words::describe(proxy, {}).happened.contains(u"refused the sign-in"_s));
        QVERIFY(words::describeSignIn(proxy, connection).happened.contains(u"refused the sign-in"_s));
        QVERIFY(words::describeSignIn(proxy, connection).why.contains(u"in front of the forum"_s));
    }

    void everyWordIsThere()
    {
        QSet<QString> abilities;
        QSet<QString> names;
        for (int i = 0; i <= int(Ability::GiveReputation); ++i) {
            abilities.insert(words::ability(Ability(i)));
            names.insert(abilityName(Ability(i)));
        }
        QCOMPARE(abilities.size(), int(Ability::GiveReputation) + 1);
        QCOMPARE(names.size(), abilities.size());
        QCOMPARE(abilityName(Ability::LookUpByEmail), u"look-up-by-email"_s);
        QVERIFY(!abilities.contains(QString()));
        for (int type = 0; type <= int(runs::StepType::GiveReputation); ++type) {
            for (int v = 0; v < runs::kVerdictCount; ++v) {
                QVERIFY(!words::verdict(runs::Verdict(v), runs::StepType(type)).isEmpty());
                QVERIFY(!words::verdictCount(runs::Verdict(v), runs::StepType(type)).isEmpty());
            }
            for (int s = 0; s < runs::kStepStateCount; ++s)
                QVERIFY(!words::stepState(runs::StepState(s), runs::StepType(type)).isEmpty());
        }
    }

    void stepsOfSeveralKindsAreCountedInWordsThatFitAll()
    {
        runs::Step publish;
        publish.what = runs::PublishBadgeStep();
        runs::Step removal;
        removal.what = runs::DeleteBadgeStep();
        QCOMPARE(words::commonType(QList<runs::Step>{removal, removal}), runs::StepType::DeleteBadge);
        QCOMPARE(words::commonType(QList<runs::Step>{removal, publish}), std::nullopt);
        QCOMPARE(words::verdictCount(runs::Verdict::Ready, runs::StepType::DeleteBadge), u"will be deleted"_s);
        QCOMPARE(words::verdictCount(runs::Verdict::Ready, {}), u"will be done"_s);
        QCOMPARE(words::stepStateCount(runs::StepState::Done, {}), u"done"_s);
    }

    void everyAbilityIsInExactlyOneGroup()
    {
        QHash<Ability, int> times;
        for (const words::AbilityGroup &group : words::abilityGroups()) {
            for (const Ability one : group.abilities)
                ++times[one];
        }
        for (int i = 0; i <= int(Ability::GiveReputation); ++i)
            QCOMPARE(times.value(Ability(i)), 1);
    }

    void groupsSplitWhereTheyDiffer()
    {
        Capabilities capabilities;
        capabilities.allow(Ability::Grant);
        capabilities.allow(Ability::Revoke);
        capabilities.allow(Ability::CreateBadges);
        capabilities.allow(Ability::UpdateBadges);
        capabilities.deny(Ability::DeleteBadges, u"The key’s scope does not allow it."_s);
        const QList<words::AbilityLine> lines = words::abilityLines(capabilities);
        QCOMPARE(lines.size(), 4);
        QCOMPARE(lines.at(0).title, u"Create badges"_s);
        QVERIFY(!lines.at(2).allowed);
        QCOMPARE(lines.at(2).remark, u"The key’s scope does not allow it."_s);
        QCOMPARE(lines.at(3).title, u"Grant and revoke"_s);
    }

    void values()
    {
        QCOMPARE(words::number(8913), u"8,913"_s);
        QCOMPARE(words::points(15), u"+15"_s);
        QCOMPARE(words::points(-200), u"\u2212200"_s);
        QCOMPARE(words::points(std::numeric_limits<qint32>::min()), u"\u22122,147,483,648"_s);
        QCOMPARE(words::points(0), u"0"_s);
        // No line ends between a number and its unit.
        QCOMPARE(words::bytes(38'000), u"38\u00a0kB"_s);
        QCOMPARE(words::bytes(4'100'000), u"4.1\u00a0MB"_s);
        QCOMPARE(unbroken(u"512 × 512 px, 4.00 MiB of 75 kB; 3 boxes"_s), u"512\u00a0×\u00a0512\u00a0px, 4.00\u00a0MiB of 75\u00a0kB; 3 boxes"_s);
        QCOMPARE(words::duration(std::chrono::seconds(8)), u"8 s"_s);
        QCOMPARE(words::duration(std::chrono::seconds(285)), u"4 min 45 s"_s);
        QCOMPARE(words::duration(std::chrono::seconds(7800)), u"2 h 10 min"_s);
        const QDateTime now(QDate(2026, 11, 22), QTime(15, 0));
        QCOMPARE(words::moment(QDateTime(QDate(2026, 11, 22), QTime(14, 2)), now), u"today 14:02"_s);
        QCOMPARE(words::moment(QDateTime(QDate(2026, 11, 21), QTime(17, 45)), now), u"yesterday 17:45"_s);
        QCOMPARE(words::moment(QDateTime(QDate(2026, 11, 19), QTime(9, 12)), now), u"19 Nov 09:12"_s);
        QCOMPARE(words::moment(QDateTime(QDate(2025, 11, 19), QTime(9, 12)), now), u"19 Nov 2025"_s);
    }

    void wrongAddressesHaveTheirOwnSentence()
    {
        QVERIFY(words::describeProbe(Error::of(ErrorKind::Unreadable), u"example.com"_s).happened.contains(u"neither"_s));
        QVERIFY(words::describeProbe(Error::of(ErrorKind::Network), u"example.com"_s).happened.startsWith(u"Nobody answers"_s));
        QVERIFY(words::describeProbe(Error::of(ErrorKind::Tls, u"The certificate ended on 1 May."_s), u"example.com"_s)
                    .why.contains(u"ended on 1 May"_s));
        Connection connection;
        connection.base = QUrl(u"https://forum.example"_s);
        connection.user = u"admin"_s;
        QVERIFY(words::describeSignIn(Error::of(ErrorKind::Unauthorised), connection).todo.contains(u"“admin”"_s));
    }

    void connectionsAreRememberedInOrderAndWithoutSecrets()
    {
        QTemporaryDir dir;
        const QString file = dir.filePath(u"config/connections.ini"_s);
        const Connection one{u"a"_s, u"Gardeners"_s, QUrl(u"https://forum.example/g"_s), ForumKind::Discourse, u"admin"_s,
                             u"#1e9e6a"_s, SafeMode::AskTyped, false};
        const Connection two{u"b"_s, u"Hilfe, ü"_s, QUrl(u"http://answers.example:8080"_s), ForumKind::AnswerHub, u"bob"_s,
                             u"#b42318"_s, SafeMode::ReadOnly, true};
        {
            ConnectionStore store(file);
            QSignalSpy changed(&store, &ConnectionStore::changed);
            QVERIFY(store.add(one));
            QVERIFY(store.add(two));
            QVERIFY(store.move(u"b"_s, 0));
            QCOMPARE(changed.size(), 3);
        }
        ConnectionStore again(file);
        QCOMPARE(again.all(), (QList<Connection>{two, one}));
        QCOMPARE(again.byName(u"gardeners"_s), one);
        Connection renamed = one;
        renamed.name = u"Gärtner"_s;
        QVERIFY(again.update(renamed));
        QVERIFY(again.remove(u"b"_s));
        QVERIFY(!again.remove(u"b"_s));
        QCOMPARE(ConnectionStore(file).all(), QList<Connection>{renamed});
    }

    void unknownWordsInTheFileMakeTheProgramMoreCarefulNotLess()
    {
        QTemporaryDir dir;
        const QString path = dir.filePath(u"connections.ini"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[connections]\nsize=2\n1\\id=x\n1\\name=X\n1\\base=https://x.example\n1\\kind=discourse\n1\\safeMode=never\n"
                   "2\\id=y\n2\\kind=nodebb\n2\\base=https://y.example\n");
        file.close();
        ConnectionStore store(path);
        QCOMPARE(store.all().size(), 1);
        QCOMPARE(store.all().first().safeMode, SafeMode::AskTyped);
    }

    void settingsKeepTheirTypeAndFallBack()
    {
        QTemporaryDir dir;
        const QString file = dir.filePath(u"badgewright.ini"_s);
        {
            Settings settings(file);
            QCOMPARE(settings.value(settings::kTheme), u"system"_s);
            QCOMPARE(settings.value(settings::kPreviewTextSize), 16);
            settings.set(settings::kTheme, u"dark"_s);
            settings.set(settings::kPreviewTextSize, 20);
            settings.setLayout(u"badges.columns"_s, QByteArray("\0\1\2", 3));
        }
        Settings settings(file);
        QCOMPARE(settings.value(settings::kTheme), u"dark"_s);
        QCOMPARE(settings.value(settings::kPreviewTextSize), 20);
        QCOMPARE(settings.layout(u"badges.columns"_s), QByteArray("\0\1\2", 3));
    }

    void oneFolderHoldsEverythingWhenAsked()
    {
        qputenv("BADGEWRIGHT_HOME", "/tmp/somewhere/");
        QCOMPARE(Paths::ofUser().settingsFile(), u"/tmp/somewhere/config/badgewright.ini"_s);
        QCOMPARE(Paths::ofUser().ledgerFile(), u"/tmp/somewhere/data/ledger.sqlite"_s);
        qunsetenv("BADGEWRIGHT_HOME");
        QVERIFY(Paths::ofUser().config.endsWith(u"/badgewright"_s));
    }
};

QTEST_GUILESS_MAIN(UiWordsTest)
#include "ui_words_test.moc"
