// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/program.h"

#include <QFile>
#include <QTest>

using namespace badgewright;
using namespace Qt::StringLiterals;
using test::Ended;

/// Where the people of a plan come from, on the command line.
class AppPeopleTest : public QObject
{
    Q_OBJECT

private:
    test::Program m_program;
    QJsonObject m_facts;

    Ended plan(const QStringList &sources, const QString &verb = u"grant"_s) const
    {
        QStringList words{u"plan"_s, verb, u"--on"_s, u"Gardeners"_s, u"--out"_s, m_program.path(u"plan.json"_s), u"--json"_s};
        words << (verb == u"grant"_s ? QStringList{u"--badge"_s, u"Often"_s} : QStringList{u"--points"_s, u"5"_s});
        return m_program.run(words + sources);
    }
    QJsonObject planned() const
    {
        QFile file(m_program.path(u"plan.json"_s));
        return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object().value("plan"_L1).toObject() : QJsonObject();
    }
    int steps() const { return int(planned().value("steps"_L1).toArray().size()); }
    QByteArray person(int index) const { return m_facts.value("people"_L1)[index].toString().toUtf8(); }
    QString topic() const { return m_program.url() + u"/t/%1"_s.arg(m_facts.value("topic"_L1).toInt()); }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_program.serve({u"--facts"_s, m_program.path(u"facts.json"_s)}));
        QFile facts(m_program.path(u"facts.json"_s));
        QVERIFY(facts.open(QIODevice::ReadOnly));
        m_facts = QJsonDocument::fromJson(facts.readAll()).object();
        QCOMPARE(m_program.connect(u"Gardeners"_s).status, 0);
        QCOMPARE(m_program.run(u"badge create Often --multiple-grant --icon award --on Gardeners --yes"_s).status, 0);
    }
    void cleanupTestCase() { QVERIFY(m_program.stopServing()); }

    void wrongSourcesAreWrongUsage()
    {
        const auto says = [this](const QStringList &sources, const QByteArray &words) {
            const Ended ended = plan(sources);
            return ended.status == 2 && ended.err.contains(words);
        };
        QVERIFY(says({}, "--people says who."));
        QVERIFY(says({u"--people"_s, u"group:"_s}, "A file of that name is written ./group:."));
        QVERIFY(says({u"--people"_s, u"report:best"_s}, "takes the number of a report"));
        QVERIFY(says({u"--people"_s, u"group:staff"_s, u"--parameter"_s, u"days"_s}, "takes NAME=VALUE"));
        QVERIFY(says({u"--people"_s, u"group:staff"_s, u"--parameter"_s, u"days=3"_s}, "there is none"));
        QVERIFY(says({u"--people"_s, u"holders:No such badge"_s}, "There is no badge \"No such badge\""));
        QVERIFY(says({u"--people"_s, u"topic:https://elsewhere.example/t/1"_s}, "could not be read."));
        QVERIFY(says({u"--people"_s, u"report:1"_s, u"--parameter"_s, u"weeks=3"_s}, "has no parameter"));
        const Ended twice = m_program.run({u"plan"_s, u"grant"_s, u"--on"_s, u"Gardeners"_s, u"--badge"_s, u"Often"_s, u"--people"_s, u"-"_s, u"--without"_s, u"-"_s}, "bobby\n");
        QVERIFY2(twice.status == 2 && twice.err.contains("only once"), twice.err.constData());
        const Ended help = m_program.run(u"plan --help"_s);
        for (const char *word : {"--people", "--only-in", "--without", "--parameter", "--park", "group:NAME"})
            QVERIFY(help.out.contains(word));
    }

    void aGroupThatIsNotThere()
    {
        const Ended ended = plan({u"--people"_s, u"group:nobody_here"_s});
        QCOMPARE(ended.status, 2);
        QCOMPARE(QString::fromUtf8(ended.err), u"members of nobody_here could not be read.\n"
                                               "There is no group “nobody_here” on this forum, or its members are hidden from this account.\n"_s);
    }

    void eachKindOfSource_data()
    {
        QTest::addColumn<QStringList>("sources");
        QTest::addColumn<int>("count"); // -1: some
        QTest::newRow("group") << QStringList{u"--people"_s, u"group:fair_helpers"_s} << m_facts.value("group_size"_L1).toInt();
        QTest::newRow("topic") << QStringList{u"--people"_s, u"topic:"_s + topic()} << -1;
        QTest::newRow("likers") << QStringList{u"--people"_s, u"likers:"_s + m_program.url() + u"/p/%1"_s.arg(m_facts.value("post"_L1).toInt())} << -1;
        QTest::newRow("report by id") << QStringList{u"--people"_s, u"report:1"_s, u"--parameter"_s, u"days=400"_s} << -1;
        QTest::newRow("report by name") << QStringList{u"--people"_s, u"report:2"_s} << -1;
        QTest::newRow("report by mail") << QStringList{u"--people"_s, u"report:3"_s} << -1;
    }

    void eachKindOfSource()
    {
        QFETCH(QStringList, sources);
        QFETCH(int, count);
        const Ended ended = plan(sources);
        QVERIFY2(ended.status == 0, ended.err.constData());
        QVERIFY(steps() > 0);
        QVERIFY(count < 0 || steps() == count);
        QCOMPARE(ended.object().value("verdicts"_L1).toObject().value("no-such-account"_L1).toInt(), 0);
    }

    void everyNameOfAListCounts()
    {
        const QByteArray three = person(1) + ", " + person(2) + ", @" + person(3);
        QCOMPARE(plan({u"--people"_s, m_program.file(u"line.csv"_s, three)}).status, 0);
        QCOMPARE(steps(), 3);
        QCOMPARE(plan({u"--people"_s, m_program.file(u"lines.csv"_s, person(1) + "; " + person(2) + "\n\n" + person(3) + "; " + person(4) + '\n')}).status, 0);
        QCOMPARE(steps(), 4);
        QCOMPARE(planned().value("steps"_L1)[3]["row"_L1].toInt(), 3);
        const QString table = m_program.file(u"ranks.csv"_s, person(1) + ",gold\n" + person(2) + ",gold\n" + person(3) + ",gold\n");
        const Ended ended = plan({u"--people"_s, table});
        QCOMPARE(steps(), 3);
        QVERIFY2(ended.err.contains("ranks.csv: This column seems to name people, too, and was not read: Column B."), ended.err.constData());
    }

    void setsArePutTogether()
    {
        const int size = m_facts.value("group_size"_L1).toInt();
        const QString list = m_program.file(u"people.csv"_s, "username,reason\n" + person(0) + ",\nnobody_here," + topic().toUtf8() + "\n");
        Ended ended = plan({u"--people"_s, list, u"--people"_s, u"group:fair_helpers"_s});
        QVERIFY2(ended.status == 0, ended.err.constData());
        const int together = steps();
        QVERIFY(together == size + 2 || together == size + 1); // the first person may be a helper
        QCOMPARE(planned().value("source"_L1).toString(), u"people.csv and members of fair_helpers"_s);

        // Those of the group that are not in the list.
        ended = plan({u"--people"_s, u"group:fair_helpers"_s, u"--without"_s, list});
        QCOMPARE(steps(), together - 2);
        // Those of the list that are in the group: the helper if any, and who is open.
        ended = plan({u"--people"_s, list, u"--only-in"_s, u"group:fair_helpers"_s});
        QCOMPARE(steps(), 2 - (together - size - 1));
        // Nobody is left of a group without itself, in any words.
        ended = plan({u"--people"_s, u"group:fair_helpers"_s, u"--without"_s, u"report:2"_s, u"--without"_s, u"group:fair_helpers"_s});
        QCOMPARE(ended.status, 1);
        QVERIFY(ended.err.contains("Nobody is left."));
    }

    void whoHoldsABadgeAlready()
    {
        const QString list = m_program.file(u"three.csv"_s, person(1) + '\n' + person(2) + '\n' + person(3) + '\n');
        QCOMPARE(plan({u"--people"_s, list}).status, 0);
        QCOMPARE(m_program.run({u"apply"_s, m_program.path(u"plan.json"_s), u"--yes"_s, u"--pace"_s, u"all"_s}).status, 0);
        QCOMPARE(plan({u"--people"_s, u"holders:Often"_s}, u"points"_s).status, 0);
        QCOMPARE(steps(), 3);
        const QString more = m_program.file(u"more.csv"_s, person(1) + '\n' + person(4) + '\n');
        QCOMPARE(plan({u"--people"_s, more, u"--without"_s, u"holders:Often"_s}).status, 0);
        QCOMPARE(steps(), 1);
        QCOMPARE(planned().value("source"_L1).toString(), u"more.csv, without holders of Often"_s);
    }

    void whoHasNoAccountIsParkedAndLoadedLater()
    {
        const QString list = m_program.file(u"mixed.csv"_s, "user,points,description\n" + person(5) + ",3,ok\nnobody_here,-4,\"=late, but there\"\nno.one@nowhere.example,5,\n");
        const QString parked = m_program.path(u"parked.csv"_s);
        Ended ended = plan({u"--people"_s, list, u"--park"_s, parked}, u"points"_s);
        QVERIFY2(ended.err.contains("2 people without an account were parked in "), ended.err.constData());
        QCOMPARE(steps(), 3);
        QFile file(parked);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY2(bytes.contains("username,email,points,description,problem\r\nnobody_here,,-4,\"=late, but there\","), bytes.constData());
        QVERIFY2(bytes.contains("\r\n,no.one@nowhere.example,5,,"), bytes.constData());

        const QString stillParked = m_program.path(u"still-parked.csv"_s);
        ended = plan({u"--people"_s, parked, u"--park"_s, stillParked}, u"points"_s);
        QCOMPARE(ended.status, 1); // still nobody
        QCOMPARE(steps(), 2);
        QFile again(stillParked);
        QVERIFY(again.open(QIODevice::ReadOnly));
        QCOMPARE(again.readAll(), bytes);

        QCOMPARE(plan({u"--people"_s, list, u"--without"_s, parked, u"--park"_s, m_program.path(u"none.csv"_s)}, u"points"_s).status, 0);
        QCOMPARE(steps(), 1);
        ended = plan({u"--people"_s, list, u"--park"_s, u"/no/such/folder/x.csv"_s}, u"points"_s);
        QCOMPARE(ended.status, 1);
    }

    void parkedReasonsAreReadByTheSameTitle()
    {
        const QString list = m_program.file(u"proofs.csv"_s, "user,Proof,team\n" + person(6) + ",,blue\nnobody_here," + topic().toUtf8() + ",red\n");
        const QString parked = m_program.path(u"proofs-parked.csv"_s);
        const QStringList column{u"--reason-column"_s, u"proof"_s};
        QCOMPARE(plan(QStringList{u"--people"_s, list, u"--park"_s, parked} + column).status, 0);
        const Ended again = plan(QStringList{u"--people"_s, parked} + column);
        QVERIFY2(again.status == 1 && !again.err.contains("no column"), again.err.constData()); // still nobody
        QVERIFY(planned().value("steps"_L1)[0]["what"_L1].toObject().value("reason"_L1).toString().contains(u"/t/"_s));
    }

    void aListWithAColumnOfReasonsIsATable()
    {
        const QString list = m_program.file(u"bare.csv"_s, person(6) + ",fair\n" + person(7) + ",talk\n");
        QCOMPARE(plan({u"--people"_s, list, u"--reason-column"_s, u"2"_s}).status, 1); // no topics, and nobody called so
        QCOMPARE(steps(), 2);
    }

    void aMailBesideANameIsTried()
    {
        const QString mail = m_facts.value("emails"_L1).toObject().constBegin()->toString();
        const QString list = m_program.file(u"mails.csv"_s, "username,email\nnobody_here," + mail.toUtf8() + "\nnobody_else,no.one@nowhere.example\n");
        const QString parked = m_program.path(u"mails-parked.csv"_s);
        const Ended ended = plan({u"--people"_s, list, u"--park"_s, parked});
        QVERIFY2(ended.status == 0, ended.err.constData());
        QVERIFY2(ended.err.contains("1 person of mails.csv was found by e-mail address, as no account has the name: nobody_here is "), ended.err.constData());
        QCOMPARE(planned().value("steps"_L1)[0]["recipient"_L1].toString(), u"nobody_here"_s);
        QFile file(parked);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY2(bytes.contains("username,email,problem\r\nnobody_else,no.one@nowhere.example,"), bytes.constData());
    }

    void oneFileIsNotReadAndWritten()
    {
        const QString own = m_program.file(u"own.csv"_s, "nobody_here\n");
        const QString fresh = m_program.path(u"fresh.csv"_s);
        const QString link = m_program.path(u"link.csv"_s);
        QVERIFY(QFile::link(own, link));
        const QString ahead = m_program.path(u"ahead.csv"_s);
        QVERIFY(QFile::link(fresh, ahead)); // to a file that is not there yet
        const auto refused = [this](const QStringList &options, const QByteArray &words) {
            const QStringList grant{u"plan"_s, u"grant"_s, u"--on"_s, u"Gardeners"_s, u"--badge"_s, u"Often"_s};
            const Ended ended = m_program.run(grant + options);
            return ended.status == 2 && ended.err.startsWith(words);
        };
        QVERIFY(refused({u"--people"_s, own, u"--park"_s, own}, "--park would overwrite the file of --people: "));
        QVERIFY(refused({u"--people"_s, own, u"--park"_s, link}, "--park would overwrite the file of --people: "));
        QVERIFY(refused({u"--people"_s, link, u"--out"_s, own}, "--out would overwrite the file of --people: "));
        QVERIFY(refused({u"--people"_s, u"group:staff"_s, u"--without"_s, own, u"--park"_s, own}, "--park would overwrite the file of --without: "));
        QVERIFY(refused({u"--people"_s, own, u"--out"_s, fresh, u"--park"_s, m_program.path(u"./fresh.csv"_s)}, "--park would overwrite the file of --out: "));
        QVERIFY(refused({u"--people"_s, own, u"--out"_s, fresh, u"--park"_s, ahead}, "--park would overwrite the file of --out: "));
        // Before anything is read.
        QVERIFY(refused({u"--people"_s, m_program.path(u"none.txt"_s), u"--out"_s, fresh, u"--park"_s, fresh}, "--park would overwrite"));
        QFile kept(own);
        QVERIFY(kept.open(QIODevice::ReadOnly));
        QCOMPARE(kept.readAll(), QByteArray("nobody_here\n"));
        QVERIFY(!QFile::exists(fresh));
    }

    void aSlipInWhoIsLeftOutIsSaid()
    {
        const QByteArray slip = person(1).chopped(1);
        const QString people = m_program.file(u"two.csv"_s, person(1) + '\n' + person(2) + '\n');
        const QString out = m_program.file(u"wo.txt"_s, slip + '\n');
        for (const QString &how : {u"--without"_s, u"--only-in"_s}) {
            const Ended ended = plan({u"--people"_s, people, how, out});
            QVERIFY2(ended.err.contains("1 person of wo.txt has no account: " + slip + " (similar: " + person(1)), ended.err.constData());
        }
    }

    void whatTheKeyMayNotReadIsSaid()
    {
        m_program.actAs(u"bobby"_s, m_facts.value("keys"_L1)["member"_L1].toString().toUtf8());
        QCOMPARE(m_program.connect(u"Member"_s).status, 0);
        const Ended ended = m_program.run({u"plan"_s, u"points"_s, u"--on"_s, u"Member"_s, u"--points"_s, u"5"_s, u"--people"_s, u"report:1"_s});
        QCOMPARE(ended.status, 2);
        QVERIFY2(ended.err.startsWith("report 1 could not be read.\n") && ended.err.count('\n') == 2, ended.err.constData());
    }
};

QTEST_GUILESS_MAIN(AppPeopleTest)
#include "app_people_test.moc"
