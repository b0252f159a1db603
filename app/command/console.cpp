// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command/console.h"

#include "support/log.h"

#include <QElapsedTimer>
#include <QTextStream>

#include <cerrno>
#include <cstdio>
#include <unistd.h>

namespace badgewright {

namespace {

constexpr qint64 kBetweenProgressMs = 2000; ///< where nothing overwrites a line

bool s_progressShown = false;
QElapsedTimer s_sinceProgress;
QString s_lastProgress;
QString s_lastRemark;

int s_outputError = 0;

void write(FILE *stream, const QByteArray &bytes)
{
    const bool written = fwrite(bytes.constData(), 1, size_t(bytes.size()), stream) == size_t(bytes.size());
    if ((fflush(stream) != 0 || !written) && stream == stdout && s_outputError == 0)
        s_outputError = errno;
}

void write(FILE *stream, const QString &text)
{
    write(stream, SecretFilter::redacted(text).toUtf8());
}

void endProgress()
{
    if (s_progressShown)
        write(stderr, QStringLiteral("\n"));
    s_progressShown = false;
}

} // namespace

void Console::line(const QString &text)
{
    endProgress();
    write(stdout, text + u'\n');
}

void Console::bytes(const QByteArray &bytes)
{
    endProgress();
    write(stdout, bytes);
}

QString Console::outputTrouble()
{
    return s_outputError != 0 ? qt_error_string(s_outputError) : QString();
}

void Console::note(const QString &text)
{
    endProgress();
    write(stderr, text + u'\n');
}

void Console::progress(const QString &text, const QString &remark)
{
    const QString whole = remark.isEmpty() ? text : text + QStringLiteral(". ") + remark;
    if (isatty(STDERR_FILENO)) {
        write(stderr, QStringLiteral("\r\033[K") + whole);
        s_progressShown = true;
        return;
    }
    const bool isNews = !remark.isEmpty() && remark != s_lastRemark;
    const bool isTime = !s_sinceProgress.isValid() || s_sinceProgress.hasExpired(kBetweenProgressMs);
    if (whole == s_lastProgress || !(isNews || isTime))
        return;
    s_lastProgress = whole;
    s_lastRemark = remark;
    s_sinceProgress.start();
    write(stderr, whole + u'\n');
}

void Console::json(const QJsonDocument &document)
{
    endProgress();
    write(stdout, QString::fromUtf8(document.toJson(QJsonDocument::Indented)));
}

void Console::table(const QStringList &head, const QList<QStringList> &rows)
{
    QList<qsizetype> widths;
    const auto measure = [&](const QStringList &row) {
        for (qsizetype i = 0; i < row.size(); ++i) {
            if (i >= widths.size())
                widths << 0;
            widths[i] = std::max(widths[i], row.at(i).size());
        }
    };
    measure(head);
    for (const QStringList &row : rows)
        measure(row);
    const auto print = [&](const QStringList &row) {
        QString text;
        for (qsizetype i = 0; i < row.size(); ++i)
            text += i + 1 < row.size() ? row.at(i).leftJustified(widths.at(i) + 2) : row.at(i);
        line(text);
    };
    print(head);
    for (const QStringList &row : rows)
        print(row);
}

bool Console::hasTerminal()
{
    return isatty(STDIN_FILENO) && isatty(STDERR_FILENO);
}

bool Console::ask(const QString &question, QString *answer)
{
    if (!hasTerminal())
        return false;
    endProgress();
    write(stderr, question + u' ');
    QTextStream in(stdin);
    *answer = in.readLine().trimmed();
    return true;
}

} // namespace badgewright
