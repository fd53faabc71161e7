#pragma once

#include <set>
#include <string>

#include "io/report/tree_writer.h"
#include "planning/plan/plan.h"
#include "planning/review/control.h"

namespace io::report {

/// What a group of an actual needle has beside that of a planned one.
struct Performed {
  const planning::review::ReviewedNeedle& needle;
  const std::string& timePoint;
};

/// Writes the measurement groups of a plan or a control (io/report/README.md, "Groups"). The plan's numbers must
/// already be rounded and its tracking UIDs be there.
class GroupWriter {
 public:
  GroupWriter(TreeWriter& tree, const planning::Plan& plan) : tree_(tree), plan_(plan) {}

  /// The needle, its clearances and its display groups. The needle has a target, an entry or both.
  /// `performed` null: it is planned.
  void needle(const planning::PlannedNeedle& needle, const Performed* performed = nullptr);
  /// A frame in which the needle is marked, the first (0) or second; it has a mark.
  void view(const planning::fluoroscopy::MarkedView& view, std::size_t place, const planning::NeedleChoice& needle);
  /// A place that two scans were registered by, the `place`-th from 0, in both frames.
  void landmark(const planning::review::Landmark& landmark, std::size_t place, const std::string& planFrame);
  /// A structure whose shape is a tube.
  void tube(const planning::anatomy::Structure& tube);

 private:
  void needleGroup(const planning::PlannedNeedle& needle, const Performed* performed);
  void needleNumbers(const planning::PlannedNeedle& needle);
  void triangulationNumbers();
  void viewNumbers(const planning::fluoroscopy::MarkedView& view);
  void viewMarks(const planning::fluoroscopy::MarkedView& view);
  void needlePlaces(const planning::PlannedNeedle& needle, const CodedConcept& end);
  void deviationNumbers(const planning::NeedleChoice& needle, const planning::review::ReviewedNeedle& reviewed);
  void seenNumbers(const planning::review::FoundNeedle& found);
  void clearanceGroup(const planning::PlannedNeedle& needle, const std::string& label,
                      const planning::needle::Clearance& clearance);
  void clearanceNumbers(const planning::PlannedNeedle& needle, const planning::needle::Clearance& clearance);
  void clearancePlaces(const planning::PlannedNeedle& needle, const planning::needle::Clearance& clearance);
  void displayGroup(const planning::PlannedNeedle& needle, const std::string& label, const CodedConcept& which,
                    const planning::Point& place);

  void group(const std::string& templateId, const std::string& identifier, const std::string& uid,
             const TreeWriter::Children& children);
  void findingAndSite(const planning::anatomy::Code& finding, const planning::anatomy::Code& site,
                      planning::anatomy::Side side);
  /// Finding and site of a structure; without a code of its own, that of its kind.
  void structureFinding(const planning::needle::Clearance& clearance);
  void structureFinding(const planning::anatomy::Structure& structure);
  void algorithm(const std::vector<std::string>& parameters);
  /// The object a structure came from, when it is in the evidence.
  void origin(const std::string& sopClassUid, const std::string& sopInstanceUid, const std::optional<int>& number);
  void optionalNumber(const CodedConcept& name, const std::optional<double>& value, const CodedConcept& unit);
  /// A UID that no other group of this report has, the same in every revision.
  std::string groupUid(const std::string& seed);

  TreeWriter& tree_;
  const planning::Plan& plan_;
  std::set<std::string> used_;
};

/// A needle without target and entry has no group: nothing could be drawn for it.
inline bool isPlaced(const planning::NeedleChoice& needle) {
  return needle.target || needle.entry;
}

/// Behind a needle's label in the groups of a control, so that no list of groups takes it for the planned one.
inline constexpr const char* kControlSuffix = " (control)";

/// Marks, among a group's algorithm parameters, a structure that has no code of its own.
inline constexpr const char* kFindingFromKind = "finding=from kind";

}  // namespace io::report
