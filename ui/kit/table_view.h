// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace badgewright::ui {

/// A table as all pages show them: 34 px rows, hairlines between rows, whole rows selected, headers that sort where the
/// page lets them, Ctrl+C copies the selected rows as tab-separated text with their headers, Return activates.
class TableView : public QTableView
{
    Q_OBJECT

public:
    /// `name` is what a screen reader says of the table.
    explicit TableView(const QString &name, QWidget *parent = nullptr);
    /// Cells of this column are drawn as pills (see kToneRole).
    void setPillColumn(int column);
    /// Widths to begin with; the column `stretched` takes the rest (-1: the last).
    void setColumnWidths(const QList<int> &widths, int stretched = -1);
    /// The headers sort; for models that can (a proxy), once they are set.
    void letSort();
    void copySelection();

Q_SIGNALS:
    /// Del or Backspace on the selection.
    void deletePressed();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void dress();
    bool m_dressing = false;
};

/// A rounded frame around a view, as in the pictures of the review page.
QWidget *framed(QWidget *view, QWidget *parent);

} // namespace badgewright::ui
