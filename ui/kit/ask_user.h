// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <functional>
#include <optional>

class QWidget;

namespace badgewright::ui {

/// A yes-or-no that says what follows.
struct Question {
    QString title;       ///< the question itself: "Delete Apex 2026?"
    QString consequence; ///< what happens then: "12 grants vanish with it. This cannot be undone."
    QString yes;         ///< the button's words: "Delete badge", never "OK"
    QString no;          ///< empty: "Cancel"
    bool danger = false; ///< it cannot be undone
    QString typed;       ///< not empty: "yes" opens only when exactly this has been typed
    bool noChoice = false; ///< nothing is asked: only "yes" shows
};

struct Choice {
    QString title;
    QString consequence;
    QStringList options; ///< the buttons, the recommended one first; "Cancel" is added
};

struct TextQuestion {
    QString title;
    QString label;
    QString value;
    QString accept; ///< the button's words
};

struct FileQuestion {
    QString title;
    QString suggested;    ///< name or path to begin with
    QStringList filters;  ///< "Tables (*.csv *.tsv)"
    QString defaultSuffix;
    bool folder = false; ///< openFile: a folder is wanted
};

/// Everything a page asks the person beside its own controls. Answers come later, from the event loop, never inside the
/// call; nothing is called when `over` is gone by then. Tests give a double (tests/support/scripted_ask_user.h).
class AskUser
{
public:
    virtual ~AskUser() = default;
    virtual void confirm(QWidget *over, const Question &question, std::function<void(bool)> answer) = 0;
    /// -1: cancelled.
    virtual void choose(QWidget *over, const Choice &choice, std::function<void(int)> answer) = 0;
    virtual void text(QWidget *over, const TextQuestion &question, std::function<void(std::optional<QString>)> answer) = 0;
    /// An empty path: cancelled.
    virtual void openFile(QWidget *over, const FileQuestion &question, std::function<void(QString)> answer) = 0;
    virtual void saveFile(QWidget *over, const FileQuestion &question, std::function<void(QString)> answer) = 0;
    /// Opens a web address in the person's browser.
    virtual void openAddress(const QString &address) = 0;
    /// Opens the folder of a file in the person's file manager.
    virtual void showInFolder(const QString &path) = 0;
};

} // namespace badgewright::ui
