#include "app/outbox/outbox_dialog.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QInputDialog>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

#include "app/look/style.h"
#include "app/outbox/outbox_words.h"
#include "app/text/sentences.h"

namespace app::outbox {
namespace {

using io::outbox::Entry;
using io::outbox::State;
using planning::needle::Verdict;

constexpr int kWidth = 860, kHeight = 420, kDetailLines = 6;
constexpr int kId = Qt::UserRole, kDetail = Qt::UserRole + 1, kOdd = Qt::UserRole + 2;
enum Column { Object, Archive, How, NextTry, ColumnCount };

QLabel* plainLabel(const char* name) {
  auto* label = new QLabel;
  label->setObjectName(name);
  label->setTextFormat(Qt::PlainText);
  label->setWordWrap(true);
  label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
  return label;
}

}  // namespace

OutboxLink::OutboxLink(const OutboxWork& work, QWidget* parent) : QToolButton(parent), work_(work) {
  setObjectName("outboxLink");
  setAutoRaise(true);
  setFocusPolicy(Qt::StrongFocus);
  setToolTip(tr("What waits to be sent to the archive"));
  connect(&work_, &OutboxWork::changed, this, &OutboxLink::refresh);
  refresh();
}

void OutboxLink::refresh() {
  const QString text = summary(work_);
  setText(text);
  setAccessibleName(text);
  setVisible(!text.isEmpty());
  setStyleSheet(wantsPerson(work_) ? "font-weight: bold; color: " + verdictColour(Verdict::Breach).name() : QString());
}

OutboxDialog::OutboxDialog(OutboxWork& work, QWidget* parent)
    : QDialog(parent),
      work_(work),
      table_(new QTableWidget(0, ColumnCount)),
      details_(plainLabel("outboxDetails")),
      trouble_(plainLabel("outboxTrouble")),
      send_(new QPushButton(tr("&Send now"))),
      drop_(new QPushButton(tr("&Drop…"))) {
  setObjectName("outboxDialog");
  setWindowTitle(tr("Outbox"));
  table_->setObjectName("outboxTable");
  table_->setAccessibleName(tr("What is in the outbox"));
  table_->setHorizontalHeaderLabels({tr("Object"), tr("Archive"), tr("State"), tr("Next try")});
  table_->setSelectionBehavior(QAbstractItemView::SelectRows);
  table_->setSelectionMode(QAbstractItemView::SingleSelection);
  table_->setEditTriggers(QAbstractItemView::NoEditTriggers);
  table_->setTabKeyNavigation(false);
  table_->setShowGrid(false);
  table_->verticalHeader()->hide();
  table_->horizontalHeader()->setHighlightSections(false);
  table_->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
  table_->horizontalHeader()->setSectionResizeMode(Object, QHeaderView::Stretch);
  details_->setMinimumHeight(kDetailLines * details_->fontMetrics().lineSpacing());
  details_->setAlignment(Qt::AlignTop | Qt::AlignLeft);
  send_->setObjectName("outboxSend");
  drop_->setObjectName("outboxDrop");
  auto* close = new QPushButton(tr("&Close"));
  close->setObjectName("outboxClose");
  auto* buttons = new QHBoxLayout;
  for (QPushButton* button : {send_, drop_}) {
    button->setAutoDefault(false);
    buttons->addWidget(button);
  }
  buttons->addStretch(1);
  buttons->addWidget(close);
  auto* layout = new QVBoxLayout(this);
  layout->addWidget(trouble_);
  layout->addWidget(table_, 1);
  layout->addWidget(details_);
  layout->addLayout(buttons);
  resize(kWidth, kHeight);
  connect(table_, &QTableWidget::itemSelectionChanged, this, &OutboxDialog::showRow);
  connect(send_, &QPushButton::clicked, this, [this] { work_.sendNow(chosen()); });
  connect(drop_, &QPushButton::clicked, this, &OutboxDialog::askDrop);
  connect(close, &QPushButton::clicked, this, &QDialog::accept);
  connect(&work_, &OutboxWork::changed, this, &OutboxDialog::refresh);
  refresh();
  if (table_->rowCount() > 0) table_->selectRow(0);
}

void OutboxDialog::refresh() {
  const auto& listing = work_.listing();
  const int before = table_->currentRow();
  const auto* current = table_->item(before, Object);
  const QString kept = current ? current->data(kId).toString() : QString();
  const QSignalBlocker quiet(table_);
  table_->setRowCount(0);
  const auto add = [&](const QStringList& texts, const QString& id, const QString& detail, const QString& odd = {}) {
    const int row = table_->rowCount();
    table_->insertRow(row);
    for (int column = 0; column < ColumnCount; ++column)
      table_->setItem(row, column, new QTableWidgetItem(texts.value(column)));
    table_->item(row, Object)->setData(kId, id);
    table_->item(row, Object)->setData(kDetail, detail);
    table_->item(row, Object)->setData(kOdd, odd);
    if (!id.isEmpty() && id == kept) table_->selectRow(row);
  };
  // What a person must decide comes first, then what is on its way, the newest of it first.
  std::vector<const Entry*> entries;
  for (const auto& entry : listing.entries) entries.insert(entries.begin(), &entry);
  std::stable_partition(entries.begin(), entries.end(), [](const Entry* one) { return one->state != State::Verified; });
  std::stable_partition(entries.begin(), entries.end(), [](const Entry* one) { return one->state == State::Waits; });
  for (const Entry* entry : entries)
    add({QString::fromStdString(entry->label), QString::fromStdString(entry->site), stateText(*entry),
         nextTryText(*entry)},
        QString::fromStdString(entry->id), detailText(*entry));
  for (const auto& odd : listing.odd)
    add({QString::fromStdU16String(odd.path.filename().u16string()), QString(),
         verdictSign(Verdict::Breach) + QLatin1Char(' ') + tr("not readable"), QString()},
        QString(), sentence(odd.why), QString::fromStdU16String(odd.path.filename().u16string()));
  trouble_->setText(work_.trouble() ? sentence(*work_.trouble()) : QString());
  trouble_->setVisible(!trouble_->text().isEmpty());
  showRow();
}

QString OutboxDialog::chosen(int role) const {
  const auto rows = table_->selectionModel()->selectedRows();
  return rows.isEmpty() ? QString() : rows.first().data(role).toString();
}

QString OutboxDialog::chosen() const {
  return chosen(kId);
}

void OutboxDialog::showRow() {
  details_->setText(chosen(kDetail));
  const auto& entries = work_.listing().entries;
  const auto entry = std::find_if(entries.begin(), entries.end(),
                                  [id = chosen().toStdString()](const Entry& one) { return one.id == id; });
  send_->setEnabled(entry != entries.end() && entry->state != State::Verified);
  const bool odd = !chosen(kOdd).isEmpty();
  drop_->setText(odd ? tr("Set &aside") : tr("&Drop…"));
  drop_->setToolTip(odd ? tr("Moves it into the folder “aside” of the outbox; nothing is deleted") : QString());
  drop_->setEnabled(odd || entry != entries.end());
}

void OutboxDialog::askDrop() {
  if (const QString odd = chosen(kOdd); !odd.isEmpty()) return work_.setAside(odd);
  const QString id = chosen();
  const QString why =
      QInputDialog::getText(this, tr("Drop"), tr("Why is it not to be sent? The object is kept, with the reason."));
  if (!why.trimmed().isEmpty()) work_.drop(id, why.trimmed());
}

}  // namespace app::outbox
