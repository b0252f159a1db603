// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/badges/picture_section.h"

#include "artwork/badge_painter.h"
#include "ui/badges/picture_well.h"
#include "ui/kit/ask_user.h"
#include "ui/kit/buttons.h"
#include "ui/kit/labels.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QImageReader>
#include <QMenu>
#include <QVBoxLayout>

namespace badgewright::ui {

namespace {

constexpr int kGlyph = 64;

} // namespace

PictureSection::PictureSection(AskUser *ask, QWidget *parent)
    : QWidget(parent),
      m_ask(ask),
      m_well(new PictureWell(this)),
      m_facts(secondaryLabel({}, this)),
      m_complaint(secondaryLabel({}, this)),
      m_fetching(new QWidget(this)),
      m_fetchingWords(secondaryLabel({}, m_fetching)),
      m_edit(makeButton(ButtonKind::Secondary, tr("Edit…"), this)),
      m_icon(makeButton(ButtonKind::Secondary, tr("Icon…"), this)),
      m_drawOne(new LinkButton(tr("Draw a picture…"), this))
{
    auto *lines = new QVBoxLayout(this);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(kGrid - 2);
    lines->addWidget(fieldLabel(tr("Picture"), m_well, this));
    lines->addWidget(m_well);
    lines->addWidget(m_facts);
    auto *fetching = new QHBoxLayout(m_fetching);
    fetching->setContentsMargins(0, 0, 0, 0);
    auto *stop = new LinkButton(tr("Stop"), m_fetching);
    fetching->addWidget(m_fetchingWords, 1);
    fetching->addWidget(stop, 0, Qt::AlignTop);
    lines->addWidget(m_fetching);
    m_fetching->hide();
    m_fetchingWords->setObjectName(QStringLiteral("pictureFetching"));
    stop->setObjectName(QStringLiteral("stopFetching"));
    connect(stop, &LinkButton::clicked, this, &PictureSection::stopWanted);
    m_facts->setObjectName(QStringLiteral("pictureFacts"));
    m_complaint->setObjectName(QStringLiteral("pictureComplaint"));
    m_complaint->setTone(Tone::Bad);
    m_complaint->hide();
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(kGrid - 2);
    buttons->addWidget(m_edit, 1);
    buttons->addWidget(m_icon, 1);
    lines->addLayout(buttons);
    lines->addWidget(m_drawOne);
    m_drawOne->hide();

    m_edit->setAccessibleName(tr("Edit the picture"));
    m_icon->setAccessibleName(tr("Choose an icon"));
    auto *menu = new QMenu(m_edit);
    m_draw = menu->addAction(tr("Draw a picture…"));
    connect(m_draw, &QAction::triggered, this, &PictureSection::drawWanted);
    connect(m_drawOne, &LinkButton::clicked, this, &PictureSection::drawWanted);
    m_crop = menu->addAction(tr("Crop, turn, zoom…"));
    connect(m_crop, &QAction::triggered, this, &PictureSection::editWanted);
    m_ofOne = {m_draw, m_crop, menu->addSeparator()};
    connect(menu->addAction(tr("Open a picture…")), &QAction::triggered, this, &PictureSection::openFile);
    m_paste = menu->addAction(tr("Paste"));
    connect(m_paste, &QAction::triggered, this, &PictureSection::paste);
    m_ofOne << menu->addSeparator();
    m_square = menu->addAction(tr("Make square"));
    m_trim = menu->addAction(tr("Trim the empty border"));
    m_ofOne << m_square << m_trim;
    for (QAction *action : {m_square, m_trim}) {
        action->setCheckable(true);
        connect(action, &QAction::triggered, this, &PictureSection::remake);
    }
    menu->addSeparator();
    m_remove = menu->addAction(tr("Remove"));
    connect(m_remove, &QAction::triggered, this, &PictureSection::removeWanted);
    // A menu that is set on the button would turn it into another kind of button with an arrow.
    connect(m_edit, &QPushButton::clicked, this, [this, menu] {
        m_paste->setEnabled(holdsPicture(QGuiApplication::clipboard()->mimeData()));
        menu->popup(m_edit->mapToGlobal(QPoint(0, m_edit->height() + 2)));
    });
    connect(m_icon, &QPushButton::clicked, this, &PictureSection::iconWanted);
    connect(m_well, &PictureWell::clicked, this, &PictureSection::openFile);
    connect(m_well, &PictureWell::pasteWanted, this, &PictureSection::paste);
    connect(m_well, &PictureWell::removeWanted, this, [this] {
        if (m_remove->isEnabled() && !m_locked)
            Q_EMIT removeWanted();
    });
}

void PictureSection::setShown(const Shown &shown)
{
    if (!shown.several.isEmpty()) {
        m_well->setSeveral(shown.several, shown.more, shown.facts);
    } else if (shown.waiting) {
        m_well->setEmpty(shown.isGlyph ? tr("Fetching the icon…") : tr("Fetching the picture…"));
    } else if (shown.isGlyph) {
        const QSize pixels = QSize(kGlyph, kGlyph) * devicePixelRatioF();
        const QImage glyph = artwork::glyphImage(shown.iconSvg, artwork::badgeTypeColour(shown.typeId), pixels);
        if (glyph.isNull())
            m_well->setEmpty(shown.iconUnknown ? tr("The forum shows an empty box for this icon") : tr("The icon could not be fetched"));
        else
            m_well->setGlyph(glyph);
    } else if (shown.image.isNull()) {
        m_well->setEmpty(tr("Drop a picture here"));
    } else {
        m_well->setPicture(shown.image);
    }
    m_facts->setText(shown.facts);
    m_facts->setVisible(!shown.facts.isEmpty());
    const bool several = !shown.several.isEmpty();
    const bool picture = m_well->hasPicture() || shown.anyPicture;
    for (QAction *action : std::as_const(m_ofOne))
        action->setVisible(!several);
    m_draw->setText(shown.hasDesign ? tr("Edit the design…") : tr("Draw a picture…"));
    m_drawOne->setVisible(!picture && !shown.waiting && !several);
    m_crop->setEnabled(picture);
    m_square->setEnabled(picture);
    m_trim->setEnabled(picture);
    m_square->setChecked(picture && !shown.onForum && shown.square);
    m_trim->setChecked(picture && !shown.onForum && shown.trim);
    m_remove->setEnabled(picture);
    m_remove->setText(several ? tr("Remove the pictures") : tr("Remove"));
}

void PictureSection::setBusy(bool busy)
{
    m_well->setBusy(busy);
}

void PictureSection::setHovered(bool hovered)
{
    m_well->setHovered(hovered);
}

void PictureSection::setFetching(const QString &sentence)
{
    m_fetchingWords->setText(sentence);
    m_fetching->setVisible(!sentence.isEmpty());
}

QWidget *PictureSection::complaint() const
{
    return m_complaint;
}

void PictureSection::setComplaint(const QString &sentence)
{
    m_complaint->setText(sentence);
    m_complaint->setVisible(!sentence.isEmpty());
}

void PictureSection::setLocked(const QString &pictureReason, const QString &iconReason)
{
    m_locked = !pictureReason.isEmpty();
    m_well->setEnabled(!m_locked);
    m_edit->setEnabled(!m_locked);
    m_drawOne->setEnabled(!m_locked);
    m_edit->setToolTip(pictureReason);
    m_edit->setAccessibleDescription(pictureReason);
    m_well->setToolTip(m_locked ? pictureReason : tr("Drop a picture here, paste one, or click to open a file"));
    m_icon->setEnabled(iconReason.isEmpty());
    m_icon->setToolTip(iconReason);
    m_icon->setAccessibleDescription(iconReason);
}

void PictureSection::openFile()
{
    QStringList patterns;
    const auto formats = QImageReader::supportedImageFormats();
    for (const QByteArray &format : formats)
        patterns << QStringLiteral("*.") + QString::fromLatin1(format);
    // What cannot be read here can be chosen all the same, and is told apart in words.
    for (const char *other : {"heic", "heif", "avif", "webp"}) {
        if (!formats.contains(other))
            patterns << QStringLiteral("*.") + QLatin1String(other);
    }
    const FileQuestion question{tr("Open a picture"), {}, {tr("Pictures (%1)").arg(patterns.join(u' ')), tr("All files (*)")}, {}};
    m_ask->openFile(this, question, [this](const QString &path) {
        if (!path.isEmpty())
            Q_EMIT picked({path, {}});
    });
}

void PictureSection::paste()
{
    if (m_locked)
        return;
    if (const auto source = pictureIn(QGuiApplication::clipboard()->mimeData()))
        Q_EMIT picked(*source);
    else
        setComplaint(tr("There is no picture on the clipboard."));
}

void PictureSection::remake()
{
    Q_EMIT remakeWanted(m_square->isChecked(), m_trim->isChecked());
}

} // namespace badgewright::ui
