// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "artwork/icon_suggestions.h"

#include "artwork/icon_names.h"

#include <QHash>
#include <QPointer>

#include <utility>

namespace badgewright::artwork {
namespace {

constexpr int kMeant = 4;  // asked for one by one
constexpr int kPiece = 3;  // letters that a search begins with

class IconSuggestions final : public QObject
{
public:
    IconSuggestions(BadgeDesk *desk, const QString &wrong, bool maySearch, const QList<Icon> &known, int most, Call<QList<Icon>> *call)
        : QObject(call), m_call(call), m_wrong(wrong), m_most(most)
    {
        take(known);
        call->onCancel([this] {
            const auto inner = std::exchange(m_underWay, {});
            for (const QPointer<PendingCall> &one : inner) {
                if (one)
                    one->cancel();
            }
        });
        const QString name = iconNameOf(wrong);
        if (maySearch) {
            // A slip is seldom at both ends; and what ends as words do may be there with another ending.
            QStringList pieces{name.left(kPiece)};
            if (name.size() > kPiece + 1)
                pieces << name.right(kPiece);
            if (const QString stem = wordStems(name).value(0); !stem.isEmpty() && stem.size() > kPiece)
                pieces << stem;
            for (const QString &piece : std::as_const(pieces)) {
                if (!piece.isEmpty())
                    ask(desk->searchIcons(piece), [this](const QList<Icon> &icons) { take(icons); });
            }
        }
        const QStringList meant = iconsMeaning(name).mid(0, kMeant);
        for (const QString &one : meant) {
            if (!m_known.contains(one))
                ask(desk->icon(one), [this](const Icon &icon) { take({icon}); });
        }
        if (m_underWay.isEmpty())
            QMetaObject::invokeMethod(this, [this] { end(); }, Qt::QueuedConnection);
    }

private:
    void take(const QList<Icon> &icons)
    {
        for (const Icon &icon : icons)
            m_known.insert(icon.name, icon);
    }

    template <class T, class F> void ask(Call<T> *inner, F use)
    {
        m_underWay.append(inner);
        inner->then(this, [this, inner, use](const Result<T> &result) {
            if (m_call->isSettled())
                return;
            m_underWay.removeAll(QPointer<PendingCall>(inner));
            if (result)
                use(*result);
            if (m_underWay.isEmpty())
                end();
        });
    }

    void end()
    {
        QList<Icon> near;
        const QStringList names = nearestIcons(m_wrong, m_known.keys(), m_most);
        for (const QString &name : names)
            near << m_known.value(name);
        m_call->settle(near);
    }

    Call<QList<Icon>> *m_call;
    QString m_wrong;
    int m_most;
    QHash<QString, Icon> m_known;
    QList<QPointer<PendingCall>> m_underWay;
};

} // namespace

Call<QList<Icon>> *suggestIcons(BadgeDesk *desk, const QString &wrong, bool maySearch, const QList<Icon> &known, QObject *parent, int most)
{
    auto *call = new Call<QList<Icon>>(parent);
    new IconSuggestions(desk, wrong, maySearch, known, most, call);
    return call;
}

} // namespace badgewright::artwork
