#pragma once

#include <QByteArray>
#include <QWidget>

#include <array>
#include <optional>

#include "app/case/shown_scan.h"
#include "app/case/tracing.h"
#include "app/views/pointing.h"

class QSplitter;

namespace app {
class SkinRisk;
}

namespace app::views {

class PathPlot;
class ViewTile;

/// Ready arrangements of the views.
enum class Arrangement {
  Scan,      ///< axial large; sagittal, coronal and 3D beside it
  Sagittal,  ///< as Scan, with the sagittal slice large: for needles that run toward the head
  Needle,    ///< along the needle large; the other plane along it, the needle's eye and 3D beside it
};

/// The middle of the window: four tiles, each with a header that chooses what it shows, and below them the distances
/// along the path. A double click or F makes one tile fill the area, and the next one brings the others back.
class ViewsArea : public QWidget {
  Q_OBJECT

 public:
  /// `edited`: what the tools change, but for the tracing, which is this window's own.
  ViewsArea(ShownScan& scan, SkinRisk& skinRisk, const Edited& edited, QWidget* parent = nullptr);

  Tool tool() const { return pointing_.tool(); }
  void setTool(Tool tool) { pointing_.setTool(tool); }
  Tracing& tracing() { return tracing_; }
  void setLevelToClick(const std::string& name) { pointing_.setLevelToClick(name); }
  /// What Escape does: gives up what is being traced, else ends the tool.
  void escape();
  double brushRadiusMm() const { return pointing_.brushRadiusMm(); }
  void setBrushRadiusMm(double mm) { pointing_.setBrushRadiusMm(mm); }
  /// Fits every view to the scan or the needle again.
  void resetViews();
  void arrange(Arrangement arrangement);
  const Pointing& pointing() const { return pointing_; }
  /// Turns the simulated C-arm, and brings the radiograph into sight: in the tile that shows it already, else in the
  /// last one.
  void lookFrom(const planning::needle::CArmAngles& angles);
  /// Makes the tile under the mouse (else the large one) fill the area, or brings the others back.
  void toggleMaximised();

  /// What each tile shows and how large it is; no patient data. restoreLayout() ignores what it cannot read.
  QByteArray saveLayout() const;
  void restoreLayout(const QByteArray& layout);

 Q_SIGNALS:
  void brushRadiusChanged(double mm);
  void toolChanged(Tool tool);  ///< also when a point was placed, which ends its tool
  void hovered(const planning::Point& place, std::optional<int> hu);
  void hoverEnded();
  void explained(const QString& reason);  ///< why a needle may or may not go in under the mouse; empty: none

 private:
  void toggleMaximised(ViewTile* tile);
  void setCArmUpright();

  ShownScan& scan_;
  Tracing tracing_;
  Pointing pointing_;
  std::array<ViewTile*, 4> tiles_{};
  PathPlot* plot_;
  QSplitter* rows_;     ///< tiles above, plot below
  QSplitter* columns_;  ///< large tile left, the others right
  QSplitter* right_;
  ViewTile* maximised_ = nullptr;
};

}  // namespace app::views
