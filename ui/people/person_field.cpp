// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/people/person_field.h"

#include "ui/kit/theme.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>

namespace badgewright::ui {

namespace {

constexpr int kAccountRole = Qt::UserRole + 1;

/// Rows as high as a menu's; the coloured ground alone says which one is chosen.
class SuggestionDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        return QStyledItemDelegate::sizeHint(option, index).expandedTo({0, kControlHeight - 4});
    }

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        option->state.setFlag(QStyle::State_HasFocus, false);
    }
};

} // namespace

PersonField::PersonField(PeopleDesk *people, const QString &placeholder, QWidget *parent)
    : PersonField([people](const QString &text) { return people->search(text, 10); },
                  [people](const QString &name) { return people->byUsername(name); }, placeholder, parent)
{
}

PersonField::PersonField(AwardDesk *awards, const QString &placeholder, QWidget *parent)
    : PersonField([awards](const QString &text) { return awards->findUsers(text); },
                  [awards, this](const QString &text) {
                      return mapCall<Account>(this, awards->findUsers(text), [text](const QList<Account> &found) -> Result<Account> {
                          // An id or an address finds one; of several names only the very one counts.
                          if (found.size() == 1)
                              return found.first();
                          for (const Account &account : found) {
                              if (account.username.compare(text, Qt::CaseInsensitive) == 0)
                                  return account;
                          }
                          return fail(ErrorKind::NotFound);
                      });
                  },
                  placeholder, parent)
{
}

PersonField::PersonField(Search search, Exact exact, const QString &placeholder, QWidget *parent)
    : SearchField(placeholder, parent)
    , m_find(std::move(search))
    , m_exact(std::move(exact))
    , m_suggestions(new QStandardItemModel(this))
    , m_completer(new QCompleter(m_suggestions, this))
{
    // The forum has searched already, also in display names: every suggestion is shown.
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->popup()->setAccessibleName(tr("Suggested people"));
    m_completer->popup()->setItemDelegate(new SuggestionDelegate(this));
    setCompleter(m_completer);
    connect(this, &SearchField::searched, this, &PersonField::suggest);
    // Not textEdited: Escape and the arrow keys in the suggestions change the text as well.
    connect(this, &QLineEdit::textChanged, this, [this](const QString &text) {
        if (text.isEmpty())
            m_completer->popup()->hide(); // it would take the next key for a person who is not meant any more
        if (m_account.id ? text != m_account.username : text.isEmpty())
            accept({});
    });
    connect(this, &QLineEdit::returnPressed, this, &PersonField::resolveTyped);
    connect(m_completer, qOverload<const QModelIndex &>(&QCompleter::activated), this, [this](const QModelIndex &index) {
        accept(index.data(kAccountRole).value<Account>());
    });
}

void PersonField::setAccount(const Account &account)
{
    m_account = account;
    setText(account.username);
}

void PersonField::suggest(const QString &text)
{
    if (m_search)
        m_search->cancel();
    if (text.trimmed().size() < 2 || (m_account.id && text == m_account.username))
        return;
    Call<QList<Account>> *call = m_find(text.trimmed());
    m_search = call;
    call->then(this, [this, text](const Result<QList<Account>> &found) {
        // Suggestions are a help; without them a whole name still works, and that says what is wrong.
        if (!found || this->text() != text)
            return;
        // Whoever typed a whole name needs no list, which would take the next click for itself.
        if (m_takesWholeNames && found->size() == 1 && found->first().username.compare(text.trimmed(), Qt::CaseInsensitive) == 0) {
            accept(found->first());
            return;
        }
        m_suggestions->clear();
        for (const Account &account : *found) {
            auto *item = new QStandardItem(account.username);
            if (!account.name.isEmpty())
                item->setToolTip(account.name);
            item->setData(QVariant::fromValue(account), kAccountRole);
            m_suggestions->appendRow(item);
        }
        if (hasFocus() && !found->isEmpty())
            m_completer->complete();
    });
}

void PersonField::accept(const Account &account)
{
    if (m_search)
        m_search->cancel();
    m_completer->popup()->hide();
    m_account = account;
    if (account.id)
        setText(account.username);
    Q_EMIT chosen(account);
}

void PersonField::resolveTyped()
{
    const QString typed = text().trimmed();
    if (typed.isEmpty() || (m_account.id && m_account.username == typed))
        return;
    if (m_search)
        m_search->cancel(); // Return asks for this very name, and once
    m_exact(typed)->then(this, [this, typed](const Result<Account> &account) {
        if (text().trimmed() != typed)
            return;
        if (account)
            accept(*account);
        else if (account.error().kind == ErrorKind::NotFound)
            Q_EMIT notFound(tr("Nobody here is called %1.").arg(typed));
        else
            Q_EMIT notFound(tr("%1 could not be looked up at present.").arg(typed));
    });
}

} // namespace badgewright::ui
