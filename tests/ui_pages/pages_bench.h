// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runs/runs_bench.h"
#include "support/accessibility_walk.h"
#include "support/scripted_ask_user.h"
#include "support/settings.h"
#include "ui/kit/notice.h"
#include "ui/kit/theme.h"
#include "ui/shell/page.h"

#include <QDir>
#include <QItemSelectionModel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

namespace badgewright::test {

using namespace Qt::StringLiterals;

/// The theme of the test program, for pictures in both.
ui::Theme *theme();

/// A page on a forum in memory, with a real ledger and a clock wound by hand.
template <class P> struct PageBench : Bench {
    std::unique_ptr<Settings> settings = std::make_unique<Settings>(folder.filePath(u"settings.ini"_s));
    ScriptedAskUser ask;
    std::unique_ptr<P> page;
    QList<QVariant> ledgerOpened;
    ForumPtr instead; ///< shown in place of the forum in memory

    explicit PageBench(ForumKind kind = ForumKind::Discourse) : Bench(kind) {}
    ~PageBench() { page.reset(); }

    ui::PageContext context() { return {instead ? instead : ForumPtr(fake), centre.get(), &clock, settings.get(), &ask, nullptr}; }
    /// As it stands beside the rail.
    P *make(QSize size = {1104, 766})
    {
        page = std::make_unique<P>(context());
        QObject::connect(page.get(), &ui::Page::openPage, page.get(), [this](ui::PageId id, const QVariant &argument) {
            if (id == ui::PageId::Ledger)
                ledgerOpened << argument;
        });
        page->resize(size);
        page->show();
        return page.get();
    }
    /// In view, and all has been read that it reads by itself.
    P *open(QSize size = {1104, 766})
    {
        make(size);
        page->activate();
        settle();
        return page.get();
    }
    /// With `holding` set: lets what waits be answered, and holds what is asked then.
    void answerOnce()
    {
        fake->release();
        fake->holding = true;
        settle();
    }
    /// Until nothing is under way any more, without moving the clock.
    void settle()
    {
        for (int i = 0; i < 30; ++i)
            QCoreApplication::processEvents();
    }

    QTableView *table() const { return page->template findChild<QTableView *>(); }
    QString cell(int row, int column) const { return table()->model()->index(row, column).data().toString(); }
    QStringList column(int column) const
    {
        QStringList cells;
        for (int row = 0; row < table()->model()->rowCount(); ++row)
            cells << cell(row, column);
        return cells;
    }
    void select(const QList<int> &rows) const
    {
        table()->clearSelection();
        for (const int row : rows)
            table()->selectionModel()->select(table()->model()->index(row, 0),
                                              QItemSelectionModel::Select | QItemSelectionModel::Rows);
    }
    /// The one that says something.
    ui::Notice *notice() const
    {
        for (auto *one : page->template findChildren<ui::Notice *>()) {
            if (one->isVisible())
                return one;
        }
        return nullptr;
    }
    QString said() const { return notice() ? notice()->sentence() : QString(); }
    QPushButton *noticeButton() const
    {
        auto *button = notice() ? notice()->template findChild<QPushButton *>() : nullptr;
        return button && button->isVisible() ? button : nullptr;
    }
    QWidget *named(const QString &accessible) const
    {
        for (QWidget *widget : page->template findChildren<QWidget *>()) {
            if (widget->accessibleName() == accessible && widget->isVisibleTo(page.get()))
                return widget;
        }
        return nullptr;
    }
    QPushButton *button(const QString &text) const
    {
        for (auto *one : page->template findChildren<QPushButton *>()) {
            if (one->text() == text && one->isVisible())
                return one;
        }
        return nullptr;
    }
    void click(const QString &text) const
    {
        QPushButton *one = button(text);
        QVERIFY2(one && one->isEnabled(), qPrintable(text));
        QTest::mouseClick(one, Qt::LeftButton);
    }
    int runCount() const { return int(ledger->runs()->size()); }

    /// Pictures for the eye, dark and light, go to the folder $BADGEWRIGHT_PICTURES, or nowhere.
    void shoot(const QString &name) { shootWindow(page.get(), name); }
    void shootWindow(QWidget *window, const QString &name)
    {
        const QString pictures = qEnvironmentVariable("BADGEWRIGHT_PICTURES");
        if (pictures.isEmpty())
            return;
        QDir().mkpath(pictures);
        for (const ui::ThemeChoice choice : {ui::ThemeChoice::Dark, ui::ThemeChoice::Light}) {
            theme()->setChoice(choice);
            settle();
            window->grab().save(u"%1/%2-%3.png"_s.arg(pictures, name, ui::themeChoiceName(choice)));
        }
    }
};

} // namespace badgewright::test
