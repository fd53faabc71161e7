#pragma once

#include <QObject>

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/case/shown_aids.h"
#include "planning/anatomy/levels.h"
#include "planning/plan/plan.h"

namespace app {

struct SkinRiskMap;

/// How a structure is drawn; kept beside what it is.
struct StructureDisplay {
  bool visible = true;
  double opacity = 0.5;  ///< of the surface in 3D; 0 to 1
};

/// A scan with what is planned on it, as views show it: all that they read, the places that they share, and the signals
/// that they listen to. What is edited is somebody else's, who fills this. Lives in the window's thread.
class ShownScan : public QObject {
  Q_OBJECT

 public:
  using QObject::QObject;

  // What is shown. Null or empty before.
  const std::shared_ptr<const planning::Volume>& volume() const { return volume_; }
  const std::shared_ptr<const planning::anatomy::Skin>& skin() const { return skin_; }
  bool isLoading() const { return loading_; }  ///< the volume's slices are still arriving
  bool offersSeries() const { return offersSeries_ && !volume_ && !loading_; }  ///< there are some, none is open
  const std::vector<planning::anatomy::MeasuredStructure>& structures() const { return planned_.structures; }
  const planning::Plan& plan() const { return planned_.plan; }
  const planning::anatomy::CountedSpine& levels() const { return planned_.levels; }
  int currentNeedle() const { return planned_.currentNeedle; }  ///< index into plan().choices.needles, if it has any
  /// Where on the skin a needle may go in; null: nothing to show.
  const std::shared_ptr<const SkinRiskMap>& riskMap() const { return riskMap_; }
  planning::Point snapToSkin(const planning::Point& place) const;  ///< unchanged where no skin is known

  // How and where it is looked at; none of it is an edit.
  planning::Point crosshair() const { return crosshair_; }
  void setCrosshair(const planning::Point& place);
  double depthAlongPathMm() const { return depthAlongPathMm_; }  ///< where the needle's-eye view cuts, from the entry
  void setDepthAlongPathMm(double mm);
  double windowWidthHu() const { return windowWidthHu_; }
  double windowCentreHu() const { return windowCentreHu_; }
  void setWindow(double centreHu, double widthHu);
  StructureDisplay display(int structure) const;
  void setDisplay(int structure, const StructureDisplay& display);
  std::optional<int> currentStructure() const;  ///< whose shape the tools change
  void setCurrentStructure(std::optional<int> structure);

  /// A scan that is there whole, with its structures and no plan: all that was shown before goes. `skin` may be null.
  void show(std::shared_ptr<const planning::Volume> volume, std::shared_ptr<const planning::anatomy::Skin> skin,
            std::vector<planning::anatomy::MeasuredStructure> structures);
  void clear();  ///< back to nothing

  // For who fills it piece by piece. These are silent: the signals follow once all is there.
  struct Planned {
    planning::Plan plan;
    std::vector<planning::anatomy::MeasuredStructure> structures;
    planning::anatomy::CountedSpine levels;
    int currentNeedle = 0;
  };
  void begin(std::shared_ptr<const planning::Volume> volume);  ///< the crosshair in its middle
  void take(std::shared_ptr<const planning::Volume> volume) { volume_ = std::move(volume); }
  void take(std::shared_ptr<const planning::anatomy::Skin> skin) { skin_ = std::move(skin); }
  void take(Planned planned) { planned_ = std::move(planned); }
  void setLoading(bool loading) { loading_ = loading; }
  void setOffersSeries(bool offers) { offersSeries_ = offers; }
  void forget();  ///< as clear()

  void setRiskMap(std::shared_ptr<const SkinRiskMap> map);

  ShownAids& aids() { return aids_; }
  const ShownAids& aids() const { return aids_; }

 Q_SIGNALS:
  void volumeChanged();      ///< another volume, or none
  void sliceArrived(int k);  ///< while loading: slice k of volume() is final
  void skinChanged();
  void structuresChanged();  ///< list, shapes or properties
  void displayChanged(int structure);
  void levelsChanged();
  void planChanged();  ///< after every assessment
  void crosshairChanged();
  void currentNeedleChanged();
  void currentStructureChanged();
  void depthChanged();
  void windowChanged();
  void riskMapChanged();

 private:
  void announce();
  const std::string& uidOf(int structure) const;

  std::shared_ptr<const planning::Volume> volume_;
  std::shared_ptr<const planning::anatomy::Skin> skin_;
  bool loading_ = false, offersSeries_ = false;
  Planned planned_;
  std::shared_ptr<const SkinRiskMap> riskMap_;
  std::map<std::string, StructureDisplay> display_;  ///< by tracking UID
  std::string currentStructure_;                     ///< its tracking UID
  planning::Point crosshair_ = planning::makePoint(0, 0, 0);
  double depthAlongPathMm_ = 0;
  double windowCentreHu_ = 40, windowWidthHu_ = 400;
  ShownAids aids_;
};

}  // namespace app
