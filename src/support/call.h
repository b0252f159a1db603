// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/result.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <optional>
#include <utility>

namespace badgewright {

/// The part of a Call that does not depend on its result: cancelling, progress, and settling once.
class PendingCall : public QObject
{
    Q_OBJECT

public:
    /// Calls it off. The result is ErrorKind::Cancelled and arrives, like every result, from the event loop.
    /// Harmless when the call is settled already.
    void cancel();
    bool isSettled() const { return m_settled; }

    /// Producers: what to do when the caller cancels (abort a reply, cancel an inner call). Runs at most once.
    void onCancel(std::function<void()> hook) { m_cancelHook = std::move(hook); }
    /// Producers: cancelling this one cancels `inner`, whose result then settles this one as well. So a write that was
    /// under way says OutcomeUnknown and not Cancelled.
    void passCancelTo(PendingCall *inner) { m_inner = inner; }

Q_SIGNALS:
    void progress(qint64 done, qint64 total);
    /// Consumers use Call::then instead.
    void settled();

protected:
    explicit PendingCall(QObject *parent) : QObject(parent) {}
    virtual void settleCancelled() = 0;
    /// Queues the one notification and the deletion after it.
    void announce();

private:
    std::function<void()> m_cancelHook;
    QPointer<PendingCall> m_inner;
    bool m_settled = false;
};

/// The handle to one asynchronous answer.
///
/// It settles exactly once, always from the event loop and never inside the call that started it, and deletes itself
/// afterwards. It belongs to its parent: when that goes first, nobody is told and the work behind it is aborted by
/// whoever owns it. Keep a QPointer when you may want to cancel.
///
/// Producers make one with new Call<T>(parent) and call settle() when they know; a second settle() is ignored.
template <class T> class Call final : public PendingCall
{
public:
    explicit Call(QObject *parent) : PendingCall(parent) {}

    /// Calls fn(const Result<T> &) when the result is there, unless `context` has been deleted by then.
    template <class F> Call *then(QObject *context, F &&fn)
    {
        connect(this, &PendingCall::settled, context,
                [this, fn = std::forward<F>(fn)]() mutable { fn(std::as_const(*m_result)); });
        return this;
    }

    void settle(Result<T> result)
    {
        if (isSettled())
            return;
        m_result.emplace(std::move(result));
        announce();
    }

protected:
    void settleCancelled() override { settle(fail(ErrorKind::Cancelled)); }

private:
    std::optional<Result<T>> m_result;
};

/// A call whose answer is known already; it still arrives from the event loop.
template <class T> Call<T> *settledCall(QObject *parent, Result<T> result)
{
    auto *call = new Call<T>(parent);
    call->settle(std::move(result));
    return call;
}

/// Cancelling `outer` cancels `inner`, and progress of `inner` shows on `outer`.
template <class U, class T> void follow(Call<U> *outer, Call<T> *inner)
{
    outer->onCancel([inner = QPointer<PendingCall>(inner)] {
        if (inner)
            inner->cancel();
    });
    QObject::connect(inner, &PendingCall::progress, outer, &PendingCall::progress);
}

/// A call that answers fn(value) of another, where fn returns Result<U>; errors pass through.
template <class U, class T, class F> Call<U> *mapCall(QObject *parent, Call<T> *inner, F &&fn)
{
    auto *outer = new Call<U>(parent);
    follow(outer, inner);
    outer->passCancelTo(inner);
    inner->then(outer, [outer, fn = std::forward<F>(fn)](const Result<T> &result) mutable {
        if (result)
            outer->settle(fn(*result));
        else
            outer->settle(fail(result.error()));
    });
    return outer;
}

} // namespace badgewright
