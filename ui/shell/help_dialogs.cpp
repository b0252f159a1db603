// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/help_dialogs.h"

#include "ui/kit/buttons.h"
#include "ui/kit/icon.h"
#include "ui/kit/labels.h"

#include <QAction>
#include <QCoreApplication>
#include <QDialog>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QSet>
#include <QVBoxLayout>

namespace badgewright::ui {

using namespace Qt::StringLiterals;

namespace {

struct HelpDialogsWords {
    Q_DECLARE_TR_FUNCTIONS(badgewright::ui::HelpDialogs)
};

QDialog *makeDialog(QWidget *over, const QString &title)
{
    auto *dialog = new QDialog(over);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    dialog->setBackgroundRole(QPalette::Base);
    return dialog;
}

void addCloseButton(QDialog *dialog, QVBoxLayout *column)
{
    auto *close = makeButton(ButtonKind::Secondary, HelpDialogsWords::tr("Close"), dialog);
    close->setDefault(true);
    QObject::connect(close, &QPushButton::clicked, dialog, &QDialog::accept);
    column->addSpacing(12);
    column->addWidget(close, 0, Qt::AlignRight);
}

} // namespace

void showAboutDialog(QWidget *over)
{
    auto *dialog = makeDialog(over, HelpDialogsWords::tr("About Badgewright"));
    auto *column = new QVBoxLayout(dialog);
    column->setContentsMargins(24, 24, 24, 20);
    auto *head = new QHBoxLayout;
    head->setSpacing(16);
    auto *picture = new QLabel(dialog);
    picture->setPixmap(applicationPicture(56, dialog->devicePixelRatioF()));
    head->addWidget(picture);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(titleLabel(u"Badgewright"_s, dialog));
    words->addWidget(secondaryLabel(HelpDialogsWords::tr("Version %1").arg(QStringLiteral(BADGEWRIGHT_VERSION)), dialog));
    head->addLayout(words, 1);
    column->addLayout(head);
    column->addSpacing(8);
    auto *about = bodyLabel(HelpDialogsWords::tr("Design badges, give them to people, keep the score: on Discourse and AnswerHub forums.\n\n"
                                      "Free software under the GNU General Public License, version 3 or later. It comes without "
                                      "any warranty."),
                            dialog);
    about->setMinimumWidth(360);
    column->addWidget(about);
    addCloseButton(dialog, column);
    dialog->open();
}

void showShortcutsDialog(QWidget *over, const QList<QAction *> &actions)
{
    auto *dialog = makeDialog(over, HelpDialogsWords::tr("Keyboard shortcuts"));
    auto *column = new QVBoxLayout(dialog);
    column->setContentsMargins(24, 20, 24, 20);
    column->addWidget(sectionLabel(HelpDialogsWords::tr("Keyboard shortcuts"), dialog));
    auto *list = new QWidget(dialog);
    auto *grid = new QGridLayout(list);
    grid->setContentsMargins(0, 4, 12, 0);
    grid->setHorizontalSpacing(32);
    grid->setColumnStretch(0, 1);
    int row = 0;
    const auto add = [&](const QString &what, const QString &keys) {
        auto *name = bodyLabel(what, list);
        name->setWordWrap(false);
        auto *key = secondaryLabel(keys, list);
        key->setWordWrap(false);
        grid->addWidget(name, row, 0);
        grid->addWidget(key, row++, 1, Qt::AlignRight);
    };
    QSet<QString> seen;
    for (const QAction *action : actions) {
        const QString keys = action ? action->shortcut().toString(QKeySequence::NativeText) : QString();
        if (keys.isEmpty() || !action->isVisible() || seen.contains(keys))
            continue;
        seen.insert(keys);
        add(QString(action->text()).remove(u'&'), keys);
    }
    add(HelpDialogsWords::tr("Copy the selected rows of a table"), QKeySequence(QKeySequence::Copy).toString(QKeySequence::NativeText));
    add(HelpDialogsWords::tr("Empty a search field"), HelpDialogsWords::tr("Esc"));
    add(HelpDialogsWords::tr("From a search field to its list"), HelpDialogsWords::tr("Down"));
    auto *scroll = new QScrollArea(dialog);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setAccessibleName(HelpDialogsWords::tr("Keyboard shortcuts"));
    scroll->setBackgroundRole(QPalette::Base);
    list->setBackgroundRole(QPalette::Base);
    scroll->setWidget(list);
    scroll->setMinimumSize(420, qMin(440, row * 30 + 16));
    column->addWidget(scroll, 1);
    addCloseButton(dialog, column);
    dialog->open();
}

} // namespace badgewright::ui
