// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/badges/icon_dialog.h"

#include "artwork/badge_preview_metrics.h"
#include "artwork/icon_names.h"
#include "artwork/icon_suggestions.h"
#include "ui/badges/badge_pictures.h"
#include "ui/badges/icon_hints.h"
#include "ui/badges/icon_list_model.h"
#include "ui/badges/icon_specimen.h"
#include "ui/kit/buttons.h"
#include "ui/kit/labels.h"
#include "ui/kit/search_field.h"
#include "ui/words/error_words.h"

#include <QHBoxLayout>
#include <QListView>
#include <QVBoxLayout>

#include <utility>

namespace badgewright::ui {

namespace {

constexpr int kGlyph = 28;
constexpr int kCell = 56;
constexpr int kMostFound = 500; // the forum gives no more, whatever there is;
constexpr int kMostFoundOnOldForums = 200; // and this many before the end of 2024

} // namespace

IconDialog::IconDialog(BadgeDesk *desk, BadgePictures *pictures, int typeId, const QString &current,
                       const QString &mayNotSearch, QWidget *parent)
    : QDialog(parent),
      m_desk(desk),
      m_pictures(pictures),
      m_mayNotSearch(mayNotSearch),
      m_model(new IconListModel(artwork::badgeTypeColour(typeId), kGlyph, devicePixelRatioF(), this)),
      m_search(new SearchField(mayNotSearch.isEmpty() ? tr("Search icons") : tr("Name of an icon"), this)),
      m_view(new QListView(this)),
      m_status(secondaryLabel({}, this)),
      m_specimen(new IconSpecimen(artwork::badgeTypeColour(typeId), this)),
      m_hints(new IconHints(artwork::badgeTypeColour(typeId), this)),
      m_pictureGoes(secondaryLabel(tr("The badge has a picture. The icon will replace it."), this)),
      m_use(makeButton(ButtonKind::Primary, tr("Use icon"), this)),
      m_anyway(makeButton(ButtonKind::Secondary, QString(), this)),
      m_current(current)
{
    setWindowTitle(tr("Choose an icon"));
    resize(620, 560);
    m_view->setViewMode(QListView::IconMode);
    m_view->setResizeMode(QListView::Adjust);
    m_view->setMovement(QListView::Static);
    m_view->setUniformItemSizes(true);
    m_view->setGridSize({kCell, kCell});
    m_view->setIconSize({kGlyph, kGlyph});
    m_view->setItemDelegate(new GlyphDelegate(m_view));
    m_view->setModel(m_model);
    m_view->setAccessibleName(tr("Icons"));
    m_status->setObjectName(QStringLiteral("iconStatus"));
    m_use->setDefault(true);
    m_anyway->setObjectName(QStringLiteral("useAnyway"));
    m_anyway->setAutoDefault(false);
    m_anyway->hide();
    m_pictureGoes->setTone(Tone::Look);
    m_pictureGoes->hide();
    auto *cancel = makeButton(ButtonKind::Secondary, tr("Cancel"), this);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    column->setSpacing(12);
    column->addWidget(m_search);
    column->addWidget(m_view, 1);
    auto *about = new QHBoxLayout;
    about->setSpacing(12);
    auto *said = new QVBoxLayout;
    said->setSpacing(6);
    said->addWidget(m_status);
    said->addWidget(m_hints);
    said->addStretch();
    about->addWidget(m_specimen, 0, Qt::AlignTop);
    about->addLayout(said, 1);
    column->addLayout(about);
    column->addWidget(m_pictureGoes);
    auto *foot = new QHBoxLayout;
    foot->setSpacing(10);
    foot->addStretch();
    foot->addWidget(cancel);
    foot->addWidget(m_anyway);
    foot->addWidget(m_use);
    column->addLayout(foot);
    m_view->setVisible(mayNotSearch.isEmpty());
    if (!mayNotSearch.isEmpty()) {
        column->addStretch();
        resize(560, 260);
    }

    connect(m_search, &SearchField::searched, this, &IconDialog::search);
    connect(m_search, &QLineEdit::textChanged, this, &IconDialog::judge);
    connect(m_search, &SearchField::leftDownwards, this, [this] {
        if (m_view->isVisible() && m_model->rowCount() > 0)
            m_view->setFocus();
    });
    connect(m_search, &QLineEdit::returnPressed, this, &IconDialog::takeFound);
    connect(m_search, &QLineEdit::textEdited, this, [this] { m_takesFound = false; });
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &IconDialog::judge);
    connect(m_view, &QListView::activated, this, &IconDialog::accept);
    connect(m_pictures, &BadgePictures::iconArrived, this, [this](const QString &name) {
        if (!m_asking && artwork::iconsMeaning(m_searched).contains(name))
            showMeant(m_searched);
        else
            judge();
    });
    connect(m_hints, &IconHints::chosen, this, &IconDialog::takeName);
    connect(m_use, &QPushButton::clicked, this, &IconDialog::accept);
    connect(m_anyway, &QPushButton::clicked, this, [this] {
        Q_EMIT iconChosen(typed());
        QDialog::accept();
    });
    connect(cancel, &QPushButton::clicked, this, &IconDialog::reject);
    if (mayNotSearch.isEmpty())
        search();
    else
        m_search->setText(current);
    judge();
    m_search->setFocus();
}

void IconDialog::sayPictureGoes()
{
    m_pictureGoes->show();
}

void IconDialog::sayPicturesGo(int count)
{
    m_pictureGoes->setText(tr("%Ln of them have a picture. The icon will replace it.", nullptr, count));
    m_pictureGoes->show();
}

QString IconDialog::typed() const
{
    // Old texts carry a prefix that the forum itself does not keep.
    return artwork::iconNameOf(m_search->text());
}

/// Return behind a word: what it finds is taken, as soon as it is found.
void IconDialog::takeFound()
{
    m_takesFound = m_asking;
    // Without the search a name is all there is; with it, one that it does not find is taken by its own button.
    if (!m_asking && !typed().isEmpty() && (m_view->selectionModel()->hasSelection() || !m_mayNotSearch.isEmpty()))
        accept();
}

QString IconDialog::wanted() const
{
    const QModelIndexList chosen = m_view->selectionModel()->selectedIndexes();
    return chosen.isEmpty() ? typed() : chosen.first().data().toString();
}

void IconDialog::search()
{
    if (!m_mayNotSearch.isEmpty())
        return;
    const QString part = typed();
    if (m_answered && !m_asking && part == m_searched)
        return; // Return, after the answer
    m_answered = false;
    if (m_asking)
        m_asking->cancel();
    m_offline.clear();
    m_hints->setIcons({});
    m_suggestedFor.clear();
    // What was seen before is there at once.
    const QList<Icon> kept = m_pictures->keptIcons(part);
    if (!kept.isEmpty())
        showFound(kept);
    setStatus(tr("Searching…"), false);
    auto *call = m_desk->searchIcons(part);
    m_asking = call;
    call->then(this, [this, part, kept, call](const Result<QList<Icon>> &found) {
        if (m_asking != call)
            return; // a newer question is under way
        m_asking.clear();
        m_searched = part;
        const bool take = std::exchange(m_takesFound, false) && !part.isEmpty() && part == typed();
        if (!found) {
            if (found.error().kind == ErrorKind::Cancelled)
                return;
            m_offline = words::sentence(found.error(), {});
            showFound(kept);
            showMeant(part);
            return;
        }
        for (const Icon &icon : *found)
            m_pictures->keepIcon(icon);
        m_answered = true;
        showFound(*found);
        showMeant(part);
        if (take && m_view->selectionModel()->hasSelection())
            accept();
        else if (take)
            m_search->setFocus(); // Return went to a list that was of another word
    });
}

void IconDialog::showFound(const QList<Icon> &icons)
{
    m_model->setIcons(icons);
    m_view->scrollToTop(); // a list that grows again would show its end
    if (typed().isEmpty())
        chooseRow(m_model->rowOf(m_current));
    else
        chooseBest();
    judge();
}

void IconDialog::chooseRow(int row)
{
    if (row < 0)
        return;
    m_view->setCurrentIndex(m_model->index(row));
    m_view->scrollTo(m_model->index(row), QAbstractItemView::PositionAtCenter);
}

/// The very name, or one that begins with it, or the first that was found.
void IconDialog::chooseBest()
{
    const QString name = typed();
    int best = m_model->rowOf(name);
    for (int row = 0; best < 0 && row < m_model->rowCount(); ++row) {
        if (m_model->icon(row).name.startsWith(name))
            best = row;
    }
    chooseRow(best < 0 && m_model->rowCount() > 0 ? 0 : best);
}

/// "winner" also finds the trophy, where the forum has one.
void IconDialog::showMeant(const QString &part)
{
    const QStringList meant = artwork::iconsMeaning(part);
    for (const QString &name : meant) {
        const BadgePictures::Entry entry = m_pictures->icon(name);
        if (entry.state == BadgePictures::State::Ready && m_model->rowOf(name) < 0)
            m_model->append({name, entry.bytes});
    }
    if (!part.isEmpty() && part == typed() && !m_view->selectionModel()->hasSelection())
        chooseBest();
    judge();
}

void IconDialog::suggest(const QString &name)
{
    if (m_suggestedFor == name)
        return;
    m_suggestedFor = name;
    m_hints->setIcons({});
    if (m_suggesting)
        m_suggesting->cancel();
    auto *call = artwork::suggestIcons(m_desk, name, m_mayNotSearch.isEmpty() && m_offline.isEmpty(), m_pictures->keptIcons({}), this);
    m_suggesting = call;
    call->then(this, [this, name](const Result<QList<Icon>> &icons) {
        if (!icons || m_suggestedFor != name)
            return;
        for (const Icon &icon : *icons)
            m_pictures->keepIcon(icon);
        m_hints->setIcons(*icons);
    });
}

void IconDialog::takeName(const QString &name)
{
    m_taken = name;
    m_search->setText(name);
    m_use->setFocus();
}

void IconDialog::showSpecimen(const QString &name)
{
    const QModelIndexList chosen = m_view->selectionModel()->selectedIndexes();
    QByteArray svg;
    if (!chosen.isEmpty())
        svg = m_model->icon(chosen.first().row()).svg;
    else if (!name.isEmpty() && (m_searched == name || !m_mayNotSearch.isEmpty()))
        svg = m_pictures->icon(name).bytes;
    m_specimen->setGlyph(name, svg);
}

void IconDialog::setStatus(const QString &text, bool warning)
{
    m_status->setText(text);
    m_status->setTone(warning ? Tone::Look : Tone::Note);
}

bool IconDialog::isAnswered() const
{
    return !m_mayNotSearch.isEmpty() || m_searched == typed();
}

void IconDialog::judge()
{
    const QString name = wanted();
    const QString word = typed();
    const bool selected = m_view->selectionModel()->hasSelection();
    // A word that finds icons is seldom the name of one.
    const bool unknown = !word.isEmpty() && isAnswered() && m_model->rowOf(word) < 0
        && (selected || m_pictures->icon(word).state == BadgePictures::State::Missing);
    m_anyway->setText(tr("Use “%1” anyway").arg(word));
    m_anyway->setVisible(unknown);
    m_use->setEnabled(selected || (!word.isEmpty() && !unknown && (isAnswered() || word == m_taken)));
    showSpecimen(name);
    if (m_asking)
        return;
    const bool chosen = m_view->selectionModel()->hasSelection();
    if (!chosen && !name.isEmpty() && (m_searched == name || !m_mayNotSearch.isEmpty())) {
        const BadgePictures::State state = m_pictures->icon(name).state;
        if (state == BadgePictures::State::Missing) {
            setStatus(tr("The forum does not know an icon “%1”: the badge would show an empty box.").arg(name), true);
            suggest(name);
            return;
        }
    }
    if (chosen || m_suggestedFor != name) {
        m_hints->setIcons({});
        m_suggestedFor.clear();
    }
    if (!m_mayNotSearch.isEmpty()) {
        setStatus(m_mayNotSearch, false);
    } else if (!m_offline.isEmpty()) {
        const QString kept = tr("These %Ln icon(s) are kept on this computer.", nullptr, m_model->rowCount());
        setStatus(m_model->rowCount() ? m_offline + u' ' + kept : m_offline, true);
    } else if (chosen) {
        setStatus(name, false);
    } else {
        const int count = m_model->rowCount();
        setStatus(count >= kMostFound || count == kMostFoundOnOldForums ? tr("The first %Ln icon(s); search for more", nullptr, count)
                                      : tr("%Ln icon(s)", nullptr, count),
                  false);
    }
}

void IconDialog::accept()
{
    if (!m_use->isEnabled())
        return;
    const QString name = wanted();
    Q_EMIT iconChosen(name);
    QDialog::accept();
}

} // namespace badgewright::ui
