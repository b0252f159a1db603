// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sample/sample_forum.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>

namespace badgewright {

/// Drives the real windows through the main job on the sample forum, as a person would, and writes a picture of each
/// step. It waits for what it expects to see, never for a time; when something does not come it says which step.
class Tour : public QObject
{
    Q_OBJECT

public:
    /// Pictures go to `folder`; the AnswerHub it visits keeps its state in the file `answersState`.
    Tour(const QString &folder, const QString &answersState, QObject *parent = nullptr);
    ~Tour() override;

    void start();

Q_SIGNALS:
    /// 0: every step was seen; 1: one was not, and the console says which.
    void finished(int status);

private:
    struct Stage {
        QString says;                ///< printed, and the picture's name when `picture` is not empty
        std::function<bool()> act;   ///< tried until true
        std::function<bool()> until; ///< then waited for
        QString picture;
    };
    void look();
    void shoot(const QString &name);
    void plan();
    void planDesign();
    void planGrant();
    void planScores();
    void planIcon();
    void planAwards();

    /// Shorthands for the plan.
    void click(const QString &name, const QString &untilSays, const QString &picture = {});
    void type(const QString &field, const QString &text);
    void see(const QString &text, const QString &picture = {});

    QString m_folder;
    QString m_answersState;
    QString m_art;
    QString m_table;
    std::unique_ptr<sample::SampleForum> m_answers;
    QList<Stage> m_stages;
    qsizetype m_at = 0;
    bool m_acted = false;
    int m_pictures = 0;
    QTimer m_timer;
    QElapsedTimer m_waited;
};

} // namespace badgewright
