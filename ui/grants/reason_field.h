// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/page.h"

#include <QPointer>

class QLineEdit;
class QTimer;

namespace badgewright {
class PendingCall;
struct Reason;
} // namespace badgewright

namespace badgewright::ui {

class TextLabel;

/// A field for the address of a topic or post. Says below which one that is as soon as the forum has told, and finds
/// one by its words.
class ReasonField : public QWidget
{
    Q_OBJECT

public:
    ReasonField(const PageContext &context, QWidget *parent);

    QLineEdit *edit() const { return m_edit; } ///< for its label
    QString text() const;

Q_SIGNALS:
    void changed(const QString &text);

private:
    void resolve();
    void take(const Reason &reason);

    PageContext m_context;
    QLineEdit *m_edit;
    TextLabel *m_words;
    QTimer *m_pause;
    QPointer<PendingCall> m_asking;
};

} // namespace badgewright::ui
