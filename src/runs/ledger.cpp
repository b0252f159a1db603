// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "runs/ledger.h"

#include "runs/ledger_schema.h"
#include "runs/ledger_sql.h"
#include "runs/step_codec.h"
#include "support/lone_lock.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QSqlQuery>
#include <QSysInfo>
#include <QThread>
#include <QUuid>

namespace badgewright::runs {

namespace {

struct LedgerWords {
    Q_DECLARE_TR_FUNCTIONS(badgewright::runs::Ledger)
};

QString stamp(const QDateTime &at)
{
    return at.isValid() ? at.toUTC().toString(Qt::ISODateWithMs) : QString();
}

QDateTime fromStamp(const QVariant &value)
{
    return QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
}

/// A text for LIKE, with the wildcards in it taken literally.
QString likeAnywhere(QString text)
{
    text.replace(QLatin1Char('\\'), QLatin1String("\\\\"));
    text.replace(QLatin1Char('%'), QLatin1String("\\%"));
    text.replace(QLatin1Char('_'), QLatin1String("\\_"));
    return QLatin1Char('%') + text + QLatin1Char('%');
}

/// Who it is, as far as the file tells: it may just be written, or given up.
QString whoHolds(const QLockFile &lock)
{
    qint64 process = 0;
    QString host;
    QString program;
    const QDateTime since = QFileInfo(lock.fileName()).lastModified();
    if (!lock.getLockInfo(&process, &host, &program) || process <= 0 || !since.isValid())
        return LedgerWords::tr("Another Badgewright is at work on this forum.");
    const QString when = since.date() == QDate::currentDate() ? since.toString(QStringLiteral("HH:mm")) : since.toString(QStringLiteral("yyyy-MM-dd HH:mm"));
    if (host.isEmpty() || host == QSysInfo::machineHostName())
        return LedgerWords::tr("Another Badgewright is at work on this forum: process %1, since %2.").arg(process).arg(when);
    return LedgerWords::tr("Another Badgewright is at work on this forum: process %1 on %2, since %3.").arg(process).arg(host, when);
}

const QString kRunColumns = QStringLiteral(
    "SELECT r.id, r.title, r.plan_id, r.forum_id, r.forum_address, r.forum_kind, r.acting_user, r.source, r.state, r.note,"
    " r.pace, r.road, r.undo_of, r.created_at, r.started_at, r.finished_at,"
    " (SELECT COUNT(*) FROM steps s WHERE s.run_id = r.id),"
    " (SELECT COUNT(*) FROM steps s WHERE s.run_id = r.id AND s.state NOT IN ('waiting', 'sending')),"
    " (SELECT COUNT(*) FROM steps s WHERE s.run_id = r.id AND s.state IN ('failed', 'unknown')),"
    " (SELECT MAX(u.id) FROM runs u WHERE u.undo_of = r.id),"
    " (SELECT COUNT(*) FROM runs u JOIN steps s ON s.run_id = u.id WHERE u.undo_of = r.id"
    " AND s.state IN ('waiting', 'sending', 'failed', 'unknown')) FROM runs r");

RunSummary runFrom(const QSqlQuery &query)
{
    RunSummary run;
    run.id = query.value(0).toInt();
    run.title = query.value(1).toString();
    run.planId = query.value(2).toString();
    run.forumId = query.value(3).toString();
    run.forumAddress = query.value(4).toString();
    forumKindFromName(query.value(5).toString(), &run.forumKind);
    run.actingUser = query.value(6).toString();
    run.source = query.value(7).toString();
    run.state = runStateFromName(query.value(8).toString()).value_or(RunState::Stopped);
    run.note = query.value(9).toString();
    run.pace = paceFromName(query.value(10).toString()).value_or(Pace::Considerate);
    run.road = roadFromName(query.value(11).toString()).value_or(Road::Single);
    run.undoOf = query.value(12).toInt();
    run.createdAt = fromStamp(query.value(13));
    run.startedAt = fromStamp(query.value(14));
    run.finishedAt = fromStamp(query.value(15));
    run.total = query.value(16).toInt();
    run.done = query.value(17).toInt();
    run.failed = query.value(18).toInt();
    run.undoneBy = query.value(19).toInt();
    run.undoOpen = query.value(20).toInt();
    return run;
}

Result<StepRecord> stepFrom(const QSqlQuery &query)
{
    StepRecord record;
    record.position = query.value(0).toInt();
    const Result<Step> step = stepFromJson(query.value(1).toString().toUtf8());
    if (!step)
        return fail(ErrorKind::Storage, LedgerWords::tr("The ledger’s file is damaged."));
    record.step = *step;
    record.state = stepStateFromName(query.value(2).toString()).value_or(StepState::Unknown);
    record.words = query.value(3).toString();
    record.errorKind = query.value(4).toString();
    record.serverId = query.value(5).toLongLong();
    record.at = fromStamp(query.value(6));
    record.attempts = query.value(7).toInt();
    record.memo.sentAt = fromStamp(query.value(8));
    if (!query.value(9).isNull())
        record.memo.countBefore = query.value(9).toInt();
    record.memo.newestBefore = query.value(10).toLongLong();
    record.memo.token = query.value(11).toString();
    record.sent = query.value(12).toString();
    record.answer = query.value(13).toString();
    record.left = badgeFromJson(query.value(14).toString().toUtf8());
    record.memo.keptPicture = query.value(15).toString();
    return record;
}

} // namespace

Result<std::unique_ptr<Ledger>> Ledger::open(const QString &path)
{
    const QString folder = QFileInfo(path).absolutePath();
    if (!QDir().mkpath(folder))
        return fail(ErrorKind::Storage, LedgerWords::tr("The folder %1 for the ledger cannot be made.").arg(folder));
    std::unique_ptr<Ledger> ledger(new Ledger);
    ledger->m_path = path;
    ledger->m_connectionName = QStringLiteral("ledger-") + QUuid::createUuid().toString(QUuid::WithoutBraces);
    ledger->m_db = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), ledger->m_connectionName);
    ledger->m_db.setDatabaseName(path);
    // Who got what, and pictures: nobody else's affair. What SQLite puts beside it gets the same mode.
    if (QFile file(path); !file.exists() && file.open(QIODevice::WriteOnly | QIODevice::NewOnly))
        file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    ledger->m_db.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=1500"));
    if (!ledger->m_db.open())
        return storage(ledger->m_db.lastError());
    if (const Result<Done> prepared = prepareSchema(ledger->m_db); !prepared)
        return fail(prepared.error());
    return ledger;
}

Ledger::~Ledger()
{
    m_db = QSqlDatabase(); // removeDatabase warns while a handle is left
    QSqlDatabase::removeDatabase(m_connectionName);
}

Result<int> Ledger::createRun(const Plan &plan, Pace pace)
{
    Transaction transaction(m_db);
    if (!transaction.isOpen())
        return storage(transaction.error());
    QSqlQuery query(m_db);
    query.prepare(QStringLiteral(
        "INSERT INTO runs (title, plan_id, forum_id, forum_address, forum_kind, acting_user, source, state, pace, road,"
        " undo_of, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
    for (const QString &text : {plan.title, plan.id, plan.forumId, plan.forumAddress, forumKindName(plan.forumKind),
                                plan.actingUser, plan.source, runStateName(RunState::Ready), paceName(pace), roadName(plan.road)})
        query.addBindValue(text.isNull() ? QStringLiteral("") : text);
    query.addBindValue(plan.undoOf);
    query.addBindValue(stamp(QDateTime::currentDateTimeUtc()));
    if (!query.exec())
        return storage(query.lastError());
    const int id = query.lastInsertId().toInt();
    query.prepare(QStringLiteral("INSERT INTO steps (run_id, position, row, recipient, account, what, state)"
                                 " VALUES (?, ?, ?, ?, ?, ?, 'waiting')"));
    int position = 0;
    for (const Step &step : plan.steps) {
        if (!step.wanted())
            continue;
        const Account account = step.account();
        query.bindValue(0, id);
        query.bindValue(1, position++);
        query.bindValue(2, step.row);
        query.bindValue(3, step.recipient.isNull() ? QStringLiteral("") : step.recipient);
        query.bindValue(4, QString(account.username + QLatin1Char(' ') + account.name));
        query.bindValue(5, QString::fromUtf8(stepToJson(step)));
        if (!query.exec())
            return storage(query.lastError());
    }
    if (!transaction.commit())
        return storage(transaction.error());
    return id;
}

Result<QList<RunSummary>> Ledger::runs(const RunFilter &filter) const
{
    QString sql = kRunColumns + QStringLiteral(" WHERE 1");
    QVariantList values;
    if (!filter.forumId.isEmpty()) {
        sql += QStringLiteral(" AND r.forum_id = ?");
        values << filter.forumId;
    }
    if (!filter.planId.isEmpty()) {
        sql += QStringLiteral(" AND r.plan_id = ?");
        values << filter.planId;
    }
    if (!filter.text.isEmpty()) {
        const QString like = likeAnywhere(filter.text);
        sql += QStringLiteral(" AND (r.title LIKE ? ESCAPE '\\' OR r.source LIKE ? ESCAPE '\\' OR r.forum_address LIKE ? ESCAPE '\\'"
                              " OR EXISTS (SELECT 1 FROM steps s WHERE s.run_id = r.id AND (s.recipient LIKE ? ESCAPE '\\'"
                              " OR s.account LIKE ? ESCAPE '\\')))");
        values << like << like << like << like << like;
    }
    sql += QStringLiteral(" ORDER BY r.id DESC");
    if (filter.limit > 0)
        sql += QStringLiteral(" LIMIT %1").arg(filter.limit);
    QSqlQuery query(m_db);
    query.setForwardOnly(true);
    query.prepare(sql);
    for (const QVariant &value : values)
        query.addBindValue(value);
    if (!query.exec())
        return storage(query.lastError());
    QList<RunSummary> runs;
    while (query.next())
        runs.append(runFrom(query));
    return runs;
}

QString Ledger::forumIdOf(const QString &address, ForumKind kind) const
{
    QSqlQuery query(m_db);
    query.prepare(QStringLiteral("SELECT forum_id FROM runs WHERE forum_address = ? AND forum_kind = ? ORDER BY id DESC LIMIT 1"));
    query.addBindValue(address);
    query.addBindValue(forumKindName(kind));
    return query.exec() && query.next() ? query.value(0).toString() : QString();
}

bool Ledger::isGrantOfAnotherRun(qint64 grantId, int runId) const
{
    QSqlQuery query(m_db);
    query.prepare(QStringLiteral("SELECT 1 FROM steps s JOIN runs r ON r.id = s.run_id JOIN runs ours ON ours.id = ?"
                                 " WHERE s.server_id = ? AND s.run_id <> ours.id AND r.forum_id = ours.forum_id"
                                 " AND s.state IN ('done', 'read-back') AND s.what LIKE '%\"type\":\"grant\"%' LIMIT 1"));
    query.addBindValue(runId);
    query.addBindValue(grantId);
    return query.exec() && query.next();
}

Result<RunSummary> Ledger::run(int id) const
{
    QSqlQuery query(m_db);
    query.prepare(kRunColumns + QStringLiteral(" WHERE r.id = ?"));
    query.addBindValue(id);
    if (!query.exec())
        return storage(query.lastError());
    if (!query.next())
        return fail(ErrorKind::NotFound, LedgerWords::tr("There is no run %1 in the ledger.").arg(id));
    return runFrom(query);
}

Result<QList<StepRecord>> Ledger::steps(int runId, const StepFilter &filter) const
{
    QString sql = QStringLiteral("SELECT position, what, state, words, error, server_id, at, attempts, sent_at, count_before,"
                                 " newest_before, token, sent, answer, left_as, kept_picture FROM steps WHERE run_id = ?");
    QVariantList values{runId};
    if (!filter.text.isEmpty()) {
        const QString like = likeAnywhere(filter.text);
        sql += QStringLiteral(" AND (recipient LIKE ? ESCAPE '\\' OR account LIKE ? ESCAPE '\\' OR words LIKE ? ESCAPE '\\')");
        values << like << like << like;
    }
    if (!filter.states.isEmpty()) {
        QStringList names;
        for (const StepState state : filter.states)
            names.append(QLatin1Char('\'') + stepStateName(state) + QLatin1Char('\''));
        sql += QStringLiteral(" AND state IN (%1)").arg(names.join(QLatin1Char(',')));
    }
    sql += QStringLiteral(" ORDER BY position");
    if (filter.limit > 0 || filter.offset > 0)
        sql += QStringLiteral(" LIMIT %1 OFFSET %2").arg(filter.limit > 0 ? filter.limit : -1).arg(filter.offset);
    QSqlQuery query(m_db);
    query.setForwardOnly(true);
    query.prepare(sql);
    for (const QVariant &value : values)
        query.addBindValue(value);
    if (!query.exec())
        return storage(query.lastError());
    QList<StepRecord> records;
    while (query.next()) {
        Result<StepRecord> record = stepFrom(query);
        if (!record)
            return fail(record.error());
        records.append(*std::move(record));
    }
    return records;
}

Result<Done> Ledger::removeRun(int id)
{
    Transaction transaction(m_db);
    if (!transaction.isOpen())
        return storage(transaction.error());
    QSqlQuery query(m_db);
    query.prepare(QStringLiteral("DELETE FROM runs WHERE id = ?"));
    query.addBindValue(id);
    if (!query.exec()
        || !query.exec(QStringLiteral("DELETE FROM pictures WHERE name NOT IN (SELECT kept_picture FROM steps WHERE kept_picture <> '')"))
        || !transaction.commit())
        return storage(query.lastError().isValid() ? query.lastError() : transaction.error());
    return Done{};
}

Result<Done> Ledger::setRunState(int id, RunState state, const QString &note, const QDateTime &at)
{
    const bool over = state == RunState::Done || state == RunState::Stopped;
    QSqlQuery query(m_db);
    query.prepare(QStringLiteral("UPDATE runs SET state = ?, note = ?, finished_at = ?, started_at = COALESCE(started_at, ?)"
                                 " WHERE id = ?"));
    query.addBindValue(runStateName(state));
    query.addBindValue(note.isNull() ? QStringLiteral("") : note);
    query.addBindValue(over ? QVariant(stamp(at)) : QVariant());
    query.addBindValue(state == RunState::Running ? QVariant(stamp(at)) : QVariant());
    query.addBindValue(id);
    if (!query.exec())
        return storage(query.lastError());
    return Done{};
}

Result<Done> Ledger::setPace(int id, Pace pace)
{
    QSqlQuery query(m_db);
    query.prepare(QStringLiteral("UPDATE runs SET pace = ? WHERE id = ?"));
    query.addBindValue(paceName(pace));
    query.addBindValue(id);
    if (!query.exec())
        return storage(query.lastError());
    return Done{};
}

Result<Done> Ledger::writeSteps(int runId, const QList<StepRecord> &records)
{
    if (records.isEmpty())
        return Done{};
    Transaction transaction(m_db);
    if (!transaction.isOpen())
        return storage(transaction.error());
    QSqlQuery query(m_db);
    query.prepare(QStringLiteral("UPDATE steps SET state = ?, words = ?, error = ?, server_id = ?, at = ?, attempts = ?, sent_at = ?,"
                                 " count_before = ?, newest_before = ?, token = ?, sent = ?, answer = ?, left_as = ?, kept_picture = ?"
                                 " WHERE run_id = ? AND position = ?"));
    const auto text = [](const QString &value) { return value.isNull() ? QStringLiteral("") : value; };
    for (const StepRecord &record : records) {
        query.addBindValue(stepStateName(record.state));
        query.addBindValue(text(record.words));
        query.addBindValue(text(record.errorKind));
        query.addBindValue(record.serverId);
        query.addBindValue(stamp(record.at));
        query.addBindValue(record.attempts);
        query.addBindValue(stamp(record.memo.sentAt));
        query.addBindValue(record.memo.countBefore ? QVariant(*record.memo.countBefore) : QVariant());
        query.addBindValue(record.memo.newestBefore);
        query.addBindValue(text(record.memo.token));
        query.addBindValue(text(record.sent));
        query.addBindValue(text(record.answer));
        query.addBindValue(record.left ? QString::fromUtf8(badgeToJson(*record.left)) : QStringLiteral(""));
        query.addBindValue(text(record.memo.keptPicture));
        query.addBindValue(runId);
        query.addBindValue(record.position);
        if (!query.exec())
            return storage(query.lastError());
        if (const Result<Done> kept = keepPicture(record.memo); !kept)
            return kept;
    }
    if (!transaction.commit())
        return storage(transaction.error());
    return Done{};
}

/// Within a transaction. The same file is kept once, for however many steps.
Result<Done> Ledger::keepPicture(const StepMemo &memo)
{
    if (memo.keptPicture.isEmpty() || memo.keptBytes.isEmpty())
        return Done{};
    QSqlQuery query(m_db);
    query.prepare(QStringLiteral("INSERT OR IGNORE INTO pictures (name, bytes) VALUES (?, ?)"));
    query.addBindValue(memo.keptPicture);
    query.addBindValue(memo.keptBytes);
    if (!query.exec())
        return storage(query.lastError());
    query.prepare(QStringLiteral("DELETE FROM pictures WHERE name <> ? AND id <= (SELECT MAX(id) FROM (SELECT id, SUM(LENGTH(bytes))"
                                 " OVER (ORDER BY id DESC) AS whole FROM pictures) WHERE whole > ?)"));
    query.addBindValue(memo.keptPicture);
    query.addBindValue(m_roomForPictures);
    if (!query.exec())
        return storage(query.lastError());
    return Done{};
}

Result<QByteArray> Ledger::keptPicture(const QString &name) const
{
    QSqlQuery query(m_db);
    query.prepare(QStringLiteral("SELECT bytes FROM pictures WHERE name = ?"));
    query.addBindValue(name);
    if (!query.exec())
        return storage(query.lastError());
    return query.next() ? query.value(0).toByteArray() : QByteArray();
}

Result<Done> Ledger::lockForum(const QString &forumId)
{
    if (m_locks.contains(forumId))
        return Done{};
    // The id may hold anything; the file's name may not.
    const QString name = QString::fromLatin1(forumId.toUtf8().toPercentEncoding());
    const QString file = QFileInfo(m_path).absolutePath() + QStringLiteral("/run-") + name + QStringLiteral(".lock");
    auto lock = std::make_shared<QLockFile>(file);
    if (!takeLock(*lock)) {
        if (lock->error() == QLockFile::LockFailedError)
            return fail(Error::refusedHere(whoHolds(*lock)));
        return fail(ErrorKind::Storage, LedgerWords::tr("The file %1 beside the ledger cannot be written.").arg(file));
    }
    m_locks.insert(forumId, lock);
    return Done{};
}

void Ledger::unlockForum(const QString &forumId)
{
    m_locks.remove(forumId);
}

} // namespace badgewright::runs
