// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/studio/forum_sizes.h"

#include "artwork/badge_preview_metrics.h"
#include "support/unbroken.h"
#include "support/worker_call.h"
#include "ui/kit/buttons.h"
#include "ui/kit/labels.h"
#include "ui/kit/style_paint.h"
#include "ui/kit/theme.h"
#include "ui/words/value_words.h"

#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <utility>

namespace badgewright::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array kSizes{56, 32, 16};
constexpr int kPause = 300; // ms after the last change: packing a picture takes a while

} // namespace

class ForumSizes::Ground final : public QWidget
{
public:
    Ground(bool dark, QWidget *parent) : QWidget(parent), m_dark(dark)
    {
        setFixedHeight(76);
        setMinimumWidth(180);
        setAccessibleName(dark ? ForumSizes::tr("On a dark page") : ForumSizes::tr("On a light page"));
    }
    void setPicture(const QImage &picture)
    {
        const qreal ratio = devicePixelRatioF();
        for (size_t i = 0; i < kSizes.size(); ++i) {
            const QSize room = QSize(kSizes[i], kSizes[i]) * ratio;
            m_small[i] = picture.isNull() ? QImage() : picture.scaled(room, Qt::KeepAspectRatio, Qt::SmoothTransformation);
            m_small[i].setDevicePixelRatio(ratio);
        }
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const artwork::PreviewTokens page = m_dark ? artwork::PreviewTokens::dark() : artwork::PreviewTokens::light();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        paint::roundedFrame(&painter, QRectF(rect()), kFrameRadius, page.secondary, tokens(this).line);
        qreal left = 16;
        for (size_t i = 0; i < kSizes.size(); ++i) {
            const QSizeF size = m_small[i].deviceIndependentSize();
            painter.drawImage(QPointF(left + (kSizes[i] - size.width()) / 2, (height() - size.height()) / 2), m_small[i]);
            left += kSizes[i] + 20;
        }
    }

private:
    bool m_dark;
    std::array<QImage, kSizes.size()> m_small;
};

ForumSizes::ForumSizes(const SiteInfo &site, QWidget *parent)
    : QWidget(parent), m_site(site), m_light(new Ground(false, this)), m_dark(new Ground(true, this)),
      m_choice(new SegmentedControl(tr("Size of the picture"), {tr("Automatic"), tr("512 px"), tr("256 px")}, this)),
      m_facts(secondaryLabel({}, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    column->addWidget(sectionLabel(tr("In the forum"), this));
    column->addWidget(m_light);
    column->addWidget(m_dark);
    column->addWidget(m_choice, 0, Qt::AlignLeft);
    column->addWidget(m_facts);
    m_choice->setObjectName(u"pictureSide"_s);
    m_choice->setToolTip(tr("Automatic: as large as fits below 75 kB, so that no forum makes a JPEG of it"));
    m_facts->setObjectName(u"pictureWeight"_s);
    connect(m_choice, &SegmentedControl::currentChanged, this, [this](int index) {
        const int side = index == 0 ? artwork::kAutomaticSide : artwork::kMasterSides[index - 1];
        if (side != m_side)
            Q_EMIT sideChosen(side);
    });
    m_soon.setSingleShot(true);
    m_soon.setInterval(kPause);
    connect(&m_soon, &QTimer::timeout, this, &ForumSizes::weigh);
}

void ForumSizes::setPicture(const QImage &shown, const Original &original)
{
    m_original = original;
    m_light->setPicture(shown);
    m_dark->setPicture(shown);
    startWeighing();
}

void ForumSizes::setSide(int side)
{
    side = artwork::masterSide(side);
    const int before = std::exchange(m_side, side);
    const auto *place = std::find(std::begin(artwork::kMasterSides), std::end(artwork::kMasterSides), side);
    m_choice->setCurrent(place == std::end(artwork::kMasterSides) ? 0 : int(place - std::begin(artwork::kMasterSides)) + 1);
    if (before != side)
        startWeighing();
}

QString ForumSizes::facts() const
{
    return m_facts->text();
}

void ForumSizes::startWeighing()
{
    m_prepared.reset();
    if (m_weighing)
        m_weighing->cancel();
    m_weighing.clear();
    m_facts->setText(tr("Counting the bytes…"));
    m_soon.start();
}

void ForumSizes::weigh()
{
    if (!m_original)
        return;
    // Placed and cut by the person: nothing is trimmed.
    const artwork::PrepareOptions options = artwork::optionsFor(m_site, true, false, m_side);
    auto *call = runLater<artwork::PreparedPicture>(this, [original = m_original, options] {
        return original().and_then([&options](const artwork::CheckedPicture &checked) { return artwork::preparePicture(checked, options); });
    });
    m_weighing = call;
    call->then(this, [this, call](const Result<artwork::PreparedPicture> &made) {
        if (m_weighing != call)
            return;
        m_weighing.clear();
        if (!made) {
            m_facts->setText(made.error().detail);
        } else {
            m_prepared = *made;
            const QString file = unbroken(tr("PNG %1 px, %2").arg(QString::number(made->still.width()), words::bytes(made->picture.bytes.size())));
            const bool heavy = !made->findings.isEmpty();
            m_facts->setText(heavy ? unbroken(tr("%1: above 75 kB, some forums turn it into a JPEG").arg(file)) : file);
        }
        Q_EMIT weighed();
    });
}

} // namespace badgewright::ui
