// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later

// The adapter against the sample forum, over a real socket.

#include "answerhub/answerhub_opener.h"
#include "sample/sample_forum.h"
#include "support/await.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace badgewright;
using namespace badgewright::test;
using namespace Qt::StringLiterals;

class AnswerHubSampleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void probing();
    void signing_in();
    void award_types();
    void people();
    void actions();
    void an_award_for_an_action();
    void awards_per_post();
    void an_award_without_an_action();
    void refusals();
    void reputation();
    void what_goes_wrong_data();
    void what_goes_wrong();
    void it_keeps_its_state();
    void pictures();

private:
    Connection connection(const QString &user = {}) const;
    Result<ForumPtr> openAs(const QString &user, const QString &password);
    int held(AccountId user, AwardTypeId type);

    std::unique_ptr<sample::SampleForum> m_sample;
    QTemporaryDir m_folder;
    QJsonObject m_facts;
    ForumPtr m_forum;
    AwardDesk *m_desk = nullptr;
};

void AnswerHubSampleTest::initTestCase()
{
    sample::Options options;
    options.kind = sample::Kind::AnswerHub;
    options.factsFile = m_folder.filePath(u"facts.json"_s);
    auto started = sample::SampleForum::start(options);
    QVERIFY(started);
    m_sample = std::move(*started);
    QFile facts(options.factsFile);
    QVERIFY(facts.open(QIODevice::ReadOnly));
    m_facts = QJsonDocument::fromJson(facts.readAll()).object();
}

void AnswerHubSampleTest::init()
{
    m_sample->setFaults({});
    auto forum = openAs(m_sample->user(), m_sample->secret());
    QVERIFY(forum);
    m_forum = *forum;
    m_desk = m_forum->awards();
}

Connection AnswerHubSampleTest::connection(const QString &user) const
{
    Connection connection;
    connection.id = u"test"_s;
    connection.base = m_sample->url();
    connection.kind = ForumKind::AnswerHub;
    connection.user = user;
    return connection;
}

Result<ForumPtr> AnswerHubSampleTest::openAs(const QString &user, const QString &password)
{
    return await(answerhub::open(connection(user), Secret(password.toUtf8()), nullptr, this));
}

int AnswerHubSampleTest::held(AccountId user, AwardTypeId type)
{
    const auto all = await(m_desk->heldBy(user));
    if (!all)
        return -1;
    for (const HeldAward &one : *all)
        if (one.typeId == type)
            return one.count;
    return 0;
}

void AnswerHubSampleTest::probing()
{
    const auto found = await(answerhub::probe(m_sample->url(), this));
    QVERIFY(found);
    QCOMPARE(found->base, m_sample->url());
    QCOMPARE(found->title, u"Gardeners' answers"_s);
}

void AnswerHubSampleTest::signing_in()
{
    QVERIFY(m_forum->capabilities().may(Ability::ReadActions));
    QCOMPARE(kindOf(openAs(m_sample->user(), u"not the password"_s)), ErrorKind::Unauthorised);
    QCOMPARE(kindOf(openAs(u"nobody"_s, m_sample->secret())), ErrorKind::Unauthorised);
    const QJsonObject outsider = m_facts[u"accounts"].toObject()[u"may_not_use_api"].toObject();
    QCOMPARE(kindOf(openAs(outsider[u"user"].toString(), outsider[u"secret"].toString())), ErrorKind::Forbidden);
}

void AnswerHubSampleTest::award_types()
{
    const int before = m_sample->requestCount();
    const auto types = await(m_desk->types());
    QVERIFY(types);
    QCOMPARE(types->size(), 24);
    QCOMPARE(m_sample->requestCount() - before, 1); // the list comes at once, whatever it says of its pages
    const auto editor = std::find_if(types->cbegin(), types->cend(), [](const AwardType &type) { return type.id == 507; });
    QVERIFY(editor != types->cend());
    QCOMPARE(editor->name, u"Editor"_s);
    QCOMPARE(editor->level, u"bronze"_s);
    QCOMPARE(editor->mode, u"per_user"_s);
}

void AnswerHubSampleTest::people()
{
    const auto found = await(m_desk->findUsers(u"ADA.MOSS"_s));
    QVERIFY(found && !found->isEmpty());
    const Account ada = found->first();
    QCOMPARE(ada.displayName(), u"Ada Moss"_s);
    QCOMPARE(await(m_desk->user(ada.id))->username, u"ada.moss"_s);
    QCOMPARE(await(m_desk->findUsers(m_sample->url().toString() + u"/users/%1/ada-moss.html"_s.arg(ada.id)))->first(), ada);
    QVERIFY(await(m_desk->findUsers(u"moss"_s))->size() > 3);
    QVERIFY(await(m_desk->findUsers(u"hollis"_s))->first().suspended);
    QCOMPARE(await(m_desk->findUsers(u"no such gardener at all"_s))->size(), 0);
}

void AnswerHubSampleTest::actions()
{
    const Action edit = *await(m_desk->action(1125));
    QCOMPARE(edit.user.username, u"ada.moss"_s);
    QCOMPARE(edit.verb, u"edited"_s);
    QCOMPARE(edit.nodeTitle, u"How do I prune a plum tree?"_s);
    QVERIFY(edit.date.isValid());

    const auto first = await(m_desk->actionsOf(edit.user.id));
    QVERIFY(first);
    QStringList verbs;
    QList<ActionId> ids;
    for (const Action &action : first->actions.mid(0, 5)) {
        verbs += action.verb;
        ids += action.id;
        QVERIFY(!action.nodeTitle.isEmpty());
    }
    QCOMPARE(verbs, (QStringList{u"edited"_s, u"answered"_s, u"asked"_s, u"voted up"_s, u"commented"_s}));
    QCOMPARE(ids, (QList<ActionId>{1125, 1119, 1098, 1090, 1061}));
    QCOMPARE(first->actions.first().date, edit.date);

    QCOMPARE(await(m_desk->actionOfPost(QString::number(edit.nodeId)))->id, 1125);
    const QString page = m_sample->url().toString() + u"/questions/%1/how-do-i-prune-a-plum-tree.html"_s.arg(edit.nodeId);
    QCOMPARE(await(m_desk->actionOfPost(page))->user.username, u"ada.moss"_s);

    QVERIFY(await(m_desk->action(1042))->cancelled);
    QCOMPARE(await(m_desk->action(1043))->user.id, 0);
    QVERIFY(await(m_desk->action(1044))->isPrivate);
    QCOMPARE(kindOf(await(m_desk->action(99))), ErrorKind::NotFound);
}

void AnswerHubSampleTest::an_award_for_an_action()
{
    const AccountId ada = m_facts[u"person"].toObject()[u"id"].toInt();
    QCOMPARE(held(ada, 507), 0);
    for (int turn = 0; turn < 2; ++turn) {
        const auto reply = await(m_desk->giveForAction(507, 1125));
        QVERIFY(reply);
        QCOMPARE(reply->kind, AwardReply::Kind::Accepted);
        QCOMPARE(held(ada, 507), 1); // once per person: the second one says the same and does nothing
    }
    QCOMPARE(m_sample->timesHeld(u"ada.moss"_s, u"Editor"_s), 1);
    // An action its runner does not know.
    const int students = held(ada, 501);
    QVERIFY(await(m_desk->giveForAction(501, 1125)));
    QCOMPARE(held(ada, 501), students);
    QCOMPARE(kindOf(await(m_desk->giveForAction(507, 99))), ErrorKind::NotFound);
    QCOMPARE(kindOf(await(m_desk->giveForAction(99, 1125))), ErrorKind::NotFound);
}

void AnswerHubSampleTest::awards_per_post()
{
    const AccountId ada = m_facts[u"person"].toObject()[u"id"].toInt();
    const int before = held(ada, 520);
    QVERIFY(await(m_desk->giveForAction(520, 1119)));
    QVERIFY(await(m_desk->giveForAction(520, 1119)));
    QCOMPARE(held(ada, 520), before + 1);
}

void AnswerHubSampleTest::an_award_without_an_action()
{
    const AccountId bobby = await(m_desk->findUsers(u"bobby"_s))->first().id;
    const int before = held(bobby, 507);
    for (int turn = 1; turn <= 2; ++turn) {
        QVERIFY(await(m_desk->giveToUser(507, bobby)));
        QCOMPARE(held(bobby, 507), before + turn); // nothing protects from a second one
    }
    QCOMPARE(kindOf(await(m_desk->giveToUser(507, 999'999))), ErrorKind::NotFound);
}

void AnswerHubSampleTest::refusals()
{
    const QJsonObject helper = m_facts[u"accounts"].toObject()[u"may_not_award"].toObject();
    const auto forum = openAs(helper[u"user"].toString(), helper[u"secret"].toString());
    QVERIFY(forum);
    QVERIFY(await((*forum)->awards()->types()));
    const auto refused = await((*forum)->awards()->giveForAction(520, 1125));
    QCOMPARE(kindOf(refused), ErrorKind::Forbidden);
    QVERIFY(refused.error().serverWords.first().contains(u"Award bonus reputation"_s));
    QCOMPARE(kindOf(await((*forum)->awards()->giveReputation(3, 5, u"x"_s))), ErrorKind::Forbidden);
    QCOMPARE(kindOf(await(m_desk->giveToUser(524, 3))), ErrorKind::Unreadable); // a web page with 200
}

void AnswerHubSampleTest::reputation()
{
    QVERIFY(await(m_desk->giveReputation(4, 5, u"tea & cake"_s)));
    const AccountId keeper = await(m_desk->findUsers(m_sample->user()))->first().id;
    QVERIFY(await(m_desk->actionsOf(keeper))->actions.first().isPrivate); // written into the action log
    QCOMPARE(kindOf(await(m_desk->giveReputation(999'999, 5, u"x"_s))), ErrorKind::NotFound);
}

void AnswerHubSampleTest::what_goes_wrong_data()
{
    QTest::addColumn<int>("fault");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<int>("rises");
    QTest::newRow("cut before") << int(sample::FaultKind::CutBefore) << u"outcome-unknown"_s << 0;
    QTest::newRow("cut after") << int(sample::FaultKind::CutAfter) << u"outcome-unknown"_s << 1;
    QTest::newRow("limit as JSON") << int(sample::FaultKind::LimitJson) << u"outcome-unknown"_s << 0;
    QTest::newRow("limit as HTML") << int(sample::FaultKind::LimitHtml) << u"outcome-unknown"_s << 0;
    QTest::newRow("read only") << int(sample::FaultKind::ReadOnly) << u"outcome-unknown"_s << 0;
    QTest::newRow("server error") << int(sample::FaultKind::ServerError) << u"outcome-unknown"_s << 0;
    QTest::newRow("redirect") << int(sample::FaultKind::Redirect) << u"unreadable"_s << 0;
}

void AnswerHubSampleTest::what_goes_wrong()
{
    QFETCH(int, fault);
    QFETCH(QString, kind);
    QFETCH(int, rises);
    const int before = m_sample->timesHeld(u"cora"_s, u"Editor"_s);
    const AccountId cora = await(m_desk->findUsers(u"cora"_s))->first().id;
    m_sample->setFaults({{sample::FaultKind(fault), 1}});
    const int requests = m_sample->requestCount();
    QCOMPARE(errorKindName(kindOf(await(m_desk->giveToUser(507, cora)))), kind);
    m_sample->setFaults({});
    QCOMPARE(m_sample->timesHeld(u"cora"_s, u"Editor"_s), before + rises);
    QCOMPARE(m_sample->requestCount() - requests, 1);
}

void AnswerHubSampleTest::it_keeps_its_state()
{
    sample::Options options;
    options.kind = sample::Kind::AnswerHub;
    options.stateFile = m_folder.filePath(u"state"_s);
    QString secret;
    {
        const auto forum = sample::SampleForum::start(options);
        QVERIFY(forum);
        secret = (*forum)->secret();
        Connection there = connection((*forum)->user());
        there.base = (*forum)->url();
        const auto open = await(answerhub::open(there, Secret(secret.toUtf8()), nullptr, this));
        QVERIFY(open);
        QVERIFY(await((*open)->awards()->giveForAction(507, 1125)));
    }
    const auto again = sample::SampleForum::start(options);
    QVERIFY(again);
    QCOMPARE((*again)->secret(), secret);
    QCOMPARE((*again)->timesHeld(u"ada.moss"_s, u"Editor"_s), 1);
    options.kind = sample::Kind::Discourse;
    QVERIFY(!sample::SampleForum::start(options)); // another kind's state, and open elsewhere
}

void AnswerHubSampleTest::pictures()
{
    const Account ada = await(m_desk->findUsers(u"ada.moss"_s))->first();
    QVERIFY(await(m_desk->image(ada.avatarUrl))->startsWith("\x89PNG"));
    await(m_desk->heldBy(20));
    const auto types = await(m_desk->types());
    const auto pictured = std::find_if(types->cbegin(), types->cend(), [](const AwardType &type) { return !type.imageUrl.isEmpty(); });
    QVERIFY(pictured != types->cend());
    QVERIFY(await(m_desk->image(pictured->imageUrl))->startsWith("\x89PNG"));
}

QTEST_GUILESS_MAIN(AnswerHubSampleTest)
#include "answerhub_sample_test.moc"
