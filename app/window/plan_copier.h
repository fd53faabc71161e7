#pragma once

#include <QCoreApplication>
#include <QString>

#include "app/work/background.h"

class QWidget;

namespace app {

class Case;

/// Brings the open plan out of the window: its copies beside a completed plan, behind the window; its worksheet on a
/// printer.
class PlanCopier {
  Q_DECLARE_TR_FUNCTIONS(app::PlanCopier)

 public:
  explicit PlanCopier(Case& openCase);

  /// The plan as it was just completed in `file`. What goes wrong is told by the case's reporter; the plan is saved
  /// whatever becomes of them.
  void copy(const QString& file);
  /// Asks for the printer first. Refused where no needle is placed.
  void print(QWidget* window);

 private:
  Case& case_;
  Background background_;  ///< its own: the copies are finished whatever is opened next
};

}  // namespace app
