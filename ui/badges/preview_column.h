// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "artwork/badge_preview_metrics.h"
#include "artwork/finding.h"

#include <QHash>
#include <QWidget>

class QAction;
class QGridLayout;
class QPushButton;
class QScrollArea;

namespace badgewright::ui {

class FindingsList;
class FindingsSummary;
class PreviewFrame;
class SegmentedControl;

/// How the forum will show a badge, light and dark, in several sizes, and what it will do to it.
class PreviewColumn : public QWidget
{
    Q_OBJECT

public:
    explicit PreviewColumn(QWidget *parent);

    void setBadge(const artwork::PreviewInput &input);
    /// `fixes`: the words of what can be done about them.
    void setFindings(const QList<artwork::Finding> &findings, const QHash<artwork::Finding::Kind, QString> &fixes = {});
    /// Opens the window with all places; the column has a button for it.
    void setPlacesAction(QAction *action);

    /// What the person chose to see, to be remembered.
    struct Choices {
        int pages = 0; ///< 0 both, 1 light, 2 dark
        int scale = 0; ///< 0 to 2: 1× to 3×
        int textPx = 16;
    };
    Choices choices() const;
    void setChoices(const Choices &choices);

Q_SIGNALS:
    void choicesChanged();
    void fixWanted(badgewright::artwork::Finding::Kind kind);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void apply();
    void chooseTextSize();
    void reflow();
    void fitSummary();
    void showAllFindings();

    SegmentedControl *m_pages;
    SegmentedControl *m_scale;
    QPushButton *m_textSize;
    QPushButton *m_places;
    QGridLayout *m_controls;
    FindingsSummary *m_summary;
    QScrollArea *m_scroll;
    PreviewFrame *m_light;
    PreviewFrame *m_dark;
    QWidget *m_findingsTitle;
    FindingsList *m_findings;
    artwork::PreviewInput m_input;
    int m_textPx = 16;
};

} // namespace badgewright::ui
