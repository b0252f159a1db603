// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Secrets in a real Secret Service; and, started by the scripts beside this file, where it is missing or locked.

#include "keychain/session_keychain.h"
#include "keychain/system_keychain.h"
#include "support/await.h"
#include "support/log.h"
#include "support/manual_clock.h"

#include <QSignalSpy>
#include <QTest>

using namespace badgewright;
using namespace badgewright::keychain;
using namespace badgewright::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

Reading readNow(Keychain &keychain, const QString &key)
{
    const Result<Reading> result = await(keychain.read(key));
    return result ? *result : Reading{Reading::State::NoKeychain, {}, u"the call failed"_s};
}

} // namespace

class KeychainTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void round_trip_data();
    void round_trip();
    void overwrites();
    void keys_do_not_mix();
    void removes();
    void missing_entry();
    void later_writes_do_not_disturb_reading_back();
    void says_when_it_waits();
    void cancelled_before_its_turn_is_never_begun();
    void goes_while_it_works();
    void session_keychain_forgets();
    void without_a_session_bus();
    void on_a_bus_without_a_keyring();
    void leaves_an_entry();
    void with_a_locked_keyring();
    void finds_the_entry_again();

private:
    SystemClock m_clock;
};

void KeychainTest::init()
{
    // What needs a situation is skipped without it, and the other way round.
    static const QHash<QByteArray, QByteArray> situations{{"without_a_session_bus"_ba, "without-bus"_ba},
                                                          {"on_a_bus_without_a_keyring"_ba, "bus-without-keyring"_ba},
                                                          {"leaves_an_entry"_ba, "locked-keyring"_ba},
                                                          {"with_a_locked_keyring"_ba, "locked-keyring"_ba},
                                                          {"finds_the_entry_again"_ba, "locked-keyring"_ba}};
    if (situations.value(QTest::currentTestFunction()) != qgetenv("KEYCHAIN_SITUATION"))
        QSKIP("made for another situation");
}

void KeychainTest::round_trip_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("a key") << "d306b7dc0b6a4e4bb1b2a9f5a1b3a7f1d306b7dc0b6a4e4bb1b2a9f5a1b3a7f1"_ba;
    QTest::newRow("letters") << u"pässwörd 密码 🎖"_s.toUtf8();
    QTest::newRow("zeros and all bytes") << [] {
        QByteArray all;
        for (int i = 0; i < 256; ++i)
            all.append(char(i));
        return all + all;
    }();
    QTest::newRow("white space") << " \n\ttrailing \r\n"_ba;
    QTest::newRow("long") << QByteArray(20000, 'k');
}

void KeychainTest::round_trip()
{
    QFETCH(QByteArray, bytes);
    SystemKeychain keychain(&m_clock);
    QVERIFY(keychain.isLasting());
    const Result<Done> written = await(keychain.write(u"connection-1"_s, Secret(bytes)));
    QVERIFY2(written, qPrintable(written ? QString() : written.error().detail));
    const Reading reading = readNow(keychain, u"connection-1"_s);
    QCOMPARE(reading.state, Reading::State::Found);
    QCOMPARE(reading.secret.reveal(), bytes);
    // Known to the log filter from here on.
    QVERIFY(!SecretFilter::redacted(QString::fromUtf8(bytes)).contains(QString::fromUtf8(bytes)) || bytes.contains('\0'));
}

void KeychainTest::overwrites()
{
    SystemKeychain keychain(&m_clock);
    QVERIFY(await(keychain.write(u"connection-2"_s, Secret("the first one"))));
    QVERIFY(await(keychain.write(u"connection-2"_s, Secret("the second"))));
    QCOMPARE(readNow(keychain, u"connection-2"_s).secret.reveal(), "the second"_ba);
}

void KeychainTest::keys_do_not_mix()
{
    SystemKeychain keychain(&m_clock);
    QVERIFY(await(keychain.write(u"connection-3"_s, Secret("secret of three"))));
    QVERIFY(await(keychain.write(u"connection-33"_s, Secret("secret of thirty-three"))));
    QCOMPARE(await(keychain.remove(u"connection-33"_s)).value(), Removal::Removed);
    QCOMPARE(readNow(keychain, u"connection-3"_s).secret.reveal(), "secret of three"_ba);
}

void KeychainTest::removes()
{
    SystemKeychain keychain(&m_clock);
    QVERIFY(await(keychain.write(u"connection-4"_s, Secret("to be removed"))));
    const Result<Removal> removed = await(keychain.remove(u"connection-4"_s));
    QVERIFY2(removed, qPrintable(removed ? QString() : removed.error().detail));
    QCOMPARE(*removed, Removal::Removed);
    QCOMPARE(readNow(keychain, u"connection-4"_s).state, Reading::State::NotFound);
    const Result<Removal> again = await(keychain.remove(u"connection-4"_s));
    QVERIFY(again);
    QCOMPARE(*again, Removal::NothingFound);
}

void KeychainTest::missing_entry()
{
    SystemKeychain keychain(&m_clock);
    const Reading reading = readNow(keychain, u"never-written"_s);
    QCOMPARE(reading.state, Reading::State::NotFound);
    QVERIFY(reading.secret.isEmpty());
    QVERIFY2(reading.detail.contains(u"locked"_s), qPrintable(reading.detail));
}

void KeychainTest::later_writes_do_not_disturb_reading_back()
{
    SystemKeychain keychain(&m_clock);
    Call<Done> *first = keychain.write(u"connection-5"_s, Secret("one of two"));
    bool firstDone = false;
    first->then(this, [&firstDone](const Result<Done> &result) { firstDone = result.has_value(); });
    QVERIFY(await(keychain.write(u"connection-5"_s, Secret("two of two"))));
    QVERIFY(firstDone);
    QCOMPARE(readNow(keychain, u"connection-5"_s).secret.reveal(), "two of two"_ba);
}

void KeychainTest::says_when_it_waits()
{
    ManualClock clock;
    SystemKeychain keychain(&clock);
    QSignalSpy waiting(&keychain, &Keychain::waiting);
    Call<Reading> *call = keychain.read(u"connection-1"_s);
    clock.advance(2999ms);
    QCOMPARE(waiting.size(), 0);
    clock.advance(1ms);
    QCOMPARE(waiting.size(), 1);
    QCOMPARE(waiting.at(0).at(0).toBool(), true);
    QVERIFY(await(call));
    QCOMPARE(waiting.size(), 2);
    QCOMPARE(waiting.at(1).at(0).toBool(), false);
    // The seconds of one that answered are not held against the next.
    QVERIFY(await(keychain.read(u"connection-1"_s)));
    call = keychain.read(u"connection-1"_s);
    clock.advance(2900ms);
    QCOMPARE(waiting.size(), 2);
    QVERIFY(await(call));
    clock.advance(10s);
    QCOMPARE(waiting.size(), 2);
}

void KeychainTest::cancelled_before_its_turn_is_never_begun()
{
    SystemKeychain keychain(&m_clock);
    QVERIFY(await(keychain.write(u"connection-6"_s, Secret("stays as it is"))));
    Call<Reading> *before = keychain.read(u"connection-1"_s);
    Call<Done> *write = keychain.write(u"connection-6"_s, Secret("called off"));
    write->cancel();
    QCOMPARE(kindOf(await(write)), ErrorKind::Cancelled);
    Q_UNUSED(before)
    QCOMPARE(readNow(keychain, u"connection-6"_s).secret.reveal(), "stays as it is"_ba);
}

void KeychainTest::goes_while_it_works()
{
    auto keychain = std::make_unique<SystemKeychain>(&m_clock);
    int told = 0;
    keychain->write(u"connection-7"_s, Secret("written by a dying one"))->then(this, [&told](const Result<Done> &) { ++told; });
    keychain->read(u"connection-7"_s)->then(this, [&told](const Result<Reading> &) { ++told; });
    keychain.reset();
    SystemKeychain next(&m_clock);
    (void)readNow(next, u"connection-7"_s); // behind it in the queue of the back end
    QCOMPARE(told, 0);
}

void KeychainTest::session_keychain_forgets()
{
    SessionKeychain keychain;
    QVERIFY(!keychain.isLasting());
    QCOMPARE(readNow(keychain, u"c"_s).state, Reading::State::NotFound);
    QVERIFY(await(keychain.write(u"c"_s, Secret("only for now"))));
    QCOMPARE(readNow(keychain, u"c"_s).secret.reveal(), "only for now"_ba);
    QCOMPARE(await(keychain.remove(u"c"_s)).value(), Removal::Removed);
    QCOMPARE(await(keychain.remove(u"c"_s)).value(), Removal::NothingFound);
    QCOMPARE(readNow(keychain, u"c"_s).state, Reading::State::NotFound);
}

void KeychainTest::without_a_session_bus()
{
    SystemKeychain keychain(&m_clock);
    const Result<Done> written = await(keychain.write(u"c"_s, Secret("nowhere to go")));
    QCOMPARE(kindOf(written), ErrorKind::Keychain);
    QVERIFY2(written.error().detail.contains(u"no keychain"_s), qPrintable(written.error().detail));
    const Reading reading = readNow(keychain, u"c"_s);
    QCOMPARE(reading.state, Reading::State::NoKeychain);
    QVERIFY(!reading.detail.isEmpty());
    QCOMPARE(kindOf(await(keychain.remove(u"c"_s))), ErrorKind::Keychain);
}

void KeychainTest::on_a_bus_without_a_keyring()
{
    SystemKeychain keychain(&m_clock);
    const Result<Done> written = await(keychain.write(u"c"_s, Secret("nowhere to go")));
    QCOMPARE(kindOf(written), ErrorKind::Keychain);
    QVERIFY2(written.error().detail.contains(u"no keychain"_s), qPrintable(written.error().detail));
    QCOMPARE(readNow(keychain, u"c"_s).state, Reading::State::NotFound);
    QCOMPARE(await(keychain.remove(u"c"_s)).value(), Removal::NothingFound);
}

void KeychainTest::leaves_an_entry()
{
    SystemKeychain keychain(&m_clock);
    QVERIFY(await(keychain.write(u"c"_s, Secret("behind the lock"))));
}

void KeychainTest::with_a_locked_keyring()
{
    SystemKeychain keychain(&m_clock);
    const Reading reading = readNow(keychain, u"c"_s);
    QVERIFY(reading.state == Reading::State::NotFound || reading.state == Reading::State::Refused);
    QVERIFY2(reading.detail.contains(u"locked"_s), qPrintable(reading.detail));
    const Result<Done> written = await(keychain.write(u"c"_s, Secret("does not get in")));
    QCOMPARE(kindOf(written), ErrorKind::Keychain);
    QVERIFY2(written.error().detail.contains(u"locked"_s), qPrintable(written.error().detail));
    // Never "removed": it is still there, as the next step shows.
    const Result<Removal> removed = await(keychain.remove(u"c"_s));
    QVERIFY(!removed || *removed == Removal::NothingFound);
}

void KeychainTest::finds_the_entry_again()
{
    SystemKeychain keychain(&m_clock);
    const Reading reading = readNow(keychain, u"c"_s);
    QCOMPARE(reading.state, Reading::State::Found);
    QCOMPARE(reading.secret.reveal(), "behind the lock"_ba);
}

QTEST_GUILESS_MAIN(KeychainTest)
#include "keychain_test.moc"
