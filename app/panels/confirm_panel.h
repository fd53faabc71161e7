#pragma once

#include <QWidget>

#include <string>

class QLabel;
class QPushButton;

namespace app {
class PlanDocument;
class ShownScan;
class StructureShop;
}  // namespace app

namespace app::panels {

/// Asks about one structure after the other that nobody has confirmed and that the verdict rests on: brings the views
/// to it, then takes one key. Enter confirms by name (on another button it presses that one), Backspace removes what is
/// not there, Escape ends the asking. A key that is held down counts once. Hidden while it asks nothing.
class ConfirmPanel : public QWidget {
  Q_OBJECT

 public:
  ConfirmPanel(ShownScan& scan, StructureShop& shop, PlanDocument& document, QWidget* parent = nullptr);

  void askNext();  ///< behind the one that is asked about, and round again
  void ask(const std::string& trackingUid);
  bool isAsking() const { return !asked_.empty(); }

 Q_SIGNALS:
  void ended(bool nothingLeft);

 protected:
  bool event(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void confirm();
  void refuse();
  void goOn();
  void end(bool nothingLeft);
  void refresh();

  ShownScan& scan_;
  StructureShop& shop_;
  PlanDocument& document_;
  std::string asked_;  ///< its tracking UID; empty: none
  QLabel *name_, *facts_;
  QPushButton *confirm_, *refuse_, *later_;
};

}  // namespace app::panels
