// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cases.h"

#include "people/column_mapping.h"
#include "people/parked_people.h"
#include "people/people_set.h"
#include "people/table.h"

#include <QtTest>

using namespace badgewright;
using namespace badgewright::people;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(SetOperator)

namespace {

/// "ada" and "ada@x.org" have the account 1, "bob" 2, "kim" 3; "x…" is nobody, "y…" ambiguous, "z…" could not be asked.
Match match(const QString &word, int row)
{
    static const QHash<QString, AccountId> ids{{u"ada"_qs, 1}, {u"ada@x.org"_qs, 1}, {u"bob"_qs, 2}, {u"kim"_qs, 3}};
    Match m;
    m.recipient = recipientFrom(word, row);
    m.recipient.reason = u"/t/"_qs + word;
    if (const AccountId id = ids.value(word.toLower())) {
        m.status = MatchStatus::Found;
        m.account.id = id;
        m.account.username = word.section(u'@', 0, 0);
    } else {
        m.status = word.startsWith(u'x', Qt::CaseInsensitive) ? MatchStatus::NotFound : word.startsWith(u'y') ? MatchStatus::Ambiguous : MatchStatus::Failed;
    }
    return m;
}

MatchedSet set(SetOperator how, const QString &words)
{
    MatchedSet s{how, u"the list"_qs, {}};
    for (const QString &word : words.split(u' ', Qt::SkipEmptyParts))
        s.matches << match(word, int(s.matches.size()) + 1);
    return s;
}

QString shown(const Result<CombinedPeople> &people)
{
    if (!people)
        return people.error().detail;
    QStringList all;
    for (const Match &m : people->matches)
        all << QString::number(m.recipient.row) + u':' + m.recipient.text;
    return all.join(u' ');
}

QList<Recipient> readBack(const QByteArray &csv)
{
    const auto table = readTable(csv);
    return table ? recipientsFrom(*table, guessMapping(*table)).value_or(MappedTable{}).recipients : QList<Recipient>();
}

} // namespace

void SetCases::combines_data()
{
    using enum SetOperator;
    QTest::addColumn<QString>("first");
    QTest::addColumn<SetOperator>("how");
    QTest::addColumn<QString>("second");
    QTest::addColumn<QString>("together");
    QTest::newRow("also") << u"ada bob"_s << Also << u"bob kim"_s << u"1:ada 2:bob 4:kim"_s;
    QTest::newRow("also by mail") << u"ada"_s << Also << u"ada@x.org kim"_s << u"1:ada 3:kim"_s;
    QTest::newRow("also, who is open") << u"xeno"_s << Also << u"XENO xaver yuri"_s << u"1:xeno 3:xaver 4:yuri"_s;
    QTest::newRow("two rows of one person are the planner's") << u"ada ada"_s << Also << u"kim kim"_s << u"1:ada 2:ada 3:kim 4:kim"_s;
    QTest::newRow("only in") << u"ada bob kim"_s << OnlyIn << u"kim ada@x.org"_s << u"1:ada 3:kim"_s;
    QTest::newRow("only in, who is open stays") << u"ada xeno yuri zoe"_s << OnlyIn << u"kim"_s << u"2:xeno 3:yuri 4:zoe"_s;
    QTest::newRow("only in nobody") << u"ada"_s << OnlyIn << u""_s << u""_s;
    QTest::newRow("without") << u"ada bob kim"_s << Without << u"ADA"_s << u"2:bob 3:kim"_s;
    QTest::newRow("without, who is open stays") << u"ada xeno yuri"_s << Without << u"ada"_s << u"2:xeno 3:yuri"_s;
    QTest::newRow("without the same words") << u"xeno kim"_s << Without << u"Xeno"_s << u"2:kim"_s;
    QTest::newRow("without nobody") << u"ada"_s << Without << u""_s << u"1:ada"_s;
}

void SetCases::combines()
{
    QFETCH(QString, first);
    QFETCH(SetOperator, how);
    QFETCH(QString, second);
    QFETCH(QString, together);
    QCOMPARE(shown(combined({set(SetOperator::Also, first), set(how, second)})), together);
}

void SetCases::keepsRowsAndReasons()
{
    using enum SetOperator;
    MatchedSet main = set(Also, u"kim bob ada"_s);
    main.matches[1].recipient.row = 17;
    main.matches[1].recipient.reason = u"/t/mine"_s;
    const auto people = combined({main, set(Also, u"bob"_s), set(Without, u"kim"_s), set(OnlyIn, u"bob ada"_s), set(Also, u"kim"_s)});
    QCOMPARE(shown(people), u"17:bob 3:ada 18:kim"_s); // one after the other
    QCOMPARE(people->matches.first().recipient.reason, u"/t/mine"_s);
    QCOMPARE(shown(combined({})), QString());
}

void SetCases::accountsWithoutIdsGoByName()
{
    using enum SetOperator;
    MatchedSet old = set(Without, u"Bob"_s);
    old.matches.first().status = MatchStatus::Found;
    old.matches.first().account.id = 0; // as lists of old forums have them
    old.matches.first().account.username = u"BOB"_s;
    QCOMPARE(shown(combined({set(Also, u"ada bob"_s), old})), u"1:ada"_s);
    old.how = Also;
    QCOMPARE(shown(combined({old, set(Without, u"bob"_s)})), QString());
}

void SetCases::neverGuessesWhoIsLeftOut()
{
    using enum SetOperator;
    for (const SetOperator how : {Without, OnlyIn})
        QCOMPARE(shown(combined({set(Also, u"ada"_s), set(how, u"bob zoe@x.org"_s)})),
                 u"Row 2 of the list could not be looked up, so it is not clear whom it means. Give a username there, or take it out."_s);
    QCOMPARE(shown(combined({set(Also, u"zoe"_s), set(Also, u"zora"_s)})), u"1:zoe 2:zora"_s);
}

void SetCases::remarksOnWhoCountsForNobody()
{
    using enum SetOperator;
    for (const SetOperator how : {Without, OnlyIn}) {
        MatchedSet slips = set(how, u"bob xenia yuri yves"_s);
        slips.matches[1].suggestions = {Account{9, u"xena"_s, {}, {}, false, false, true, {}}};
        slips.matches[2].suggestions = {Account{7, u"yuri_k"_s, {}, {}, false, false, true, {}}, Account{8, u"yuri_m"_s, {}, {}, false, false, true, {}}};
        const auto people = combined({set(Also, u"ada bob"_s), slips});
        QCOMPARE(people->remarks, (QStringList{u"1 person of the list has no account: xenia (similar: xena)."_s,
                                               u"2 people of the list fit several accounts and count for none of them: yuri (similar: yuri_k, yuri_m), yves."_s}));
    }
    QString many;
    for (int i = 1; i <= 12; ++i)
        many += u" x%1"_s.arg(i);
    QCOMPARE(combined({set(Also, u"ada"_s), set(Without, many)})->remarks,
             QStringList{u"12 people of the list have no account: x1, x2, x3, x4, x5, x6, x7, x8, x9, x10 and 2 more."_s});
    // Who is open in the first place is seen there, and the same words have met each other.
    QVERIFY(combined({set(Also, u"yuri xeno"_s), set(Also, u"xara"_s), set(Without, u"bob xeno"_s)})->remarks.isEmpty());
}

void SetCases::saysWhoWasFoundByTheMailBeside()
{
    using enum SetOperator;
    MatchedSet list = set(Also, u"adda bob"_s);
    list.matches[0].status = MatchStatus::Found;
    list.matches[0].account = match(u"ada"_s, 1).account;
    list.matches[0].byEmailBeside = true;
    const QString one = u"1 person of the list was found by e-mail address, as no account has the name: adda is ada."_s;
    QCOMPARE(combined({list})->remarks, QStringList{one});
    QCOMPARE(shown(combined({set(Also, u"ada kim"_s), MatchedSet{Without, u"the list"_s, list.matches}})), u"2:kim"_s);
    QCOMPARE(combined({set(Also, u"ada kim"_s), MatchedSet{Without, u"the list"_s, list.matches}})->remarks, QStringList{one});
}

void SetCases::manyPeople()
{
    MatchedSet all{SetOperator::Also, {}, {}};
    MatchedSet odd{SetOperator::Without, {}, {}};
    for (int i = 1; i <= 100'000; ++i) {
        Match m;
        m.recipient = recipientFrom(u"person%1"_s.arg(i), i);
        m.status = MatchStatus::Found;
        m.account.id = i;
        m.account.username = m.recipient.key;
        all.matches << m;
        if (i % 2)
            odd.matches << m;
    }
    const auto people = combined({all, odd});
    QCOMPARE(people->matches.size(), 50'000);
    QCOMPARE(people->matches.last().recipient.row, 100'000);
}

void SetCases::parkedRowsComeBack()
{
    QList<Match> matches{match(u"ada"_s, 1), match(u"xeno"_s, 2), match(u"x, \"quoted\" One"_s, 3), match(u"xa@y.org"_s, 4),
                         match(u"https://forum.example/u/xylo"_s, 5), match(u"yuri"_s, 6), match(u"zoe"_s, 7)};
    for (Match &m : matches)
        m.status = m.recipient.text == u"ada"_s ? MatchStatus::Found : m.status;
    matches[2].status = MatchStatus::NotFound;
    matches[1].recipient.points = u"-5"_s;
    matches[1].recipient.email = u"late@y.org"_s;
    matches[1].recipient.date = u"2026-05-12"_s;
    matches[1].recipient.description = u"=late, but there"_s;
    matches[3].recipient.name = u"Xa Y"_s;
    matches[5].suggestions = {Account{9, u"yuri_k"_s, {}, {}, false, false, true, {}}};
    Match byId = match(u"x9"_s, 8);
    byId.recipient = recipientFrom(u"4711"_s, 8, RecipientKind::Id);
    Match byExternal = match(u"x10"_s, 9);
    byExternal.recipient = recipientFrom(u"ext-1"_s, 9, RecipientKind::ExternalId);
    matches << byId << byExternal;
    QCOMPARE(parkedCount(matches), 8);

    const QByteArray csv = parkedCsv(matches);
    QVERIFY2(csv.contains("several accounts fit: yuri_k"), csv.constData());
    const QList<Recipient> back = readBack(csv);
    QCOMPARE(back.size(), 8);
    for (int i = 0; i < 8; ++i) {
        const Recipient &was = matches.at(i + 1).recipient;
        QCOMPARE(back.at(i).kind, was.kind);
        QCOMPARE(back.at(i).key, was.key);
        QCOMPARE(back.at(i).reason, was.reason);
        QCOMPARE(back.at(i).points, was.points);
        QCOMPARE(back.at(i).date, was.date);
        QCOMPARE(back.at(i).description, was.description);
        QCOMPARE(back.at(i).name, was.name);
    }
    QCOMPARE(back.at(0).email, u"late@y.org"_s);
    // A plain list comes back as one.
    Match plain = match(u"xeno"_s, 1);
    plain.recipient.reason.clear();
    QVERIFY(parkedCsv({plain}).startsWith("\xef\xbb\xbfusername,problem\r\n"));
    QCOMPARE(readBack(parkedCsv({plain})).value(0).key, u"xeno"_s);
}

void SetCases::theReasonsKeepTheirTitle()
{
    const QList<Match> matches{match(u"xeno"_s, 1)};
    QVERIFY(parkedCsv(matches).contains("username,reason,problem\r\n"));
    QVERIFY(parkedCsv(matches, u"Proof"_s).contains("username,Proof,problem\r\n"));
    // There would be two of that title.
    QVERIFY(parkedCsv(matches, u"Username"_s).contains("username,reason,problem\r\n"));
    // It can be chosen again also when there is none, and nobody.
    Match plain = matches.first();
    plain.recipient.reason.clear();
    QVERIFY(parkedCsv({plain}, u"Proof"_s).contains("username,Proof,problem\r\n"));
    QVERIFY(parkedCsv({}, u"Proof"_s).contains("username,Proof,problem\r\n"));
}

void SetCases::nobodyToPark()
{
    QCOMPARE(parkedCount({match(u"ada"_s, 1)}), 0);
    QVERIFY(readBack(parkedCsv({match(u"ada"_s, 1)})).isEmpty());
}

void SetCases::aRowWithoutNameGoesByItsMail()
{
    const auto table = readTable("username,email,note\nada,ada@x.org,a\n,bob@x.org,b\n,,c\n");
    const auto people = recipientsFrom(*table, guessMapping(*table));
    QCOMPARE(people->recipients.size(), 2);
    QCOMPARE(people->recipients.first().kind, RecipientKind::Username);
    QCOMPARE(people->recipients.last().key, u"bob@x.org"_s);
    QCOMPARE(people->recipients.last().kind, RecipientKind::Email);
    QCOMPARE(people->skippedRows, QList<int>{4});
}
