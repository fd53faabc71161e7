#pragma once

#include <QObject>
#include <QString>

#include <optional>
#include <string>

#include "app/case/structure_shop.h"
#include "planning/anatomy/tube_cut.h"

namespace app {

/// The tube that a person is tracing or changing: a hand's state, shared by the views and the panel, and the way from
/// what the hand does to the plan's undo steps. The tube itself is the plan's.
class Tracing : public QObject {
  Q_OBJECT

 public:
  Tracing(ShownScan& shown, PlanDocument& document, StructureShop& shop, QObject* parent = nullptr);

  /// What the next trace will be. An empty name: by kind, level and side.
  struct Wish {
    planning::anatomy::Kind kind = planning::anatomy::Kind::Nerve;
    planning::anatomy::Side side = planning::anatomy::Side::None;
    QString name;
    double radiusMm = 2;
    double uncertaintyMm = 1;  ///< at first half the scan's voxel diagonal
  };
  const Wish& wish() const { return wish_; }
  void wishFor(const Wish& wish);
  QString nameOfNext() const;

  std::optional<int> structure() const;            ///< that is traced or changed, as its index in the plan
  const planning::anatomy::Tube* tube() const;     ///< null when there is none
  std::optional<std::size_t> vertex() const;       ///< that was placed or chosen last
  bool grows() const { return grows_ && tube(); }  ///< the next click adds a point at its end

  // Each of these is one undo step of the plan.
  void add(const planning::Point& place);  ///< begins a tube, or lets it grow
  void insert(const planning::anatomy::CoursePlace& where);
  void move(const planning::Point& place, bool dragging);  ///< the chosen vertex
  void removeVertex();                                     ///< the chosen one; a tube of one vertex is removed itself
  void setRadius(double mm);  ///< of the chosen vertex and, while it grows, of the next ones
  void setRadiusEverywhere(double mm);
  void setUncertainty(double mm);

  // These are not.
  void choose(int structure);  ///< a tube of the plan, to change it
  void chooseVertex(std::size_t vertex);
  void end();     ///< it grows no more; a single point is given up
  void giveUp();  ///< takes back a tube that still grows; else lets go of it
  void letGo();
  void hoverAt(const std::optional<planning::Point>& place);
  const std::optional<planning::Point>& hover() const { return hover_; }

 Q_SIGNALS:
  void changed();
  void hoverChanged();

 private:
  void begin(const planning::Point& place);
  using Change = StructureShop::TubeChange;
  void set(planning::anatomy::Tube tube, const QString& what, const Change& change = {{}, true});
  void noteStep(int before);
  void takeScan();
  void follow();

  ShownScan& shown_;
  PlanDocument& document_;
  StructureShop& shop_;
  Wish wish_;
  std::string uid_;  ///< tracking UID of the tube; empty: none
  std::size_t vertex_ = 0;
  bool grows_ = false;
  int beginStep_ = 0;  ///< the undo stack's index before this tube
  int lastStep_ = 0;   ///< and after its last edit
  bool alone_ = true;  ///< no other edit came between
  std::optional<planning::Point> hover_;
};

}  // namespace app
