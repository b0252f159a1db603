// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "grant_bench.h"

#include "ui/grants/source_dialog.h"
#include "ui/grants/source_list.h"

#include <QListView>

namespace badgewright::test {

using namespace badgewright::ui;

/// The dialog in which people of the forum are chosen, used by its words.
struct PeopleBench : GrantBench {
    PeopleBench()
    {
        forum->groupList = {{u"staff"_s, u"Staff"_s, 3}, {u"helpers"_s, {}, 4}, {u"empty"_s, {}, 0}};
        forum->groupMembers.insert(u"staff"_s, forum->accounts.mid(0, 3));
        forum->groupMembers.insert(u"helpers"_s, forum->accounts.mid(1, 4));
        Report report;
        report.id = 7;
        report.name = u"Most liked"_s;
        report.description = u"Who got the most likes?"_s;
        report.parameters = {{u"days"_s, u"int"_s, u"30"_s, false}, {u"since"_s, u"date"_s, {}, false}, {u"bots"_s, u"boolean"_s, {}, false}};
        forum->reportList << report;
        Report plain;
        plain.id = 8;
        plain.name = u"New people"_s;
        forum->reportList << plain;
        forum->reportRows.insert(7, {{u"user_id"_s, u"reason"_s}, {{QString::number(forum->accounts.at(5).id), fair}, {u""_s, {}}}});
        forum->reportRows.insert(8, {{u"post_id"_s}, {{u"1"_s}}});
    }
    SourceDialog *asking() const
    {
        const auto all = dialog->findChildren<SourceDialog *>();
        return all.isEmpty() || !all.last()->isVisible() ? nullptr : all.last();
    }
    SourceDialog *askForum()
    {
        (void)press(u"Other sources…"_s);
        QCoreApplication::processEvents();
        return asking();
    }
    template <class T> static T *in(SourceDialog *where, const QString &name)
    {
        const auto all = where->findChildren<T *>();
        for (T *one : all) {
            if (one->isVisible() && (one->accessibleName() == name || name.isEmpty()))
                return one;
        }
        for (QLabel *label : where->findChildren<QLabel *>()) {
            if (T *buddy = qobject_cast<T *>(label->buddy()); buddy && buddy->isVisible() && label->text() == name)
                return buddy;
        }
        return nullptr;
    }
    static void pickIn(QComboBox *box, const QString &item)
    {
        box->setFocus();
        while (box->currentText() != item && box->currentIndex() < box->count() - 1)
            QTest::keyClick(box, Qt::Key_Down);
    }
    static QString noticeIn(SourceDialog *where)
    {
        Notice *notice = where->findChild<Notice *>();
        return notice->isVisible() ? notice->sentence() + u'\n' + notice->details() : QString();
    }
    static QPushButton *addButton(SourceDialog *where)
    {
        for (QPushButton *one : where->findChildren<QPushButton *>()) {
            if (one->text() == u"Add people"_s)
                return one;
        }
        return nullptr;
    }
    /// The list of groups, badges or reports, by its accessible name.
    static QListView *choices(SourceDialog *where, const QString &name) { return in<QListView>(where, name); }
    bool addGroup(const QString &group, const QString &how = {})
    {
        SourceDialog *where = askForum();
        if (!where)
            return false;
        QListView *groups = choices(where, u"Groups"_s);
        if (!QTest::qWaitFor([&] { return groups->model()->rowCount() > 0; }))
            return false;
        if (!how.isEmpty())
            pickIn(in<QComboBox>(where, u"How"_s), how);
        QTest::keyClicks(in<QLineEdit>(where, u"Search groups"_s), group);
        QTest::mouseClick(addButton(where), Qt::LeftButton);
        return QTest::qWaitFor([this] { return !asking() && !flow()->isReading(); });
    }
    QStringList matched() const
    {
        QStringList names;
        for (const people::Match &one : flow()->matches())
            names << (one.status == people::MatchStatus::Found ? one.account.username : one.recipient.text + u'?');
        return names;
    }
    QStringList planned() const
    {
        QStringList names;
        for (const runs::Step &step : plan().steps)
            names << step.recipient;
        return names;
    }
    bool toMatch()
    {
        return QTest::qWaitFor([this] { return canPress(u"Match people"_s); }) && press(u"Match people"_s)
            && QTest::qWaitFor([this] { return !flow()->isBusy(); });
    }
};

} // namespace badgewright::test
