#pragma once

#include <QObject>

#include <optional>
#include <vector>

#include "planning/search/guide.h"

namespace app {

/// What is drawn over the slices to help the eye, and is no part of the plan. Lives in the window's thread.
class ShownAids : public QObject {
  Q_OBJECT

 public:
  /// A needle that is proposed and looked at, not taken. LPS mm.
  struct Way {
    planning::Point entry, target;
    int number = 1;  ///< in its list

    friend bool operator==(const Way&, const Way&) = default;
  };

  using QObject::QObject;

  const std::optional<Way>& way() const { return way_; }
  void setWay(const std::optional<Way>& way);
  const std::vector<planning::Guide>& guides() const { return guides_; }  ///< of the plan's route, level and side
  void setGuides(std::vector<planning::Guide> guides);

 Q_SIGNALS:
  void changed();

 private:
  std::optional<Way> way_;
  std::vector<planning::Guide> guides_;
};

}  // namespace app
