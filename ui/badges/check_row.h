// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QCheckBox;

namespace badgewright::ui {

class TextLabel;

/// A check box whose text may take several lines, which QCheckBox cannot do.
class CheckRow : public QWidget
{
    Q_OBJECT

public:
    explicit CheckRow(const QString &text, QWidget *parent);

    bool isChecked() const;
    void setChecked(bool checked); ///< without toggled()
    void setMixed(); ///< neither; a click checks it. Without toggled()
    /// Greys it out and says why; an empty reason frees it.
    void setLocked(const QString &reason);
    /// What is to be known about it while it is free: a word or two behind the text, and a sentence. Empty ones take both away.
    void setHint(const QString &behind, const QString &sentence);
    QCheckBox *box() const { return m_box; }

Q_SIGNALS:
    void toggled(bool checked); ///< by the person

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QString m_text;
    QCheckBox *m_box;
    TextLabel *m_label;
};

} // namespace badgewright::ui
