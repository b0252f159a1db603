// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/badges/preview_column.h"

#include "ui/badges/findings_list.h"
#include "ui/badges/findings_summary.h"
#include "ui/badges/preview_frame.h"
#include "ui/kit/buttons.h"
#include "ui/kit/labels.h"

#include <QActionGroup>
#include <QGridLayout>
#include <QMenu>
#include <QScrollArea>
#include <QScrollBar>

namespace badgewright::ui {

namespace {

constexpr int kEdge = 14;
constexpr int kNarrowEdge = 8;
constexpr int kNarrowColumn = 320;
constexpr int kFoot = 16;
constexpr int kBetween = 6;
constexpr int kNarrowest = 276;
const int kTextSizes[] = {13, 14, 16, 18, 20};
enum Pages { Both, Light, Dark };

} // namespace

PreviewColumn::PreviewColumn(QWidget *parent)
    : QWidget(parent),
      m_pages(new SegmentedControl(tr("Pages to show"), {tr("Both"), tr("Light"), tr("Dark")}, this)),
      m_scale(new SegmentedControl(tr("Enlargement"), {tr("1×"), tr("2×"), tr("3×")}, this)),
      m_textSize(makeButton(ButtonKind::Secondary, QString(), this)),
      m_places(makeButton(ButtonKind::Secondary, tr("Places…"), this)),
      m_controls(new QGridLayout),
      m_summary(new FindingsSummary(this)),
      m_scroll(new QScrollArea(this)),
      m_light(new PreviewFrame(false)),
      m_dark(new PreviewFrame(true)),
      m_findings(new FindingsList(this))
{
    setBackgroundRole(QPalette::Window);
    setAutoFillBackground(true);
    setAccessibleName(tr("Preview"));
    setMinimumWidth(kNarrowest);
    m_controls->setSpacing(kBetween);
    m_controls->setColumnStretch(2, 1);
    reflow();
    m_textSize->setObjectName(QStringLiteral("textSize"));
    m_places->setObjectName(QStringLiteral("allPlaces"));
    m_places->setEnabled(false);

    m_summary->hide();
    auto *sheet = new QWidget;
    sheet->installEventFilter(this);
    auto *column = new QVBoxLayout(sheet);
    column->setContentsMargins(kEdge, 0, kEdge, kFoot);
    column->setSpacing(12);
    column->addWidget(m_light);
    column->addWidget(m_dark);
    column->addSpacing(4);
    m_findingsTitle = sectionLabel(tr("What the forum will do to it"), sheet);
    column->addWidget(m_findingsTitle);
    column->addWidget(m_findings);
    m_findings->setTabAfter(m_scroll);
    column->addStretch();
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setWidget(sheet);
    m_scroll->setAccessibleName(tr("Preview"));
    // The column, not the panel's white, shows between the frames.
    m_scroll->viewport()->setAutoFillBackground(false);
    sheet->setAutoFillBackground(false);

    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    whole->addLayout(m_controls);
    whole->addWidget(m_summary);
    whole->addWidget(m_scroll, 1);

    for (SegmentedControl *control : {m_pages, m_scale}) {
        connect(control, &SegmentedControl::currentChanged, this, [this] {
            apply();
            Q_EMIT choicesChanged();
        });
    }
    connect(m_findings, &FindingsList::fixWanted, this, &PreviewColumn::fixWanted);
    connect(m_summary, &FindingsSummary::fixWanted, this, &PreviewColumn::fixWanted);
    connect(m_summary, &FindingsSummary::allWanted, this, &PreviewColumn::showAllFindings);
    connect(m_textSize, &QPushButton::clicked, this, &PreviewColumn::chooseTextSize);
    apply();
}

void PreviewColumn::setBadge(const artwork::PreviewInput &input)
{
    m_input = input;
    apply();
}

void PreviewColumn::setFindings(const QList<artwork::Finding> &findings, const QHash<artwork::Finding::Kind, QString> &fixes)
{
    m_findings->setFindings(findings, fixes);
    m_summary->setFindings(findings, fixes);
    fitSummary();
}

/// The worst is said above the frames where it could not be read below them. Judged without the summary's own height, so
/// that it does not come and go by itself.
void PreviewColumn::fitSummary()
{
    const int inner = m_findings->width();
    const QLayout *sheet = m_scroll->widget()->layout();
    const int whole = sheet->hasHeightForWidth() ? sheet->totalHeightForWidth(m_scroll->viewport()->width()) : sheet->totalSizeHint().height();
    const int list = m_findings->hasHeightForWidth() ? m_findings->heightForWidth(inner) : m_findings->sizeHint().height();
    const int needed = whole - kFoot - list + m_findings->firstHeight(inner);
    m_summary->setVisible(m_summary->hasSomething() && m_controls->sizeHint().height() + needed > height());
}

void PreviewColumn::showAllFindings()
{
    m_scroll->verticalScrollBar()->setValue(m_findingsTitle->y() - kBetween);
    m_findings->takeFocus();
}

bool PreviewColumn::eventFilter(QObject *watched, QEvent *event)
{
    // A frame or a finding needs another height.
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Resize)
        QMetaObject::invokeMethod(this, &PreviewColumn::fitSummary, Qt::QueuedConnection);
    return QWidget::eventFilter(watched, event);
}

void PreviewColumn::setPlacesAction(QAction *action)
{
    // The action's words are for the command palette; here is less room.
    m_places->setToolTip(action->text());
    m_places->setAccessibleName(action->text());
    m_places->setEnabled(action->isEnabled());
    connect(action, &QAction::enabledChanged, m_places, &QPushButton::setEnabled);
    connect(m_places, &QPushButton::clicked, action, &QAction::trigger);
}

void PreviewColumn::apply()
{
    artwork::dressFor(&m_input, m_input.version, m_textPx);
    const int pages = m_pages->current();
    m_light->setVisible(pages != Dark);
    m_dark->setVisible(pages != Light);
    for (PreviewFrame *frame : {m_light, m_dark}) {
        frame->setScale(m_scale->current() + 1);
        frame->setBadge(m_input);
    }
    m_textSize->setText(tr("Text %1", "size in pixels").arg(m_textPx) + QStringLiteral(" ▾"));
    m_textSize->setAccessibleName(tr("Text size, %1 pixels").arg(m_textPx));
}

void PreviewColumn::chooseTextSize()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    auto *group = new QActionGroup(menu);
    for (const int size : kTextSizes) {
        QAction *action = menu->addAction(tr("%1 pixels").arg(size));
        action->setCheckable(true);
        action->setChecked(size == m_textPx);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, size] {
            m_textPx = size;
            apply();
            Q_EMIT choicesChanged();
        });
    }
    menu->popup(m_textSize->mapToGlobal(QPoint(0, m_textSize->height() + 2)));
}

PreviewColumn::Choices PreviewColumn::choices() const
{
    return {m_pages->current(), m_scale->current(), m_textPx};
}

void PreviewColumn::setChoices(const Choices &choices)
{
    m_pages->setCurrent(qBound(0, choices.pages, 2));
    m_scale->setCurrent(qBound(0, choices.scale, 2));
    for (const int size : kTextSizes) {
        if (size == choices.textPx)
            m_textPx = size;
    }
    apply();
}

void PreviewColumn::reflow()
{
    const int edge = width() < kNarrowColumn ? kNarrowEdge : kEdge;
    m_controls->setContentsMargins(edge, 16, edge, 12);
    m_summary->setContentsMargins(edge, 0, edge, 12);
    if (m_scroll->widget())
        m_scroll->widget()->layout()->setContentsMargins(edge, 0, edge, kFoot);
    // In a narrow column the controls take two lines.
    int needed = 3 * kBetween + 2 * kEdge;
    for (const QWidget *control : {static_cast<QWidget *>(m_pages), static_cast<QWidget *>(m_scale), static_cast<QWidget *>(m_textSize),
                                   static_cast<QWidget *>(m_places)})
        needed += control->sizeHint().width();
    const bool narrow = width() < needed;
    m_controls->addWidget(m_pages, 0, 0, Qt::AlignLeft);
    m_controls->addWidget(m_scale, narrow ? 1 : 0, narrow ? 0 : 1, Qt::AlignLeft);
    m_controls->addWidget(m_textSize, narrow ? 1 : 0, 2, Qt::AlignRight);
    m_controls->addWidget(m_places, 0, narrow ? 2 : 3, Qt::AlignRight);
}

void PreviewColumn::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    reflow();
    fitSummary();
}

} // namespace badgewright::ui
