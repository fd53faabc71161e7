#pragma once

#include <QDialog>
#include <QToolButton>

class QLabel;
class QPushButton;
class QTableWidget;

namespace app::outbox {

class OutboxWork;

/// The outbox in a few words, for the status line: seen while something is in it; pressing it asks for the list.
class OutboxLink : public QToolButton {
  Q_OBJECT

 public:
  explicit OutboxLink(const OutboxWork& work, QWidget* parent = nullptr);

 private:
  void refresh();

  const OutboxWork& work_;
};

/// What is in the outbox, a row each: how far it has come, what proves it, what the archive said; to be sent at once,
/// or dropped with a reason.
class OutboxDialog : public QDialog {
  Q_OBJECT

 public:
  explicit OutboxDialog(OutboxWork& work, QWidget* parent = nullptr);

 private:
  void refresh();
  void showRow();
  QString chosen(int role) const;
  QString chosen() const;  ///< the entry's id; empty: none, or nothing that can be sent
  void askDrop();

  OutboxWork& work_;
  QTableWidget* table_;
  QLabel *details_, *trouble_;
  QPushButton *send_, *drop_;
};

}  // namespace app::outbox
