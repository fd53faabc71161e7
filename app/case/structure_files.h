#pragma once

#include <QObject>
#include <QString>

#include <deque>
#include <vector>

#include "app/case/plan_document.h"

namespace io {
struct StructureSet;
}

namespace app {

class Background;
class Reporter;
class ShownScan;
struct StructureSources;

/// Structures from files, read and measured behind the window, one file after the other: each file is one undo step.
class StructureFiles : public QObject {
  Q_OBJECT

 public:
  StructureFiles(ShownScan& shown, PlanDocument& document, StructureSources& sources, Background& background,
                 Reporter& reporter);

  /// At once, or when the scan is there.
  void load(const QString& file);
  void start();          ///< the scan is there
  void forgetWaiting();  ///< but one that is being read
  /// These, and no others.
  void loadOnly(std::deque<QString> files);

 Q_SIGNALS:
  void allRead();  ///< none waits any more

 private:
  void take(const QString& file, io::StructureSet set, std::vector<planning::anatomy::MeasuredStructure> measured);

  ShownScan& shown_;
  PlanDocument& document_;
  StructureSources& sources_;
  Background& background_;
  Reporter& reporter_;
  std::deque<QString> waiting_;
};

}  // namespace app
