// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command/people_reading.h"

#include "app/command/arguments.h"
#include "app/command/badge_named.h"
#include "app/command/console.h"
#include "app/command/exit_status.h"
#include "people/column_mapping.h"
#include "people/parked_people.h"
#include "people/patient_ask.h"
#include "people/people_list.h"
#include "support/whole_file.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <cstdio>

namespace badgewright {

using people::SetOperator;
using people::SourceKind;

namespace {

/// What stands before the colon of a source on the forum.
struct SourceWord {
    const char *word;
    SourceKind kind;
    Ability ability;
};
constexpr SourceWord kSourceWords[] = {
    {"group:", SourceKind::Group, Ability::ListMembers},  {"holders:", SourceKind::Holders, Ability::ListHolders},
    {"topic:", SourceKind::Topic, Ability::ReadTopics},   {"likers:", SourceKind::Likers, Ability::ReadTopics},
    {"report:", SourceKind::Report, Ability::RunReports},
};

constexpr int kMostLinks = 40;

std::optional<Ability> abilityFor(SourceKind kind)
{
    for (const SourceWord &one : kSourceWords) {
        if (one.kind == kind)
            return one.ability;
    }
    return {};
}

/// The file itself, whatever way leads to it and also when it is still to be made; empty: no file on a disk, as a pipe.
QString fileItself(const QString &path)
{
    QFileInfo file(path == QLatin1String("-") ? QStringLiteral("/dev/stdin") : path);
    for (int links = 0; links < kMostLinks && file.isSymLink() && !file.exists(); ++links) // leads to what is still to be made
        file.setFile(file.symLinkTarget());
    if (file.exists())
        return file.isFile() ? file.canonicalFilePath() : QString();
    const QString folder = QFileInfo(file.absolutePath()).canonicalFilePath();
    return (folder.isEmpty() ? file.absolutePath() : folder) + u'/' + file.fileName();
}

bool isOfTheForum(const QString &source)
{
    return std::any_of(std::begin(kSourceWords), std::end(kSourceWords),
                       [&](const SourceWord &one) { return source.startsWith(QLatin1String(one.word)); });
}

} // namespace

QList<QCommandLineOption> PeopleReading::options()
{
    return {
        {QStringLiteral("people"),
         QStringLiteral("grant, points: a list or a table (- for standard input), or people of the forum: group:NAME, holders:BADGE, "
                        "topic:URL (who wrote in it), likers:URL (of a post), report:ID (Data Explorer). Several are put together."),
         QStringLiteral("SOURCE")},
        {QStringLiteral("only-in"), QStringLiteral("Of these people only those who are also in SOURCE; may be given several times."),
         QStringLiteral("SOURCE")},
        {QStringLiteral("without"), QStringLiteral("Without those who are in SOURCE; may be given several times."), QStringLiteral("SOURCE")},
        {QStringLiteral("parameter"), QStringLiteral("A parameter of the report; may be given several times."), QStringLiteral("NAME=VALUE")},
        {QStringLiteral("reason-column"), QStringLiteral("grant: the column that holds each row's reason (its title or number)."),
         QStringLiteral("COLUMN")},
        {QStringLiteral("park"), QStringLiteral("Write the rows whose people have no account, or several, to this file, which --people reads."),
         QStringLiteral("FILE")},
    };
}

/// Writing would destroy what another option reads or writes.
std::optional<int> PeopleReading::refuseOneFileForTwo(const QCommandLineParser &parser, const QString &out) const
{
    QHash<QString, QString> taken; // the option, by the file
    for (const char *option : {"people", "only-in", "without"}) {
        for (const QString &source : parser.values(QLatin1String(option))) {
            if (!isOfTheForum(source))
                taken.insert(fileItself(source), QLatin1String(option));
        }
    }
    const std::pair<QString, QString> written[] = {{QStringLiteral("out"), out}, {QStringLiteral("park"), m_parkFile}};
    for (const auto &[option, path] : written) {
        const QString file = path.isEmpty() ? QString() : fileItself(path);
        if (file.isEmpty())
            continue;
        if (const QString other = taken.value(file); !other.isEmpty())
            return usage(QStringLiteral("--%1 would overwrite the file of --%2: %3.").arg(option, other, path));
        taken.insert(file, option);
    }
    return std::nullopt;
}

std::optional<int> PeopleReading::prepare(const QCommandLineParser &parser, const QString &out)
{
    m_reasonColumn = parser.value(QStringLiteral("reason-column"));
    m_parkFile = parser.value(QStringLiteral("park"));
    for (const QString &given : parser.values(QStringLiteral("parameter"))) {
        const qsizetype sign = given.indexOf(u'=');
        if (sign < 1)
            return usage(QStringLiteral("--parameter takes NAME=VALUE, not \"%1\".").arg(given));
        m_parameters.insert(given.left(sign).trimmed(), given.mid(sign + 1));
    }
    if (parser.values(QStringLiteral("people")).isEmpty())
        return usage(QStringLiteral("--people says who."));
    if (const auto end = refuseOneFileForTwo(parser, out))
        return end;
    for (const QString &source : parser.values(QStringLiteral("people"))) {
        if (const auto end = add(SetOperator::Also, source))
            return end;
    }
    if (!m_reasonColumn.isEmpty() && !m_hadReasonColumn)
        return usage(QStringLiteral("The table has no column \"%1\".").arg(m_reasonColumn));
    for (const QString &source : parser.values(QStringLiteral("only-in"))) {
        if (const auto end = add(SetOperator::OnlyIn, source))
            return end;
    }
    for (const QString &source : parser.values(QStringLiteral("without"))) {
        if (const auto end = add(SetOperator::Without, source))
            return end;
    }
    const bool hasReport = std::any_of(m_sources.cbegin(), m_sources.cend(), [](const Source &one) { return one.spec.kind == SourceKind::Report; });
    if (!m_parameters.isEmpty() && !hasReport)
        return usage(QStringLiteral("--parameter is for a report, and there is none."));
    return std::nullopt;
}

std::optional<int> PeopleReading::add(SetOperator how, const QString &source)
{
    Source added;
    added.how = how;
    const SourceWord *word = nullptr;
    for (const SourceWord &one : kSourceWords) {
        if (source.startsWith(QLatin1String(one.word)))
            word = &one;
    }
    if (!word) {
        if (const auto end = readFile(source, how, &added.spec))
            return end;
        m_sources << added;
        return std::nullopt;
    }
    const QString what = source.mid(qsizetype(qstrlen(word->word))).trimmed();
    if (what.isEmpty())
        return usage(QStringLiteral("%1 what? A file of that name is written ./%1.").arg(QLatin1String(word->word)));
    added.spec.kind = word->kind;
    switch (word->kind) {
    case SourceKind::List:
        break;
    case SourceKind::Group:
        added.spec.group = what;
        break;
    case SourceKind::Holders:
        added.badge = what;
        added.spec.title = what;
        break;
    case SourceKind::Topic:
    case SourceKind::Likers:
        added.spec.link = what;
        break;
    case SourceKind::Report: {
        bool isId = false;
        added.spec.report = what.toLongLong(&isId);
        if (!isId)
            return usage(QStringLiteral("report: takes the number of a report, not \"%1\".").arg(what));
        added.spec.parameters = m_parameters;
        break;
    }
    }
    m_sources << added;
    return std::nullopt;
}

std::optional<int> PeopleReading::readFile(const QString &path, SetOperator how, people::SourceSpec *spec)
{
    const bool isInput = path == QLatin1String("-");
    if (isInput && std::exchange(m_inputTaken, true))
        return usage(QStringLiteral("Standard input can be read only once."));
    QFile file(path);
    const bool opened = isInput ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!opened)
        return usage(QStringLiteral("%1 cannot be read: %2.").arg(path, file.errorString()));
    const Result<people::Table> table = people::readTable(file.readAll());
    if (!table) {
        Console::note(table.error().detail);
        return kUsage;
    }
    for (const QString &warning : table->warnings)
        Console::note(warning);
    people::ColumnMapping mapping = people::guessMapping(*table);
    if (how == SetOperator::Also && !m_reasonColumn.isEmpty()) {
        int column = -1;
        for (int i = 0; i < table->columnCount; ++i) {
            if (people::columnTitle(*table, mapping, i).compare(m_reasonColumn, Qt::CaseInsensitive) == 0
                || QString::number(i + 1) == m_reasonColumn)
                column = i;
        }
        if (column >= 0) {
            if (mapping.everyCell) // it is a table, and the people are in its first column, or beside that of the reasons
                mapping.set(people::ColumnRole::Username, column == 0 ? 1 : 0);
            mapping.set(people::ColumnRole::Reason, column);
            m_hadReasonColumn = true;
            if (mapping.firstRowIsHeader && m_reasonTitle.isEmpty())
                m_reasonTitle = table->cell(0, column);
        }
    }
    const Result<people::MappedTable> mapped = people::recipientsFrom(*table, mapping);
    if (!mapped) {
        Console::note(mapped.error().detail);
        return kUsage;
    }
    if (const QString skipped = people::skippedRowsSentence(*mapped); !skipped.isEmpty())
        Console::note(skipped);
    for (const QString &remark : people::unreadRemarks(*table, mapping))
        Console::note(QStringLiteral("%1: %2").arg(isInput ? QStringLiteral("-") : path, remark));
    if (mapped->recipients.isEmpty() && how == SetOperator::Also)
        return usage(QStringLiteral("%1 names nobody.").arg(path));
    spec->list = mapped->recipients;
    spec->title = QFileInfo(path).fileName();
    return std::nullopt;
}

QString PeopleReading::name() const
{
    QString name;
    for (const Source &source : m_sources)
        name = people::joinedName(name, source.how, people::sourceName(source.spec));
    return name;
}

Call<QList<people::Match>> *PeopleReading::match(const ForumPtr &forum, Clock *clock)
{
    m_forum = forum;
    m_clock = clock;
    m_call = new Call<QList<people::Match>>(this);
    next();
    return m_call;
}

void PeopleReading::next()
{
    if (m_read == m_sources.size())
        return matchAll();
    Source *source = &m_sources[m_read];
    const auto ability = abilityFor(source->spec.kind);
    if (const Capability may = ability ? m_forum->capabilities().of(*ability) : Capability{true, {}}; !may.allowed)
        return giveUp(Error::refusedHere(may.reason.isEmpty() ? QStringLiteral("This forum has nothing of the kind.") : may.reason),
                      people::sourceName(source->spec));
    if (source->spec.kind == SourceKind::Holders)
        findBadge(source);
    else
        read(source);
}

void PeopleReading::findBadge(Source *source)
{
    const auto found = [this, source](const Result<BadgeCatalogue> &catalogue) {
        if (!catalogue)
            return giveUp(catalogue.error(), QStringLiteral("The list of badges"));
        const Badge *badge = badgeNamed(*catalogue, source->badge);
        if (!badge)
            return giveUp(Error::refusedHere(QStringLiteral("There is no badge \"%1\" on %2.").arg(source->badge, m_forum->connection().address())));
        if (!badge->enabled)
            return giveUp(Error::refusedHere(QStringLiteral("\"%1\" is disabled, and of such a badge a forum lists no holders.").arg(badge->name)));
        source->spec.badge = badge->id;
        source->spec.title = badge->name;
        read(source);
    };
    people::askPatiently<BadgeCatalogue>({this, m_clock, &m_inner, [] { return false; }}, [this] { return m_forum->badges()->list(); }, found);
}

void PeopleReading::read(Source *source)
{
    const QString name = people::sourceName(source->spec);
    auto *call = people::readSource({m_forum->people(), m_forum->grants(), m_clock}, source->spec, this);
    connect(call, &PendingCall::progress, this, [name](qint64 done, qint64 total) {
        Console::progress(total > 0 ? QStringLiteral("reading %1: %2 of %3").arg(name).arg(done).arg(total)
                                    : QStringLiteral("reading %1: %2").arg(name).arg(done));
    });
    call->then(this, [this, source, name](const Result<people::SourcePeople> &people) {
        if (!people)
            return giveUp(people.error(), name);
        for (const QString &remark : people->remarks)
            Console::note(QStringLiteral("%1: %2").arg(name, remark));
        if (source->spec.kind != SourceKind::List)
            Console::note(QStringLiteral("%1: %2 people.").arg(name).arg(people->recipients.size()));
        source->people = people->recipients;
        ++m_read;
        next();
    });
}

void PeopleReading::matchAll()
{
    QList<people::Recipient> all;
    for (const Source &source : std::as_const(m_sources))
        all << source.people;
    auto *matcher = new people::Matcher(m_forum->people(), m_clock, this);
    people::MatchOptions options;
    options.forumBase = m_forum->connection().base;
    Call<QList<people::Match>> *call = matcher->match(all, options);
    connect(call, &PendingCall::progress, this, [](qint64 done, qint64 total) {
        Console::progress(QStringLiteral("matching people: %1 of %2").arg(done).arg(total));
    });
    call->then(this, [this](const Result<QList<people::Match>> &matches) {
        if (matches)
            combine(*matches);
        else
            giveUp(matches.error());
    });
}

void PeopleReading::combine(const QList<people::Match> &matches)
{
    QList<people::MatchedSet> sets;
    qsizetype at = 0;
    for (const Source &source : std::as_const(m_sources)) {
        sets << people::MatchedSet{source.how, people::sourceName(source.spec), matches.mid(at, source.people.size())};
        at += source.people.size();
    }
    const Result<people::CombinedPeople> people = people::combined(sets);
    if (!people)
        return giveUp(people.error());
    for (const QString &remark : people->remarks)
        Console::note(remark);
    if (people->matches.isEmpty())
        Console::note(QStringLiteral("Nobody is left."));
    if (const auto parked = park(people->matches); !parked)
        return giveUp(parked.error());
    m_call->settle(people->matches);
}

Result<Done> PeopleReading::park(const QList<people::Match> &matches) const
{
    if (m_parkFile.isEmpty())
        return Done{};
    const auto written = writeWholeFile(m_parkFile, people::parkedCsv(matches, m_reasonTitle));
    const int count = people::parkedCount(matches);
    if (written)
        Console::note(count ? QStringLiteral("%1 people without an account were parked in %2.").arg(count).arg(m_parkFile)
                            : QStringLiteral("Everybody has an account; %1 holds nobody.").arg(m_parkFile));
    return written;
}

void PeopleReading::giveUp(const Error &error, const QString &about)
{
    if (!about.isEmpty())
        Console::note(QStringLiteral("%1 could not be read.").arg(about));
    m_call->settle(fail(error));
}

} // namespace badgewright
