#pragma once

#include <QObject>
#include <QString>
#include <QUndoStack>

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "io/reading/scan.h"
#include "planning/anatomy/levels.h"
#include "planning/plan/plan.h"

namespace planning::anatomy {
struct TubeSearch;
}

namespace app {

struct ShapeEdit;

/// How a structure is drawn; kept beside what it is.
struct StructureDisplay {
  bool visible = true;
  double opacity = 0.5;  ///< of the surface in 3D; 0 to 1
};

class SkinRisk;

/// The one object that owns the open case: scan, structures, skin, plan, undo, autosave. Every edit goes through it and
/// can be undone; every view and panel listens to it and holds no state of its own. Lives in the window's thread; long
/// work runs behind it and reports by signals.
class Case : public QObject {
  Q_OBJECT

 public:
  explicit Case(QObject* parent = nullptr);
  ~Case() override;

  // What is open. Null or empty before.
  std::shared_ptr<const planning::Volume> volume() const;
  std::shared_ptr<const planning::anatomy::Skin> skin() const;
  const std::vector<planning::anatomy::MeasuredStructure>& structures() const;
  const StructureDisplay& display(int structure) const;
  const planning::Plan& plan() const;  ///< always assessed against what is open
  QUndoStack& undoStack();
  SkinRisk& skinRisk() const;                     ///< where on the skin a needle may go in; follows the case
  const io::dicom::ScanResult& lastScan() const;  ///< of the last scanPath()
  bool isLoading() const;                         ///< the volume's slices are still arriving

  // The places that the views share.
  planning::Point crosshair() const;
  void setCrosshair(const planning::Point& place);
  int currentNeedle() const;  ///< index into plan().choices.needles; a case with a scan has at least one
  void setCurrentNeedle(int index);
  int currentStructure() const;  ///< whose shape the tools change; -1: none
  void setCurrentStructure(int structure);
  double depthAlongPathMm() const;  ///< where the needle's-eye view cuts, from the entry
  void setDepthAlongPathMm(double mm);
  double windowWidthHu() const;
  double windowCentreHu() const;
  void setWindow(double centreHu, double widthHu);

  // Edits of the plan, each one undo step; drags merge into one while `dragging`.
  void setTarget(const planning::Point& place, bool dragging = false);
  void setEntry(const planning::Point& place, bool dragging = false);  ///< as given; snapToSkin() is the views' choice
  planning::Point snapToSkin(const planning::Point& place) const;      ///< unchanged where no skin is known
  void setNeedle(const planning::needle::Needle& needle);
  void addNeedle();
  void removeNeedle(int index);
  void renameNeedle(int index, const QString& label);
  void setRoute(const std::string& routeId);
  void setLevel(const QString& level);
  void setSide(planning::anatomy::Side side);
  void setGuidance(const std::string& guidance);
  void setCheck(const planning::procedure::CheckAnswer& answer);
  void clearCheck(const std::string& id);
  void setNearAccepted(bool accepted);
  void setNearBand(std::optional<double> mm);  ///< absent: the usual one
  /// The operator confirms the midline: one or two places on spinous processes; empty takes it back.
  void setMidline(const std::vector<planning::Point>& places);
  void setOperator(const QString& name, const QString& organization);

  // Edits of structures, each one undo step.
  void setKind(int structure, planning::anatomy::Kind kind);
  void setRole(int structure, planning::anatomy::Role role);
  void setMargin(int structure, std::optional<double> mm);
  void setStructureSide(int structure, planning::anatomy::Side side);
  void setConfirmed(int structure, bool confirmed);
  void setColour(int structure, std::array<std::uint8_t, 3> colour);
  void renameStructure(int structure, const QString& name);
  void removeStructure(int structure);

  // Tubes traced by hand, each change one undo step.
  /// Adds a structure whose shape is a tube; its name is made unique, a tracking UID and a colour are given. Its index;
  /// -1 without a scan.
  int addTube(planning::anatomy::Structure traced, const QString& what);
  struct TubeChange {
    std::string drag;  ///< changes of one name merge while `merges`
    bool merges = false;
    bool draws = true;  ///< else the distances follow at once, and the surface in 3D with the next change that draws
  };
  void setTube(int structure, planning::anatomy::Tube tube, const QString& what, const TubeChange& change);

  // The vertebrae as counted from the operator's click; each one undo step, found in the background.
  const planning::anatomy::CountedSpine& levels() const;
  /// The vertebra at a place is `name` (one of anatomy::levelNames()): all others are counted from it, levelsChanged().
  /// Where no spine is found this one alone is named, and the operator names others by further clicks.
  void countLevels(const planning::Point& clicked, const std::string& name);
  void forgetLevels();
  /// Adds the thecal sac, unless a dura is there, and the exiting root of the plan's level and side where they are
  /// expected: unconfirmed, structuresChanged(). Those that were expected before are replaced. The spine of a count
  /// that was reopened is found again first.
  void expectNerves();

  // Structures that the program finds in the scan, in the background; each ends in structuresChanged(), one undo step,
  // with the new structure (unconfirmed; the first of several) as the current one; or in refused().
  void findBone();
  void findVessels();                              ///< large ones full of contrast, as many as there are
  void growVessel(const planning::Point& inside);  ///< full of contrast, from a place in it
  void findTubes(const planning::anatomy::TubeSearch& search);
  void addEmptyStructure();  ///< to be painted

  /// Changes the shape of a mask, in the background, one edit after the other: each is one undo step, and the structure
  /// is unconfirmed again. When the last one has ended: shapeEditsEnded().
  void editShape(int structure, ShapeEdit edit);
  bool isEditingShapes() const;
  // Undo and redo bring a mask back at once. Where it is not measured any more, that follows in the background; until
  // then the structure is `beingMeasured`, no distance to it is known, the plan is not ready and cannot be saved. Then
  // structuresChanged().

  // Not edits.
  void setDisplay(int structure, const StructureDisplay& display);

  /// Shows a scan that is already in memory (practice, tests), as if it had just been opened with its skin found and
  /// its structures loaded; skin may be null. Sends volumeChanged(), skinChanged(), structuresChanged(), planChanged().
  void adoptScan(std::shared_ptr<const planning::Volume> volume, std::shared_ptr<const planning::anatomy::Skin> skin,
                 std::vector<planning::anatomy::MeasuredStructure> structures);

  // Long work, in the background. Each ends in a signal.
  void scanPath(const QString& path);    ///< scanned()
  void scanDemo(const QString& folder);  ///< writes the demo case there if it is not, then as scanPath()
  void openSeries(const io::dicom::SeriesInfo& series);  ///< sliceArrived()..., volumeChanged(), skinChanged()
  void loadStructures(const QString& file);              ///< structuresChanged(); one undo step
  void cancelWork();
  bool savePlan(const QString& file, bool complete);  ///< true when written; else refused() has been sent
  /// A plan as it was read from `file`. Its scan must be open, or in the last scan result, and is then opened first;
  /// structures are loaded again.
  void openPlan(const QString& file, planning::Plan plan);
  bool hasUnsavedChanges() const;
  /// Until another scan is opened, what is edited is kept by somebody else (practice): nothing of it is unsaved.
  void keepElsewhere();
  /// From now on drafts of unsaved plans are kept in `folder` (made readable by its owner alone), a few seconds after
  /// each change, until the plan is saved or the case closed.
  void keepDrafts(const QString& folder, int waitMs = 3000);
  /// Opens a draft that a crash left behind, as it was read; its scan as for openPlan().
  void recoverDraft(const QString& file, planning::Plan plan);
  void close();  ///< back to no case; unsaved changes are lost (the window asks), their draft goes with them

 Q_SIGNALS:
  void scanned(const io::dicom::ScanResult& result);
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
  void shapeEditsEnded();
  void depthChanged();
  void windowChanged();
  void workProgress(const QString& what, double fraction);  ///< fraction < 0: unknown; > 1: ended
  void refused(const planning::Error& error);
  void message(const QString& text);  ///< something done, for the status line

 private:
  struct Private;
  std::unique_ptr<Private> d;
};

}  // namespace app
