// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/program.h"

#include <QFile>
#include <QTest>

using namespace badgewright;
using namespace Qt::StringLiterals;
using test::Ended;

/// Badges made and changed at the command line, with a key that may do everything and with one that reads little.
class AppBadgesTest : public QObject
{
    Q_OBJECT

private:
    test::Program m_program;

    Ended badge(const QStringList &words, const QString &connection = u"Whole"_s) const
    {
        return m_program.run(QStringList{u"badge"_s} + words + QStringList{u"--on"_s, connection});
    }
    QJsonObject shown(const QString &name, const QString &connection = u"Whole"_s) const
    {
        return badge({u"show"_s, name, u"--json"_s}, connection).object();
    }
    QString lastRun() const { return QString::number(m_program.run(u"ledger --json"_s).array().first()["id"_L1].toInt()); }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_program.serve({u"--facts"_s, m_program.path(u"facts.json"_s)}));
        QCOMPARE(m_program.connect(u"Whole"_s).status, 0);
    }

    /// The last one: the program goes on with another key.
    void aKeyThatReadsLittle()
    {
        QCOMPARE(badge({u"create"_s, u"Half Seen"_s, u"--icon"_s, u"award"_s, u"--show-posts"_s, u"--yes"_s}).status, 0);
        QFile facts(m_program.path(u"facts.json"_s));
        QVERIFY(facts.open(QIODevice::ReadOnly));
        const QJsonObject known = QJsonDocument::fromJson(facts.readAll()).object();
        const QByteArray whole = m_program.secret();
        const QByteArray narrow = known.value("keys"_L1)["badges"_L1].toString().toUtf8();
        const QString user = m_program.user();
        const QString admin = known.value("admin"_L1).toString();
        m_program.actAs(admin, narrow);
        QCOMPARE(m_program.connect(u"Narrow"_s).status, 0);
        QVERIFY(shown(u"Half Seen"_s, u"Narrow"_s).value("show_posts"_L1).isNull());
        QVERIFY(badge({u"show"_s, u"Half Seen"_s}, u"Narrow"_s).out.contains("show_posts: not known"));
        const Ended exported = badge({u"export"_s, m_program.path(u"narrow.zip"_s), u"--badge"_s, u"Half Seen"_s, u"--json"_s}, u"Narrow"_s);
        QVERIFY2(exported.status == 0 && exported.err.contains("not readable with this key"), exported.err.constData());
        QVERIFY(exported.object().value("remarks"_L1).toArray().size() == 1);
        const Ended same = badge({u"import"_s, m_program.path(u"narrow.zip"_s), u"--existing"_s, u"update"_s, u"--yes"_s}, u"Narrow"_s);
        QVERIFY2(same.status == 0 && same.out.contains("Same as on the forum"), same.out.constData());
        // It can be switched off, though it cannot be read; and an undo does not guess.
        const Ended hidden = badge({u"update"_s, u"Half Seen"_s, u"--hide-posts"_s, u"--description"_s, u"Words"_s, u"--yes"_s}, u"Narrow"_s);
        QVERIFY2(hidden.status == 0, hidden.err.constData());
        const QString run = lastRun();
        QVERIFY2(m_program.run({u"ledger"_s, run}).out.contains("show the granting post: not known → no"), m_program.run({u"ledger"_s, run}).out.constData());
        m_program.actAs(user, whole);
        QCOMPARE(shown(u"Half Seen"_s).value("show_posts"_L1), QJsonValue(false));
        m_program.actAs(admin, narrow);
        const Ended undone = m_program.run({u"undo"_s, run, u"--yes"_s});
        QVERIFY2(undone.status == 0, undone.err.constData());
        m_program.actAs(user, whole);
        QCOMPARE(shown(u"Half Seen"_s).value("show_posts"_L1), QJsonValue(false));
        QCOMPARE(shown(u"Half Seen"_s).value("description"_L1).toString(), QString());
    }
};

QTEST_GUILESS_MAIN(AppBadgesTest)
#include "app_badges_test.moc"
