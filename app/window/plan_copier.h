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

namespace outbox {
class OutboxWork;
}

/// Brings the open plan out of the window: its copies beside a completed plan, behind the window; a completed plan, its
/// SEG and its copies into the outbox; its worksheet on a printer.
class PlanCopier {
  Q_DECLARE_TR_FUNCTIONS(app::PlanCopier)

 public:
  PlanCopier(Case& openCase, outbox::OutboxWork& outbox);
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
    QString patient;
  };
  static planning::Expected<void> copies(const Saved& saved, outbox::OutboxWork& outbox);
  void next();

  Case& case_;
  outbox::OutboxWork& outbox_;
  std::deque<Saved> waiting_;
  std::unique_ptr<Background> background_;  ///< its own: the copies are finished whatever is opened next
};

}  // namespace app
