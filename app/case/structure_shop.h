#pragma once

#include <QString>

#include <array>
#include <cstdint>
#include <optional>
#include <string>

#include "app/case/plan_document.h"
#include "app/case/shape_work.h"
#include "app/case/structure_finder.h"

namespace app {

/// Edits of the structures of an open plan, each one undo step. A structure is named by its place among
/// PlanDocument::structures(); one that is not there is left alone.
class StructureShop {
  Q_DECLARE_TR_FUNCTIONS(app::StructureShop)

 public:
  StructureShop(ShownScan& shown, PlanDocument& document, StructureSources& sources, Background& background,
                Reporter& reporter);

  StructureFinder& finder() { return finder_; }
  ShapeWork& shapes() { return shapes_; }

  void setKind(int structure, planning::anatomy::Kind kind);
  void setRole(int structure, planning::anatomy::Role role);
  void setMargin(int structure, std::optional<double> mm);
  void setSide(int structure, planning::anatomy::Side side);
  void setConfirmed(int structure, bool confirmed);
  void setColour(int structure, std::array<std::uint8_t, 3> colour);
  void rename(int structure, const QString& name);
  void remove(int structure);
  void addEmpty();  ///< to be painted, and the current one

  // Tubes traced by hand.
  /// Adds a structure whose shape is a tube; its name is made unique, a tracking UID and a colour are given. Its place;
  /// absent without a scan.
  std::optional<int> addTube(planning::anatomy::Structure traced, const QString& what);
  struct TubeChange {
    std::string drag;   ///< changes of one name merge, if it is not empty, until PlanDocument::endDrag()
    bool draws = true;  ///< else the distances follow at once, and the surface in 3D with the next change that draws
  };
  void setTube(int structure, planning::anatomy::Tube tube, const QString& what, const TubeChange& change);

 private:
  bool has(int structure) const;
  void edit(int structure, const QString& text, const PlanDocument::Change& change);

  ShownScan& shown_;
  PlanDocument& document_;
  StructureFinder finder_;
  ShapeWork shapes_;
};

}  // namespace app
