// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/grants/reason_picker.h"

#include "ui/kit/buttons.h"
#include "ui/kit/labels.h"
#include "ui/kit/search_field.h"
#include "ui/kit/table_view.h"
#include "ui/people/person_field.h"
#include "ui/words/error_words.h"
#include "ui/words/value_words.h"

#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QStandardItemModel>
#include <QVBoxLayout>

namespace badgewright::ui {

namespace {

constexpr int kReasonRole = Qt::UserRole + 1;
constexpr int kFewestLetters = 3; // forums look for nothing shorter

bool looksLikeLink(const QString &text)
{
    for (const char *part : {"://", "/t/", "/p/", "/posts/"}) {
        if (text.contains(QLatin1String(part)))
            return true;
    }
    return false;
}

} // namespace

ReasonPicker::ReasonPicker(PeopleDesk *people, const QString &address, const Account &writer, QWidget *parent)
    : QDialog(parent)
    , m_people(people)
    , m_address(address)
    , m_mode(new SegmentedControl(tr("Where to look"), {tr("Topics"), tr("Posts of a person")}, this))
    , m_search(new SearchField(tr("Words in a topic, or its address"), this))
    , m_writer(new PersonField(people, tr("Who wrote it"), this))
    , m_model(new QStandardItemModel(0, 2, this))
    , m_table(new TableView(tr("Topics and posts"), this))
    , m_status(secondaryLabel({}, this))
    , m_use(makeButton(ButtonKind::Primary, tr("Use as the reason"), this))
{
    setWindowTitle(tr("Choose a reason"));
    resize(680, 460);
    m_model->setHorizontalHeaderLabels({tr("Topic"), tr("Post")});
    m_table->setModel(m_model);
    m_table->setColumnWidths({300, 300}, 1);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_search->setEscapeClears(false);
    m_writer->setEscapeClears(false);
    m_use->setDefault(true);
    auto *cancel = makeButton(ButtonKind::Secondary, tr("Cancel"), this);

    auto *top = new QHBoxLayout;
    top->setSpacing(12);
    top->addWidget(m_mode);
    top->addWidget(m_search, 1);
    top->addWidget(m_writer, 1);
    auto *foot = new QHBoxLayout;
    foot->setSpacing(10);
    foot->addWidget(m_status, 1);
    foot->addWidget(cancel);
    foot->addWidget(m_use);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    column->setSpacing(12);
    column->addLayout(top);
    column->addWidget(framed(m_table, this), 1);
    column->addLayout(foot);

    connect(m_mode, &SegmentedControl::currentChanged, this, [this](int index) { show(index == 1); });
    connect(m_search, &SearchField::searched, this, &ReasonPicker::searchTopics);
    connect(m_search, &SearchField::leftDownwards, m_table, [this] { m_table->setFocus(); });
    connect(m_writer, &PersonField::chosen, this, [this](const Account &account) {
        if (account.id)
            readPosts(account);
    });
    connect(m_writer, &PersonField::notFound, m_status, &QLabel::setText);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ReasonPicker::judge);
    connect(m_table, &QAbstractItemView::activated, this, &ReasonPicker::accept);
    connect(m_use, &QPushButton::clicked, this, &ReasonPicker::accept);
    connect(cancel, &QPushButton::clicked, this, &ReasonPicker::reject);
    if (writer.id)
        m_writer->setAccount(writer);
    m_mode->setCurrent(writer.id ? 1 : 0);
    show(writer.id != 0);
    judge();
}

void ReasonPicker::show(bool posts)
{
    dropQuestion();
    m_search->setVisible(!posts);
    m_writer->setVisible(posts);
    m_model->removeRows(0, m_model->rowCount());
    m_status->clear();
    if (posts) {
        m_writer->setFocus();
        if (m_writer->account().id)
            readPosts(m_writer->account());
    } else {
        m_search->setFocus();
        searchTopics();
    }
}

/// Its answer would stand below another question.
void ReasonPicker::dropQuestion()
{
    if (m_asking)
        m_asking->cancel();
    m_asking.clear();
}

/// Shows what comes, unless another question was asked meanwhile.
template <class T, class Rows> void ReasonPicker::ask(Call<T> *call, const QString &nothing, Rows rows)
{
    dropQuestion();
    m_asking = call;
    m_status->setText(tr("Searching…"));
    call->then(this, [this, call, nothing, rows](const Result<T> &found) {
        if (m_asking != call)
            return;
        m_asking.clear();
        m_model->removeRows(0, m_model->rowCount());
        if (!found) {
            m_status->setText(words::sentence(found.error(), m_address));
            return;
        }
        rows(*found);
        m_status->setText(m_model->rowCount() ? QString() : nothing);
        if (m_model->rowCount())
            m_table->selectRow(0);
        judge();
    });
}

void ReasonPicker::searchTopics()
{
    const QString term = m_search->text().trimmed();
    if (looksLikeLink(term)) {
        ask(m_people->resolveReason(term), {}, [this](const Reason &reason) { addRow(reason, reason.url.toString()); });
        return;
    }
    if (term.size() < kFewestLetters) {
        dropQuestion();
        m_status->setText(tr("Type at least %n letter(s).", nullptr, kFewestLetters));
        return;
    }
    ask(m_people->searchTopics(term), tr("No topic with these words."), [this](const QList<TopicInfo> &topics) {
        for (const TopicInfo &topic : topics) {
            addRow({QUrl(topic.url.toString(QUrl::FullyEncoded) + QStringLiteral("/1")), topic.id, 1, topic.title},
                   tr("%Ln post(s)", nullptr, topic.postsCount));
        }
    });
}

void ReasonPicker::readPosts(const Account &writer)
{
    ask(m_people->recentPosts(writer.username), tr("%1 has written nothing that you may see.").arg(writer.username),
        [this](const QList<PostInfo> &posts) {
            for (const PostInfo &post : posts) {
                const QString day = words::day(post.writtenAt.toLocalTime().date());
                addRow(post.reason, post.excerpt.isEmpty() ? day : tr("%1 · %2").arg(day, post.excerpt.simplified()));
            }
        });
}

void ReasonPicker::addRow(const Reason &reason, const QString &detail)
{
    auto *topic = new QStandardItem(words::reason(reason.title, reason.url));
    topic->setData(QVariant::fromValue(reason), kReasonRole);
    topic->setToolTip(reason.url.toString());
    m_model->appendRow({topic, new QStandardItem(detail)});
}

void ReasonPicker::judge()
{
    m_use->setEnabled(m_table->selectionModel()->hasSelection());
}

void ReasonPicker::accept()
{
    const QModelIndex index = m_table->currentIndex();
    if (!index.isValid() || !m_table->selectionModel()->hasSelection())
        return;
    const auto reason = index.siblingAtColumn(0).data(kReasonRole).value<Reason>();
    QDialog::accept();
    Q_EMIT chosen(reason);
}

} // namespace badgewright::ui
