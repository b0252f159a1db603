// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/program.h"

#include "support/settings.h"

#include <QDirIterator>
#include <QTest>

using namespace badgewright;
using namespace Qt::StringLiterals;
using test::Ended;

/// The command line, and what the forum then holds.
class AppTest : public QObject
{
    Q_OBJECT

private:
    test::Program m_program;

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_program.serve());
        QCOMPARE(m_program.user(), u"system"_s);
    }

    void cleanupTestCase() { QVERIFY(m_program.stopServing()); }

    void wrongUsageEndsWithTwo()
    {
        QCOMPARE(m_program.run(u"dance"_s).status, 2);
        QCOMPARE(m_program.run(u"badge list"_s).status, 2);
        QCOMPARE(m_program.run(u"apply /no/such/plan"_s).status, 2);
        QCOMPARE(m_program.run(u"ledger --help"_s).status, 0);
        QCOMPARE(m_program.run(u"--help"_s).status, 0);
    }

    void aConnectionIsAddedCheckedAndListed()
    {
        const Ended added = m_program.connect(u"Gardeners"_s);
        QVERIFY2(added.status == 0, added.err.constData());
        const Ended list = m_program.run(u"connection list --json"_s);
        QCOMPARE(list.array().size(), 1);
        QCOMPARE(list.array().first()["url"_L1].toString(), m_program.url());
        const Ended checked = m_program.run(u"connection check Gardeners --json"_s);
        QVERIFY2(checked.status == 0, checked.err.constData());
        QCOMPARE(checked.object().value("kind"_L1).toString(), u"discourse"_s);
        QCOMPARE(checked.object().value("url"_L1).toString(), m_program.url());
        QVERIFY(checked.object().value("warnings"_L1).isArray());
        const QJsonObject grant = checked.object().value("abilities"_L1)["grant"_L1].toObject();
        QCOMPARE(grant.value("allowed"_L1).toBool(), true);
        QCOMPARE(grant.value("what"_L1).toString(), u"Grant badges"_s);
        for (const Ended &ended : {added, list, checked})
            QVERIFY(!ended.out.contains(m_program.secret()) && !ended.err.contains(m_program.secret()));
    }

    void aSecretOfTheEnvironmentIsNotStored()
    {
        const Ended added = m_program.run({u"connection"_s, u"add"_s, u"Passing"_s, m_program.url(), u"--user"_s, m_program.user(), u"--json"_s});
        QVERIFY2(added.status == 0, added.err.constData());
        QCOMPARE(added.object().value("name"_L1).toString(), u"Passing"_s);
        QCOMPARE(added.object().value("secret_stored"_L1).toBool(true), false);
        // The keychain, which is missing here, was not even asked.
        QVERIFY2(added.err.contains("was not stored") && !added.err.contains("keychain"), added.err.constData());
        const Ended without = m_program.runWithoutSecret(u"connection check Passing"_s);
        QCOMPARE(without.status, 3);
        QVERIFY2(without.err.contains("BADGEWRIGHT_SECRET"), without.err.constData());
        // What is remembered of the forum goes with it, and nothing of another.
        const QString id = added.object().value("id"_L1).toString();
        QVERIFY(!id.isEmpty());
        QDirIterator home(m_program.path({}), {u"connections.ini"_s}, QDir::Files, QDirIterator::Subdirectories);
        const QString settingsFile = QFileInfo(home.next()).absolutePath() + u"/badgewright.ini"_s;
        {
            Settings settings(settingsFile);
            settings.setForumValue(id, u"colours"_s, QStringList{u"#112233"_s});
            settings.setForumValue(u"another"_s, u"colours"_s, QStringList{u"#445566"_s});
        }
        // A badge that was changed in the window and not published.
        QDirIterator data(m_program.path({}), {u"ledger.sqlite"_s}, QDir::Files, QDirIterator::Subdirectories);
        const QString draft = QFileInfo(data.next()).absolutePath() + u"/drafts/"_s + id + u"/badge-7.json"_s;
        QVERIFY(QDir().mkpath(QFileInfo(draft).path()));
        QFile file(draft);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("{}") == 2);
        file.close();
        const Ended refused = m_program.run(u"connection remove Passing"_s);
        QCOMPARE(refused.status, 2);
        QVERIFY2(refused.err.contains("1 badge with changes that were not published"), refused.err.constData());
        QVERIFY(QFile::exists(draft));
        const Ended removed = m_program.run(u"connection remove Passing --yes --json"_s);
        QVERIFY(!QFile::exists(draft));
        QVERIFY(!Settings(settingsFile).forumValue(id, u"colours"_s).isValid());
        QVERIFY(Settings(settingsFile).forumValue(u"another"_s, u"colours"_s).isValid());
        QCOMPARE(removed.status, 0);
        QCOMPARE(removed.object().value("name"_L1).toString(), u"Passing"_s);
        QCOMPARE(m_program.run(u"connection list --json"_s).array().size(), 1);
    }

    void aListThatCannotBeWrittenIsNoSuccess()
    {
        test::Program other;
        QVERIFY(other.serve());
        other.file(u"config"_s, "a file where the folder should be");
        const Ended added = other.connect(u"Gardeners"_s);
        QCOMPARE(added.status, 3);
        QVERIFY2(added.err.contains("connections.ini"), added.err.constData());
        QVERIFY(!added.out.contains("Added"));
    }

    void aForumThatCannotBeOpenedEndsWithThree_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::newRow("slow down") << u"limit-json"_s;
        QTest::newRow("not JSON") << u"bad-json"_s;
        QTest::newRow("elsewhere") << u"redirect"_s;
    }
    void aForumThatCannotBeOpenedEndsWithThree()
    {
        QFETCH(QString, fault);
        test::Program other;
        QVERIFY(other.serve());
        QVERIFY(other.connect(u"Gardeners"_s).status == 0);
        QVERIFY(other.serve({u"--fault"_s, fault}));
        const Ended added = other.connect(u"Again"_s);
        QVERIFY2(added.status == 3, added.err.constData());
    }

    void aWrongKeyEndsWithThree()
    {
        const Ended refused = m_program.run({u"connection"_s, u"add"_s, u"Wrong"_s, m_program.url(), u"--user"_s, u"system"_s, u"--secret-stdin"_s},
                                            QByteArray(64, '0') + '\n');
        QCOMPARE(refused.status, 3);
        QVERIFY(!refused.err.isEmpty());
    }

    void aBadgeIsMadePlannedAppliedAndUndone()
    {
        const Ended made = m_program.run({u"badge"_s, u"create"_s, u"Hedge Master"_s, u"--icon"_s, u"award"_s, u"--type"_s, u"gold"_s,
                                          u"--on"_s, u"Gardeners"_s, u"--yes"_s, u"--json"_s});
        QVERIFY2(made.status == 0, made.err.constData());
        QVERIFY(made.object().value("id"_L1).toInt() >= 100);

        const QString people = m_program.file(u"people.csv"_s, "username\nada.moss\nbobby\nnobody.of.that.name\nbobby\n");
        const QString plan = m_program.path(u"plan.json"_s);
        const QStringList planning{u"plan"_s, u"grant"_s, u"--on"_s, u"Gardeners"_s, u"--badge"_s, u"Hedge Master"_s,
                                   u"--people"_s, people, u"--out"_s, plan, u"--json"_s};
        const Ended planned = m_program.run(planning);
        QVERIFY2(planned.status == 0, planned.err.constData());
        const QJsonObject verdicts = planned.object().value("verdicts"_L1).toObject();
        QCOMPARE(verdicts.value("ready"_L1).toInt(), 2);
        QCOMPARE(verdicts.value("no-such-account"_L1).toInt(), 1);
        QCOMPARE(verdicts.value("duplicate-row"_L1).toInt(), 1);

        // Without a terminal and without --yes nothing may be sent.
        QCOMPARE(m_program.run({u"apply"_s, plan}).status, 2);
        const Ended applied = m_program.run({u"apply"_s, plan, u"--yes"_s, u"--json"_s, u"--pace"_s, u"all"_s});
        QVERIFY2(applied.status == 0, applied.err.constData());
        QCOMPARE(applied.object().value("counts"_L1)["done"_L1].toInt(), 2);

        const QJsonArray ledger = m_program.run(u"ledger --json"_s).array();
        QCOMPARE(ledger.size(), 2);
        const QString runId = QString::number(ledger.first()["id"_L1].toInt());
        QVERIFY(m_program.run({u"ledger"_s, runId, u"--csv"_s}).out.contains("ada.moss"));

        const Ended undone = m_program.run({u"undo"_s, runId, u"--yes"_s, u"--json"_s});
        QVERIFY2(undone.status == 0, undone.err.constData());
        const Ended again = m_program.run(planning);
        QCOMPARE(again.object().value("verdicts"_L1)["ready"_L1].toInt(), 2);
    }

    void aDeviceIsWrittenToAndNotReplaced()
    {
        const QString people = m_program.file(u"one.csv"_s, "username\nbobby\n");
        const QStringList planning{u"plan"_s, u"grant"_s, u"--on"_s, u"Gardeners"_s, u"--badge"_s, u"Hedge Master"_s, u"--people"_s, people, u"--out"_s};
        const Ended full = m_program.run(planning + QStringList{u"/dev/full"_s});
        QVERIFY2(full.status != 0 && full.err.contains("could not be written"), full.err.constData());
        QCOMPARE(m_program.run(planning + QStringList{u"/dev/null"_s}).status, 0);
        QVERIFY(!QFileInfo(u"/dev/full"_s).isFile());
        QVERIFY(!QFileInfo(u"/dev/null"_s).isFile());
    }

    void aBadgeIsChangedAndChangedBack()
    {
        QCOMPARE(m_program.run(u"badge create Mossy --icon award --on Gardeners --yes"_s).status, 0);
        QCOMPARE(m_program.run(u"badge update Mossy --on Gardeners --yes"_s).status, 2);
        const Ended changed = m_program.run(u"badge update Mossy --description Soft --type silver --multiple-grant --unlisted --on Gardeners --yes"_s);
        QVERIFY2(changed.status == 0, changed.err.constData());
        const auto shown = [this] { return m_program.run(u"badge show Mossy --on Gardeners --json"_s).object(); };
        QCOMPARE(shown().value("description"_L1).toString(), u"Soft"_s);
        QCOMPARE(shown().value("multiple_grant"_L1).toBool(), true);
        QCOMPARE(shown().value("listable"_L1).toBool(), false);
        // What is so already is not sent.
        const Ended same = m_program.run(u"badge update Mossy --type silver --on Gardeners --yes"_s);
        QCOMPARE(same.status, 0);
        QVERIFY2(same.err.contains("Nothing about it was changed"), same.err.constData());
        const QString run = QString::number(m_program.run(u"ledger --json"_s).array().first()["id"_L1].toInt());
        QCOMPARE(m_program.run({u"undo"_s, run, u"--yes"_s}).status, 0);
        QCOMPARE(shown().value("multiple_grant"_L1).toBool(), false);
        QCOMPARE(shown().value("listable"_L1).toBool(), true);
    }

    void anIconThatIsNotThereIsAskedAbout()
    {
        const QStringList creating{u"badge"_s, u"create"_s, u"Blank"_s, u"--icon"_s, u"no-such-icon"_s, u"--on"_s, u"Gardeners"_s};
        const Ended refused = m_program.run(creating);
        QCOMPARE(refused.status, 2);
        QVERIFY2(refused.err.contains("no icon \"no-such-icon\" (it answered 404)"), refused.err.constData());
        QCOMPARE(m_program.run(u"badge show Blank --on Gardeners"_s).status, 1);
        const Ended insisted = m_program.run(creating + QStringList{u"--yes"_s});
        QVERIFY2(insisted.status == 0 && insisted.err.contains("would show blank"), insisted.err.constData());
    }

    void whoMayNotCreateBadgesIsToldBeforeBeingAsked()
    {
        test::Program other;
        QVERIFY(other.serve({u"--facts"_s, other.path(u"facts.json"_s)}));
        QFile facts(other.path(u"facts.json"_s));
        QVERIFY(facts.open(QIODevice::ReadOnly));
        const QJsonObject known = QJsonDocument::fromJson(facts.readAll()).object();
        other.actAs(known.value("moderator"_L1).toString(), known.value("keys"_L1)["global_mod"_L1].toString().toUtf8());
        QCOMPARE(other.connect(u"Gardeners"_s).status, 0);
        const Ended refused = other.run(u"badge create Mine --on Gardeners"_s);
        QCOMPARE(refused.status, 3);
        QVERIFY2(refused.err.startsWith("Not allowed: "), refused.err.constData());
        QVERIFY(!refused.err.contains("terminal"));
    }

    void pointsThatAreNoNumbersAreRefusedBeforeAnythingIsSent()
    {
        const QString people = m_program.file(u"points.csv"_s, "username,points,description\nada.moss,25,helped\nbobby,12abc,helped\nada.moss,3000000000,helped\n");
        const Ended planned = m_program.run({u"plan"_s, u"points"_s, u"--on"_s, u"Gardeners"_s, u"--people"_s, people,
                                             u"--out"_s, m_program.path(u"points.json"_s), u"--json"_s});
        QVERIFY2(planned.status == 0, planned.err.constData());
        const QJsonObject verdicts = planned.object().value("verdicts"_L1).toObject();
        QCOMPARE(verdicts.value("ready"_L1).toInt(), 1);
        QCOMPARE(verdicts.value("invalid-value"_L1).toInt(), 2);
    }

    /// The last one, so that everything the program writes is there.
    void theKeyIsInNoFile()
    {
        int files = 0;
        QDirIterator all(m_program.path({}), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (all.hasNext()) {
            QFile content(all.next());
            QVERIFY(content.open(QIODevice::ReadOnly));
            QVERIFY2(!content.readAll().contains(m_program.secret()), qPrintable(content.fileName()));
            ++files;
        }
        QVERIFY(QFile::exists(m_program.path(u"config/connections.ini"_s)) && QFile::exists(m_program.path(u"data/ledger.sqlite"_s)));
        QVERIFY(files >= 5);
    }
};

QTEST_GUILESS_MAIN(AppTest)
#include "app_test.moc"
