// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/badge_sets/import_judge.h"

#include "artwork/findings.h"
#include "support/worker_call.h"

#include <QFileInfo>

#include <algorithm>

namespace badgewright::ui {

using artwork::Finding;

namespace {

constexpr qsizetype kAtOnce = 8; // so that what is typed meanwhile need not wait long

QList<Finding> findingsOfRow(const JudgedRow &row, const artwork::PreviewColours &colours)
{
    artwork::FindingsInput input;
    input.badge = row.badge;
    input.iconUnknown = row.iconUnknown;
    input.colours = colours;
    if (row.picture) {
        const Picture &upload = row.picture->upload;
        // The still is smaller than what is sent, which is what counts.
        if (const Result<artwork::CheckedPicture> whole = artwork::checkPicture(upload.bytes, upload.fileName))
            input.image = whole->still;
        else
            input.image = row.picture->still;
        input.imageBytes = upload.bytes.size();
        input.imageFormat = QFileInfo(upload.fileName).suffix().toLower();
        input.ofThePicture = row.picture->findings;
    }
    QList<Finding> findings = artwork::findingsOf(input);
    // Of these the row says more: which icons come near, and why there is no picture.
    findings.removeIf([&row](const Finding &finding) {
        return finding.kind == Finding::Kind::UnknownIcon || (row.pictureMissing && finding.kind == Finding::Kind::NoPicture);
    });
    return findings;
}

} // namespace

ImportJudge::Sight ImportJudge::sightOf(const JudgedRow &row)
{
    const Badge &badge = row.badge;
    return {{badge.name, badge.description, badge.longDescription, badge.icon, badge.imageUrl.toString()},
            badge.typeId,
            row.picture ? row.picture->still.cacheKey() : 0,
            row.picture ? row.picture->upload.bytes.size() : 0,
            row.iconUnknown,
            row.pictureMissing};
}

void ImportJudge::judge(const QList<JudgedRow> &rows)
{
    if (rows.size() != m_rows.size()) { // others
        ++m_round;
        m_sights = QList<Sight>(rows.size());
        m_waiting.clear();
    }
    m_rows = rows;
    QList<int> fresh;
    for (int i = 0; i < rows.size(); ++i) {
        const Sight sight = sightOf(rows.at(i));
        if (sight == m_sights.at(i))
            continue;
        m_sights[i] = sight;
        m_waiting.removeOne(i);
        fresh << i;
    }
    m_waiting = fresh + m_waiting; // what has just been changed is looked at now
    next();
}

void ImportJudge::setColours(const artwork::PreviewColours &colours)
{
    m_colours = colours;
    ++m_round;
    m_sights = QList<Sight>(m_rows.size());
    judge(QList<JudgedRow>(m_rows));
}

void ImportJudge::next()
{
    if (m_busy || m_waiting.isEmpty())
        return;
    m_busy = true;
    const QList<int> numbers = m_waiting.mid(0, kAtOnce);
    m_waiting.remove(0, numbers.size());
    QList<JudgedRow> rows;
    QList<Sight> sights;
    for (const int number : numbers) {
        rows << m_rows.at(number);
        sights << m_sights.at(number);
    }
    using All = QList<QList<Finding>>;
    auto *call = runLater<All>(this, [rows, colours = m_colours] {
        All all;
        for (const JudgedRow &row : rows)
            all << findingsOfRow(row, colours);
        return Result<All>(all);
    });
    call->then(this, [this, numbers, sights, round = m_round](const Result<All> &all) {
        m_busy = false;
        for (qsizetype i = 0; all && round == m_round && i < numbers.size(); ++i) {
            // Much may have been typed meanwhile; then it is judged again.
            if (m_sights.at(numbers.at(i)) == sights.at(i))
                Q_EMIT judged(numbers.at(i), all->at(i));
        }
        Q_EMIT paused();
        next();
    });
}

} // namespace badgewright::ui
