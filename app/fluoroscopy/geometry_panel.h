#pragma once

#include <array>

#include "app/look/section.h"
#include "planning/fluoroscopy/marked_views.h"

class QGridLayout;
class QLabel;
class QLineEdit;

namespace app::fluoroscopy {

class FluoroscopyCase;

/// What is known of the current view's geometry: the file's values, and fields for what it does not say.
class GeometryPanel : public panels::Section {
  Q_OBJECT

 public:
  explicit GeometryPanel(FluoroscopyCase& model, QWidget* parent = nullptr);

 private:
  struct Field {
    QLabel* name;
    QLineEdit* value;
    QLabel* source;
  };
  void addField(QGridLayout* grid, int row, const QString& name, const QString& tip);
  void refresh();
  void show(int field, const std::optional<double>& file, const std::optional<double>& given, int decimals);
  void take(int field);

  FluoroscopyCase& model_;
  QLabel *which_, *problem_;
  std::array<Field, 5> fields_{};
};

}  // namespace app::fluoroscopy
