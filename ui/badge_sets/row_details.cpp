// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/badge_sets/row_details.h"

#include "artwork/badge_painter.h"
#include "artwork/badge_preview_metrics.h"
#include "ui/badge_sets/import_list_model.h"
#include "ui/badge_sets/row_changes.h"
#include "ui/badges/badge_pictures.h"
#include "ui/badges/badge_switches.h"
#include "ui/badges/findings_list.h"
#include "ui/badges/icon_dialog.h"
#include "ui/badges/icon_hints.h"
#include "ui/badges/picture_drop.h"
#include "ui/badges/picture_intake.h"
#include "ui/badges/picture_well.h"
#include "ui/badges/text_field.h"
#include "ui/kit/ask_user.h"
#include "ui/kit/buttons.h"
#include "ui/kit/header_bar.h"
#include "ui/kit/labels.h"
#include "ui/kit/window_size.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QImageReader>
#include <QScrollArea>
#include <QVBoxLayout>

#include <utility>

namespace badgewright::ui {

namespace {

constexpr int kGlyph = 64;
constexpr int kPictureColumn = 200;
constexpr int kFindingsColumn = 232;

} // namespace

RowDetails::RowDetails(ImportFlow *flow, BadgePictures *pictures, int row, const Steps &steps, QWidget *parent)
    : QDialog(parent), m_flow(flow), m_pictures(pictures), m_intake(new PictureIntake(flow->context().forum, this)), m_row(row)
{
    setWindowTitle(tr("Badge to import"));
    layOut(steps);
    listenToIntake();
    connect(m_flow, &ImportFlow::rowsChanged, this, &RowDetails::dress);
    connect(m_flow, &ImportFlow::findingsChanged, this, &RowDetails::dress);
    connect(m_flow, &ImportFlow::rowsReset, this, &RowDetails::rowsGone);
    connect(m_flow, &ImportFlow::stateChanged, this, [this] {
        takeWaiting();
        dress();
    });
    connect(m_pictures, &BadgePictures::iconArrived, this, &RowDetails::dressPicture);
    connect(m_pictures, &BadgePictures::pictureArrived, this, &RowDetails::dressPicture);
    connect(m_name, &TextField::edited, this, [this](const QString &text) { m_flow->setName(m_row, text); });
    connect(m_type, &QComboBox::activated, this, [this] { m_flow->setType(m_row, m_type->currentData().toInt()); });
    connect(m_description, &TextField::edited, this, [this](const QString &text) { m_flow->setDescription(m_row, text); });
    connect(m_long, &TextField::edited, this, [this](const QString &text) {
        BadgeFields change;
        change.longDescription = text;
        m_flow->setFields(m_row, change);
    });
    connect(m_switches, &BadgeSwitches::switched, this, [this](const BadgeFields &change) { m_flow->setFields(m_row, change); });
    connect(m_well, &PictureWell::clicked, this, &RowDetails::openPicture);
    connect(m_well, &PictureWell::pasteWanted, this, &RowDetails::pastePicture);
    connect(m_without, &QPushButton::clicked, this, [this] { m_flow->setWithoutPicture(m_row, !m_flow->isWithoutPicture(m_row)); });
    connect(m_icon, &QPushButton::clicked, this, &RowDetails::chooseIcon);
    connect(m_before, &QPushButton::clicked, this, [this] { setRow(m_row - 1); });
    connect(m_next, &QPushButton::clicked, this, [this] { setRow(m_row + 1); });
    auto *drop = new PictureDrop(this);
    drop->watch(this);
    connect(drop, &PictureDrop::dropped, this, &RowDetails::takePicture);
    connect(drop, &PictureDrop::hovering, m_well, &PictureWell::setHovered);
    resize(fittingSize(this, QSize(944, 620)));
    dress();
    m_name->input()->setFocus();
}

void RowDetails::layOut(const Steps &steps)
{
    m_title = sectionLabel({}, this);
    m_title->setObjectName(QStringLiteral("rowTitle"));
    m_words = secondaryLabel({}, this);
    m_words->setObjectName(QStringLiteral("rowWords"));
    m_words->setTextInteractionFlags(Qt::TextSelectableByMouse);

    m_well = new PictureWell(this);
    m_pictureWords = secondaryLabel({}, this);
    m_pictureWords->setObjectName(QStringLiteral("rowPictureWords"));
    auto *other = makeButton(ButtonKind::Secondary, tr("Another picture…"), this);
    other->setObjectName(QStringLiteral("otherPicture"));
    m_without = makeButton(ButtonKind::Secondary, QString(), this);
    m_without->setObjectName(QStringLiteral("withoutPicture"));
    m_icon = makeButton(ButtonKind::Secondary, tr("Icon…"), this);
    m_icon->setAccessibleName(tr("Choose an icon"));
    connect(other, &QPushButton::clicked, this, &RowDetails::openPicture);
    auto *left = new QWidget(this);
    left->setFixedWidth(kPictureColumn);
    auto *leftColumn = new QVBoxLayout(left);
    leftColumn->setContentsMargins(0, 0, 0, 0);
    leftColumn->setSpacing(8);
    leftColumn->addWidget(fieldLabel(tr("Picture"), m_well, left));
    leftColumn->addWidget(m_well);
    leftColumn->addWidget(m_pictureWords);
    for (QPushButton *button : {other, m_without, m_icon})
        leftColumn->addWidget(button);
    m_hints = new IconHints({}, left, 1);
    leftColumn->addWidget(m_hints);
    connect(m_hints, &IconHints::chosen, this, [this](const QString &name) { m_flow->setIcon(m_row, name); });
    leftColumn->addStretch();

    m_name = new TextField(tr("Name"), 100, 1, this);
    m_type = new QComboBox(this);
    m_type->setObjectName(QStringLiteral("rowType"));
    m_type->setPlaceholderText(tr("Choose a type"));
    for (const int type : {kGold, kSilver, kBronze})
        m_type->addItem(typeWord(type), type);
    m_typeWords = secondaryLabel({}, this);
    m_typeWords->setObjectName(QStringLiteral("rowTypeWords"));
    auto *type = new QVBoxLayout;
    type->setSpacing(kGrid - 2);
    type->addWidget(fieldLabel(tr("Type"), m_type, this));
    type->addWidget(m_type);
    type->addWidget(m_typeWords);
    m_description = new TextField(tr("Description"), 500, 3, this);
    m_long = new TextField(tr("Long description"), 1000, 5, this);
    m_switches = new BadgeSwitches(this);
    m_switches->setFacts({});
    auto *sheet = new QWidget;
    auto *right = new QVBoxLayout(sheet);
    right->setContentsMargins(0, 0, 12, 0);
    right->setSpacing(12);
    m_changes = new RowChanges(m_pictures, sheet);
    right->addWidget(m_changes);
    right->addWidget(m_name);
    right->addLayout(type);
    right->addWidget(m_description);
    right->addWidget(m_long);
    right->addWidget(m_switches);
    right->addStretch();
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setAccessibleName(tr("Texts and switches"));
    scroll->setWidget(sheet);

    m_findings = new FindingsList(nullptr);
    auto *found = new QWidget;
    auto *foundColumn = new QVBoxLayout(found);
    foundColumn->setContentsMargins(0, 0, 8, 0);
    foundColumn->addWidget(m_findings);
    foundColumn->addStretch();
    auto *foundScroll = new QScrollArea(this);
    foundScroll->setFrameShape(QFrame::NoFrame);
    foundScroll->setWidgetResizable(true);
    foundScroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    foundScroll->setFixedWidth(kFindingsColumn);
    foundScroll->setFocusPolicy(Qt::NoFocus);
    foundScroll->setWidget(found);
    auto *findings = new QVBoxLayout;
    findings->setSpacing(8);
    findings->addWidget(sectionLabel(tr("What the forum will do to it"), this));
    findings->addWidget(foundScroll, 1);

    auto *bar = new ActionBar(this);
    m_before = makeButton(ButtonKind::Flat, tr("Row before"), bar);
    m_next = makeButton(ButtonKind::Flat, tr("Next row"), bar);
    auto *done = makeButton(ButtonKind::Primary, tr("Done"), bar);
    for (const auto &[action, iconName] : {std::pair(steps.undo, QStringLiteral("undo")), std::pair(steps.redo, QStringLiteral("redo"))}) {
        addAction(action); // its keys
        QToolButton *button = makeIconButton(iconName, action, bar);
        button->setObjectName(iconName);
        bar->addLeft(button);
    }
    bar->addLeft(m_before);
    bar->addLeft(m_next);
    bar->addRight(done);
    connect(done, &QPushButton::clicked, this, &QDialog::accept);
    for (QPushButton *button : {other, m_without, m_icon, m_before, m_next, done})
        button->setAutoDefault(false); // Return belongs to the texts

    auto *middle = new QHBoxLayout;
    middle->setSpacing(kMargin);
    middle->addWidget(left);
    middle->addWidget(scroll, 1);
    middle->addLayout(findings);
    auto *inner = new QVBoxLayout;
    inner->setContentsMargins(kMargin, kMargin, kMargin, 8);
    inner->setSpacing(8);
    inner->addWidget(m_title);
    inner->addWidget(m_words);
    inner->addLayout(middle, 1);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    whole->addLayout(inner, 1);
    whole->addWidget(bar);
}

/// A picture lands on the row it was dropped on, also when another one is looked at by then.
void RowDetails::listenToIntake()
{
    m_intake->setWeb(m_flow->context().web);
    const auto ended = [this](BadgeId row) {
        const QString name = m_busy.take(row);
        if (row == m_row)
            dressPicture();
        return name;
    };
    connect(m_intake, &PictureIntake::started, this, [this](BadgeId row) {
        m_busy.insert(row, m_flow->rows().at(int(row)).badge.name());
        if (row == m_row)
            dressPicture();
        Q_EMIT workingChanged();
    });
    connect(m_intake, &PictureIntake::ready, this, [this, ended](BadgeId row, const ChosenPicture &chosen) {
        ended(row);
        m_waiting.insert(int(row), artwork::setPictureOf(chosen.original, chosen.prepared));
        takeWaiting();
        Q_EMIT workingChanged();
    });
    connect(m_intake, &PictureIntake::failed, this, [this, ended](BadgeId row, const QString &why) {
        const QString name = ended(row);
        if (row == m_row && !why.isEmpty())
            complain(why);
        if (!why.isEmpty() && (row != m_row || !isVisible()))
            Q_EMIT pictureLost(tr("The picture that you chose for “%1” is not taken. %2").arg(name, why));
        Q_EMIT workingChanged();
    });
}

/// What came while a run was at the rows, or while they were compared anew, lands now.
void RowDetails::takeWaiting()
{
    if (!m_flow->isOpen() || m_waiting.isEmpty())
        return;
    const auto waiting = std::exchange(m_waiting, {});
    for (auto one = waiting.cbegin(); one != waiting.cend(); ++one)
        m_flow->setPicture(one.key(), one.value());
    Q_EMIT workingChanged();
}

/// Another file: each row may be another badge.
void RowDetails::rowsGone()
{
    delete std::exchange(m_intake, nullptr);
    for (const QString &name : std::as_const(m_busy))
        Q_EMIT pictureLost(tr("The picture that you chose for “%1” was not ready when the rows were read again, so it is not taken. Choose it once more.").arg(name));
    m_busy.clear();
    m_waiting.clear();
    reject();
    deleteLater();
}

void RowDetails::setRow(int row)
{
    if (row < 0 || row >= m_flow->rows().size())
        return;
    m_row = row;
    m_flow->endStep();
    dress();
    Q_EMIT rowChanged(row);
}

void RowDetails::dress()
{
    if (m_row >= m_flow->rows().size())
        return;
    const ImportRow &row = m_flow->rows().at(m_row);
    const Badge badge = m_flow->shown(m_row);
    const bool open = m_flow->isOpen();
    const QString locked = open ? QString() : tr("It is on its way to the forum.");
    m_title->setText(row.badge.source.isEmpty() ? tr("Row %1").arg(row.badge.row) : tr("Row %1: %2").arg(row.badge.row).arg(row.badge.source));
    m_words->setText(QStringList{stateWords(row.match), remarksBesideFindings(row).join(u' ')}.join(u'\n').trimmed());
    m_findings->setFindings(row.findings, {});
    m_words->setTone(row.match.state == artwork::SetState::Problem ? Tone::Bad : Tone::Note);
    // A name loses its outer blanks on the way; while it is typed they stay.
    if (m_name->text().simplified() != badge.name)
        m_name->setText(badge.name);
    dressType();
    m_description->setText(badge.description);
    m_long->setText(badge.longDescription);
    for (TextField *field : {m_name, m_description, m_long})
        field->setLocked(locked);
    FieldLocks locks;
    locks.everything = locked;
    if (open && !(badge.listable && badge.showPosts.value_or(true)) && !badge.showInPostHeader.value_or(false))
        locks.byField.insert(QStringLiteral("show_in_post_header"), tr("Only for a badge that is listed and shows the granting post."));
    m_type->setEnabled(open);
    m_type->setToolTip(locked);
    if (open && !badge.showPosts)
        locks.unread.insert(QStringLiteral("show_posts"), notReadable());
    m_switches->setBadge(badge, locks);
    m_before->setEnabled(m_row > 0);
    m_next->setEnabled(m_row + 1 < m_flow->rows().size());
    dressPicture();
}

/// One that forums do not have is none of the choices.
void RowDetails::dressType()
{
    const ImportRow &row = m_flow->rows().at(m_row);
    const QString problem = row.badge.fieldProblems.value(artwork::SetBadge::kTypeField);
    m_type->setCurrentIndex(problem.isEmpty() ? m_type->findData(m_flow->typeOf(m_row)) : -1);
    const QString words = problem.isEmpty() ? unsaidWords(row, artwork::SetBadge::kTypeField) : problem;
    m_typeWords->setText(words);
    m_typeWords->setTone(problem.isEmpty() ? Tone::Note : Tone::Bad);
    m_typeWords->setVisible(!words.isEmpty());
    m_type->setAccessibleDescription(words);
}

void RowDetails::dressPicture()
{
    if (m_row >= m_flow->rows().size())
        return;
    m_changes->showRow(m_flow->rows().at(m_row), m_flow->catalogue());
    const artwork::SetBadge &badge = m_flow->rows().at(m_row).badge;
    const bool without = m_flow->isWithoutPicture(m_row);
    const QString icon = badge.fields.icon.value_or(QString());
    m_well->setBusy(m_busy.contains(m_row));
    if (badge.picture) {
        m_well->setPicture(badge.picture->still);
        m_pictureWords->setText(tr("%1 · %2 kB").arg(badge.picture->upload.fileName).arg(QLocale().toString(badge.picture->upload.bytes.size() / 1000.0, 'f', 0)));
    } else if (!icon.isEmpty()) {
        const BadgePictures::Entry entry = m_pictures->icon(icon);
        const QImage glyph = artwork::glyphImage(entry.bytes, artwork::badgeTypeColour(m_flow->typeOf(m_row)), QSize(kGlyph, kGlyph) * devicePixelRatioF());
        if (glyph.isNull())
            m_well->setEmpty(entry.state == BadgePictures::State::Missing ? tr("The forum shows an empty box for this icon") : tr("Drop a picture here"));
        else
            m_well->setGlyph(glyph);
        m_pictureWords->setText(tr("Icon: %1").arg(icon));
    } else {
        m_well->setEmpty(tr("Drop a picture here"));
        m_pictureWords->setText(without ? tr("It goes without a picture.") : QString());
    }
    m_pictureWords->setTone(Tone::Note);
    if (badge.hasPictureProblem())
        m_pictureWords->clear(); // said above
    QList<Icon> near;
    const QStringList names = badge.picture ? QStringList() : m_flow->nearIcons(icon);
    for (const QString &name : names)
        near << Icon{name, m_pictures->icon(name).bytes};
    m_hints->setColour(artwork::badgeTypeColour(m_flow->typeOf(m_row)));
    m_hints->setIcons(near);
    m_pictureWords->setVisible(!m_pictureWords->text().isEmpty());
    m_without->setText(without ? tr("With its picture after all") : tr("Without the picture"));
    m_without->setEnabled(m_flow->isOpen() && (without || badge.picture || badge.hasPictureProblem()));
    m_well->setEnabled(m_flow->isOpen());
    m_icon->setEnabled(m_flow->isOpen());
}

void RowDetails::openPicture()
{
    QStringList patterns;
    const auto formats = QImageReader::supportedImageFormats();
    for (const QByteArray &format : formats)
        patterns << QStringLiteral("*.") + QString::fromLatin1(format);
    const FileQuestion question{tr("Open a picture"), {}, {tr("Pictures (%1)").arg(patterns.join(u' ')), tr("All files (*)")}, {}};
    m_flow->context().ask->openFile(this, question, [this](const QString &path) {
        if (!path.isEmpty())
            takePicture({path, {}});
    });
}

void RowDetails::pastePicture()
{
    if (const auto source = pictureIn(QGuiApplication::clipboard()->mimeData()))
        takePicture(*source);
    else
        complain(tr("There is no picture on the clipboard."));
}

void RowDetails::takePicture(const PictureSource &source)
{
    if (m_flow->isOpen())
        m_intake->take(m_row, source);
}

void RowDetails::chooseIcon()
{
    BadgeDesk *desk = m_flow->context().forum->badges();
    if (!desk)
        return;
    const Capability search = m_flow->context().capabilities().of(Ability::SearchIcons);
    QString mayNot;
    if (!search.allowed)
        mayNot = search.reason.isEmpty() ? tr("This connection may not search icons; a name can be typed.") : search.reason;
    const artwork::SetBadge &badge = m_flow->rows().at(m_row).badge;
    auto *dialog = new IconDialog(desk, m_pictures, m_flow->typeOf(m_row), badge.fields.icon.value_or(QString()), mayNot, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &IconDialog::iconChosen, this, [this, row = m_row](const QString &name) { m_flow->setIcon(row, name); });
    dialog->open();
}

void RowDetails::complain(const QString &sentence)
{
    m_pictureWords->setText(sentence);
    m_pictureWords->setTone(Tone::Bad);
    m_pictureWords->show();
}

} // namespace badgewright::ui
