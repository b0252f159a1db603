// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "discourse/session.h"
#include "forum/badge.h"

namespace badgewright::discourse {

/// GET /svg-sprite/picker-search.json: symbols whose name holds `part`, at most 500 (200 before 3.4), as whole
/// documents. A symbol that is no SVG is left out.
Call<QList<Icon>> *searchIcons(Session *session, const QString &part);
/// GET /svg-sprite/<host>/icon/<name>.svg, open to everybody. NotFound: the forum draws nothing for this name.
Call<Icon> *fetchIcon(Session *session, const QString &name);

/// The symbol's name in what people write after old habit: "fa-star", "far fa-star", "fab fa-github".
QString symbolName(const QString &written);
/// <symbol …> made into a document of its own; empty when it is not well-formed.
QByteArray documentOfSymbol(const QByteArray &symbol);

} // namespace badgewright::discourse
