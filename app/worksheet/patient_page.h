#pragma once

#include <QString>
#include <QStringList>

#include <vector>

#include "planning/plan/plan.h"

namespace app {
class Paper;
}

namespace app::worksheet {

/// What the patient takes home, in the language of the window. Every figure is one of the procedures page that the
/// routes come from (planning/procedure/README.md); nothing on it is of this patient's own risk.
struct PatientText {
  struct Section {
    QString heading;
    QStringList lines;
    bool warning = false;  ///< stands out
  };
  std::vector<Section> sections;
  QString sources;
};

/// False where the procedures page tells patients nothing: no route, `general`, blood patch, a site's own route.
bool hasPatientPage(const planning::Plan& plan);

PatientText patientText(const planning::Plan& plan);

/// On a page of its own. `telephone` is the site's; empty: a line to write it on. hasPatientPage() must hold.
void paintPatientPage(Paper& paper, const planning::Plan& plan, const QString& telephone);

}  // namespace app::worksheet
