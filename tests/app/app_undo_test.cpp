// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/program.h"

#include <QTest>

using namespace badgewright;
using namespace Qt::StringLiterals;
using test::Ended;

/// What the undo of a changed badge says and does at the terminal.
class AppUndoTest : public QObject
{
    Q_OBJECT

private:
    test::Program m_program;

    QJsonObject badge(const QString &name) const
    {
        return m_program.run({u"badge"_s, u"show"_s, name, u"--on"_s, u"Gardeners"_s, u"--json"_s}).object();
    }
    QString newestRun() const { return QString::number(m_program.run(u"ledger --json"_s).array().first()["id"_L1].toInt()); }
    int update(const QStringList &what) const { return m_program.run(QStringList{u"badge"_s, u"update"_s} + what + QStringList{u"--on"_s, u"Gardeners"_s, u"--yes"_s}).status; }
    Ended undo(const QString &run) const { return m_program.run({u"undo"_s, run, u"--yes"_s}); }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_program.serve());
        QCOMPARE(m_program.connect(u"Gardeners"_s).status, 0);
    }

    void itSaysWhatGoesBack()
    {
        const QString before = badge(u"Tool Lender"_s)["description"_L1].toString();
        QCOMPARE(update({u"Tool Lender"_s, u"--description"_s, u"Lends everything"_s}), 0);
        const Ended undone = undo(newestRun());
        QVERIFY2(undone.status == 0, undone.err.constData());
        QVERIFY2(undone.err.contains(u"Tool Lender: description: “Lends everything” → “%1”"_s.arg(before).toUtf8()), undone.err.constData());
        QVERIFY2(!undone.err.contains("?:"), undone.err.constData());
        QVERIFY2(undone.err.contains("What somebody has changed since the run stays as it is."), undone.err.constData());
        QCOMPARE(badge(u"Tool Lender"_s)["description"_L1].toString(), before);
    }

    void aColleaguesWorkStays()
    {
        const QString icon = badge(u"Seed Saver"_s)["icon"_L1].toString();
        QCOMPARE(update({u"Seed Saver"_s, u"--description"_s, u"Ours"_s, u"--icon"_s, u"star"_s}), 0);
        const QString ours = newestRun();
        QCOMPARE(update({u"Seed Saver"_s, u"--description"_s, u"Theirs"_s}), 0);
        const Ended undone = undo(ours);
        QVERIFY2(undone.status == 0, undone.err.constData());
        QVERIFY2(undone.err.contains(u"“Seed Saver” was changed since, and this stays as it is now: description: “Ours” → “Theirs”."_s.toUtf8()), undone.err.constData());
        QCOMPARE(badge(u"Seed Saver"_s)["description"_L1].toString(), u"Theirs"_s);
        QCOMPARE(badge(u"Seed Saver"_s)["icon"_L1].toString(), icon);
        // Where nothing is left nothing is sent.
        QCOMPARE(update({u"Seed Saver"_s, u"--description"_s, u"Ours again"_s}), 0);
        const QString all = newestRun();
        QCOMPARE(update({u"Seed Saver"_s, u"--description"_s, u"Theirs again"_s}), 0);
        const Ended refused = undo(all);
        QCOMPARE(refused.status, 2);
        QVERIFY2(refused.err.contains("is left to be undone"), refused.err.constData());
        QCOMPARE(badge(u"Seed Saver"_s)["description"_L1].toString(), u"Theirs again"_s);
    }

    void titlesThatVanishAreSaidBefore()
    {
        const Ended asked = m_program.run({u"badge"_s, u"remove"_s, u"Problem Solver"_s, u"--on"_s, u"Gardeners"_s});
        QCOMPARE(asked.status, 2); // no terminal to ask at
        QVERIFY2(asked.err.contains("Whoever wears it as a title loses the title."), asked.err.constData());
        QVERIFY(!m_program.run({u"badge"_s, u"remove"_s, u"Seed Saver"_s, u"--on"_s, u"Gardeners"_s}).err.contains("title"));
    }
};

QTEST_GUILESS_MAIN(AppUndoTest)
#include "app_undo_test.moc"
