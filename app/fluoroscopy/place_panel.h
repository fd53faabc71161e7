#pragma once

#include "app/look/section.h"

class QCheckBox;
class QLabel;

namespace app::fluoroscopy {

class FluoroscopyCase;

/// Step 3: the places in the patient that two views give, how exact they are, and what follows; or why there are none.
class PlacePanel : public panels::Section {
  Q_OBJECT

 public:
  explicit PlacePanel(FluoroscopyCase& model, QWidget* parent = nullptr);

 Q_SIGNALS:
  void saveAsked();

 private:
  void refresh();
  void showNumbers();

  FluoroscopyCase& model_;
  QCheckBox* still_;
  QLabel *why_, *length_, *inPlane_, *cranioCaudal_, *exactness_, *findings_;
  QWidget* numbers_;
};

}  // namespace app::fluoroscopy
