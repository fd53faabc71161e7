#pragma once

#include <QObject>

#include <memory>

namespace app {

class Background;
class PlanDocument;
class ShownScan;

/// Finds the anatomy around the target of the current needle's route, level and side, once the vertebrae are counted
/// (planning/search/target_region.h), behind the window, and has it drawn as guides. What is not found is not drawn,
/// and no message says so. In an exercise nothing is looked for: it would tell answers.
class FoundGuides : public QObject {
  Q_OBJECT

 public:
  FoundGuides(ShownScan& shown, PlanDocument& document, Background& background);
  ~FoundGuides() override;

  void giveUp();  ///< what is looked for: it is looked for again at the next change
  void forget();  ///< the scan is closed

 private:
  struct Wish;

  std::shared_ptr<const Wish> wishNow() const;
  void follow();

  ShownScan& shown_;
  PlanDocument& document_;
  Background& background_;
  std::shared_ptr<const Wish> wish_;  ///< that is drawn, or looked for; null: none
};

}  // namespace app
