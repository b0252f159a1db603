// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/ask_user.h"

#include <QCoreApplication>
#include <QPointer>
#include <QTimer>
#include <QWidget>

#include <utility>

namespace badgewright::test {

/// Answers every question as the test says, and remembers what was asked. Answers come from the event loop, as the real
/// ones do. Without an answer set beforehand everything is cancelled.
class ScriptedAskUser final : public ui::AskUser
{
public:
    bool nextYes = false;
    bool holding = false; ///< questions stay open until answerHeld()
    int nextChoice = -1;
    std::optional<QString> nextText;
    QString nextOpenPath;
    QString nextSavePath;

    QList<ui::Question> confirmed;
    QList<ui::Choice> choices;
    QList<ui::TextQuestion> texts;
    QList<ui::FileQuestion> files;
    QStringList addresses;
    QStringList shownFiles;

    void confirm(QWidget *over, const ui::Question &question, std::function<void(bool)> answer) override
    {
        confirmed.append(question);
        later(over, [answer = std::move(answer), yes = nextYes] { answer(yes); });
    }
    void choose(QWidget *over, const ui::Choice &choice, std::function<void(int)> answer) override
    {
        choices.append(choice);
        later(over, [answer = std::move(answer), index = nextChoice] { answer(index); });
    }
    void text(QWidget *over, const ui::TextQuestion &question, std::function<void(std::optional<QString>)> answer) override
    {
        texts.append(question);
        later(over, [answer = std::move(answer), text = nextText] { answer(text); });
    }
    void openFile(QWidget *over, const ui::FileQuestion &question, std::function<void(QString)> answer) override
    {
        files.append(question);
        later(over, [answer = std::move(answer), path = nextOpenPath] { answer(path); });
    }
    void saveFile(QWidget *over, const ui::FileQuestion &question, std::function<void(QString)> answer) override
    {
        files.append(question);
        later(over, [answer = std::move(answer), path = nextSavePath] { answer(path); });
    }
    /// What was held is answered now; a question that comes of it may be held again.
    void answerHeld()
    {
        const auto all = std::exchange(m_held, {});
        for (const std::function<void()> &answer : all)
            answer();
    }
    void openAddress(const QString &address) override
    {
        if (address.startsWith(u"https://") || address.startsWith(u"http://")) // nothing else is opened
            addresses.append(address);
    }
    void showInFolder(const QString &path) override { shownFiles.append(path); }

private:
    /// As with the real ones the question goes with the window it stands over.
    template <class F> void later(QWidget *over, F &&fn)
    {
        if (holding)
            m_held.append([over = QPointer<QWidget>(over), had = over != nullptr, fn = std::forward<F>(fn)] {
                if (over || !had)
                    fn();
            });
        else
            QTimer::singleShot(0, over ? static_cast<QObject *>(over) : QCoreApplication::instance(), std::forward<F>(fn));
    }

    QList<std::function<void()>> m_held;
};

} // namespace badgewright::test
