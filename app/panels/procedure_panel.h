#pragma once

#include <vector>

#include "app/look/section.h"
#include "planning/procedure/record.h"

class QLabel;

namespace app {
class PlanDocument;
}

namespace app::panels {

/// What a field of the record is called, by its key (app/json/README.md); the key where it has no name here.
QString recordFieldName(const std::string& key);

/// What was done of the plan and what became of it, field by field in the order in which it happens, for the keyboard:
/// Tab goes on, Enter keeps. Each change is one undo step; what cannot be is said and not kept.
class ProcedurePanel : public Section {
  Q_OBJECT

 public:
  ProcedurePanel(const QString& title, PlanDocument& document, QWidget* parent = nullptr);

 private:
  void addPatterns();
  void addFields();
  void addPattern(planning::procedure::Opacification pattern);
  void takeForm();
  void keep(planning::procedure::ProcedureRecord record);
  void say(const QString& refusal);
  void refresh();

  PlanDocument& document_;
  std::vector<QWidget*> editors_;  ///< one a field of recordFields()
  std::string shownOf_;            ///< the scan that the form's plan is of
  QLabel *patterns_, *findings_;
};

}  // namespace app::panels
