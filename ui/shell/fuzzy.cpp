// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/fuzzy.h"

namespace badgewright::ui {

namespace {

bool beginsWord(QStringView text, qsizetype at)
{
    return at == 0 || !text.at(at - 1).isLetterOrNumber();
}

/// The best way to place typed[from…] into text[at…]; texts are short, so trying every place is cheap.
int best(QStringView typed, qsizetype from, QStringView text, qsizetype at, bool follows)
{
    if (from == typed.size())
        return 0;
    int found = -1;
    for (qsizetype i = at; i < text.size(); ++i) {
        if (text.at(i).toCaseFolded() != typed.at(from).toCaseFolded())
            continue;
        const bool joined = follows && i == at;
        const int rest = best(typed, from + 1, text, i + 1, true);
        if (rest >= 0)
            found = qMax(found, rest + 1 + (joined ? 4 : 0) + (beginsWord(text, i) ? 6 : 0));
        if (from > 0 && found >= 0 && i > at + 24)
            break;
    }
    return found;
}

} // namespace

int fuzzyScore(QStringView typed, QStringView text)
{
    QString letters;
    for (const QChar c : typed) {
        if (!c.isSpace())
            letters += c;
    }
    if (letters.isEmpty())
        return 0;
    // Longer than any command: nothing fits, and nothing is tried.
    if (letters.size() > 24 || text.size() > 120)
        return text.contains(typed, Qt::CaseInsensitive) ? 1 : -1;
    const int score = best(letters, 0, text, 0, false);
    return score < 0 ? -1 : score * 8 + qMax(0, 60 - int(text.size()));
}

} // namespace badgewright::ui
