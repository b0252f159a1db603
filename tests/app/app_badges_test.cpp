// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/program.h"

#include <QBuffer>
#include <QFile>
#include <QImage>
#include <QTest>

using namespace badgewright;
using namespace Qt::StringLiterals;
using test::Ended;

namespace {

QByteArray square()
{
    QImage image(128, 128, QImage::Format_ARGB32);
    image.fill(Qt::darkGreen);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

} // namespace

/// Badges made and changed at the command line, with a key that may do everything and with one that reads little.
class AppBadgesTest : public QObject
{
    Q_OBJECT

private:
    test::Program m_program;
    QString m_picture;

    Ended badge(const QStringList &words, const QString &connection = u"Whole"_s) const
    {
        return m_program.run(QStringList{u"badge"_s} + words + QStringList{u"--on"_s, connection});
    }
    QJsonObject shown(const QString &name, const QString &connection = u"Whole"_s) const
    {
        return badge({u"show"_s, name, u"--json"_s}, connection).object();
    }
    int runs() const { return int(m_program.run(u"ledger --json"_s).array().size()); }
    QString lastRun() const { return QString::number(m_program.run(u"ledger --json"_s).array().first()["id"_L1].toInt()); }
    bool hasPicture(const QString &name) const { return !shown(name).value("image_url"_L1).toString().isEmpty(); }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_program.serve({u"--facts"_s, m_program.path(u"facts.json"_s)}));
        QCOMPARE(m_program.connect(u"Whole"_s).status, 0);
        m_picture = m_program.file(u"square.png"_s, square());
    }

    void whatIsTakenOutOfAPictureIsSaid()
    {
        const QString svg = m_program.file(u"masked.svg"_s, "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 64 64'><style>@import url(http://fonts.example/x);</style>"
                                                            "<mask id='m'/><circle cx='32' cy='32' r='30' fill='#e7c300'/></svg>");
        const Ended made = badge({u"create"_s, u"Masked"_s, u"--image"_s, svg, u"--yes"_s});
        QVERIFY2(made.status == 0, made.err.constData());
        QVERIFY2(made.err.contains("mask") && made.err.contains("other files"), made.err.constData());
    }

    void anIconTakesThePlaceOfAPicture()
    {
        QCOMPARE(badge({u"create"_s, u"Faced"_s, u"--image"_s, m_picture, u"--yes"_s}).status, 0);
        QVERIFY(hasPicture(u"Faced"_s));
        const Ended changed = badge({u"update"_s, u"Faced"_s, u"--icon"_s, u"award"_s, u"--yes"_s});
        QVERIFY2(changed.status == 0, changed.err.constData());
        QVERIFY2(changed.err.contains("would hide the icon. It is taken away."), changed.err.constData());
        QVERIFY2(changed.out.contains("was changed: icon, picture."), changed.out.constData());
        QCOMPARE(shown(u"Faced"_s).value("icon"_L1).toString(), u"award"_s);
        QVERIFY(!hasPicture(u"Faced"_s));
        // And the other way round.
        const Ended pictured = badge({u"update"_s, u"Faced"_s, u"--image"_s, m_picture, u"--yes"_s});
        QVERIFY2(pictured.err.contains("takes the place of the icon \"award\""), pictured.err.constData());
        QVERIFY2(pictured.out.contains("was changed: icon, picture."), pictured.out.constData());
        QVERIFY(hasPicture(u"Faced"_s));
        QCOMPARE(shown(u"Faced"_s).value("icon"_L1).toString(), QString());
    }

    void aPictureIsTakenAway()
    {
        const int before = runs();
        const Ended blank = badge({u"update"_s, u"Faced"_s, u"--no-image"_s, u"--yes"_s});
        QCOMPARE(blank.status, 2);
        QVERIFY2(blank.err.contains("would show an empty box"), blank.err.constData());
        QCOMPARE(runs(), before);
        QVERIFY(hasPicture(u"Faced"_s));
        const Ended done = badge({u"update"_s, u"Faced"_s, u"--no-image"_s, u"--icon"_s, u"award"_s, u"--yes"_s});
        QVERIFY2(done.status == 0, done.err.constData());
        QVERIFY(!hasPicture(u"Faced"_s));
        const Ended again = badge({u"update"_s, u"Faced"_s, u"--no-image"_s, u"--yes"_s});
        QVERIFY2(again.status == 0 && again.err.contains("Nothing about it was changed"), again.err.constData());
        QCOMPARE(badge({u"update"_s, u"Faced"_s, u"--no-image"_s, u"--image"_s, m_picture}).status, 2);
        QCOMPARE(badge({u"create"_s, u"Other"_s, u"--no-image"_s}).status, 2);
    }

    void anIconInATableTakesThePlaceOfAPicture()
    {
        QCOMPARE(badge({u"update"_s, u"Faced"_s, u"--image"_s, m_picture, u"--yes"_s}).status, 0);
        const QString table = m_program.file(u"icons.csv"_s, "name,icon\nFaced,seedling\n");
        const Ended done = badge({u"import"_s, table, u"--existing"_s, u"update"_s, u"--yes"_s});
        QVERIFY2(done.status == 0, done.err.constData());
        QVERIFY2(done.out.contains("Changed: icon, picture. The picture that it has on the forum is taken away."), done.out.constData());
        QVERIFY(!hasPicture(u"Faced"_s));
        const QString pictures = m_program.file(u"pictures.csv"_s, "name,picture\nFaced,square.png\n");
        QCOMPARE(badge({u"import"_s, pictures, u"--existing"_s, u"update"_s, u"--yes"_s}).status, 0);
        QVERIFY(hasPicture(u"Faced"_s));
        QCOMPARE(shown(u"Faced"_s).value("icon"_L1).toString(), QString());
    }

    void thePostHeaderNeedsThePost()
    {
        QCOMPARE(badge({u"create"_s, u"Headed"_s, u"--show-in-post-header"_s, u"--yes"_s}).status, 2);
        QCOMPARE(badge({u"create"_s, u"Headed"_s, u"--icon"_s, u"award"_s, u"--yes"_s}).status, 0);
        const int before = runs();
        const Ended refused = badge({u"update"_s, u"Headed"_s, u"--show-in-post-header"_s, u"--yes"_s});
        QCOMPARE(refused.status, 2);
        QVERIFY2(refused.err.contains("Add --show-posts."), refused.err.constData());
        const Ended unlisted = badge({u"update"_s, u"Headed"_s, u"--show-in-post-header"_s, u"--unlisted"_s, u"--yes"_s});
        QVERIFY2(unlisted.err.contains("Add --listed --show-posts."), unlisted.err.constData());
        QCOMPARE(runs(), before);
        QCOMPARE(badge({u"update"_s, u"Headed"_s, u"--show-in-post-header"_s, u"--show-posts"_s, u"--yes"_s}).status, 0);
        QCOMPARE(shown(u"Headed"_s).value("show_in_post_header"_L1).toBool(), true);
    }

    void whatTheForumFixesAboutItsOwnIsNotSent()
    {
        const int before = runs();
        const Ended refused = badge({u"update"_s, u"Basic"_s, u"--name"_s, u"Base"_s, u"--description"_s, u"Other"_s, u"--yes"_s});
        QCOMPARE(refused.status, 2);
        QVERIFY2(refused.err.contains("fixes this about them: name.") && refused.err.contains("translations"), refused.err.constData());
        QVERIFY(!refused.out.contains("was changed"));
        QCOMPARE(runs(), before);
        const Ended icon = badge({u"update"_s, u"Basic"_s, u"--icon"_s, u"award"_s, u"--yes"_s});
        QVERIFY2(icon.status == 0 && icon.out.contains("was changed: icon."), icon.err.constData());
    }

    void namesLoseTheirOuterBlanks()
    {
        QCOMPARE(badge({u"create"_s, u"  Two  Blanks "_s, u"--icon"_s, u"award"_s, u"--yes"_s}).status, 0);
        QCOMPARE(shown(u"Two  Blanks"_s).value("name"_L1).toString(), u"Two  Blanks"_s);
        const int before = runs();
        const Ended taken = badge({u"create"_s, u" Two  Blanks"_s, u"--icon"_s, u"award"_s, u"--yes"_s});
        QCOMPARE(taken.status, 1);
        QVERIFY2(taken.err.contains("There is a badge \"Two  Blanks\" already"), taken.err.constData());
        const Ended same = badge({u"update"_s, u"Two  Blanks"_s, u"--name"_s, u" Two  Blanks "_s, u"--yes"_s});
        QVERIFY2(same.err.contains("Nothing about it was changed"), same.err.constData());
        QCOMPARE(runs(), before);
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
        // The forum's own badges are known for what they are.
        QCOMPARE(badge({u"update"_s, u"Basic"_s, u"--multiple-grant"_s, u"--yes"_s}, u"Narrow"_s).status, 2);
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
