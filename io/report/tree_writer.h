#pragma once

#include <array>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "io/report/codes.h"
#include "planning/geometry.h"
#include "planning/identity.h"

class DSRDocumentTree;
class DSRContentItem;

namespace io::report {

enum class Relation { Contains, ConceptModifier, ObservationContext, AcquisitionContext, InferredFrom, SelectedFrom };

/// Adds items to a report's tree. An item that DCMTK does not take, which leaves its cursor on another item, stops the
/// writer: nothing more is added, and failure() says at which item.
class TreeWriter {
 public:
  using Code = planning::anatomy::Code;
  using Children = std::function<void()>;  ///< adds the items below the one just added

  TreeWriter(DSRDocumentTree& tree, std::string frameOfReferenceUid);

  void root(const CodedConcept& title, const char* templateId, const Children& children);
  /// `templateId` null: the container names none.
  void container(Relation, const CodedConcept& name, const char* templateId, const Children& children);
  void code(Relation, const Code& name, const Code& value, const Children& children = {});
  void code(Relation, const CodedConcept& name, const Code& value, const Children& children = {});
  void code(Relation, const CodedConcept& name, const CodedConcept& value, const Children& children = {});
  /// Yes or No.
  void answer(Relation, const CodedConcept& name, bool yes);
  /// Nothing for an empty text or UID: an absent value is an absent item.
  void text(Relation, const CodedConcept& name, const std::string& value);
  void uid(Relation, const CodedConcept& name, const std::string& value);
  void person(Relation, const CodedConcept& name, const std::string& value);
  /// YYYY-MM-DD, as a DATETIME of this precision.
  void day(Relation, const CodedConcept& name, const std::string& value);
  /// Decimal string and double (io/report/README.md, "Numbers").
  void number(Relation, const CodedConcept& name, double value, const CodedConcept& unit,
              const Children& children = {});
  void place(Relation, const CodedConcept& name, const planning::Point& point, const std::string& fiducialUid = {});
  /// In a frame of reference that is not the scan's.
  void placeIn(const std::string& frameOfReferenceUid, Relation, const CodedConcept& name,
               const planning::Point& point);
  /// At least two vertices.
  void course(Relation, const CodedConcept& name, const std::vector<planning::Point>& points);
  void image(const planning::InstanceReference& reference, const CodedConcept* name = nullptr,
             std::optional<int> segment = std::nullopt);
  /// Points of one frame of an image: column and row, (0,0) the centre of the first pixel; `frame` from 1, 0 for an
  /// image that has but one.
  void marks(Relation, const CodedConcept& name, const std::vector<std::array<double, 2>>& points,
             const planning::InstanceReference& image, int frame);
  void composite(const CodedConcept& name, const planning::InstanceReference& reference, const Children& children = {});

  const std::optional<std::string>& failure() const { return failure_; }

 private:
  void add(Relation, const char* valueType, const Code& name, const std::function<bool(DSRContentItem&)>& fill,
           const Children& children);
  void coordinates(Relation, const CodedConcept& name, const std::vector<planning::Point>& points,
                   const std::string& fiducialUid, const std::string& frameOfReferenceUid);

  DSRDocumentTree& tree_;
  std::string frameOfReferenceUid_;
  std::optional<std::string> failure_;
};

}  // namespace io::report
