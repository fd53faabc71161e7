#pragma once

#include <QWidget>

#include "planning/identity.h"

class QLabel;

namespace app {
class ShownScan;
}

namespace app::panels {

/// Who is on the screen; never leaves it.
class PatientBanner : public QWidget {
  Q_OBJECT

 public:
  explicit PatientBanner(ShownScan& scan, QWidget* parent = nullptr);

 private:
  void refresh();

  ShownScan& scan_;
  QLabel *name_, *details_, *study_, *series_;
};

QString patientTitle(const planning::Patient& patient);    ///< the name, or that there is none
QString patientDetails(const planning::Patient& patient);  ///< ID, sex, birth date

}  // namespace app::panels
