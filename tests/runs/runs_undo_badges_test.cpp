// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "runs_bench.h"

#include <QFile>
#include <QTest>

using namespace badgewright;
using namespace badgewright::runs;
using badgewright::test::Bench;
using namespace Qt::StringLiterals;

namespace {

constexpr UploadId kOld = 41;
const QString kOldFile = u"/uploads/41.png"_s;

/// A badge with a picture that the forum serves.
struct PictureBench : Bench {
    QByteArray old = QByteArrayLiteral("\x89PNG\r\n\x1a\n the old picture");
    BadgeId id = 0;

    PictureBench()
    {
        id = fake->addBadge(u"Apex"_s).id;
        badge().imageUploadId = kOld;
        badge() = fake->withPicture(badge());
        badge().description = u"The best"_s;
        fake->pictures.insert(kOldFile, old);
    }
    Badge &badge()
    {
        return *std::find_if(fake->catalogue.badges.begin(), fake->catalogue.badges.end(), [this](const Badge &one) { return one.id == id; });
    }
    QByteArray shown() { return fake->pictures.value(badge().imageUrl.path()); }
    PublishBadgeStep change()
    {
        PublishBadgeStep step;
        step.id = id;
        step.before = badge();
        return step;
    }
    PublishBadgeStep newPicture()
    {
        PublishBadgeStep step = change();
        step.picture = Picture{u"new.png"_s, QByteArrayLiteral("\x89PNG\r\n\x1a\n the new picture"), u"image/png"_s};
        return step;
    }
    Run *publish(const PublishBadgeStep &step)
    {
        Run *run = begin(planPublish(fake, {step}, clock));
        return windUntil(run, RunState::Done) ? run : nullptr;
    }
    void throwAway(UploadId upload)
    {
        fake->thrownAway.insert(upload);
        fake->pictures.remove(u"/uploads/%1.png"_s.arg(upload));
    }
    int keptPictures()
    {
        int there = 0;
        const auto all = *ledger->runs();
        for (const RunSummary &run : all) {
            const auto steps = *ledger->steps(run.id);
            for (const StepRecord &step : steps)
                there += ledger->keptPicture(step.memo.keptPicture)->isEmpty() ? 0 : 1;
        }
        return there;
    }
};

} // namespace

/// What the undo of a published badge gives back, and what it leaves alone.
class RunsUndoBadgesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anOldPictureComesBackThoughTheForumHasThrownItAway()
    {
        PictureBench bench;
        Run *run = bench.publish(bench.newPicture());
        QVERIFY(run);
        QCOMPARE(run->steps().first().words, QString());
        QVERIFY(bench.shown() != bench.old);
        QVERIFY(run->steps().first().memo.keptBytes.isEmpty()); // the ledger has them
        bench.throwAway(kOld);
        // Another program undoes it, with the same ledger.
        bench.stop();
        bench.start();
        const auto undo = bench.undoNow(1);
        QVERIFY(undo);
        QCOMPARE(undo->plan.steps.size(), 1);
        QVERIFY2(undo->plan.remarks.isEmpty(), qPrintable(undo->plan.remarks.join(u' ')));
        QCOMPARE(std::get<PublishBadgeStep>(undo->plan.steps.first().what).picture->fileName, u"41.png"_s);
        QVERIFY(bench.windUntil(bench.begin(undo->plan), RunState::Done));
        QCOMPARE(bench.shown(), bench.old);
    }

    void aPictureThatWasClearedComesBackAlsoWithoutItsNumber()
    {
        PictureBench bench;
        // A key for a few things reads the list for everybody, which names no uploads.
        bench.badge().imageUploadId.reset();
        bench.badge().icon = u"star"_s;
        PublishBadgeStep step = bench.change();
        step.fields.imageUploadId = 0;
        step.fields.icon = u"bolt"_s;
        QVERIFY(bench.publish(step));
        QVERIFY(bench.badge().imageUrl.isEmpty());
        bench.throwAway(kOld);
        const auto undo = bench.undoNow(1);
        QVERIFY(undo && undo->plan.remarks.isEmpty());
        QVERIFY(bench.windUntil(bench.begin(undo->plan), RunState::Done));
        QCOMPARE(bench.shown(), bench.old);
        QCOMPARE(bench.badge().icon, u"star"_s);
    }

    void aPictureThatWasNotThereIsClearedAgain()
    {
        PictureBench bench;
        bench.badge().imageUploadId.reset();
        bench.badge().imageUrl.clear();
        QVERIFY(bench.publish(bench.newPicture()));
        QVERIFY(!bench.badge().imageUrl.isEmpty());
        const auto undo = bench.undoNow(1);
        QCOMPARE(std::get<PublishBadgeStep>(undo->plan.steps.first().what).fields.imageUploadId, 0);
        QVERIFY(bench.windUntil(bench.begin(undo->plan), RunState::Done));
        QVERIFY(bench.badge().imageUrl.isEmpty());
    }

    void aPictureThatCouldNotBeReadIsSaidBeforeTheUndo()
    {
        PictureBench bench;
        bench.throwAway(kOld);
        PublishBadgeStep step = bench.newPicture();
        step.fields.icon = u"bolt"_s;
        Run *run = bench.publish(step);
        QVERIFY(run); // it goes all the same
        QCOMPARE(run->steps().first().state, StepState::Done);
        QVERIFY2(run->steps().first().words.contains(u"could not be read"_s), qPrintable(run->steps().first().words));
        const QByteArray now = bench.shown();
        const auto undo = bench.undoNow(1);
        QVERIFY(undo);
        QVERIFY2(undo->plan.remarks.join(u' ').contains(u"The old picture of Apex was not kept"_s), qPrintable(undo->plan.remarks.join(u' ')));
        const auto &back = std::get<PublishBadgeStep>(undo->plan.steps.first().what);
        QVERIFY(!back.fields.imageUploadId && !back.picture && back.fields.icon);
        QVERIFY(bench.windUntil(bench.begin(undo->plan), RunState::Done));
        QCOMPARE(bench.shown(), now);
    }

    // Runs of earlier versions kept nothing.
    void aPictureThatWasNotKeptIsReadFromTheForumWhileItIsThere()
    {
        for (const bool numbered : {true, false}) {
            PictureBench bench;
            if (!numbered)
                bench.badge().imageUploadId.reset();
            bench.fake->pictures.remove(kOldFile);
            QVERIFY(bench.publish(bench.newPicture()));
            bench.fake->pictures.insert(kOldFile, bench.old);
            const auto undo = bench.undoNow(1);
            QVERIFY(undo && undo->plan.remarks.isEmpty());
            QVERIFY(bench.windUntil(bench.begin(undo->plan), RunState::Done));
            QCOMPARE(bench.shown(), bench.old);
        }
    }

    void theReadingIsTriedAgain()
    {
        PictureBench bench;
        bench.fake->refuseNext(u"image"_s, Error::of(ErrorKind::Server), 2);
        Run *run = bench.publish(bench.newPicture());
        QVERIFY(run && run->steps().first().words.isEmpty());
        QVERIFY(!run->steps().first().memo.keptPicture.isEmpty());
    }

    void keptPicturesGoWithTheirRuns()
    {
        PictureBench bench;
        QVERIFY(bench.publish(bench.newPicture()));
        bench.badge().imageUploadId = kOld;
        bench.badge() = bench.fake->withPicture(bench.badge());
        QVERIFY(bench.publish(bench.newPicture()));
        const QString name = bench.ledger->steps(1)->first().memo.keptPicture;
        QCOMPARE(bench.ledger->steps(2)->first().memo.keptPicture, name);
        QVERIFY(bench.ledger->removeRun(1));
        QCOMPARE(*bench.ledger->keptPicture(name), bench.old); // the other needs it
        QVERIFY(bench.ledger->removeRun(2));
        QVERIFY(bench.ledger->keptPicture(name)->isEmpty());
    }

    void theOldestGoWhereThereIsNoRoom()
    {
        PictureBench bench;
        bench.ledger->setRoomForPictures(bench.old.size() + 5);
        QVERIFY(bench.publish(bench.newPicture()));
        QCOMPARE(bench.keptPictures(), 1);
        QVERIFY(bench.publish(bench.newPicture())); // over the new one
        QCOMPARE(bench.keptPictures(), 1);
        QVERIFY(bench.ledger->keptPicture(bench.ledger->steps(1)->first().memo.keptPicture)->isEmpty());
    }

    void theLedgerIsOnesOwn()
    {
        Bench bench;
        const auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther | QFileDevice::WriteOther;
        bench.people(1);
        for (const QString &end : {u""_s, u"-wal"_s}) {
            const QString path = bench.ledger->path() + end;
            QVERIFY2(QFile::exists(path), qPrintable(path));
            QVERIFY2(!(QFile::permissions(path) & others), qPrintable(path));
        }
    }

    void whatSomebodyHasChangedSinceStays()
    {
        PictureBench bench;
        PublishBadgeStep step = bench.newPicture();
        step.fields.description = u"The very best"_s;
        step.fields.icon = u"bolt"_s;
        QVERIFY(bench.publish(step));
        bench.badge().description = u"A colleague's"_s;
        const auto undo = bench.undoNow(1);
        QVERIFY(undo);
        const ChangedSince changed{ChangedSince::What::Field, u"Apex"_s, {u"description"_s, u"The very best"_s, u"A colleague's"_s}};
        QCOMPARE(undo->changed.size(), 1);
        QVERIFY(undo->changed.first() == changed);
        QVERIFY(bench.windUntil(bench.begin(undo->plan), RunState::Done));
        QCOMPARE(bench.badge().description, u"A colleague's"_s);
        QCOMPARE(bench.badge().icon, QString());
        QCOMPARE(bench.shown(), bench.old);
    }

    void anotherPictureStays()
    {
        PictureBench bench;
        QVERIFY(bench.publish(bench.newPicture()));
        bench.badge().imageUploadId = 77;
        bench.badge() = bench.fake->withPicture(bench.badge());
        const auto undo = bench.undoNow(1);
        QVERIFY(undo && undo->plan.steps.isEmpty());
        QCOMPARE(undo->changed.size(), 1);
        QCOMPARE(undo->changed.first().change.field, u"image_upload_id"_s);
    }

    void whatIsOldAgainIsNotNamed()
    {
        PictureBench bench;
        PublishBadgeStep step = bench.change();
        step.fields.description = u"The very best"_s;
        QVERIFY(bench.publish(step));
        bench.badge().description = u"The best"_s;
        const auto undo = bench.undoNow(1);
        QVERIFY(undo && undo->plan.steps.isEmpty() && undo->changed.isEmpty());
    }

    void aGoneBadgeIsNamed()
    {
        PictureBench bench;
        PublishBadgeStep step = bench.change();
        step.fields.description = u"The very best"_s;
        QVERIFY(bench.publish(step));
        bench.fake->catalogue.badges.clear();
        const auto undo = bench.undoNow(1);
        QVERIFY(undo && undo->plan.steps.isEmpty());
        QCOMPARE(undo->changed.first().what, ChangedSince::What::BadgeIsGone);
        QCOMPARE(undo->changed.first().badge, u"Apex"_s);
    }

    void aCreatedBadgeIsNotDeletedWithSomebodysWork()
    {
        Bench bench;
        PublishBadgeStep step;
        step.fields.name = u"Bee"_s;
        Run *run = bench.begin(planPublish(bench.fake, {step}, bench.clock));
        QVERIFY(bench.windUntil(run, RunState::Done));
        QCOMPARE(bench.undoNow(1)->plan.steps.size(), 1);
        bench.fake->catalogue.badges.last().longDescription = u"Theirs"_s;
        const auto undo = bench.undoNow(1);
        QVERIFY(undo && undo->plan.steps.isEmpty());
        const ChangedSince kept{ChangedSince::What::Kept, u"Bee"_s, {u"long_description"_s, {}, u"Theirs"_s}};
        QVERIFY(undo->changed.size() == 1 && undo->changed.first() == kept);
    }

    void changedGroupingsStay()
    {
        Bench bench;
        const QList<Grouping> before = bench.fake->catalogue.groupings;
        Grouping fresh;
        fresh.id = -1;
        fresh.name = u"Fairs"_s;
        Run *run = bench.begin(planGroupings(bench.fake, before + QList<Grouping>{fresh}, before, bench.clock));
        QVERIFY(bench.windUntil(run, RunState::Done));
        QCOMPARE(bench.undoNow(1)->plan.steps.size(), 1);
        bench.fake->catalogue.groupings.append({79, u"Theirs"_s, {}, 20, false});
        const auto undo = bench.undoNow(1);
        QVERIFY(undo && undo->plan.steps.isEmpty());
        QCOMPARE(undo->changed.first().what, ChangedSince::What::Groupings);
    }

    void twoChangesOfABadgeAreBothUndone()
    {
        PictureBench bench;
        PublishBadgeStep first = bench.change();
        first.fields.description = u"Second"_s;
        PublishBadgeStep then = first;
        then.before.description = u"Second"_s;
        then.fields.description = u"Third"_s;
        Run *run = bench.begin(planPublish(bench.fake, {first, then}, bench.clock));
        QVERIFY(bench.windUntil(run, RunState::Done));
        const auto undo = bench.undoNow(1);
        QVERIFY(undo && undo->changed.isEmpty());
        QCOMPARE(undo->plan.steps.size(), 2);
        QVERIFY(bench.windUntil(bench.begin(undo->plan), RunState::Done));
        QCOMPARE(bench.badge().description, u"The best"_s);
    }

    void whereTheBadgesMayNotBeReadItIsSaid()
    {
        PictureBench bench;
        PublishBadgeStep step = bench.change();
        step.fields.description = u"The very best"_s;
        QVERIFY(bench.publish(step));
        bench.fake->abilities.deny(Ability::ListBadges, u"The key has no scope for it."_s);
        const auto undo = bench.undoNow(1);
        QVERIFY(undo && !undo->looked);
        QCOMPARE(undo->plan.steps.size(), 1);
        QVERIFY2(undo->plan.remarks.join(u' ').contains(u"cannot be looked at"_s), qPrintable(undo->plan.remarks.join(u' ')));
    }

    void aForumThatCannotBeAskedUndoesNothing()
    {
        PictureBench bench;
        PublishBadgeStep step = bench.change();
        step.fields.description = u"The very best"_s;
        QVERIFY(bench.publish(step));
        bench.fake->refuseNext(u"badges"_s, Error::of(ErrorKind::Network));
        QCOMPARE(bench.undoNow(1).error().kind, ErrorKind::Network);
    }

    void filledInTextIsSaid()
    {
        PictureBench bench;
        bench.badge().longDescription = u"See <a href=\"/faq\">the rules</a>"_s;
        PublishBadgeStep step = bench.change();
        step.fields.longDescription = u"None"_s;
        QVERIFY(bench.publish(step));
        QVERIFY2(bench.undoNow(1)->plan.remarks.join(u' ').contains(u"placeholders"_s), "nothing is said");
        bench.badge().longDescription = u"Nothing that could have been one"_s;
        step = bench.change();
        step.fields.longDescription = u"None"_s;
        QVERIFY(bench.publish(step));
        QVERIFY(bench.undoNow(2)->plan.remarks.isEmpty());
    }
};

QTEST_GUILESS_MAIN(RunsUndoBadgesTest)
#include "runs_undo_badges_test.moc"
