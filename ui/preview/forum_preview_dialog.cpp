// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preview/forum_preview_dialog.h"

#include "support/settings.h"
#include "ui/kit/header_bar.h"
#include "ui/kit/labels.h"
#include "ui/kit/window_size.h"
#include "ui/preview/colours_dialog.h"
#include "ui/preview/contrast_table.h"
#include "ui/preview/forum_palette.h"
#include "ui/preview/look_panel.h"
#include "ui/preview/places_sheet.h"

#include <QEvent>
#include <QScrollArea>
#include <QShowEvent>
#include <QVBoxLayout>

namespace badgewright::ui {

namespace {

constexpr int kPanelWidth = 356;

QScrollArea *scrolling(QWidget *inside, const QString &name, QWidget *parent)
{
    auto *scroll = new QScrollArea(parent);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(inside);
    scroll->setAccessibleName(name);
    return scroll;
}

} // namespace

ForumPreviewDialog::ForumPreviewDialog(Settings *settings, ForumPalette *palette, QWidget *parent)
    : QDialog(parent, Qt::Window), m_settings(settings), m_palette(palette), m_header(new HeaderBar({}, this))
{
    auto *side = new ui::Panel;
    auto *sideColumn = new QVBoxLayout(side);
    sideColumn->setContentsMargins(0, 0, 0, 0);
    m_panel = new LookPanel(palette, side);
    sideColumn->addWidget(m_panel);
    QScrollArea *left = scrolling(side, tr("How to show it"), this);
    left->setFixedWidth(kPanelWidth);
    left->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);

    m_sheet = new PlacesSheet;
    m_scroll = scrolling(m_sheet, tr("Places in the forum"), this);
    m_scroll->setFocusPolicy(Qt::StrongFocus); // arrows scroll it
    m_scroll->viewport()->setAutoFillBackground(false);
    m_sheet->setAutoFillBackground(false);
    m_scroll->viewport()->installEventFilter(this);

    auto *middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(left);
    middle->addWidget(new Line(this, Qt::Vertical));
    middle->addWidget(m_scroll, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addLayout(middle, 1);

    if (settings)
        m_panel->setLook(ForumLook::read(*settings));
    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    connect(&m_soon, &QTimer::timeout, this, &ForumPreviewDialog::apply);
    connect(m_panel, &LookPanel::lookChanged, this, [this] {
        if (m_settings)
            m_panel->look().keep(m_settings);
        m_soon.start();
    });
    connect(m_panel, &LookPanel::editColoursWanted, this, &ForumPreviewDialog::editColours);
    connect(palette, &ForumPalette::changed, this, [this] { m_soon.start(); });
    if (!settings || !restoreGeometry(settings->value(settings::kPlacesGeometry)))
        resize(fittingSize(this, QSize(1560, 900)));
    apply();
}

ForumPreviewDialog::~ForumPreviewDialog()
{
    if (m_settings)
        m_settings->set(settings::kPlacesGeometry, saveGeometry());
}

void ForumPreviewDialog::setScene(const artwork::PlacesScene &scene)
{
    m_scene = scene;
    m_panel->setForumVersion(scene.badge.version);
    m_soon.start();
}

void ForumPreviewDialog::apply()
{
    m_soon.stop();
    artwork::PlacesScene scene = m_scene;
    scene.badge.colours = m_palette->colours();
    const QString name = scene.badge.badge.name.trimmed();
    setWindowTitle(name.isEmpty() ? tr("In the forum") : tr("In the forum: %1").arg(name));
    m_header->setTitle(windowTitle());
    m_sheet->setScene(scene, m_panel->look());
    m_panel->contrasts()->setBadge(scene.badge);
}

void ForumPreviewDialog::editColours()
{
    auto *dialog = new ColoursDialog(m_palette, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void ForumPreviewDialog::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    if (!m_settings || m_settings->value(settings::kPlacesWidth) > 0)
        return;
    // A page that has to be pushed aside to be seen is no first sight.
    layout()->activate();
    ForumLook look = m_panel->look();
    look.width = ForumLook::widths().first();
    for (const int width : ForumLook::widths()) {
        if (m_sheet->widthFor(width) <= m_scroll->viewport()->width())
            look.width = width;
    }
    m_panel->setLook(look);
    m_soon.start();
}

bool ForumPreviewDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_scroll->viewport() && event->type() == QEvent::Resize)
        m_sheet->setRoom(m_scroll->viewport()->width());
    return QDialog::eventFilter(watched, event);
}

} // namespace badgewright::ui
