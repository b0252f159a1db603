// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "artwork/design_painter.h"
#include "artwork/picture_check.h"
#include "support/whole_file.h"
#include "ui/badges/badge_pictures.h"
#include "ui/badges/icon_dialog.h"
#include "ui/kit/ask_user.h"
#include "ui/kit/notice.h"
#include "ui/studio/design_model.h"
#include "ui/studio/studio_dialog.h"

#include <QFile>
#include <QFileInfo>

namespace badgewright::ui {

using artwork::Layer;
using artwork::LayerKind;

namespace {

QStringList takenOutOf(const QByteArray &svg)
{
    const Result<artwork::CleanSvg> clean = artwork::cleanSvg(svg);
    return clean ? artwork::takenOut(*clean) : QStringList();
}

} // namespace

void StudioDialog::chooseSymbol(bool replace)
{
    BadgeDesk *desk = m_context.forum->badges();
    if (!desk)
        return;
    const Capability search = m_context.capabilities().of(Ability::SearchIcons);
    QString mayNot;
    if (!search.allowed)
        mayNot = search.reason.isEmpty() ? tr("This connection may not search icons; a name can be typed.") : search.reason;
    const QString current = replace && m_model->layer() ? m_model->layer()->symbolName : m_start.iconName;
    auto *dialog = new IconDialog(desk, m_pictures, m_start.typeId, current, mayNot, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &IconDialog::iconChosen, this, [this, replace](const QString &name) {
        const auto take = [this, name, replace](const BadgePictures::Entry &entry) {
            if (entry.state == BadgePictures::State::Ready)
                takeSymbol(name, entry.bytes, false, replace);
            else
                complain(tr("The icon “%1” could not be fetched from the forum.").arg(name));
        };
        const BadgePictures::Entry entry = m_pictures->icon(name);
        if (entry.state != BadgePictures::State::Loading) {
            take(entry);
            return;
        }
        auto *waiting = new QObject(this);
        connect(m_pictures, &BadgePictures::iconArrived, waiting, [this, name, take, waiting](const QString &arrived) {
            if (arrived != name)
                return;
            waiting->deleteLater();
            take(m_pictures->icon(name));
        });
    });
    dialog->open();
}

void StudioDialog::openSvg(bool replace)
{
    const FileQuestion question{tr("Open an SVG"), {}, {tr("SVG drawings (*.svg)")}, {}};
    m_context.ask->openFile(this, question, [this, replace](const QString &path) {
        if (path.isEmpty())
            return;
        readSvg(path, replace);
    });
}

void StudioDialog::readSvg(const QString &path, bool replace)
{
    QFile file(path);
    if (const Result<Done> opened = openPlainFile(&file); !opened) {
        complain(tr("%1 could not be read: %2.").arg(QFileInfo(path).fileName(), opened.error().detail));
        return;
    }
    takeSymbol(QFileInfo(path).completeBaseName(), file.read(artwork::design_limits::kLargestSvg + 1), true, replace);
}

void StudioDialog::takeSymbol(const QString &name, const QByteArray &svg, bool own, bool replace)
{
    const Result<Layer> symbol = artwork::symbolLayer(name, svg, own);
    if (!symbol) {
        complain(symbol.error().detail);
        return;
    }
    if (artwork::svgPieces(symbol->svg).isEmpty()) {
        complain((QStringList(tr("“%1” draws nothing that could be used.").arg(name)) + takenOutOf(svg)).join(u' '));
        return;
    }
    // Icons of the forum have been through its own cleaning.
    const QStringList gone = own ? takenOutOf(svg) : QStringList();
    if (gone.isEmpty())
        m_notice->clear();
    else
        m_notice->say(Tone::Look, tr("“%1” is a layer now, but not all of it.").arg(name), gone.join(u' '));
    if (!replace || !m_model->layer() || m_model->layer()->kind != LayerKind::Symbol) {
        m_model->add(*symbol);
        return;
    }
    m_model->changeLayer(tr("symbol"), [&symbol](Layer &layer) {
        layer.svg = symbol->svg;
        layer.symbolName = symbol->symbolName;
        layer.ownColours = symbol->ownColours;
    });
}

} // namespace badgewright::ui
