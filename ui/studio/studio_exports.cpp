// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "artwork/design_painter.h"
#include "artwork/pixels.h"
#include "support/whole_file.h"
#include "support/worker_call.h"
#include "ui/kit/ask_user.h"
#include "ui/kit/notice.h"
#include "ui/studio/design_model.h"
#include "ui/studio/forum_sizes.h"
#include "ui/studio/series_dialog.h"
#include "ui/studio/studio_dialog.h"
#include "ui/words/value_words.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QMenu>
#include <QPushButton>
#include <QRegularExpression>

namespace badgewright::ui {

using namespace Qt::StringLiterals;
using artwork::NamedDesign;

namespace {

/// A badge's name as the name of a file, on every system.
QString fileNameOf(const QString &name)
{
    static const QRegularExpression unfit(QStringLiteral(R"([\\/:*?"<>|\x00-\x1f])"));
    QString fit = name.simplified();
    fit.replace(unfit, QStringLiteral("-"));
    while (fit.startsWith(u'.'))
        fit.remove(0, 1);
    return fit.isEmpty() ? QStringLiteral("badge") : fit;
}

/// The first under the name that was chosen for it, the others beside it.
Result<Done> savedPictures(const QString &first, const QList<NamedDesign> &designs)
{
    const QDir folder = QFileInfo(first).dir();
    QStringList written;
    for (const NamedDesign &one : designs) {
        QString path = first;
        if (!written.isEmpty()) {
            path = folder.filePath(fileNameOf(one.name) + QStringLiteral(".png"));
            // Two badges of a series may have the same name.
            for (int n = 2; written.contains(path); ++n)
                path = folder.filePath(QStringLiteral("%1 %2.png").arg(fileNameOf(one.name)).arg(n));
        }
        const Result<Done> saved = writeWholeFile(path, artwork::pngBytes(artwork::designImage(one.design, artwork::kDesignSide)));
        if (!saved)
            return saved;
        written << path;
    }
    return Done{};
}

} // namespace

void StudioDialog::openExportMenu()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (const auto &made = m_sizes->prepared()) {
        menu->addAction(tr("PNG as it is uploaded (%1 px, %2)…").arg(QString::number(made->still.width()), words::bytes(made->picture.bytes.size())), this,
                        [this, bytes = made->picture.bytes] { saveAs(tr("Save as PNG"), tr("PNG pictures (*.png)"), u"png"_s, bytes); });
    }
    menu->addAction(tr("PNG, 512 px…"), this, [this] { exportPng(512); });
    menu->addAction(tr("PNG, 256 px…"), this, [this] { exportPng(256); });
    menu->addAction(tr("SVG…"), this, &StudioDialog::exportSvg);
    menu->addSeparator();
    menu->addAction(tr("Design, to be changed elsewhere…"), this, &StudioDialog::exportDesign);
    menu->addAction(tr("Open a design…"), this, &StudioDialog::openDesign);
    menu->popup(m_export->mapToGlobal(QPoint(0, m_export->height() + 2)));
}

void StudioDialog::exportPng(int side)
{
    saveAs(tr("Save as PNG"), tr("PNG pictures (*.png)"), u"png"_s, artwork::pngBytes(artwork::designImage(m_model->design(), side)));
}

void StudioDialog::exportSvg()
{
    saveAs(tr("Save as SVG"), tr("SVG drawings (*.svg)"), u"svg"_s, artwork::designToSvg(m_model->design()));
}

void StudioDialog::exportDesign()
{
    saveAs(tr("Save the design"), tr("Designs (*.json)"), u"badge-design.json"_s, artwork::designToJson(forThisBadge(m_model->design())));
}

void StudioDialog::openDesign()
{
    const FileQuestion question{tr("Open a design"), {}, {tr("Designs (*.json)"), tr("All files (*)")}, {}};
    m_context.ask->openFile(this, question, [this](const QString &path) {
        if (!path.isEmpty())
            readDesign(path);
    });
}

void StudioDialog::readDesign(const QString &path)
{
    const QString name = QFileInfo(path).fileName();
    QFile file(path);
    if (const Result<Done> opened = openPlainFile(&file); !opened) {
        complain(tr("%1 could not be read: %2.").arg(name, opened.error().detail));
        return;
    }
    const Result<artwork::BadgeDesign> design = artwork::designFromJson(file.read(artwork::design_limits::kLargestFile + 1));
    if (!design) {
        complain(tr("%1 was not opened. %2").arg(name, design.error().detail));
        return;
    }
    m_notice->clear();
    m_model->change(tr("open “%1”").arg(name), forThisBadge(*design), int(design->layers.size()) - 1);
}

void StudioDialog::saveAs(const QString &title, const QString &filter, const QString &suffix, const QByteArray &bytes)
{
    const FileQuestion question{title, fileNameOf(m_start.badgeName) + u'.' + suffix, {filter}, suffix};
    m_context.ask->saveFile(this, question, [this, bytes](const QString &path) {
        if (path.isEmpty())
            return;
        const Result<Done> written = writeWholeFile(path, bytes);
        if (written)
            m_notice->say(Tone::Good, tr("Saved as %1.").arg(QFileInfo(path).fileName()));
        else
            complain(written.error().detail);
    });
}

void StudioDialog::offerTypes()
{
    const QList<NamedDesign> designs = artwork::inAllTypes(m_model->design(), m_start.badgeName);
    // The badge itself is the one of its own type.
    QList<NamedDesign> others = designs;
    others.removeIf([this](const NamedDesign &one) { return one.design.typeId == m_start.typeId; });
    Choice choice{tr("Gold, silver and bronze of this design?"),
                  tr("What follows the badge type takes its colour; everything else stays."),
                  {}};
    const bool badges = m_start.whyNoBadges.isEmpty();
    if (badges)
        choice.options << tr("Make badges of the two other types");
    else
        choice.consequence += u' ' + m_start.whyNoBadges;
    choice.options << tr("Save three pictures…");
    m_context.ask->choose(this, choice, [this, designs, others, badges](int chosen) {
        if (chosen < 0)
            return;
        if (badges && chosen == 0)
            Q_EMIT badgesWanted(others);
        else
            savePictures(designs);
    });
}

void StudioDialog::sayMade(int badges)
{
    m_notice->say(Tone::Good, tr("%n new badge(s) stand in the list of the main window, not published yet.", nullptr, badges));
}

void StudioDialog::openSeries()
{
    if (artwork::textLayers(m_model->design()).isEmpty()) {
        m_notice->say(Tone::Note, tr("A series changes the words of a text, a year say. Add a text layer first."), {}, tr("Add a text"),
                      [this] {
                          m_notice->clear();
                          m_model->add(artwork::newLayer(artwork::LayerKind::Text));
                      });
        return;
    }
    artwork::BadgeDesign design = m_model->design();
    design.title = m_start.badgeName;
    auto *dialog = new SeriesDialog(design, m_start.whyNoBadges, m_context.ask, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &SeriesDialog::badgesWanted, this, &StudioDialog::badgesWanted);
    connect(dialog, &SeriesDialog::picturesWanted, this, &StudioDialog::savePictures);
    dialog->open();
}

void StudioDialog::savePictures(const QList<NamedDesign> &designs)
{
    if (designs.isEmpty())
        return;
    const FileQuestion question{tr("Save the pictures, all in one folder"), fileNameOf(designs.first().name) + u".png"_s,
                                {tr("PNG pictures (*.png)")}, u"png"_s};
    m_context.ask->saveFile(this, question, [this, designs](const QString &path) {
        if (path.isEmpty())
            return;
        const QDir folder = QFileInfo(path).dir();
        QStringList there;
        for (qsizetype i = 1; i < designs.size(); ++i) {
            const QString name = fileNameOf(designs.at(i).name) + u".png"_s;
            if (folder.exists(name))
                there << name;
        }
        if (there.isEmpty()) {
            writePictures(path, designs);
            return;
        }
        // The file dialog has asked for the first one alone.
        const Question overwrite{tr("Replace what is there?"), tr("The folder has these already: %1.").arg(there.join(u", "_s)), tr("Replace"),
                                 {}, true, {}, false};
        m_context.ask->confirm(this, overwrite, [this, path, designs](bool yes) {
            if (yes)
                writePictures(path, designs);
        });
    });
}

void StudioDialog::writePictures(const QString &first, const QList<NamedDesign> &designs)
{
    m_notice->say(Tone::Note, tr("Saving the pictures…"));
    // A hundred of them take seconds.
    runLater<Done>(this, [first, designs] { return savedPictures(first, designs); })->then(this, [this, first, designs](const Result<Done> &saved) {
        if (saved)
            m_notice->say(Tone::Good, tr("Pictures saved in %1: %2.")
                                          .arg(QDir::toNativeSeparators(QFileInfo(first).absolutePath()))
                                          .arg(designs.size()));
        else
            complain(saved.error().detail);
    });
}

} // namespace badgewright::ui
