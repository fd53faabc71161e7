#pragma once

#include <QCoreApplication>
#include <QString>

#include <filesystem>
#include <vector>

#include "app/work/promised_work.h"
#include "app/worksheet/planned_scan.h"

class QWidget;

namespace app {

class Case;

namespace outbox {
class OutboxWork;
}

/// Brings the open plan out of the window: its copies beside a completed plan, behind the window; a completed plan, its
/// SEG and its copies into the outbox; its worksheet on a printer.
class PlanCopier {
  Q_DECLARE_TR_FUNCTIONS(app::PlanCopier)

 public:
  PlanCopier(Case& openCase, outbox::OutboxWork& outbox);
  ~PlanCopier();  ///< finishes what is asked for, and says what went wrong to the next window

  /// The plan as it was just saved in `file`: of a draft, the copies of the version before are taken away. Behind
  /// the window, one after the other, each to its end. What goes wrong is told by the case's reporter; the plan is
  /// saved whatever becomes of them.
  void copy(const QString& file);
  /// Waits for all of it; what went wrong and was not told yet.
  std::vector<planning::Error> finish();
  /// Asks for the printer first. Refused where no needle is placed.
  void print(QWidget* window);

 private:
  struct Saved {
    worksheet::PlannedScan planned;
    std::filesystem::path file;
    QString patient;
  };
  static planning::Expected<void> copies(const Saved& saved, outbox::OutboxWork& outbox);

  Case& case_;
  outbox::OutboxWork& outbox_;
  PromisedWork work_;
};

}  // namespace app
