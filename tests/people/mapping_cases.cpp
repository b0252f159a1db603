// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cases.h"

#include "people/column_mapping.h"
#include "people/mapping_text.h"
#include "people/paste.h"
#include "people/people_list.h"

#include <QtTest>

using namespace badgewright;
using namespace badgewright::people;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(RecipientKind)

namespace {

QString kindLetter(RecipientKind kind)
{
    switch (kind) {
    case RecipientKind::Username:
        return u"n"_qs;
    case RecipientKind::Email:
        return u"m"_qs;
    case RecipientKind::Id:
        return u"i"_qs;
    case RecipientKind::ProfileUrl:
        return u"p"_qs;
    case RecipientKind::ExternalId:
        return u"x"_qs;
    }
    return {};
}

/// "1n:bob 2m:a@x.org"
QString shown(const QList<Recipient> &recipients)
{
    QStringList all;
    for (const Recipient &r : recipients)
        all.append(QString::number(r.row) + kindLetter(r.kind) + u':' + r.key);
    return all.join(u' ');
}

QString shown(const ColumnMapping &mapping)
{
    static const QHash<ColumnRole, QString> names{{ColumnRole::Username, u"username"_qs},
                                                  {ColumnRole::Email, u"email"_qs},
                                                  {ColumnRole::Id, u"id"_qs},
                                                  {ColumnRole::ProfileUrl, u"profile"_qs},
                                                  {ColumnRole::ExternalId, u"external"_qs},
                                                  {ColumnRole::Name, u"name"_qs},
                                                  {ColumnRole::Reason, u"reason"_qs},
                                                  {ColumnRole::Points, u"points"_qs},
                                                  {ColumnRole::Date, u"date"_qs},
                                                  {ColumnRole::Description, u"description"_qs}};
    QMap<int, QString> byColumn;
    for (auto it = mapping.columns.cbegin(); it != mapping.columns.cend(); ++it)
        byColumn.insert(it.value(), names.value(it.key()));
    QStringList all(mapping.firstRowIsHeader ? u"header"_qs : u"bare"_qs);
    if (mapping.everyCell)
        all.append(u"every cell"_qs);
    for (auto it = byColumn.cbegin(); it != byColumn.cend(); ++it)
        all.append(QString::number(it.key()) + u'=' + it.value());
    return all.join(u' ');
}

Table table(const QByteArray &text)
{
    return *readTable(text);
}

} // namespace

void MappingCases::understandsOneRecipient_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<RecipientKind>("kind");
    QTest::addColumn<QString>("key");
    const auto add = [](const char *name, const QString &text, RecipientKind kind, const QString &key) {
        QTest::newRow(name) << text << kind << key;
    };
    add("name", u" bobby "_qs, RecipientKind::Username, u"bobby"_qs);
    add("mention", u"@bobby"_qs, RecipientKind::Username, u"bobby"_qs);
    add("quoted", u"\"bobby\""_qs, RecipientKind::Username, u"bobby"_qs);
    add("invisible", u"\u200bbobby\ufeff"_qs, RecipientKind::Username, u"bobby"_qs);
    add("number", u"12"_qs, RecipientKind::Username, u"12"_qs);
    add("display name", u"Bob Miller"_qs, RecipientKind::Username, u"Bob Miller"_qs);
    add("mail", u"bob@example.org"_qs, RecipientKind::Email, u"bob@example.org"_qs);
    add("mailto", u"mailto:bob@example.org"_qs, RecipientKind::Email, u"bob@example.org"_qs);
    add("named mail", u"Bob Miller <bob@example.org>"_qs, RecipientKind::Email, u"bob@example.org"_qs);
    add("bracketed mail", u"<bob@example.org>"_qs, RecipientKind::Email, u"bob@example.org"_qs);
    add("discourse", u"https://forum.example/u/Bobby/summary?x=1"_qs, RecipientKind::ProfileUrl, u"Bobby"_qs);
    add("discourse in a folder", u"https://x.example/community/u/bobby"_qs, RecipientKind::ProfileUrl, u"bobby"_qs);
    add("discourse path", u"/u/bobby"_qs, RecipientKind::ProfileUrl, u"bobby"_qs);
    add("without scheme", u"forum.example/u/bobby"_qs, RecipientKind::ProfileUrl, u"bobby"_qs);
    add("percent", u"https://forum.example/u/%E7%8E%8B"_qs, RecipientKind::ProfileUrl, u"王"_qs);
    add("old discourse", u"https://forum.example/users/bobby"_qs, RecipientKind::ProfileUrl, u"bobby"_qs);
    add("answerhub", u"https://qa.example/users/12/bob-miller.html"_qs, RecipientKind::ProfileUrl, u"12"_qs);
    add("answerhub path", u"/users/12/bob.html"_qs, RecipientKind::ProfileUrl, u"12"_qs);
    add("localhost", u"http://127.0.0.1:8080/u/bobby"_qs, RecipientKind::ProfileUrl, u"bobby"_qs);
}

void MappingCases::understandsOneRecipient()
{
    QFETCH(QString, text);
    QFETCH(RecipientKind, kind);
    QFETCH(QString, key);
    const Recipient r = recipientFrom(text, 7);
    QCOMPARE(r.kind, kind);
    QCOMPARE(r.key, key);
    QCOMPARE(r.row, 7);
    QCOMPARE(r.text, text.trimmed());
}

void MappingCases::columnRuleBeatsGuess()
{
    QCOMPARE(recipientFrom(u"12abc"_qs, 1, RecipientKind::Id).kind, RecipientKind::Id);
    QCOMPARE(recipientFrom(u"12abc"_qs, 1, RecipientKind::Id).key, u"12abc"_qs);
    QCOMPARE(recipientFrom(u"a@b.c"_qs, 1, RecipientKind::ExternalId).kind, RecipientKind::ExternalId);
    QCOMPARE(recipientFrom(u"bob@localhost"_qs, 1, RecipientKind::Email).kind, RecipientKind::Email);
    QCOMPARE(recipientFrom(u"bob@example.org"_qs, 1, RecipientKind::Username).kind, RecipientKind::Email);
    QCOMPARE(recipientFrom(u"Bob <bob@example.org>"_qs, 1).name, u"Bob"_qs);
}

void MappingCases::readsPastedText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("wanted");
    const auto add = [](const char *name, const QString &text, const QString &wanted) {
        QTest::newRow(name) << text << wanted;
    };
    add("nothing", u" \n\n "_qs, u""_qs);
    add("lines", u"bob\nann\n\nkim\n"_qs, u"1n:bob 2n:ann 4n:kim"_qs);
    add("CRLF", u"bob\r\nann"_qs, u"1n:bob 2n:ann"_qs);
    add("commas", u"bob, ann,kim"_qs, u"1n:bob 1n:ann 1n:kim"_qs);
    add("semicolons", u"bob; ann;; kim;"_qs, u"1n:bob 1n:ann 1n:kim"_qs);
    add("blanks", u"bob ann kim"_qs, u"1n:bob 1n:ann 1n:kim"_qs);
    add("capitals in one line", u"Bob Ann Kim"_qs, u"1n:Bob 1n:Ann 1n:Kim"_qs);
    add("display names in lines", u"Bob Miller\nAnn de Vries\nKim"_qs,
        u"1n:Bob Miller 2n:Ann 2n:de 2n:Vries 3n:Kim"_qs);
    add("display names between commas", u"Bob Miller, Ann Smith"_qs, u"1n:Bob Miller 1n:Ann Smith"_qs);
    add("mentions", u"@bob @ann\n@kim"_qs, u"1n:bob 1n:ann 2n:kim"_qs);
    add("mentions in a sentence", u"Thanks to @bob and @ann for helping so much!"_qs, u"1n:bob 1n:ann"_qs);
    add("and a plain name", u"@bob, @ann and kim"_qs, u"1n:bob 1n:ann 1n:kim"_qs);
    add("full stop", u"@bob, @ann."_qs, u"1n:bob 1n:ann"_qs);
    add("brackets", u"(@bob) [@ann]"_qs, u"1n:bob 1n:ann"_qs);
    add("mails", u"bob@x.org ann@y.org"_qs, u"1m:bob@x.org 1m:ann@y.org"_qs);
    add("named mails", u"Bob Miller <bob@x.org>, \"Smith, Ann\" <ann@y.org>; kim"_qs,
        u"1m:bob@x.org 1m:ann@y.org 1n:kim"_qs);
    add("profiles", u"https://forum.example/u/bob/summary\n/users/12/ann.html"_qs, u"1p:bob 2p:12"_qs);
    add("everything", u"@bob, ann@y.org\nhttps://forum.example/u/kim joe"_qs, u"1n:bob 1m:ann@y.org 2p:kim 2n:joe"_qs);
    add("bullets", u"- bob\n* @ann\n3. kim\n4) joe"_qs, u"1n:bob 2n:ann 3n:kim 4n:joe"_qs);
    add("numbers", u"12\n13"_qs, u"1n:12 2n:13"_qs);
    add("odd names", u"a_b-c.d, x__y, \u738b\u5c0f\u660e"_qs, u"1n:a_b-c.d 1n:x__y 1n:\u738b\u5c0f\u660e"_qs);
    add("twice stays twice", u"bob bob"_qs, u"1n:bob 1n:bob"_qs);
}

void MappingCases::readsPastedText()
{
    QFETCH(QString, text);
    QFETCH(QString, wanted);
    QCOMPARE(shown(recipientsFromText(text)), wanted);
}

void MappingCases::keepsNamesOfMails()
{
    const QList<Recipient> all = recipientsFromText(u"Bob Miller <bob@x.org>, \"Smith, Ann\" <ann@y.org>"_qs);
    QCOMPARE(all.size(), 2);
    QCOMPARE(all.at(0).name, u"Bob Miller"_qs);
    QCOMPARE(all.at(1).name, u"Smith, Ann"_qs);
    QCOMPARE(all.at(1).text, u"\"Smith, Ann\" <ann@y.org>"_qs);
}

void MappingCases::knowsClipboardTables()
{
    QVERIFY(looksLikeTable(u"name\treason\nbob\tx\n"_qs));
    QVERIFY(!looksLikeTable(u"bob\tann\tkim"_qs));
    QVERIFY(!looksLikeTable(u"bob\nann\nkim\tx\n"_qs));
    const Result<Table> pasted = tableFromText(u"username\treason\nbob\twell, done; really\n"_qs);
    QVERIFY(pasted);
    QCOMPARE(pasted->cell(1, 1), u"well, done; really"_qs);
}

void MappingCases::guessesColumns_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("wanted");
    const auto add = [](const char *name, const QByteArray &text, const QString &wanted) {
        QTest::newRow(name) << text << wanted;
    };
    add("English", "Username,E-Mail,Reason,Points,Date,Description\nbob,b@x.org,/t/1,5,2026-01-02,x\n",
        u"header 0=username 1=email 2=reason 3=points 4=date 5=description"_qs);
    add("German",
        u"Benutzername;E-Mail-Adresse;Begründung;Punkte;Datum;Bemerkung\nbob;b@x.org;/t/1;5;02.01.2026;gut\n"_qs
            .toUtf8(),
        u"header 0=username 1=email 2=reason 3=points 4=date 5=description"_qs);
    add("report", "user_id,username,topic\n1,bob,x\n2,ann,y\n", u"header 0=id 1=username 2=reason"_qs);
    add("name beside username", "Name,Username\nBob Miller,bob\n", u"header 0=name 1=username"_qs);
    add("name alone", "Name\nbob\nann\n", u"header 0=username"_qs);
    add("no header, names", "bob\nann\nkim\n", u"bare 0=username"_qs);
    add("no header, mails", "bob@x.org\nann@x.org\n", u"bare 0=email"_qs);
    add("no header, mixed columns", "bob,https://f.example/t/x/1,5\nann,https://f.example/t/x/2,7\n",
        u"bare 0=username 1=reason 2=points"_qs);
    add("unknown word over mails", "Wer,Warum\nb@x.org,gut gemacht\na@x.org,auch gut\nc@x.org,sehr gut\n",
        u"header 0=email"_qs);
    add("profiles", "https://f.example/u/bob\nhttps://f.example/u/ann\n", u"bare 0=profile"_qs);
    add("id that holds words", "id,points\nbob,5\nann,6\nkim,7\n", u"header 0=username 1=points"_qs);
    add("numbered rows", "id,username,reason\n1,bob,/t/1\n2,ann,/t/2\n", u"header 1=username 2=reason"_qs);
    add("numbered rows, mails", "ID,Wer\n1,b@x.org\n2,a@x.org\n", u"header 1=email"_qs);
    add("numbered rows, profiles", "id,profile\n1,/u/bob\n", u"header 1=profile"_qs);
    add("id alone", "id,points\n7,5\n8,6\n", u"header 0=id 1=points"_qs);
    add("id beside a display name", "id,name\n7,Bob Miller\n8,Ann Smith\n", u"header 0=id 1=name"_qs);
    add("external id", "external_id,points\nab-1,5\nab-2,6\n", u"header 0=external 1=points"_qs);
    add("only numbers", "12\n13\n", u"bare 0=username"_qs);
    add("display names", "Bob Miller\nAnn Smith\n", u"bare 0=username"_qs);
}

void MappingCases::guessesColumns()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, wanted);
    QCOMPARE(shown(guessMapping(table(text))), wanted);
}

void MappingCases::readsListsWithSeveralOnALine_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("people"); ///< empty: a table
    QTest::addColumn<QString>("remark");
    const auto list = [](const char *name, const QByteArray &text, const QString &people) { QTest::newRow(name) << text << people << QString(); };
    list("commas", "benlake, caiwold, antonthistle", u"1n:benlake 1n:caiwold 1n:antonthistle"_qs);
    list("semicolons", "benlake; caiwold; antonthistle\n", u"1n:benlake 1n:caiwold 1n:antonthistle"_qs);
    list("tabs", "benlake\tcaiwold\nantonthistle\tkim\n", u"1n:benlake 1n:caiwold 2n:antonthistle 2n:kim"_qs);
    list("lines", "ben, cai\n\nanton, kim\n", u"1n:ben 1n:cai 3n:anton 3n:kim"_qs);
    list("one more on some lines", "ben\ncai, kim\nanton\n", u"1n:ben 2n:cai 2n:kim 3n:anton"_qs);
    list("mention", "benlake, @carla", u"1n:benlake 1n:carla"_qs);
    list("a sentence's end", "@bob, @ann.", u"1n:bob 1n:ann"_qs);
    list("all kinds", "ben, cai@x.org, https://f.example/u/kim, Bob <bob@x.org>", u"1n:ben 1m:cai@x.org 1p:kim 1m:bob@x.org"_qs);
    list("two separators", "ben, cai; kim\nanton, joe\n", u"1n:ben 1n:cai 1n:kim 2n:anton 2n:joe"_qs);
    list("trailing commas", "ben,cai,\nanton,,\n", u"1n:ben 1n:cai 2n:anton"_qs);

    const auto table = [](const char *name, const QByteArray &text, const QString &remark) { QTest::newRow(name) << text << QString() << remark; };
    table("header", "username,team\nben,blue\ncai,red\n", {});
    table("points", "ben,5\ncai,7\n", {});
    table("reasons", "ben,https://f.example/t/x/1\ncai,https://f.example/t/x/2\n", {});
    table("name and mail", "ben,ben@x.org\ncai,cai@x.org\n", u"This column seems to name people, too, and was not read: Column A."_qs);
    table("profile and mail", "/u/ben,ben@x.org\n/u/cai,cai@x.org\n", u"What stands beside each other was read as one person: Column A, Column B."_qs);
    table("category", "ben,gold\ncai,gold\nkim,silver\n", u"This column seems to name people, too, and was not read: Column B."_qs);
    table("display names", "Bob Miller, Ann Smith", u"This column seems to name people, too, and was not read: Column B."_qs);
    table("words between", "ben, thanks to @cai", u"This column seems to name people, too, and was not read: Column B."_qs);
    table("note", "ben,did a great deal\ncai,was kind\n", {});
    table("two mails", "email,manager\nben@x.org,boss@x.org\n", u"This column seems to name people, too, and was not read: manager."_qs);
    table("name above mails", "ben\ncai@x.org\nkim@x.org\n", u"The first row was read as the titles of the columns, not as a person: ben."_qs);
    table("one a line", "ben\ncai\n", {});
}

void MappingCases::readsListsWithSeveralOnALine()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, people);
    QFETCH(QString, remark);
    const Table t = table(text);
    const ColumnMapping mapping = guessMapping(t);
    QCOMPARE(mapping.everyCell, !people.isEmpty());
    const Result<MappedTable> mapped = recipientsFrom(t, mapping);
    QVERIFY(mapped);
    if (mapping.everyCell)
        QCOMPARE(shown(mapped->recipients), people);
    QCOMPARE(unreadRemarks(t, mapping).join(u' '), remark);
    QCOMPARE(mappingFromText(mappingToText(mapping), t), std::optional(mapping));
}

void MappingCases::mappingCanBeChanged()
{
    const Table t = table("Username,Other\nbob,x\n");
    ColumnMapping mapping = guessMapping(t);
    mapping.set(ColumnRole::Description, 1);
    QCOMPARE(mapping.column(ColumnRole::Description), 1);
    mapping.set(ColumnRole::Reason, 1);
    QCOMPARE(mapping.column(ColumnRole::Description), -1);
    QCOMPARE(mapping.column(ColumnRole::Reason), 1);
    mapping.set(ColumnRole::Reason, -1);
    QVERIFY(!mapping.roleOf(1));
    QCOMPARE(columnTitle(t, mapping, 1), u"Other"_qs);
    mapping.firstRowIsHeader = false;
    QCOMPARE(columnTitle(t, mapping, 1), u"Column B"_qs);
    QCOMPARE(columnTitle(t, mapping, 27), u"Column AB"_qs);

    ColumnMapping list = guessMapping(table("ben, cai"));
    list.set(ColumnRole::Reason, 1); // a table after all
    QVERIFY(!list.everyCell);
}

void MappingCases::makesRecipients()
{
    const Table t = table("Name,Username,Reason,Points,Date,Comment\nBob "
                          "Miller,bob,/t/-/5,3,2026-01-02,well\n\n,,/t/-/6\nAnn,ann@x.org\n");
    const Result<MappedTable> mapped = recipientsFrom(t, guessMapping(t));
    QVERIFY(mapped);
    QCOMPARE(shown(mapped->recipients), u"2n:bob 5m:ann@x.org"_qs);
    QCOMPARE(mapped->skippedRows, QList<int>{4});
    const Recipient &bob = mapped->recipients.first();
    QCOMPARE(bob.name, u"Bob Miller"_qs);
    QCOMPARE(bob.reason, u"/t/-/5"_qs);
    QCOMPARE(bob.points, u"3"_qs);
    QCOMPARE(bob.date, u"2026-01-02"_qs);
    QCOMPARE(bob.description, u"well"_qs);
    QVERIFY(mapped->recipients.last().reason.isEmpty());
}

void MappingCases::saysWhichRowsNameNobody()
{
    const auto sentence = [](const QByteArray &text) {
        return skippedRowsSentence(*recipientsFrom(table(text), guessMapping(table(text))));
    };
    QCOMPARE(sentence("username,points\nbob,5\n"), QString());
    QCOMPARE(sentence("username,points\nbob,5\n,6\n"), u"Row 3 names nobody and was left out."_qs);
    QCOMPARE(sentence("username,points\n,5\nbob,5\n,6\n\n,7\n"), u"Rows 2, 4 and 6 name nobody and were left out."_qs);
    QCOMPARE(sentence("username,points\n" + QByteArray(",5\n").repeated(1330) + "bob,5\n"),
             u"Rows 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 and 1,320 more name nobody and were left out."_qs);
}

void MappingCases::asksForThePersonColumn()
{
    const Result<MappedTable> mapped = recipientsFrom(table("a,b\n"), {});
    QVERIFY(!mapped);
    QCOMPARE(mapped.error().kind, ErrorKind::RefusedHere);
}

void MappingCases::knowsTheShapeOfATable()
{
    const auto shape = [](const QByteArray &bytes) { return tableShape(*readTable(bytes)); };
    const QString may = shape("Login,E-Mail\nada,ada@x.org\n");
    QVERIFY(!may.isEmpty());
    // The same sheet next month, saved by another program.
    QCOMPARE(shape("login;e mail\nbob;bob@x.org\nkim;kim@x.org\n"), may);
    QVERIFY(shape("Login,E-Mail,Note\nada,ada@x.org,x\n") != may);
    // Without a header, what the columns hold.
    const QString bare = shape("ada,2026-05-01\nbob,2026-05-02\n");
    QCOMPARE(shape("kim,2026-06-01\nzoe,2026-06-02\n"), bare);
    QVERIFY(shape("2026-06-01,kim\n2026-06-02,zoe\n") != bare);
    QVERIFY(bare != may);
    QVERIFY(!shape("ada,2026-05-01\nbob,2026-05-02\n").contains(u"ada"_s)); // nobody's name gets into the settings
    QCOMPARE(tableShape({}), QString());
}

void MappingCases::keepsMappingsAsText()
{
    const auto table = readTable("a,b,c\n1,2,3\n");
    ColumnMapping mapping;
    mapping.firstRowIsHeader = true;
    mapping.set(ColumnRole::ExternalId, 2);
    mapping.set(ColumnRole::Reason, 0);
    QCOMPARE(mappingFromText(mappingToText(mapping), *table), std::optional(mapping));
    mapping.firstRowIsHeader = false;
    QCOMPARE(mappingFromText(mappingToText(mapping), *table), std::optional(mapping));
    for (const char *wrong : {"", "x", "header dance=1", "header username=3", "header username=-1", "header username", "rows username=x"})
        QVERIFY2(!mappingFromText(QString::fromLatin1(wrong), *table), wrong);
}
