// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runs/run.h"
#include "support/clock.h"
#include "support/fake_forum.h"
#include "support/scripted_ask_user.h"
#include "support/settings.h"
#include "ui/grants/badge_picker.h"
#include "ui/grants/grant_dialog.h"
#include "ui/kit/notice.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

namespace badgewright::test {

using namespace Qt::StringLiterals;

/// A forum with people and badges, and a grant dialog that a test uses as a person does: by the words it shows.
struct GrantBench {
    SystemClock clock;
    std::shared_ptr<FakeForum> forum = std::make_shared<FakeForum>(&clock);
    QTemporaryDir folder;
    std::unique_ptr<runs::Ledger> ledger;
    std::unique_ptr<runs::RunCentre> runs;
    std::unique_ptr<Settings> settings;
    ScriptedAskUser ask;
    Badge apex;
    Badge helper;
    std::unique_ptr<ui::GrantDialog> dialog;

    GrantBench()
    {
        ledger = std::move(*runs::Ledger::open(folder.filePath(u"ledger.sqlite"_s)));
        runs = std::make_unique<runs::RunCentre>(ledger.get(), &clock);
        settings = std::make_unique<Settings>(folder.filePath(u"settings.ini"_s));
        settings->set(settings::kPace, u"all"_s);
        for (const auto &[username, name] : {std::pair{u"ada.moss"_s, u"Ada Moss"_s}, {u"bobby"_s, u"Bobby Reed"_s}, {u"c.vale"_s, u"Cora Vale"_s},
                                             {u"delia"_s, u"Delia Fox"_s}, {u"elmer_t"_s, u"Elmer Tree"_s}, {u"gwen"_s, u"Gwen Ash"_s}})
            forum->addAccount(username, name);
        apex = forum->addBadge(u"Apex"_s);
        helper = forum->addBadge(u"Spring Fair Helper"_s, true);
        forum->reasons.insert(fair, {QUrl(fair), 14, 1, u"Spring fair: who helped?"_s});
        forum->reasons.insert(photo, {QUrl(photo), 15, 2, u"What’s the best photo you took?"_s});
    }

    const QString fair = u"https://forum.example/t/spring-fair/14"_s;
    const QString photo = u"https://forum.example/t/photo/15/2"_s;

    ui::PageContext context() { return {forum, runs.get(), &clock, settings.get(), &ask, nullptr}; }
    void open(const QList<Badge> &badges, ui::GrantFlow::Purpose purpose = ui::GrantFlow::Purpose::Grant)
    {
        dialog = std::make_unique<ui::GrantDialog>(context(), badges, QPixmap(), nullptr, purpose);
        dialog->show();
        (void)QTest::qWaitForWindowActive(dialog.get());
    }
    QString file(const QString &name, const QByteArray &bytes) const
    {
        const QString path = folder.filePath(name);
        QFile out(path);
        if (out.open(QIODevice::WriteOnly))
            out.write(bytes);
        return path;
    }

    ui::GrantFlow *flow() const { return dialog->flow(); }
    ui::GrantFlow::Step step() const { return flow()->step(); }
    const runs::Plan &plan() const { return flow()->plan(); }
    runs::Verdict verdict(int step) const { return plan().steps.at(step).verdict; }

    /// A button in sight whose words begin so; null: none.
    QAbstractButton *button(const QString &words) const
    {
        const auto all = dialog->findChildren<QAbstractButton *>();
        for (QAbstractButton *one : all) {
            if (one->isVisible() && one->text().startsWith(words))
                return one;
        }
        return nullptr;
    }
    bool canPress(const QString &words) const
    {
        const QAbstractButton *one = button(words);
        return one && one->isEnabled();
    }
    /// With the mouse.
    bool press(const QString &words) const
    {
        QAbstractButton *one = button(words);
        if (!one || !one->isEnabled())
            return false;
        QTest::mouseClick(one, Qt::LeftButton);
        return true;
    }
    /// A control in sight with this name for screen readers; null: none.
    template <class T> T *named(const QString &name) const
    {
        const auto all = dialog->findChildren<T *>();
        for (T *one : all) {
            if (one->isVisible() && one->accessibleName() == name)
                return one;
        }
        return nullptr;
    }
    bool says(const QString &words) const
    {
        const auto all = dialog->findChildren<QLabel *>();
        return std::any_of(all.begin(), all.end(), [&](const QLabel *label) { return label->isVisible() && label->text().contains(words); });
    }
    QTableView *table() const
    {
        const auto all = dialog->findChildren<QTableView *>();
        const auto seen = std::find_if(all.begin(), all.end(), [](const QTableView *view) { return view->isVisible(); });
        return seen == all.end() ? nullptr : *seen;
    }
    /// Clicks the row of the table in sight.
    void choose(int row) const
    {
        const QModelIndex index = table()->model()->index(row, 0);
        table()->scrollTo(index);
        QTest::mouseClick(table()->viewport(), Qt::LeftButton, {}, table()->visualRect(index).center());
    }
    /// The box beside the label with these words; null: none in sight.
    QComboBox *box(const QString &label) const
    {
        QCoreApplication::processEvents(); // a new one is shown with its layout
        const auto all = dialog->findChildren<QLabel *>();
        for (const QLabel *one : all) {
            auto *buddy = qobject_cast<QComboBox *>(one->buddy());
            if (buddy && buddy->isVisible() && one->text() == label)
                return buddy;
        }
        return nullptr;
    }
    /// As a person with the keyboard does: to the box, and down to the item.
    bool pick(const QString &label, const QString &item) const
    {
        QComboBox *one = box(label);
        const int index = one ? one->findText(item) : -1;
        if (index < 0)
            return false;
        one->setFocus();
        while (one->currentIndex() != index)
            QTest::keyClick(one, one->currentIndex() < index ? Qt::Key_Down : Qt::Key_Up);
        return true;
    }
    ui::BadgePicker *picker() const
    {
        for (auto *one : dialog->findChildren<ui::BadgePicker *>()) {
            if (one->isVisible())
                return one;
        }
        return nullptr;
    }
    /// As a person does: opens the choice, picks these, and takes them.
    bool chooseBadges(const QStringList &names) const
    {
        if (!press(u"Choose a badge…"_s) && !press(u"Add a badge…"_s) && !press(u"Another badge…"_s))
            return false;
        auto *view = picker()->findChild<QListView *>();
        if (!QTest::qWaitFor([&] { return view->model()->rowCount() > 0; }))
            return false;
        for (const QString &name : names) {
            const QModelIndexList found = view->model()->match(view->model()->index(0, 0), Qt::DisplayRole, name, 1, Qt::MatchExactly);
            if (found.isEmpty())
                return false;
            view->scrollTo(found.first());
            QTest::mouseClick(view->viewport(), Qt::LeftButton, name == names.first() ? Qt::NoModifier : Qt::ControlModifier,
                              view->visualRect(found.first()).center());
        }
        QTest::keyClick(view, Qt::Key_Return);
        if (picker())
            return false;
        dialog->activateWindow(); // as a desktop does when a dialog goes
        return QTest::qWaitForWindowActive(dialog.get());
    }
    QStringList badgeNames() const
    {
        QStringList names;
        for (const Badge &badge : flow()->badges())
            names << badge.name;
        return names;
    }
    QString notice() const
    {
        const auto all = dialog->findChildren<ui::Notice *>();
        for (const ui::Notice *one : all) {
            if (one->isVisible())
                return one->sentence() + u'\n' + one->details();
        }
        return {};
    }
    bool load(const QString &path)
    {
        ask.nextOpenPath = path;
        return press(u"Open a table…"_s)
            && QTest::qWaitFor([this] { return flow()->source()->hasFile() && !flow()->source()->isReading(); });
    }
    QStringList recipients() const
    {
        QStringList names;
        for (const people::Recipient &one : flow()->source()->recipients())
            names << one.text;
        return names;
    }
    void type(const QString &names) const { named<QPlainTextEdit>(u"People"_s)->setPlainText(names); }
    /// Names in, on to Match, and waits for what is found.
    bool match(const QString &names) const
    {
        type(names);
        return QTest::qWaitFor([this] { return canPress(u"Match people"_s); }) && press(u"Match people"_s)
            && QTest::qWaitFor([this] { return !flow()->isBusy(); });
    }
    /// From Match.
    bool review() const
    {
        return press(u"Review"_s) && planned();
    }
    bool planned() const
    {
        return QTest::qWaitFor([this] { return step() == ui::GrantFlow::Step::Review && !flow()->isBusy() && !plan().steps.isEmpty(); });
    }
};

} // namespace badgewright::test
