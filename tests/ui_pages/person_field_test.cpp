// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/people/person_field.h"

#include "support/fake_forum.h"

#include <QSignalSpy>
#include <QTest>

using namespace badgewright;
using namespace badgewright::test;
using namespace badgewright::ui;
using namespace Qt::StringLiterals;

/// The account of the field is the one its text stands for, or none.
class PersonFieldTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_forum = std::make_shared<FakeForum>(&m_clock);
        m_bobby = m_forum->addAccount(u"bobby"_s);
        m_field = std::make_unique<PersonField>(m_forum->people(), u"Person"_s);
        m_field->setAccount(m_bobby);
        m_field->show();
        m_chosen = std::make_unique<QSignalSpy>(m_field.get(), &PersonField::chosen);
    }

    void typingOnGivesTheAccountUp()
    {
        QTest::keyClicks(m_field.get(), u"x"_s);
        QCOMPARE(m_field->account().id, AccountId(0));
        QCOMPARE(m_chosen->count(), 1);
        QCOMPARE(m_chosen->last().first().value<Account>().id, AccountId(0));
        QTest::keyClicks(m_field.get(), u"yz"_s);
        QCOMPARE(m_chosen->count(), 1); // it is gone already
    }

    void escapeGivesTheAccountUp()
    {
        QTest::keyClick(m_field.get(), Qt::Key_Escape);
        QCOMPARE(m_field->text(), QString());
        QCOMPARE(m_field->account().id, AccountId(0));
        QCOMPARE(m_chosen->count(), 1);
    }

    void aWholeNameWithReturnIsTaken()
    {
        m_forum->addAccount(u"carol"_s);
        m_field->selectAll();
        QTest::keyClicks(m_field.get(), u"carol"_s);
        QTest::keyClick(m_field.get(), Qt::Key_Return);
        QTRY_COMPARE(m_field->account().username, u"carol"_s);
        QCOMPARE(m_chosen->last().first().value<Account>().username, u"carol"_s);
    }

    void settingAnAccountIsNoChoice()
    {
        m_field->setAccount(m_forum->addAccount(u"dora"_s));
        QCOMPARE(m_field->text(), u"dora"_s);
        QCOMPARE(m_chosen->count(), 0);
    }

    void cleanup() { m_field.reset(); }

private:
    SystemClock m_clock;
    std::shared_ptr<FakeForum> m_forum;
    Account m_bobby;
    std::unique_ptr<PersonField> m_field;
    std::unique_ptr<QSignalSpy> m_chosen;
};

int runPersonFieldTest(int argc, char **argv)
{
    PersonFieldTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "person_field_test.moc"
