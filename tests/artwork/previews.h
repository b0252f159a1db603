// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pictures.h"

#include "artwork/badge_preview_metrics.h"

#include <QtTest>

/// Badges as they were on the forum whose pages were measured, and their boxes against those.
namespace previews {

using badgewright::artwork::PreviewInput;

inline const QString kDescription = QStringLiteral("Given for helping people find their way around here");
inline const QByteArray kGlyph = QByteArrayLiteral(
    R"svg(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512"><path d="M0 0h512v512H0z"/></svg>)svg");

inline PreviewInput inputOf(const QString &name, const QString &description = kDescription, const QSize &picture = {})
{
    PreviewInput input;
    input.badge.name = name;
    input.badge.description = description;
    input.badge.grantCount = 1;
    input.badge.typeId = badgewright::kGold;
    input.width = 311.09;
    if (picture.isValid())
        input.image = pictures::disc(picture);
    else
        input.iconSvg = kGlyph;
    return input;
}

inline bool near(double a, double b)
{
    return std::abs(a - b) <= 1;
}

inline bool near(const QRectF &a, const QRectF &b)
{
    return near(a.x(), b.x()) && near(a.y(), b.y()) && near(a.width(), b.width()) && near(a.height(), b.height());
}

inline QByteArray shown(const QRectF &r)
{
    return QStringLiteral("[%1, %2, %3, %4]").arg(r.x()).arg(r.y()).arg(r.width()).arg(r.height()).toUtf8();
}

} // namespace previews

#define COMPARE_BOX(actual, expected)                                                                                  \
    QVERIFY2(previews::near(actual, expected), (previews::shown(actual) + " instead of " + previews::shown(expected)).constData())
