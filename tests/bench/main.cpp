// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// badgewright_bench [--small] [--seed N] [kill] [pace] [limit60] [roundtrip] [bulk] [csv] [photo] [list] [drop] [preview]: makes the figures of the names, or all.
// Status 1: one of them misses its bar.

#include "bench/figure.h"

#include <QApplication>
#include <QCommandLineParser>

#include <cstdio>

using namespace badgewright::bench;

namespace badgewright::bench {

void print(const QString &title, const QList<QStringList> &rows)
{
    QList<qsizetype> widths;
    for (const QStringList &row : rows) {
        for (qsizetype i = 0; i < row.size(); ++i) {
            if (i == widths.size())
                widths.append(0);
            widths[i] = std::max(widths.at(i), row.at(i).size());
        }
    }
    std::printf("\n%s\n", qPrintable(title));
    for (const QStringList &row : rows) {
        QString text;
        for (qsizetype i = 0; i < row.size(); ++i)
            text += QStringLiteral("  ") + (i == 0 ? row.at(i).leftJustified(widths.at(i)) : row.at(i).rightJustified(widths.at(i)));
        std::printf("%s\n", qPrintable(text));
    }
    std::fflush(stdout);
}

QString verdict(bool met)
{
    return met ? QStringLiteral("within the bar") : QStringLiteral("misses the bar");
}

} // namespace badgewright::bench

int main(int argc, char **argv)
{
    // The window's figures need widgets, and none needs a screen.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    const QList<std::pair<QString, bool (*)(const Wish &)>> figures{{QStringLiteral("kill"), killFigure},
                                                                    {QStringLiteral("pace"), paceFigure},
                                                                    {QStringLiteral("limit60"), limitFigure},
                                                                    {QStringLiteral("roundtrip"), roundTripFigure},
                                                                    {QStringLiteral("bulk"), bulkFigure},
                                                                    {QStringLiteral("csv"), csvFigure},
                                                                    {QStringLiteral("photo"), photoFigure},
                                                                    {QStringLiteral("list"), listFigure},
                                                                    {QStringLiteral("drop"), dropFigure},
                                                                    {QStringLiteral("preview"), previewFigure}};
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addPositionalArgument(QStringLiteral("FIGURE"), QStringLiteral("kill, pace, limit60, roundtrip, bulk, csv, photo, list, drop, preview; none: all."));
    parser.addOptions({{QStringLiteral("small"), QStringLiteral("In seconds, to see that they work; the figures mean nothing.")},
                       {QStringLiteral("seed"), QStringLiteral("For what happens at random."), QStringLiteral("N"), QStringLiteral("1")},
                       {QStringLiteral("out"), QStringLiteral("Where preview draws its pictures."), QStringLiteral("DIR")}});
    parser.process(app);
    Wish wish;
    wish.small = parser.isSet(QStringLiteral("small"));
    wish.seed = parser.value(QStringLiteral("seed")).toUInt();
    wish.out = parser.value(QStringLiteral("out"));
    QStringList wanted = parser.positionalArguments();
    bool met = true;
    for (const auto &[name, make] : figures) {
        if (parser.positionalArguments().isEmpty() || wanted.removeAll(name) > 0)
            met = make(wish) && met;
    }
    if (!wanted.isEmpty())
        std::fprintf(stderr, "There is no figure %s.\n", qPrintable(wanted.join(QLatin1Char(' '))));
    return wanted.isEmpty() ? (met ? 0 : 1) : 2;
}
