#pragma once

namespace app {

class Background;
class CountedLevels;
class PlanDocument;
class ShownScan;
class StructureFinder;

/// What is found in a scan without being asked, once it is open, behind the window: the canal with the discs, then the
/// bone of the body, then the large vessels full of contrast; and with each count of the vertebrae the nerves that the
/// route requires. All are proposals: unconfirmed, no edit of the plan. What a file gives already, of a kind and in a
/// place, is not proposed, what is not found is no refusal, and nothing is added to a plan that was saved, or to an
/// exercise: it would tell answers. Closing the scan stops it.
class FoundOnOpening {
 public:
  FoundOnOpening(ShownScan& shown, PlanDocument& document, CountedLevels& levels, StructureFinder& finder,
                 Background& background);

  void setWanted(bool wanted) { wanted_ = wanted; }  ///< not, until somebody says so; of the next scan
  void begin();                                      ///< the scan is there whole
  void start();                      ///< now, unless structures are still being read: their end calls it again
  void stop() { waiting_ = false; }  ///< what has not begun yet
  void forget();                     ///< the scan is closed
  void follow();                     ///< the plan has changed
  bool mayPropose() const;           ///< else nothing is proposed in the place of what an edit made stale

 private:
  void findBone();
  void findVessels();

  ShownScan& shown_;
  PlanDocument& document_;
  CountedLevels& levels_;
  StructureFinder& finder_;
  Background& background_;
  bool wanted_ = false;
  bool open_ = false;     ///< this scan may be looked through
  bool waiting_ = false;  ///< and has not been yet
};

}  // namespace app
