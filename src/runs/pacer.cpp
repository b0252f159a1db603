// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "runs/pacer.h"

#include "support/log.h"

#include <algorithm>
#include <cmath>

namespace badgewright::runs {

using namespace std::chrono_literals;

namespace {

// The forum counts whole seconds: one more than its minute is on the safe side.
constexpr std::chrono::milliseconds kWindow = 61s;
constexpr std::chrono::milliseconds kMinute = 60s;
constexpr std::chrono::milliseconds kAskWiderEvery = 5min;
constexpr std::chrono::milliseconds kDefaultPause = 10s;
// Retry-After is in whole seconds, too.
constexpr std::chrono::milliseconds kPauseMargin = 500ms;
constexpr int kConsiderate = 45;
constexpr double kAtOnce = 5;
constexpr int kNarrowest = 20; // what forums allow a user's own key
constexpr int kBelieveNarrowAfter = 3;

} // namespace

Pacer::Pacer(ForumKind kind, Clock *clock, QObject *parent)
    : QObject(parent), m_kind(kind), m_clock(clock), m_tokens(kAtOnce), m_tokensAt(clock->monotonic())
{
}

Pacer::~Pacer() = default;

int Pacer::perMinute(Pace pace) const
{
    if (pace == Pace::All)
        return m_width;
    return m_widthKnown ? std::clamp(m_width * 3 / 4, 1, kConsiderate) : kConsiderate;
}

int Pacer::countSince(Time since) const
{
    return int(m_passed.end() - std::upper_bound(m_passed.begin(), m_passed.end(), since)) + m_owed;
}

double Pacer::tokens() const
{
    const double perMs = perMinute(Pace::Considerate) / 60000.0;
    return std::min(kAtOnce, m_tokens + double((now() - m_tokensAt).count()) * perMs);
}

void Pacer::takeToken()
{
    m_tokens = std::max(0.0, tokens() - 1);
    m_tokensAt = now();
}

bool Pacer::mayAskWider() const
{
    return (!m_widthKnown || now() >= m_askWiderAt) && !m_probeOut && m_runsInFlight == 0 && m_owed == 0;
}

Pacer::Time Pacer::freeInWindow() const
{
    const int count = countSince(now() - kWindow);
    if (count < m_width || mayAskWider())
        return Time{0};
    const int tooMany = count - m_width;
    const auto first = std::upper_bound(m_passed.begin(), m_passed.end(), now() - kWindow);
    return m_passed.end() - first > tooMany ? *(first + tooMany) + kWindow : Time::max();
}

Pacer::Time Pacer::freeAt(Pace pace) const
{
    const Time held = m_heldUntil;
    if (pace == Pace::All)
        return std::max(held, freeInWindow());
    const int rate = perMinute(pace);
    Time free = held;
    const double have = tokens();
    if (have < 1)
        free = std::max(free, now() + Time(qint64(std::ceil((1 - have) * 60000.0 / rate))));
    const int tooMany = countSince(now() - kMinute) - rate;
    if (tooMany >= 0) {
        const auto first = std::upper_bound(m_passed.begin(), m_passed.end(), now() - kMinute);
        free = std::max(free, m_passed.end() - first > tooMany ? *(first + tooMany) + kMinute : Time::max());
    }
    return free;
}

bool Pacer::hasRoom(Pace pace) const
{
    return m_places < mostPlaces() && freeAt(pace) <= now();
}

void Pacer::markProbe()
{
    if (countSince(now() - kWindow) >= m_width)
        m_probeOut = true;
}

bool Pacer::takePlace(Pace pace, const QString &person)
{
    if (!hasRoom(pace) || (!person.isEmpty() && m_busy.contains(person)))
        return false;
    if (pace == Pace::All)
        markProbe();
    takeToken();
    ++m_places;
    ++m_owed;
    if (!person.isEmpty())
        m_busy.insert(person);
    return true;
}

void Pacer::giveBack(const QString &person)
{
    m_busy.remove(person);
    m_places = std::max(0, m_places - 1);
    // A step that turned out to need no request leaves its turn to others.
    if (m_owed > m_places) {
        m_owed = m_places;
        if (m_runsInFlight == 0)
            m_probeOut = false;
    }
    pump();
}

void Pacer::whenRoom(Pace pace, QObject *context, std::function<void()> fn)
{
    m_asking.push_back({pace, context, std::move(fn)});
    // The moment may have come since the caller looked. Where a step is under way its end wakes whoever waits; where none
    // is nothing else would.
    const Time free = freeAt(pace);
    if (free != Time::max() && (m_places == 0 || free > now()))
        wakeAt(free);
}

bool Pacer::mayEnter(Lane lane) const
{
    if (m_kind == ForumKind::AnswerHub && m_inFlight > 0)
        return false;
    if (lane == Lane::Interactive)
        return true;
    if (m_heldUntil > now())
        return false;
    return m_owed > 0 || freeInWindow() <= now();
}

void Pacer::enter(Lane lane, QObject *context, std::function<void()> go)
{
    const bool othersWait = std::any_of(m_waiting.begin(), m_waiting.end(), [&](const Waiting &waiting) {
        return waiting.lane == lane && waiting.context;
    });
    if (!othersWait && mayEnter(lane)) {
        pass(lane, go);
        return;
    }
    // A person waits for the interactive ones: they come before the runs' requests.
    auto at = m_waiting.end();
    if (lane == Lane::Interactive)
        at = std::find_if(m_waiting.begin(), m_waiting.end(), [](const Waiting &w) { return w.lane == Lane::Run; });
    m_waiting.insert(at, {lane, context, std::move(go)});
    pump();
}

void Pacer::pass(Lane lane, const std::function<void()> &go)
{
    ++m_inFlight;
    if (lane == Lane::Run) {
        ++m_runsInFlight;
        if (m_owed > 0)
            --m_owed;
        else
            markProbe();
    }
    while (!m_passed.empty() && m_passed.front() <= now() - kWindow)
        m_passed.pop_front();
    m_passed.push_back(now());
    go();
}

void Pacer::left(Lane lane, const PassageEnd &end)
{
    m_inFlight = std::max(0, m_inFlight - 1);
    if (lane == Lane::Run)
        m_runsInFlight = std::max(0, m_runsInFlight - 1);
    if (end.httpStatus == 429 && !end.ownQuota) {
        refused(end);
    } else if (m_probeOut && lane == Lane::Run) {
        m_probeOut = false;
        if (end.httpStatus > 0) {
            m_width *= 2;
            m_widthKnown = false;
        }
    }
    pump();
}

void Pacer::refused(const PassageEnd &end)
{
    ++m_refusals;
    m_probeOut = false;
    if (!m_passed.empty())
        m_passed.pop_back(); // a refused request is not counted there
    // Others use the same budget, so a single refusal after few requests of ours says little about its width.
    const int seen = std::max(1, countSince(now() - kMinute) - m_owed);
    m_narrowRefusals = seen < kNarrowest ? m_narrowRefusals + 1 : 0;
    m_width = m_narrowRefusals > kBelieveNarrowAfter ? seen : std::max(seen, kNarrowest);
    m_widthKnown = true;
    m_askWiderAt = now() + kAskWiderEvery;
    hold(end.retryAfter > 0ms ? end.retryAfter : kDefaultPause);
}

void Pacer::hold(std::chrono::milliseconds pause)
{
    if (pause <= 0ms)
        pause = kDefaultPause;
    const Time until = now() + pause + kPauseMargin;
    if (until <= m_heldUntil)
        return;
    m_heldUntil = until;
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(pause).count();
    m_note = tr("The forum asked for a pause of %1 s at %2")
                 .arg(seconds)
                 .arg(m_clock->utcNow().toLocalTime().toString(QStringLiteral("HH:mm:ss")));
    qCInfo(lcRuns) << "pause of" << seconds << "s, width" << m_width;
    Q_EMIT noteChanged();
    m_clock->after(pause + kMinute, this, [this] {
        if (now() < m_heldUntil + kMinute - kPauseMargin || m_note.isEmpty())
            return;
        m_note.clear();
        Q_EMIT noteChanged();
    });
    wakeAt(until);
}

bool Pacer::isHeld() const
{
    return m_heldUntil > now();
}

void Pacer::letWaitingIn()
{
    for (bool again = true; again;) {
        again = false;
        for (auto it = m_waiting.begin(); it != m_waiting.end(); ++it) {
            if (it->context && !mayEnter(it->lane))
                continue;
            const Waiting waiting = std::move(*it);
            m_waiting.erase(it);
            if (waiting.context)
                pass(waiting.lane, waiting.go);
            again = true; // the deque may have changed meanwhile
            break;
        }
    }
}

void Pacer::pump()
{
    letWaitingIn();
    const bool runsWait = std::any_of(m_waiting.begin(), m_waiting.end(), [](const Waiting &w) { return w.lane == Lane::Run; });
    // At AnswerHub the end of the one under way wakes them. Otherwise only time does, and it may have come just now.
    if (runsWait && (m_kind != ForumKind::AnswerHub || m_inFlight == 0)) {
        const Time free = std::max(m_heldUntil, freeInWindow());
        if (free != Time::max())
            wakeAt(free);
    }
    std::deque<Asking> asking = std::exchange(m_asking, {});
    for (Asking &one : asking) {
        if (!one.context)
            continue;
        if (m_places < mostPlaces() && freeAt(one.pace) <= now())
            one.fn();
        else
            whenRoom(one.pace, one.context, std::move(one.fn));
    }
}

void Pacer::wakeAt(Time when)
{
    if (m_wakeAt <= when && m_wakeAt > now())
        return; // something wakes us earlier, and then looks again
    m_wakeAt = when;
    m_clock->after(std::max(Time{0}, when - now()), this, [this, when] {
        if (m_wakeAt == when)
            m_wakeAt = Time::max();
        pump();
    });
}

std::chrono::seconds Pacer::timeFor(int requests, Pace pace) const
{
    const Time held = std::max(Time{0}, m_heldUntil - now());
    Time needed{0};
    if (pace == Pace::Considerate) {
        needed = Time(qint64(requests) * 60000 / perMinute(pace));
    } else {
        const int free = std::max(0, m_width - countSince(now() - kWindow));
        const int later = std::max(0, requests - free);
        needed = Time((later + m_width - 1) / m_width * kWindow.count()) + Time(std::min(requests, free) * 60);
    }
    return std::chrono::ceil<std::chrono::seconds>(held + needed);
}

} // namespace badgewright::runs
