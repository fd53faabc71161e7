#pragma once

#include <QCoreApplication>
#include <QString>

#include <deque>
#include <filesystem>
#include <memory>

#include "app/work/background.h"
#include "app/worksheet/planned_scan.h"

class QWidget;

namespace app {

class Case;

/// Brings the open plan out of the window: its copies beside a completed plan, behind the window; its worksheet on a
/// printer.
class PlanCopier {
  Q_DECLARE_TR_FUNCTIONS(app::PlanCopier)

 public:
  explicit PlanCopier(Case& openCase);
  ~PlanCopier();  ///< finishes what is asked for

  /// The plan as it was just saved in `file`: of a draft, the copies of the version before are taken away. One after
  /// the other, each to its end. What goes wrong is told by the case's reporter; the plan is saved whatever becomes of
  /// them.
  void copy(const QString& file);
  /// Asks for the printer first. Refused where no needle is placed.
  void print(QWidget* window);

 private:
  struct Saved {
    worksheet::PlannedScan planned;
    std::filesystem::path file;
  };
  static planning::Expected<void> copies(const Saved& saved);
  void next();

  Case& case_;
  std::deque<Saved> waiting_;
  std::unique_ptr<Background> background_;  ///< its own: the copies are finished whatever is opened next
};

}  // namespace app
