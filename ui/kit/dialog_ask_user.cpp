// SPDX-FileCopyrightText: The Badgewright developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/dialog_ask_user.h"

#include "ui/kit/buttons.h"
#include "ui/kit/labels.h"

#include <QCoreApplication>
#include <QDesktopServices>
#include <QDialog>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QScrollArea>
#include <QUrl>
#include <QVBoxLayout>

namespace badgewright::ui {

namespace {

struct DialogWords {
    Q_DECLARE_TR_FUNCTIONS(badgewright::ui::DialogAskUser)
};

constexpr int kTextWidth = 500;
constexpr int kMostWords = 260;

/// The shape of all our questions: the question large, what follows small, buttons to the right.
class Sheet final : public QDialog
{
public:
    Sheet(QWidget *over, const QString &title, const QString &consequence)
        : QDialog(over ? over->window() : nullptr)
        , m_column(new QVBoxLayout(this))
        , m_buttons(new QHBoxLayout)
    {
        setWindowTitle(title);
        setAttribute(Qt::WA_DeleteOnClose);
        setBackgroundRole(QPalette::Base);
        m_column->setContentsMargins(24, 22, 24, 20);
        m_column->setSpacing(10);
        auto *heading = sectionLabel(title, this);
        heading->setWordWrap(true);
        heading->setMinimumWidth(380);
        m_column->addWidget(heading);
        if (!consequence.isEmpty()) {
            auto *words = bodyLabel(consequence, this);
            words->setTone(Tone::Note);
            addWords(words);
            setAccessibleDescription(consequence);
        }
        m_buttons->setSpacing(10);
        m_buttons->addStretch();
    }

    /// A question about many things is longer than a screen is high, and its buttons must be on it.
    void addWords(TextLabel *words)
    {
        if (words->heightForWidth(kTextWidth) <= kMostWords) {
            m_column->addWidget(words);
            return;
        }
        auto *all = new QScrollArea(this);
        all->setWidget(words);
        all->setWidgetResizable(true);
        all->setFrameShape(QFrame::NoFrame);
        all->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        all->setFixedHeight(kMostWords);
        all->setMinimumWidth(kTextWidth);
        all->setAccessibleName(windowTitle());
        words->setAlignment(Qt::AlignLeft | Qt::AlignTop);
        m_column->addWidget(all);
    }

    void addField(const QString &label, QLineEdit *field)
    {
        m_column->addSpacing(4);
        m_column->addWidget(fieldLabel(label, field, this));
        m_column->addWidget(field);
    }

    QPushButton *addButton(ButtonKind kind, const QString &text)
    {
        auto *button = makeButton(kind, text, this);
        button->setAutoDefault(true);
        m_buttons->addWidget(button);
        return button;
    }

    void finishLayout()
    {
        m_column->addSpacing(10);
        m_column->addLayout(m_buttons);
        m_column->setSizeConstraint(QLayout::SetMinimumSize);
        setMaximumWidth(560);
    }

private:
    QVBoxLayout *m_column;
    QHBoxLayout *m_buttons;
};

void chooseFile(QWidget *over, const FileQuestion &question, bool save, const std::function<void(QString)> &answer)
{
    auto *dialog = new QFileDialog(over ? over->window() : nullptr, question.title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(save ? QFileDialog::AcceptSave : QFileDialog::AcceptOpen);
    dialog->setFileMode(save ? QFileDialog::AnyFile : QFileDialog::ExistingFile);
    if (question.folder)
        dialog->setFileMode(QFileDialog::Directory);
    if (!question.filters.isEmpty())
        dialog->setNameFilters(question.filters);
    if (!question.defaultSuffix.isEmpty())
        dialog->setDefaultSuffix(question.defaultSuffix);
    if (!question.suggested.isEmpty()) {
        const QFileInfo suggested(question.suggested);
        if (suggested.isAbsolute())
            dialog->setDirectory(suggested.isDir() ? suggested.absoluteFilePath() : suggested.absolutePath());
        if (!suggested.isDir())
            dialog->selectFile(suggested.fileName());
    }
    QObject::connect(dialog, &QDialog::finished, over ? over : dialog, [dialog, answer](int result) {
        answer(result == QDialog::Accepted ? dialog->selectedFiles().value(0) : QString());
    });
    dialog->open();
}

} // namespace

void DialogAskUser::confirm(QWidget *over, const Question &question, std::function<void(bool)> answer)
{
    auto *sheet = new Sheet(over, question.title, question.consequence);
    QLineEdit *typed = nullptr;
    if (!question.typed.isEmpty()) {
        typed = new QLineEdit(sheet);
        sheet->addField(DialogWords::tr("Type %1 to go on").arg(question.typed), typed);
    }
    auto *no = sheet->addButton(ButtonKind::Secondary, question.no.isEmpty() ? DialogWords::tr("Cancel") : question.no);
    no->setVisible(!question.noChoice);
    auto *yes = sheet->addButton(question.danger ? ButtonKind::Danger : ButtonKind::Primary, question.yes);
    sheet->finishLayout();
    QObject::connect(no, &QPushButton::clicked, sheet, &QDialog::reject);
    QObject::connect(yes, &QPushButton::clicked, sheet, &QDialog::accept);
    if (typed) {
        yes->setEnabled(false);
        QObject::connect(typed, &QLineEdit::textChanged, yes, [yes, wanted = question.typed](const QString &text) {
            yes->setEnabled(text.trimmed() == wanted);
        });
        typed->setFocus();
        yes->setDefault(true);
    } else {
        // Return alone never does what cannot be undone.
        (question.danger ? no : yes)->setDefault(true);
        (question.danger ? no : yes)->setFocus();
    }
    QObject::connect(sheet, &QDialog::finished, over ? over : sheet,
                     [answer = std::move(answer)](int result) { answer(result == QDialog::Accepted); });
    sheet->open();
}

void DialogAskUser::choose(QWidget *over, const Choice &choice, std::function<void(int)> answer)
{
    auto *sheet = new Sheet(over, choice.title, choice.consequence);
    auto *cancel = sheet->addButton(ButtonKind::Flat, DialogWords::tr("Cancel"));
    QObject::connect(cancel, &QPushButton::clicked, sheet, &QDialog::reject);
    // The recommended one stands last, where the primary button stands everywhere.
    for (int i = int(choice.options.size()) - 1; i >= 0; --i) {
        auto *button = sheet->addButton(i == 0 ? ButtonKind::Primary : ButtonKind::Secondary, choice.options.at(i));
        QObject::connect(button, &QPushButton::clicked, sheet, [sheet, i] { sheet->done(i + 1); });
        if (i == 0) {
            button->setDefault(true);
            button->setFocus();
        }
    }
    sheet->finishLayout();
    QObject::connect(sheet, &QDialog::finished, over ? over : sheet,
                     [answer = std::move(answer)](int result) { answer(result - 1); });
    sheet->open();
}

void DialogAskUser::text(QWidget *over, const TextQuestion &question, std::function<void(std::optional<QString>)> answer)
{
    auto *sheet = new Sheet(over, question.title, {});
    auto *field = new QLineEdit(question.value, sheet);
    sheet->addField(question.label, field);
    auto *cancel = sheet->addButton(ButtonKind::Secondary, DialogWords::tr("Cancel"));
    auto *accept = sheet->addButton(ButtonKind::Primary, question.accept);
    sheet->finishLayout();
    accept->setDefault(true);
    accept->setEnabled(!question.value.trimmed().isEmpty());
    QObject::connect(field, &QLineEdit::textChanged, accept,
                     [accept](const QString &text) { accept->setEnabled(!text.trimmed().isEmpty()); });
    QObject::connect(cancel, &QPushButton::clicked, sheet, &QDialog::reject);
    QObject::connect(accept, &QPushButton::clicked, sheet, &QDialog::accept);
    field->selectAll();
    field->setFocus();
    QObject::connect(sheet, &QDialog::finished, over ? over : sheet, [answer = std::move(answer), field](int result) {
        answer(result == QDialog::Accepted ? std::optional(field->text().trimmed()) : std::nullopt);
    });
    sheet->open();
}

void DialogAskUser::openFile(QWidget *over, const FileQuestion &question, std::function<void(QString)> answer)
{
    chooseFile(over, question, false, answer);
}

void DialogAskUser::saveFile(QWidget *over, const FileQuestion &question, std::function<void(QString)> answer)
{
    chooseFile(over, question, true, answer);
}

void DialogAskUser::openAddress(const QString &address)
{
    const QUrl url(address, QUrl::StrictMode);
    // Nothing else is handed to the desktop as an address.
    if (url.isValid() && (url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http")))
        QDesktopServices::openUrl(url);
}

void DialogAskUser::showInFolder(const QString &path)
{
    // The folder, never the file: what opens that may do anything with it.
    const QFileInfo folder(QFileInfo(path).absolutePath());
    if (folder.isDir())
        QDesktopServices::openUrl(QUrl::fromLocalFile(folder.absoluteFilePath()));
}

} // namespace badgewright::ui
