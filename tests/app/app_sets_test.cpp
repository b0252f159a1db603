// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/program.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QImage>
#include <QPainter>
#include <QTest>

using namespace badgewright;
using namespace Qt::StringLiterals;
using test::Ended;

namespace {

QByteArray disc(const QColor &colour)
{
    QImage image(200, 200, QImage::Format_ARGB32);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setBrush(colour);
    painter.drawEllipse(10, 10, 180, 180);
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

QJsonObject named(const QJsonArray &badges, const QString &name)
{
    for (const QJsonValue &badge : badges) {
        if (badge["name"_L1].toString() == name)
            return badge.toObject();
    }
    return {};
}

} // namespace

/// Badges out of one forum and into another, and many at once from a folder or a table.
class AppSetsTest : public QObject
{
    Q_OBJECT

private:
    test::Program m_old;
    test::Program m_new;
    QString m_set;

    Ended import(const QString &file, const QStringList &options = {}) const
    {
        return m_new.run(QStringList{u"badge"_s, u"import"_s, file, u"--on"_s, u"New"_s} + options);
    }
    QJsonObject badge(const QString &name) const { return named(m_new.run(u"badge list --on New --json"_s).array(), name); }

    /// Where the designs of the program's badges lie, one for its only connection but the sample.
    static QString designOf(const test::Program &program, const QString &connection, int badge)
    {
        const QString id = named(program.run(u"connection list --json"_s).array(), connection).value("id"_L1).toString();
        return program.path(u"data/designs/%1/badge-%2.json"_s.arg(id).arg(badge));
    }

    static QString planIn(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll())["plan"_L1]["id"_L1].toString() : QString();
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_old.serve());
        QCOMPARE(m_old.connect(u"Old"_s).status, 0);
        QVERIFY(m_new.serve());
        QCOMPARE(m_new.connect(u"New"_s).status, 0);
        m_set = m_old.path(u"garden.badges.zip"_s);
    }

    void badgesAreExported()
    {
        const QString picture = m_old.file(u"bee.png"_s, disc(Qt::darkGreen));
        const Ended made = m_old.run({u"badge"_s, u"create"_s, u"Bee Keeper"_s, u"--type"_s, u"gold"_s, u"--description"_s, u"Keeps bees"_s,
                                      u"--image"_s, picture, u"--allow-title"_s, u"--on"_s, u"Old"_s, u"--yes"_s, u"--json"_s});
        QVERIFY2(made.status == 0, made.err.constData());
        const QString design = designOf(m_old, u"Old"_s, made.object().value("id"_L1).toInt());
        QVERIFY(QDir().mkpath(QFileInfo(design).path()));
        QFile file(design);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(R"({"format":"badgewright-design","version":1,"title":"Bee Keeper","typeId":1,"layers":[{"kind":"ring","turn":12}]})");
        file.close();
        QCOMPARE(m_old.run(u"badge create Plain --icon award --on Old --yes"_s).status, 0);
        const Ended whole = m_old.run({u"badge"_s, u"export"_s, m_old.path(u"all.zip"_s), u"--on"_s, u"Old"_s, u"--json"_s});
        QVERIFY2(whole.status == 0, whole.err.constData());
        QVERIFY(whole.object().value("badges"_L1).toInt() > 2); // those that the forum came with are there, too
        const Ended two = m_old.run({u"badge"_s, u"export"_s, m_set, u"--badge"_s, u"Bee Keeper"_s, u"--badge"_s, u"Plain"_s, u"--on"_s, u"Old"_s});
        QVERIFY2(two.status == 0, two.err.constData());
        QVERIFY2(two.out.startsWith("2 badges are in "), two.out.constData());
        const Ended none = m_old.run({u"badge"_s, u"export"_s, m_set, u"--badge"_s, u"Nobody"_s, u"--on"_s, u"Old"_s});
        QCOMPARE(none.status, 1);
        QVERIFY(none.err.contains("There is no badge \"Nobody\"."));
    }

    void aPlanIsMadeAndNothingSent()
    {
        const QString out = m_new.path(u"plan.json"_s);
        const Ended planned = import(m_set, {u"--out"_s, out, u"--json"_s});
        QVERIFY2(planned.status == 0, planned.err.constData());
        const QJsonArray badges = planned.object().value("badges"_L1).toArray();
        QCOMPARE(badges.size(), 2);
        QCOMPARE(named(badges, u"Bee Keeper"_s).value("state"_L1).toString(), u"new"_s);
        QCOMPARE(named(badges, u"Bee Keeper"_s).value("action"_L1).toString(), u"create"_s);
        QVERIFY(QFile::exists(out));
        QVERIFY(badge(u"Bee Keeper"_s).isEmpty());
        // Without a terminal and without --yes nothing is sent either, and that is said.
        const Ended asked = import(m_set);
        QCOMPARE(asked.status, 2);
        QVERIFY2(asked.err.contains("add --yes"), asked.err.constData());
        QVERIFY2(asked.out.contains("Bee Keeper"), asked.out.constData());
        QVERIFY(badge(u"Bee Keeper"_s).isEmpty());
    }

    void theyArriveAsOneRunAndCanBeUndone()
    {
        const Ended done = import(m_set, {u"--yes"_s, u"--json"_s});
        QVERIFY2(done.status == 0, done.err.constData());
        const QJsonObject bee = badge(u"Bee Keeper"_s);
        QCOMPARE(bee.value("badge_type_id"_L1).toInt(), 1);
        QCOMPARE(bee.value("description"_L1).toString(), u"Keeps bees"_s);
        QVERIFY(bee.value("allow_title"_L1).toBool());
        QVERIFY(!bee.value("image_url"_L1).toString().isEmpty());
        QCOMPARE(badge(u"Plain"_s).value("icon"_L1).toString(), u"award"_s);
        // What it was drawn with lies beside the badges of that forum now, under the id that it has there.
        QFile design(designOf(m_new, u"New"_s, bee.value("id"_L1).toInt()));
        QVERIFY2(design.open(QIODevice::ReadOnly), qPrintable(design.fileName()));
        const QJsonArray layers = QJsonDocument::fromJson(design.readAll()).object().value("layers"_L1).toArray();
        QCOMPARE(layers.size(), 1);
        QCOMPARE(layers.first()["turn"_L1].toInt(), 12);

        // Again: everything is there.
        const Ended again = import(m_set, {u"--yes"_s});
        QVERIFY2(again.status == 0, again.err.constData());
        QCOMPARE(again.out.count("Same as on the forum"), 2);
        QVERIFY(again.err.contains("There is nothing to publish."));

        // Changed there: left alone unless it is wanted.
        QCOMPARE(m_new.run({u"badge"_s, u"update"_s, u"Bee Keeper"_s, u"--description"_s, u"Likes bees"_s, u"--on"_s, u"New"_s, u"--yes"_s}).status, 0);
        const QString updating = QString::number(m_new.run(u"ledger --json"_s).array().first()["id"_L1].toInt());
        const QByteArray told = m_new.run({u"ledger"_s, updating}).out;
        QVERIFY2(told.contains("  description: ") && told.contains("→ “Likes bees”"), told.constData());
        QCOMPARE(m_new.run({u"badge"_s, u"update"_s, u"Bee Keeper"_s, u"--grouping"_s, u"Community"_s, u"--on"_s, u"New"_s, u"--yes"_s}).status, 0);
        const QString moving = QString::number(m_new.run(u"ledger --json"_s).array().first()["id"_L1].toInt());
        const QByteArray moved = m_new.run({u"ledger"_s, moving}).out;
        QVERIFY2(moved.contains("  grouping: “") && moved.contains("→ “Community”"), moved.constData()); // by their names
        const Ended skipped = import(m_set, {u"--yes"_s});
        QCOMPARE(skipped.status, 0);
        QVERIFY2(skipped.out.contains("Changed: description"), skipped.out.constData());
        QVERIFY(skipped.err.contains("--existing update"));
        QCOMPARE(badge(u"Bee Keeper"_s).value("description"_L1).toString(), u"Likes bees"_s);
        const Ended updated = import(m_set, {u"--existing"_s, u"update"_s, u"--yes"_s});
        QVERIFY2(updated.status == 0, updated.err.constData());
        QCOMPARE(badge(u"Bee Keeper"_s).value("description"_L1).toString(), u"Keeps bees"_s);

        const Ended undone = m_new.run({u"undo"_s, QString::number(done.object().value("run"_L1).toInt()), u"--yes"_s});
        QVERIFY2(undone.status == 0, undone.err.constData());
        QVERIFY(badge(u"Bee Keeper"_s).isEmpty() && badge(u"Plain"_s).isEmpty());
    }

    void aPlanThatIsAppliedHandsItsDesignsOn()
    {
        const QString out = m_new.path(u"later.json"_s);
        const Ended planned = import(m_set, {u"--out"_s, out});
        QVERIFY2(planned.status == 0, planned.err.constData());
        const QDir designs = QFileInfo(designOf(m_new, u"New"_s, 1)).dir();
        const auto waiting = [&designs] { return designs.entryList({u"plan-*.json"_s}, QDir::Files); };
        QCOMPARE(waiting().size(), 2); // that of the plan which was never carried out, too
        const QString never = waiting().first().contains(planIn(out)) ? waiting().last() : waiting().first();
        const Ended applied = m_new.run({u"apply"_s, out, u"--yes"_s});
        QVERIFY2(applied.status == 0, applied.err.constData());
        QVERIFY(QFile::exists(designOf(m_new, u"New"_s, badge(u"Bee Keeper"_s).value("id"_L1).toInt())));
        QCOMPARE(waiting(), QStringList{never});
        // It may be carried out yet, but not for ever.
        QFile file(designs.filePath(never));
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.setFileTime(QDateTime::currentDateTimeUtc().addDays(-89), QFileDevice::FileModificationTime));
        file.close();
        const QString set = m_new.path(u"all.zip"_s);
        QCOMPARE(m_new.run({u"badge"_s, u"export"_s, set, u"--badge"_s, u"Plain"_s, u"--on"_s, u"New"_s}).status, 0);
        QCOMPARE(waiting(), QStringList{never});
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.setFileTime(QDateTime::currentDateTimeUtc().addDays(-92), QFileDevice::FileModificationTime));
        file.close();
        QCOMPARE(m_new.run({u"badge"_s, u"export"_s, set, u"--badge"_s, u"Plain"_s, u"--on"_s, u"New"_s}).status, 0);
        QCOMPARE(waiting(), QStringList());
        const Ended runs = m_new.run(u"ledger --json"_s);
        QCOMPARE(m_new.run({u"undo"_s, QString::number(runs.array().first()["id"_L1].toInt()), u"--yes"_s}).status, 0);
    }

    void aTableMakesGroupingsAndSaysWhatIsWrong()
    {
        m_new.file(u"ant.png"_s, disc(Qt::red));
        m_new.file(u"text.svg"_s, "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"64\" height=\"64\"><circle cx=\"32\" cy=\"32\" r=\"30\"/>"
                                  "<text x=\"4\" y=\"40\" font-family=\"Inter\">Hi</text></svg>");
        m_new.file(u"drawn.svg"_s, "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"64\" height=\"64\"><g font-family=\"Inter\" font-size=\"9\">"
                                   "<circle cx=\"32\" cy=\"32\" r=\"30\"/></g></svg>");
        const QString table = m_new.file(u"badges.csv"_s, "name;description;picture;icon;type;grouping\nAnt;Works hard;ant.png;;silver;Orchard\n"
                                                          "Wasp;;wasp.png;;gold;Orchard\nMoth;;;award;lead;\nFly;;drawn.svg;;;\nTick;;text.svg;;;\nEar;;;no-such-icon;;\n");
        const Ended done = import(table, {u"--yes"_s});
        QVERIFY2(done.status == 1, done.err.constData()); // three rows stay behind
        QVERIFY2(done.out.contains("There is no picture “wasp.png” in the folder of the table."), done.out.constData());
        QVERIFY2(done.out.contains("The type “lead” is not gold, silver or bronze."), done.out.constData());
        QVERIFY2(done.out.contains("The forum has no icon “no-such-icon”"), done.out.constData());
        QVERIFY2(done.out.contains("The drawing holds text, which the command line cannot draw."), done.out.constData());
        const QJsonObject ant = badge(u"Ant"_s);
        QCOMPARE(ant.value("badge_type_id"_L1).toInt(), 2);
        QVERIFY(ant.value("badge_grouping_id"_L1).toInt() > 5); // made for it
        QVERIFY(badge(u"Wasp"_s).isEmpty() && badge(u"Moth"_s).isEmpty());
        QVERIFY(!badge(u"Fly"_s).value("image_url"_L1).toString().isEmpty());
    }

    void aFolderOfPicturesIsTaken()
    {
        QVERIFY(QDir(m_new.path(u"."_s)).mkdir(u"pictures"_s));
        m_new.file(u"pictures/red_one.png"_s, disc(Qt::red));
        m_new.file(u"pictures/blue-one.png"_s, disc(Qt::blue));
        const Ended done = import(m_new.path(u"pictures"_s), {u"--yes"_s, u"--badge"_s, u"Red one"_s});
        QVERIFY2(done.status == 0, done.err.constData());
        QVERIFY(!badge(u"Red one"_s).isEmpty());
        QVERIFY(badge(u"Blue one"_s).isEmpty()); // not chosen
        QCOMPARE(import(m_new.path(u"pictures"_s), {u"--badge"_s, u"Green one"_s}).status, 1);
    }

    void strangersFilesAreRefused()
    {
        const Ended text = import(m_new.file(u"false.zip"_s, "hello"), {u"--yes"_s});
        QCOMPARE(text.status, 2);
        QVERIFY2(text.err.contains("it is not a zip file, whatever its name says"), text.err.constData());
        QCOMPARE(import(m_new.path(u"missing.zip"_s)).status, 1);
        QCOMPARE(m_new.run({u"badge"_s, u"import"_s, m_set, u"--existing"_s, u"burn"_s, u"--on"_s, u"New"_s}).status, 2);
        QCOMPARE(m_new.run(u"badge import --on New"_s).status, 2);
    }
};

QTEST_MAIN(AppSetsTest)
#include "app_sets_test.moc"
