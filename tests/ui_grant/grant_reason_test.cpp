// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "grant_bench.h"

#include "ui/grants/reason_picker.h"
#include "ui/kit/labels.h"
#include "ui/pictures.h"

using namespace badgewright;
using namespace badgewright::test;
using namespace badgewright::ui;
using runs::Verdict;

namespace {

ReasonPicker *picker(const GrantBench &bench)
{
    ReasonPicker *found = nullptr;
    (void)QTest::qWaitFor([&] { return (found = bench.dialog->findChild<ReasonPicker *>()) && found->isVisible(); });
    return found;
}

/// The row of the picker's table that begins so; -1: none.
int rowOf(const ReasonPicker *dialog, const QString &words)
{
    const QAbstractItemModel *model = dialog->findChild<QTableView *>()->model();
    for (int row = 0; row < model->rowCount(); ++row) {
        if (model->index(row, 0).data().toString().startsWith(words))
            return row;
    }
    return -1;
}

bool use(ReasonPicker *dialog, const QString &words)
{
    if (!QTest::qWaitFor([&] { return rowOf(dialog, words) >= 0; }))
        return false;
    dialog->findChild<QTableView *>()->selectRow(rowOf(dialog, words));
    QTest::keyClick(dialog->findChild<QTableView *>(), Qt::Key_Return);
    return true;
}

const runs::GrantStep &grant(const GrantBench &bench, int step)
{
    return std::get<runs::GrantStep>(bench.plan().steps.at(step).what);
}

} // namespace

/// Which topic or post a badge is given for: typed, found by its words, or among what the person wrote.
class GrantReasonTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theTitleOfATypedAddressIsSaid()
    {
        GrantBench bench;
        bench.open({bench.apex});
        auto *field = bench.named<QLineEdit>(u"Reason for all"_s);
        field->setText(bench.photo);
        QTRY_VERIFY(bench.says(u"What’s the best photo you took? · post 2"_s));
        field->setText(u"https://forum.example/t/gone/999"_s);
        QVERIFY(!bench.says(u"What’s the best photo"_s)); // never beside another address
        QTRY_VERIFY(bench.says(u"There is no such topic or post on forum.example."_s));
    }

    void aTopicIsFoundByItsWords()
    {
        GrantBench bench;
        bench.open({bench.apex});
        QVERIFY(bench.press(u"Find…"_s));
        ReasonPicker *dialog = picker(bench);
        QVERIFY(dialog);
        QTest::keyClicks(dialog->focusWidget(), u"fair"_s);
        QTRY_VERIFY(rowOf(dialog, u"Spring fair: who helped?"_s) >= 0);
        keepPicture(dialog, u"grant-reason-topics"_s);
        QVERIFY(use(dialog, u"Spring fair: who helped?"_s));
        QTRY_VERIFY(bench.named<QLineEdit>(u"Reason for all"_s)->text().startsWith(bench.fair));
    }

    void anAddressIsTakenForARowAsWell()
    {
        GrantBench bench;
        bench.open({bench.apex});
        QVERIFY(bench.match(u"ada.moss"_s));
        QVERIFY(bench.planned());
        bench.choose(0);
        QVERIFY(bench.press(u"Reason…"_s));
        ReasonPicker *dialog = picker(bench);
        QVERIFY(dialog);
        const auto buttons = dialog->findChildren<QAbstractButton *>();
        const auto topics = std::find_if(buttons.begin(), buttons.end(), [](const QAbstractButton *one) { return one->text() == u"Topics"_s; });
        QVERIFY(topics != buttons.end());
        QTest::mouseClick(*topics, Qt::LeftButton);
        QTest::keyClicks(dialog->focusWidget(), bench.photo);
        QVERIFY(use(dialog, u"What’s the best photo you took? · post 2"_s));
        QVERIFY(bench.planned());
        QCOMPARE(grant(bench, 0).reason, QUrl(bench.photo));
    }

    void aRowGetsAPostOfItsPerson()
    {
        GrantBench bench;
        const QString post = u"https://forum.example/t/-/15/2"_s;
        bench.forum->posts.insert(u"bobby"_s, {{{QUrl(post), 15, 2, u"What’s the best photo you took?"_s},
                                                u"The one with the heron, taken at five in the morning"_s, bench.clock.utcNow().addDays(-2)}});
        bench.forum->reasons.insert(post, {QUrl(post), 15, 2, u"What’s the best photo you took?"_s});
        bench.open({bench.apex});
        bench.named<QLineEdit>(u"Reason for all"_s)->setText(bench.fair);
        QVERIFY(bench.match(u"ada.moss\nbobby"_s));
        QVERIFY(bench.planned());
        bench.choose(1);
        QVERIFY(bench.press(u"Reason…"_s));
        ReasonPicker *dialog = picker(bench);
        QVERIFY(dialog);
        QTRY_VERIFY(rowOf(dialog, u"What’s the best photo you took? · post 2"_s) >= 0);
        keepPicture(dialog, u"grant-reason-posts"_s);
        QVERIFY(use(dialog, u"What’s the best photo"_s));
        QVERIFY(bench.planned());
        QCOMPARE(grant(bench, 1).reason, QUrl(post));
        QCOMPARE(grant(bench, 0).reason, QUrl(bench.fair));
        QVERIFY(bench.says(u"because rows have reasons of their own"_s));

        // And none, where that is what the person wants.
        QVERIFY(bench.press(u"Without a reason"_s));
        QVERIFY(bench.planned());
        QVERIFY(grant(bench, 1).reason.isEmpty());
        QCOMPARE(bench.verdict(1), Verdict::Ready);
    }

    void postsThatComeLateDoNotStandAmongTopics()
    {
        GrantBench bench;
        const QUrl post(u"https://forum.example/t/-/15/2"_s);
        bench.forum->posts.insert(u"bobby"_s, {{{post, 15, 2, u"What’s the best photo you took?"_s}, u"The heron"_s, bench.clock.utcNow()}});
        bench.open({bench.apex});
        QVERIFY(bench.match(u"ada.moss\nbobby"_s));
        QVERIFY(bench.planned());
        bench.choose(1);
        bench.forum->holding = true;
        QVERIFY(bench.press(u"Reason…"_s));
        ReasonPicker *dialog = picker(bench);
        QVERIFY(dialog);
        QTRY_VERIFY(bench.forum->findChild<PendingCall *>());
        for (QAbstractButton *one : dialog->findChildren<QAbstractButton *>()) {
            if (one->text() == u"Topics"_s)
                one->click();
        }
        bench.forum->holding = false;
        bench.forum->release();
        QTRY_VERIFY(!bench.forum->findChild<PendingCall *>());
        QCoreApplication::processEvents();
        QVERIFY(rowOf(dialog, u"What’s the best photo you took? · post 2"_s) < 0);
    }

    void aWrongReasonIsReadAndMended()
    {
        GrantBench bench;
        bench.open({bench.apex});
        QVERIFY(bench.load(bench.file(u"people.csv"_s, "username,reason\nada.moss,https://elsewhere.example/t/9\n")));
        QVERIFY(bench.press(u"Match people"_s));
        QVERIFY(bench.planned());
        QCOMPARE(bench.verdict(0), Verdict::ReasonElsewhere);
        QCOMPARE(grant(bench, 0).reasonTitle, u"https://elsewhere.example/t/9"_s);
        QVERIFY(bench.press(u"Without a reason"_s));
        QVERIFY(bench.planned());
        QCOMPARE(bench.verdict(0), Verdict::Ready);
    }

    void withoutTheRightToReadTopicsItSaysWhy()
    {
        GrantBench bench;
        bench.forum->abilities.deny(Ability::ReadTopics, u"The key has no scope for topics."_s);
        bench.open({bench.apex});
        const QAbstractButton *find = bench.button(u"Find…"_s);
        QVERIFY(find);
        QVERIFY(!find->isEnabled());
        QCOMPARE(find->toolTip(), u"The key has no scope for topics."_s);
    }
};

int runReasonTest(int argc, char **argv)
{
    GrantReasonTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "grant_reason_test.moc"
