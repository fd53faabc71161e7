#pragma once

#include <QCoreApplication>

#include "app/look/section.h"
#include "planning/error.h"
#include "planning/plan/choices.h"

class QListWidget;
class QToolButton;

namespace app {
class PlanDocument;
class Reporter;
class ShownScan;
}  // namespace app

namespace app::panels {

/// The needles of the session, each with its verdict, level, side and depth; the one that is chosen is edited below. A
/// further one is made from it: on the other side, or at the next level, each a proposal until a person has seen it. By
/// keyboard: Up and Down choose, Insert adds, Delete removes, the buttons by Tab.
class NeedlesPanel : public Section {
  Q_DECLARE_TR_FUNCTIONS(app::panels::NeedlesPanel)

 public:
  NeedlesPanel(ShownScan& scan, PlanDocument& document, Reporter& reporter, QWidget* parent = nullptr);
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void refresh();
  void mirror();
  void next(bool towardHead);
  void take(const QString& text, planning::Expected<planning::NeedleChoice> made);
  std::size_t current() const;

  ShownScan& scan_;
  PlanDocument& document_;
  Reporter& reporter_;
  QListWidget* list_;
  QToolButton *mirror_, *head_, *feet_;
};

}  // namespace app::panels
