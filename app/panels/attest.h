#pragma once

#include <QWidget>

#include <string>

class QLabel;
class QMenu;
class QPushButton;

namespace app {
class PlanDocument;
}

namespace app::panels {

/// True when the plan names its operator; asks for the name where it does not, and false when none is given.
bool nameOperator(PlanDocument& document, QWidget* parent);
/// Today, as YYYY-MM-DD.
std::string today();

/// Where nothing was measured that could tell whether the stated level (or side) is right: "I have seen the level", by
/// name; and afterwards who said so, and the way to take it back. Hidden where there is nothing to say.
class SeenRow : public QWidget {
  Q_OBJECT

 public:
  enum class Which { Level, Side };
  SeenRow(PlanDocument& document, Which which, const QString& objectName, QWidget* parent = nullptr);

 private:
  void refresh();
  void say(const std::string& how);
  void takeBack();
  std::string stated() const;  ///< of the current needle: "L4-L5", "left"

  PlanDocument& document_;
  Which which_;
  QPushButton *say_, *takeBack_;
  QMenu* how_;
  QLabel* who_;
};

}  // namespace app::panels
