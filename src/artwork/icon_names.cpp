// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "artwork/icon_names.h"

#include "artwork/icon_meanings.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <array>
#include <numeric>
#include <vector>

namespace badgewright::artwork {
namespace {

const QHash<QString, QStringList> &meanings()
{
    static const QHash<QString, QStringList> all = [] {
        QHash<QString, QStringList> byWord;
        for (const IconMeaning &meaning : kIconMeanings) {
            const QStringList icons = QString::fromLatin1(meaning.icons).split(u' ');
            const QStringList words = QString::fromLatin1(meaning.words).split(u' ');
            for (const QString &word : words) {
                for (const QString &icon : icons) {
                    if (icon != word && !byWord[word].contains(icon))
                        byWord[word] << icon;
                }
            }
        }
        return byWord;
    }();
    return all;
}

const QSet<QString> &iconsInTable()
{
    static const QSet<QString> all = [] {
        QSet<QString> icons;
        for (const IconMeaning &meaning : kIconMeanings) {
            const QStringList names = QString::fromLatin1(meaning.icons).split(u' ');
            for (const QString &name : names)
                icons.insert(name);
        }
        return icons;
    }();
    return all;
}

/// Without the prefix of its style.
QString shapeOf(const QString &name)
{
    return name.startsWith(u"far-") || name.startsWith(u"fab-") || name.startsWith(u"fas-") ? name.mid(4) : name;
}

/// How many keys apart; two that were struck in the wrong order count as one.
int slipsBetween(const QString &a, const QString &b)
{
    const auto width = size_t(b.size()) + 1;
    std::vector<int> before(width);
    std::vector<int> last(width);
    std::vector<int> row(width);
    std::iota(last.begin(), last.end(), 0);
    for (qsizetype i = 1; i <= a.size(); ++i) {
        row[0] = int(i);
        for (qsizetype j = 1; j <= b.size(); ++j) {
            const auto at = size_t(j);
            const bool same = a.at(i - 1) == b.at(j - 1);
            row[at] = std::min({last[at] + 1, row[at - 1] + 1, last[at - 1] + (same ? 0 : 1)});
            if (i > 1 && j > 1 && a.at(i - 1) == b.at(j - 2) && a.at(i - 2) == b.at(j - 1))
                row[at] = std::min(row[at], before[at - 2] + 1);
        }
        std::swap(before, last);
        std::swap(last, row);
    }
    return last.back();
}

QStringList sortedParts(const QString &name)
{
    QStringList parts = name.split(u'-', Qt::SkipEmptyParts);
    parts.sort();
    return parts;
}

constexpr double kTooFar = 100;

double distanceTo(const QString &known, const QString &wrong, const QStringList &meant, const QStringList &stems)
{
    const QString shape = shapeOf(known);
    const double style = shape == known ? 0 : 0.3; // the plain form is likelier meant
    if (shape == wrong)
        return style;
    if (sortedParts(shape) == sortedParts(wrong))
        return 0.1 + style;
    if (const qsizetype at = meant.indexOf(shape); at >= 0)
        return 0.5 + double(at) * 0.05 + style;
    const QStringList parts = shape.split(u'-');
    if (wrong.size() >= 3 && shape.startsWith(wrong))
        return 1 + double(shape.size() - wrong.size()) * 0.01 + style;
    if (parts.contains(wrong) || (shape.size() >= 3 && wrong.split(u'-').contains(shape)))
        return 1.2 + double(shape.size()) * 0.01 + style;
    const int allowed = wrong.size() <= 3 ? 1 : wrong.size() <= 7 ? 2 : 3;
    if (std::abs(shape.size() - wrong.size()) <= allowed) {
        const int slips = slipsBetween(shape, wrong);
        if (slips <= allowed)
            return 0.6 + slips * 0.5 + style;
    }
    for (const QString &part : parts) {
        for (const QString &stem : stems) {
            if (part.startsWith(stem))
                return 2.5 + double(shape.size()) * 0.01 + style;
        }
    }
    return kTooFar;
}

} // namespace

QString iconNameOf(const QString &written)
{
    QString name = written.simplified().toLower();
    static const QHash<QString, QString> styles{{QStringLiteral("far"), QStringLiteral("far-")}, {QStringLiteral("fab"), QStringLiteral("fab-")}, {QStringLiteral("fas"), QString()},
                                                {QStringLiteral("fa"), QString()}};
    QString style;
    const qsizetype blank = name.indexOf(u' ');
    if (blank > 0 && styles.contains(name.left(blank))) {
        style = styles.value(name.left(blank));
        name.remove(0, blank + 1);
    }
    if (name.startsWith(u"fas-"))
        name.remove(0, 4);
    if (name.startsWith(u"fa-"))
        name.remove(0, 3);
    return style + name.replace(u' ', u'-');
}

QStringList iconsMeaning(const QString &word)
{
    const QString plain = shapeOf(iconNameOf(word));
    const auto found = meanings().constFind(plain);
    if (found != meanings().cend())
        return *found;
    const QStringList stems = wordStems(plain);
    for (const QString &stem : stems) {
        QStringList icons = meanings().value(stem);
        if (icons.isEmpty())
            continue;
        // "crowning" is a crown first of all.
        if (iconsInTable().contains(stem))
            icons.prepend(stem);
        return icons;
    }
    return {};
}

QStringList wordStems(const QString &word)
{
    // The plural first: "gardeners" are of the gardener before they are of the garden.
    static const std::array kEndings{"s", "ies", "es", "ing", "ings", "ed", "er", "ers", "ful", "ness", "ly", "ment", "ation"};
    constexpr int kLeast = 3;
    QStringList stems;
    const auto add = [&](const QString &stem) {
        if (stem.size() >= kLeast && stem != word && !stems.contains(stem))
            stems << stem;
    };
    for (const char *one : kEndings) {
        const QString ending = QString::fromLatin1(one);
        if (!word.endsWith(ending) || word.size() - ending.size() < kLeast)
            continue;
        const QString rest = word.chopped(ending.size());
        if (ending == u"ies")
            add(rest + u'y');
        add(rest);
        add(rest + u'e'); // "writing"
        if (rest.at(rest.size() - 1) == rest.at(rest.size() - 2))
            add(rest.chopped(1)); // "running"
    }
    return stems;
}

QStringList nearestIcons(const QString &wrong, const QStringList &known, int most)
{
    const QString name = shapeOf(iconNameOf(wrong));
    const QStringList meant = iconsMeaning(name);
    const QStringList stems = wordStems(name);
    QList<std::pair<double, QString>> near;
    for (const QString &one : known) {
        const double distance = one == wrong ? kTooFar : distanceTo(one, name, meant, stems);
        if (distance < kTooFar && !near.contains(std::pair(distance, one)))
            near.append({distance, one});
    }
    std::sort(near.begin(), near.end());
    QStringList names;
    for (const auto &[distance, one] : near.mid(0, most))
        names << one;
    return names;
}

} // namespace badgewright::artwork
