// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "artwork/picture_prepare.h"

#include <QImage>
#include <QPointer>
#include <QTimer>
#include <QWidget>

namespace badgewright::ui {

class TextLabel;

/// A picture in the sizes that forums show it, on a light page and on a dark one, and what its file will be.
class ForumSizes : public QWidget
{
    Q_OBJECT

public:
    /// `allowed`: what the forum takes, `maxBytes` of what size; empty and 0: not known.
    ForumSizes(const artwork::PrepareOptions &options, QWidget *parent);

    void setPicture(const QImage &picture);
    QString facts() const;

private:
    void weigh();

    class Ground;
    artwork::PrepareOptions m_options;
    QImage m_picture;
    Ground *m_light;
    Ground *m_dark;
    TextLabel *m_facts;
    QTimer m_soon;
    QPointer<PendingCall> m_weighing;
};

} // namespace badgewright::ui
